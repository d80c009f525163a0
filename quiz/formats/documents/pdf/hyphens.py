"""Words that were broken at the end of a line, put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quiz.formats.documents.pdf.line import Line

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDING_PART = re.compile(r"[^\W\d_]+$")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-‐]$")
_BEGINNING = re.compile(r"[^\W\d_]+")
_PREFIXES = frozenset(
    [
        "non",
        "self",
        "well",
        "cross",
        "co",
        "multi",
        "high",
        "low",
        "long",
        "short",
        "pre",
        "post",
        "all",
        "ex",
        "half",
    ]
)


class Hyphens:
    """Knows the words of a document, and so which hyphens belong to a word."""

    def __init__(self, pages: Iterable[Iterable[Line]]) -> None:
        self._words: Counter[str] = Counter()
        for lines in pages:
            broken = False
            for line in lines:
                words = [word.lower() for word in _WORD.findall(line.text)]
                first, broken = int(broken), line.broken or line.text.endswith("-")
                self._words.update(words[first : len(words) - broken])

    def joined(self, before: str, after: str, *, broken: bool) -> str:
        """A line and what follows it; `broken` says that the file itself marks the break."""
        if broken:
            return self._broken(before, after)
        visible = _HYPHENATED.search(before)
        following = _BEGINNING.match(after)
        if visible and following and following[0][0].islower():
            return self._broken(before[:-1], after)
        if re.search(r"[\w/][-–—/]$", before) and not before.endswith(" -"):
            return before + after  # `2018–` and `23`, an address
        return f"{before} {after}"

    def _broken(self, before: str, after: str) -> str:
        first, rest = _ENDING_PART.search(before), _BEGINNING.match(after)
        if first is None or rest is None:
            return f"{before}-{after}" if after[:1].isalnum() else before + after
        whole = (first[0] + rest[0]).lower()
        kept = f"{first[0]}-{rest[0]}".lower()
        return (
            before + after if self._is_one(whole, kept, first[0], rest[0]) else f"{before}-{after}"
        )

    def _is_one(self, whole: str, kept: str, first: str, rest: str) -> bool:
        known = self._words
        if known[whole] != known[kept]:
            return known[whole] > known[kept]
        if rest[0].isupper() or first.isupper():
            return False
        if first.lower() in _PREFIXES and known[rest.lower()]:
            return False
        # two words of the document that are never written as one
        return not (
            len(first) > 3 and len(rest) > 3 and known[first.lower()] and known[rest.lower()]
        )
