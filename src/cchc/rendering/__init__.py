"""Output formats: a :class:`~cchc.document.Document` in, bytes out."""

from cchc.rendering._formats import FORMATS
from cchc.rendering._record import Format

__all__ = ["FORMATS", "Format"]
