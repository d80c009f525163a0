"""Whether two wordings of a passage say the same, word for word and mark for mark.

Strict on purpose: every word that comes, goes or is exchanged changes what is said, unless both
are the same word; and so does every mark that can turn a statement: a comma, a bracket, quotation
marks, a question mark, a capital that makes another word. Most articles, spellings, contractions
and typography are free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from quiz.core.text.statement.articles import telling
from quiz.core.text.statement.capitals import same_case
from quiz.core.text.statement.compounds import joined, same_key
from quiz.core.text.statement.languages import is_english
from quiz.core.text.statement.pauses import same_end, same_marks
from quiz.core.text.statement.slips import Known, is_slip
from quiz.core.text.statement.tokens import Said, Token, said, tokens

__all__ = ["Count", "Token", "exchanges", "parted", "says_same", "tokens"]

Count = Callable[[str], int]
"""How often a lower-case word stands in the document as it is now."""


class Exchange(NamedTuple):
    """Where something else is said: the tokens that stood there, and those there now.

    With `marks` the words are the same: these stand around the marks that are not, those before
    and behind.
    """

    gone: tuple[Token, ...]
    come: tuple[Token, ...]
    marks: tuple[str, str] | None = None

    def words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What stood there and what stands there now, in lower case; marks as they are compared."""
        if self.marks is not None:
            old, new = self.marks
            return tuple(old.split()), tuple(new.split())
        return tuple(token.plain for token in self.gone), tuple(token.plain for token in self.come)


def says_same(
    old: str,
    new: str,
    count: Count = lambda _word: 0,
    inner: tuple[bool, bool] = (False, False),
) -> bool:
    """Whether nothing but spelling, articles and typography differs; `inner` as in `parted`."""
    return next(parted(old, new, count, inner), None) is None


def exchanges(
    old: str, new: str, count: Count = lambda _word: 0
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each place where something else is said: the words that stood there, and those there now."""
    for exchange in parted(old, new, count):
        yield exchange.words()


def parted(
    old: str,
    new: str,
    count: Count = lambda _word: 0,
    inner: tuple[bool, bool] = (False, False),
) -> Iterator[Exchange]:
    """Each place where something else is said. `inner` ends of the texts lie inside a sentence."""
    if old == new:
        return
    english = _English(f"{old} {new}", count)
    before, after = (said(text, english, inner=inner[0]) for text in (old, new))
    yield from _Compared(before, after, Known(count, english), inner).exchanges()


class _English:
    """Whether a text in its document is English; found out when that is asked first."""

    def __init__(self, text: str, count: Count) -> None:
        self._text, self._count = text, count
        self._found: bool | None = None

    def __call__(self) -> bool:
        if self._found is None:
            self._found = is_english(self._text, self._count)
        return self._found


class _Compared:
    """Two texts side by side."""

    def __init__(self, old: Said, new: Said, known: Known, inner: tuple[bool, bool]) -> None:
        self.old, self.new = telling(old.tokens), telling(new.tokens)
        self.trails = old.trail, new.trail
        self.known = known.beside(token.plain for token in self.new)
        self.inner = inner

    def exchanges(self) -> Iterator[Exchange]:
        """What stands in one text where something else stands in the other, in order."""
        from rapidfuzz.distance import Levenshtein

        keys = [token.key for token in self.old], [token.key for token in self.new]
        steps = Levenshtein.opcodes(*keys)
        for differ, run in groupby(steps, lambda step: step.tag != "equal"):
            parts = list(run)
            a = slice(parts[0].src_start, parts[-1].src_end)
            b = slice(parts[0].dest_start, parts[-1].dest_end)
            if not differ:
                yield from self._marked(a.start, b.start, a.stop - a.start)
            elif not self._same_run(a, b):
                yield Exchange(tuple(self.old[a]), tuple(self.new[b]))
            else:
                yield from self._marked(a.start, b.start, 1)
        same = self.trails[0] == self.trails[1] if self.inner[1] else same_end(*self.trails)
        if not same:
            yield Exchange(tuple(self.old[-1:]), tuple(self.new[-1:]), self.trails)

    def _same_run(self, a: slice, b: slice) -> bool:
        gone, come = self.old[a], self.new[b]
        if not gone or not come:
            return False
        if len(gone) == len(come):
            words = all(_same_word(*pair, self.known) for pair in zip(gone, come, strict=True))
            return words and all(
                same_marks(self.old, a.start + i, self.new, b.start + i)
                for i in range(1, len(gone))
            )
        return joined(gone, come, self.known) or joined(come, gone, self.known)

    def _marked(self, first: int, there: int, count: int) -> Iterator[Exchange]:
        """Where equal words have other marks in front of them, or another capital."""
        for i, j in zip(range(first, first + count), range(there, there + count), strict=True):
            one, other = self.old[i], self.new[j]
            if (i and j) or self.inner[0]:
                same = same_marks(self.old, i, self.new, j)
            else:
                same = same_end(one.lead, other.lead)
            if not same:
                gone, come = self.old[max(0, i - 1) : i + 1], self.new[max(0, j - 1) : j + 1]
                yield Exchange(tuple(gone), tuple(come), (one.lead, other.lead))
            elif not same_case(self.old, i, self.new, j):
                yield Exchange((one,), (other,))


def _same_word(a: Token, b: Token, known: Known) -> bool:
    if same_key(a.key, b.key):
        return True
    if a.key[:1].isdigit() or b.key[:1].isdigit():
        return False
    return is_slip(a.plain, b.plain, known, name=a.name or b.name)
