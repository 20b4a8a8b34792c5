"""Patterns that are compiled when they are first used: most commands load the rules, and run none."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator


class Late:
    """A regular expression, compiled when it is first used."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    @functools.cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the beginning of *text*."""
        return self._compiled.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in *text*."""
        return self._compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in *text*, in order."""
        return self._compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """Return what all matches in *text* hold."""
        return self._compiled.findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """Return *text* divided at the matches."""
        return self._compiled.split(text, maxsplit=maxsplit)

    def sub(self, by: str, text: str) -> str:
        """Return *text* with the matches replaced."""
        return self._compiled.sub(by, text)
