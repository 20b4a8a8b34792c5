"""Legal citations (*viện dẫn văn bản*): text to :class:`~cchc.model.LegalBasis`, and back."""

from cchc.citations._citation import Citation
from cchc.citations._mentions import Mention, mentions
from cchc.citations._resolve import find_citations
from cchc.citations._write import Style, cite

__all__ = ["Citation", "Mention", "Style", "cite", "find_citations", "mentions"]
