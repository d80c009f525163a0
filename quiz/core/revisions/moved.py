"""Words that an alignment leaves over on both sides: parts of a text that have changed places."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.revisions.alignment import LONG_ROW, NOWHERE, alignment

_PASSES = 8  # how many times the words left over are laid side by side
_CLOSE = 12  # words that may stand between two rows of one part


def moved(old: Sequence[str], new: Sequence[str], found: Sequence[int]) -> dict[int, int]:
    """Old words that stand in another order now, with their new index.

    `found` is the alignment of the two. Only long rows count, and what is close to them.
    """
    others: dict[int, int] = {}
    taken = set(found)
    for _ in range(_PASSES):
        here = [i for i, at in enumerate(found) if at == NOWHERE and i not in others]
        there = [i for i in range(len(new)) if i not in taken]
        more = _long_rows(_parted(here), _parted(there), old, new)
        if not more:
            break
        others |= more
        taken.update(more.values())
    return others


def _parted(indices: Sequence[int]) -> list[int]:
    """The indices, with `NOWHERE` between those that do not follow each other."""
    parted: list[int] = []
    for i in indices:
        if parted and parted[-1] != i - 1:
            parted.append(NOWHERE)
        parted.append(i)
    return parted


def _long_rows(
    here: Sequence[int], there: Sequence[int], old: Sequence[str], new: Sequence[str]
) -> dict[int, int]:
    """The words of an alignment of these that stand in a long row, or close behind one."""
    found = alignment(_words(old, here, "<"), _words(new, there, ">"))
    good: dict[int, int] = {}
    row: list[int] = []
    for at, place in enumerate([*found, NOWHERE]):
        if row and (place == NOWHERE or place != found[row[-1]] + 1):
            first = here[row[0]], there[found[row[0]]]
            if len(row) >= LONG_ROW or _close(good, *first):
                good |= {here[i]: there[found[i]] for i in row}
            row = []
        if place != NOWHERE:
            row.append(at)
    return good


def _words(words: Sequence[str], indices: Sequence[int], mark: str) -> list[str]:
    """The words, with something that is no word, and different each time, at each `NOWHERE`."""
    return [words[i] if i != NOWHERE else f"{mark}{n}" for n, i in enumerate(indices)]


def _close(good: dict[int, int], here: int, there: int) -> bool:
    """Whether a pair follows the last of the good ones closely."""
    if not good:
        return False
    last = next(reversed(good))
    return 0 < here - last <= _CLOSE and 0 < there - good[last] <= _CLOSE
