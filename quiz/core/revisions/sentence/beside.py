"""What has changed beside a quoted part in its own sentence, and whether that limits it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quiz.core.revisions.anchor import KEPT
from quiz.core.revisions.sentence.sentence_edges import goes_on, sentence_around
from quiz.core.text.passages import Passage
from quiz.core.text.same_statement import Count, exchanges, tokens

_NEAR = 3  # words right beside a passage, of which each tells what it says
# Words that make a statement hold less often, for fewer, or not at all.
_LIMITING = frozenset(
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
    """One side of a passage in its sentence, then and now; `far` is the end that may be cut off."""

    old: str
    new: str
    near: slice
    far: int | None = None

    def changes(self, count: Count) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """What came and went, but for what stands at the far end."""
        found = [] if self.old == self.new else list(exchanges(self.old, self.new, count))
        if self.far is None or not found:
            return found
        old, new = _plain(self.old), _plain(self.new)
        gone, come = found[self.far]
        at_end = _at(old, gone, self.far) and _at(new, come, self.far)
        return found[1:] if at_end and self.far == 0 else found[:-1] if at_end else found

    def close(self) -> set[str]:
        """The words right beside the passage."""
        return {word for side in (self.old, self.new) for word in _plain(side)[self.near]}


def beside(
    old: tuple[str, str, str], text: str, place: Passage, count: Count, fresh: Iterable[str] = ()
) -> Beside:
    """Compare with the sentence as it was: what stood before, the passage, what stood behind.

    Of the old sides no more than `KEPT` characters are known. `fresh` are words of the sentence
    that are known to be new, wherever in it they stand.
    """
    before, exact, after = old
    joined = before + exact + after
    was = sentence_around(joined, Passage(len(before), len(before) + len(exact)))
    now = sentence_around(text, place)
    cut_front = was.start == 0 and len(before) >= KEPT
    cut_back = was.end == len(joined) and len(after) >= KEPT
    first, last = (joined.find(" ") + 1 if cut_front else was.start), was.end
    if cut_back:
        last = max(joined.rfind(" "), len(before) + len(exact))
    front = _Side(
        joined[first : len(before)],
        text[now.start : place.start][-_ROOM if cut_front else 0 :],
        slice(-_NEAR, None),
        0 if cut_front else None,
    )
    behind = text[place.end : now.end][: _ROOM if cut_back else None]
    if not any(map(str.isalnum, joined[len(before) + len(exact) : was.end])):
        behind = behind if goes_on(text, place.end) else ""
    back = _Side(
        joined[len(before) + len(exact) : last],
        behind,
        slice(_NEAR),
        -1 if cut_back else None,
    )
    found = [(side, side.changes(count)) for side in (front, back)]
    limits = any(_limits(*part) for part in found) or any(word in _LIMITING for word in fresh)
    before_, after_ = ((side.old, side.new) if changes else ("", "") for side, changes in found)
    return Beside(before_, after_, limits)


_ROOM = 2 * KEPT  # characters of a side that are compared with one of which the rest is not known


def _limits(side: _Side, changes: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> bool:
    changed = {word for gone, come in changes for word in (*gone, *come)}
    return any(map(_is_limiting, changed)) or bool(changed & side.close())


def _is_limiting(word: str) -> bool:
    return word in _LIMITING or any(map(str.isdigit, word))


def _plain(text: str) -> list[str]:
    return [token.plain for token in tokens(text)]


def _at(words: list[str], run: tuple[str, ...], far: int) -> bool:
    """Whether a run stands at the far end of the words."""
    return tuple(words[: len(run)] if far == 0 else words[len(words) - len(run) :]) == run
