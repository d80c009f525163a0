"""What has changed beside a quoted part in its own sentence, and whether that limits it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quiz.core.revisions.anchor import KEPT
from quiz.core.revisions.sentence.sentence_edges import goes_on, sentence_around
from quiz.core.text.passages import Passage
from quiz.core.text.same_statement import Count, Exchange, parted, tokens
from quiz.core.text.statement.articles import telling

_NEAR = 3  # words right beside a passage, of which each tells what it says
# Words that make a statement hold less often, for fewer, or not at all.
LIMITING = frozenset(
    [
        "after",
        "allegedly",
        "almost",
        "although",
        "among",
        "at",
        "barely",
        "before",
        "besides",
        "but",
        "by",
        "can",
        "cannot",
        "could",
        "despite",
        "during",
        "either",
        "except",
        "excluding",
        "few",
        "first",
        "for",
        "former",
        "formerly",
        "from",
        "generally",
        "hardly",
        "however",
        "if",
        "in",
        "instead",
        "least",
        "less",
        "mainly",
        "may",
        "maybe",
        "might",
        "more",
        "most",
        "mostly",
        "must",
        "neither",
        "never",
        "no",
        "nobody",
        "none",
        "nor",
        "normally",
        "not",
        "nothing",
        "occasionally",
        "often",
        "once",
        "only",
        "optional",
        "or",
        "otherwise",
        "outside",
        "over",
        "partly",
        "perhaps",
        "possibly",
        "previously",
        "probably",
        "provided",
        "providing",
        "rarely",
        "reportedly",
        "save",
        "seldom",
        "should",
        "some",
        "sometimes",
        "soon",
        "subject",
        "supposedly",
        "though",
        "typically",
        "under",
        "unless",
        "until",
        "usually",
        "when",
        "whenever",
        "where",
        "wherever",
        "whether",
        "while",
        "with",
        "within",
        "without",
        "would",
        "except",
        "where",
        "ausser",
        "falls",
        "kein",
        "keine",
        "nicht",
        "nie",
        "nur",
        "ohne",
        "sofern",
        "wenn",
        "aucun",
        "jamais",
        "mais",
        "pas",
        "sans",
        "sauf",
        "seulement",
        "si",
        "salvo",
        "sin",
        "solo",
        "sólo",
        "nunca",
    ]
)


class Beside(NamedTuple):
    """The rest of a sentence as it was and as it is, in front of a passage and behind it.

    `limits` when what came, went or changed there may turn what the passage says.
    """

    before: tuple[str, str] = ("", "")
    after: tuple[str, str] = ("", "")
    limits: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything did."""
        return self.before[0] != self.before[1] or self.after[0] != self.after[1]


class _Side(NamedTuple):
    """One side of a passage in its sentence, then and now.

    It stands in front of the passage or `behind` it; `cut` is set where not all of the old side is
    known.
    """

    old: str
    new: str
    behind: bool
    cut: bool

    @property
    def _far(self) -> int:
        return -1 if self.behind else 0

    def changes(self, count: Count) -> list[Exchange]:
        """What came and went, but for what stands at the end that is not known."""
        if self.old == self.new:
            return []
        inner = (self.behind or self.cut, not self.behind or self.cut)
        found = list(parted(self.old, self.new, count, inner))
        while self.cut and found and self._at_far_end(found[self._far]):
            del found[self._far]
        return found

    def _at_far_end(self, exchange: Exchange) -> bool:
        old, new = _plain(self.old), _plain(self.new)
        gone, come = ([token.plain for token in side] for side in (exchange.gone, exchange.come))
        return _at(old, gone, self._far) and _at(new, come, self._far)

    def close(self) -> set[str]:
        """The words right beside the passage."""
        near = slice(_NEAR) if self.behind else slice(-_NEAR, None)
        return {word for side in (self.old, self.new) for word in _plain(side)[near]}


def beside(
    old: tuple[str, str, str],
    text: str,
    place: Passage,
    count: Count,
    fresh: Iterable[str] = (),
    *,
    lines: bool = False,
) -> Beside:
    """Compare with the sentence as it was: what stood before, the passage, what stood behind.

    Of the old sides no more than `KEPT` characters are known. `fresh` are words of the sentence
    that are known to be new, wherever in it they stand. `lines` as in `sentence_around`.
    """
    before, exact, after = old
    joined = before + exact + after
    was = sentence_around(joined, Passage(len(before), len(before) + len(exact)), lines)
    now = sentence_around(text, place, lines)
    cut_front = not joined[: was.start].strip() and len(before) >= KEPT
    cut_back = not joined[was.end :].strip() and len(after) >= KEPT
    first, last = (joined.find(" ") + 1 if cut_front else was.start), was.end
    if cut_back:
        last = max(joined.rfind(" "), len(before) + len(exact))
    front = _Side(
        joined[first : len(before)],
        text[now.start : place.start][-_ROOM if cut_front else 0 :],
        behind=False,
        cut=cut_front,
    )
    behind = text[place.end : now.end][: _ROOM if cut_back else None]
    if not any(map(str.isalnum, joined[len(before) + len(exact) : was.end])):
        behind = behind if goes_on(text, place.end) else ""
    back = _Side(joined[len(before) + len(exact) : last], behind, behind=True, cut=cut_back)
    found = [(side, side.changes(count)) for side in (front, back)]
    limits = any(_limits(*part) for part in found) or any(word in LIMITING for word in fresh)
    before_, after_ = ((side.old, side.new) if changes else ("", "") for side, changes in found)
    return Beside(before_, after_, limits)


_ROOM = 2 * KEPT  # characters of a side that are compared with one of which the rest is not known


def limits(words: Iterable[str]) -> bool:
    """Whether any of these words makes a statement hold less often, for fewer, or not at all."""
    return any(word in LIMITING for word in words)


def _limits(side: _Side, changes: list[Exchange]) -> bool:
    close = side.close()
    return any(_turns(exchange, close) for exchange in changes)


def _turns(exchange: Exchange, close: set[str]) -> bool:
    """Whether what came, went or changed may turn what the passage says."""
    around = {token.plain for token in (*exchange.gone, *exchange.come)}
    return any(map(_is_limiting, around)) or bool(around & close) or not around


def _is_limiting(word: str) -> bool:
    return word in LIMITING or any(map(str.isdigit, word))


def _plain(text: str) -> list[str]:
    return [token.plain for token in telling(tokens(text))]


def _at(words: list[str], run: list[str], far: int) -> bool:
    """Whether a run stands at the far end of the words."""
    return (words[: len(run)] if far == 0 else words[len(words) - len(run) :]) == run
