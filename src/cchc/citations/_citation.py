"""What a citation is."""

from __future__ import annotations

from attrs import frozen

from cchc.model import LegalBasis


@frozen(kw_only=True)
class Citation:
    """One place where a text cites a document (*viện dẫn văn bản*).

    Attributes:
        start: first character, in code points of the text as it was given.
        end: end of the citation with its title, exclusive.
        basis: the document. ``words`` is exactly ``text[start:end]``. ``kind`` is the type as said ("Nghị định"), or as
            its symbol says. ``number`` is in normal form ("30c/NQ-CP", "04-CT/HU"), whatever the spelling. ``issuer`` is
            the body as said, completed by the place of the citing body where it is relative; where none is said it
            follows from the symbol for Quốc hội, Ủy ban Thường vụ Quốc hội, Chính phủ and Thủ tướng Chính phủ, the only
            symbols that mean one body everywhere. ``title`` begins with its own first word, "về việc …"; for a law it is
            the name.
        article: the cited part, "điểm a khoản 2 Điều 5"; it stands before *start*.
        within: index of the citation in whose title this one stands.
        antecedent: index of the earlier citation that a short form stands for; what it leaves unsaid is taken from there.
        amends: indexes of the citations that this document amends, as the text says.
    """

    start: int
    end: int
    basis: LegalBasis
    article: str = ""
    within: int | None = None
    antecedent: int | None = None
    amends: tuple[int, ...] = ()

    @property
    def nested(self) -> bool:
        """Whether it stands inside the title of another citation, and so is no basis of its own."""
        return self.within is not None
