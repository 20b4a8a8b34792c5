"""Output formats: a :class:`~cchc.document.Document` in, bytes out."""

from cchc.rendering._record import Format

__all__ = ["Format"]
