"""Vietnamese letters for character classes: Unicode mixes capitals and small ones, so that no range tells them apart."""

from __future__ import annotations

_EXTENDED = tuple(range(0x1EA0, 0x1EFA))

UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, _EXTENDED[::2]))
LOWER = "a-zà-ãè-êìíò-õùúýăđĩũơư" + "".join(map(chr, _EXTENDED[1::2]))


def lettered(pattern: str) -> str:
    """Return *pattern* with ``<a>`` and ``<A>``, in its character classes, as all small and all capital letters."""
    return pattern.replace("<a>", LOWER).replace("<A>", UPPER)
