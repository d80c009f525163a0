"""Typed words against their keys, gap by gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quiz.core.grading.grading import Distractor, Part, Response, padded
from quiz.core.grading.typed_answers import close, same
from quiz.core.text.normal_form import fold


class Manner(NamedTuple):
    """How typed words are compared: the language, what the author says, what is surely wrong."""

    language: str = ""
    compare: str = ""
    reject: tuple[Distractor, ...] = ()
    any_order: bool = False

    def same(self, given: str, wording: str) -> bool:
        """Whether this is that wording, in whatever spelling."""
        return same(given, wording, self.language or "en", self.compare)

    def close(self, given: str, wording: str) -> bool:
        """Whether only slips part them."""
        return close(given, wording, self.language or "en", self.compare)

    def rejected(self, given: str, wordings: Sequence[str]) -> tuple[Distractor, ...]:
        """What the author names as wrong and was typed all the same."""
        literal = fold(given)
        if any(fold(wording) == literal for wording in wordings):
            return ()
        found = tuple(one for one in self.reject if fold(one.text) == literal)
        if found or any(self.same(given, wording) for wording in wordings):
            return found
        return tuple(one for one in self.reject if self.same(given, one.text))


def typed_parts(
    keys: Sequence[Sequence[str]], response: Response, manner: Manner | None = None
) -> tuple[Part, ...]:
    """A part for each key, a list of wordings of which the first is shown."""
    manner = manner or Manner()
    given = [text.strip() for text in response.given[: len(keys)]]
    given += [""] * (len(keys) - len(given))
    wanted = _placed(keys, given, manner) if manner.any_order else keys
    judged = padded(response.judged, len(keys))
    parts = []
    for at, (text, wordings) in enumerate(zip(given, wanted, strict=True)):
        exact, near = _compared(text, wordings, manner)
        counts = exact or (near and judged[at]) or (response.contested and bool(text))
        label = f"gap {at + 1}" if len(keys) > 1 else ""
        nearest = _nearest(text, wordings, manner) if text and len(wordings) > 1 else ""
        parts.append(Part(text, wordings[0], counts, near, label, nearest))
    return tuple(parts)


def _nearest(given: str, wordings: Sequence[str], manner: Manner) -> str:
    """The wording that was meant: the first it counts for, else the most alike; '' the first."""
    from rapidfuzz.distance import OSA

    for counts in (manner.same, manner.close):
        found = next((wording for wording in wordings if counts(given, wording)), None)
        if found is not None:
            break
    else:
        typed = fold(given)
        found = max(wordings, key=lambda one: OSA.normalized_similarity(typed, fold(one)))
    return "" if found == wordings[0] else found


def _compared(given: str, wordings: Sequence[str], manner: Manner) -> tuple[bool, bool]:
    """Whether a text is right, and whether it is nearly so."""
    if not given or manner.rejected(given, wordings):
        return False, False
    if any(manner.same(given, wording) for wording in wordings):
        return True, False
    near = any(manner.close(given, wording) for wording in wordings)
    return False, near and not any(manner.close(given, one.text) for one in manner.reject)


def _placed(
    keys: Sequence[Sequence[str]], given: Sequence[str], manner: Manner
) -> list[Sequence[str]]:
    """The key that each text is compared with, each key once and as many right as can be."""
    right = [[_compared(text, key, manner)[0] for key in keys] for text in given]
    near = [[_compared(text, key, manner)[1] for key in keys] for text in given]
    owner: dict[int, int] = {}
    for at in range(len(given)):
        _assign(at, right, owner, set())
    place = {at: key for key, at in owner.items()}
    free = [key for key in range(len(keys)) if key not in owner]
    for at in sorted(set(range(len(given))) - set(place), key=lambda at: not any(near[at])):
        chosen = next((key for key in free if near[at][key]), None)
        chosen = chosen if chosen is not None else at if at in free else free[0]
        free.remove(chosen)
        place[at] = chosen
    return [keys[place[at]] for at in range(len(given))]


def _assign(at: int, right: list[list[bool]], owner: dict[int, int], seen: set[int]) -> bool:
    """Give text `at` a key, moving others to another one of theirs where need be (Kuhn 1955)."""
    for key, fits in enumerate(right[at]):
        if fits and key not in seen:
            seen.add(key)
            if key not in owner or _assign(owner[key], right, owner, seen):
                owner[key] = at
                return True
    return False
