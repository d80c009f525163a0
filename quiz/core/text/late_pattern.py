"""Regular expressions that are compiled when they are first used: most files need few of them."""

from __future__ import annotations

import re
from functools import cached_property


class LatePattern:
    """A pattern with the methods of `re.Pattern` that rules use."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match from `start` on."""
        return self._compiled.search(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        """A match at the beginning."""
        return self._compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A match of the whole text."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str) -> list[re.Match[str]]:
        """All matches."""
        return list(self._compiled.finditer(text))

    def findall(self, text: str) -> list[str]:
        """The texts of all matches, or of their one group."""
        return self._compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """What stands between the matches."""
        return self._compiled.split(text)

    def sub(self, new: str, text: str) -> str:
        """The text with every match replaced."""
        return self._compiled.sub(new, text)
