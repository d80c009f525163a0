"""A learner's own keys: what is wrong with them, without loading a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quiz.tui.actions import ROOMS, SHOWN, in_rooms, key_name

ANSWERS = {*"123456789abcdef", "up", "down", "tab", "backspace"}
UP_DOWN = frozenset({"up", "down"})
TAKEN: dict[str, AbstractSet[str]] = {
    "session": ANSWERS,
    "exam": {*"0123456789", "up", "down", "tab", "space", "backspace"},
    **dict.fromkeys(("home", "settings"), UP_DOWN),
    **dict.fromkeys(("exam_setup", "exam_review", "exam_result"), UP_DOWN),
}
"""Keys that are no actions but do something in a room all the same."""

APART = ("reader", "preview")
"""Rooms in which the keys of everywhere else mean something of their own, or nothing."""

NAMES = {sign: name for name, sign in SHOWN.items() if len(sign) == 1}

ARROWS = {"up", "down", "left", "right"}


class KeyTrouble(NamedTuple):
    """What is wrong with the keys of an action, as a sentence."""

    action: str
    message: str


def split_keys(keys: str) -> list[str]:
    """The keys of an action by their names, as Textual has them."""
    return [NAMES.get(key.strip(), key.strip()) for key in keys.split(",")]


def with_key(keys: str, new: str) -> str:
    """The keys of an action with a new one in place of the first of its sort.

    There are signs, which cannot be pressed while typing, and named keys, which can; one of the
    other sort stays, so that the action is never out of reach.
    """
    kept = split_keys(keys)
    if new in kept:
        return ",".join(kept)
    at = next((i for i, key in enumerate(kept) if _is_sign(key) is _is_sign(new)), None)
    if at is None:
        return ",".join((new, *kept))
    return ",".join((*kept[:at], new, *kept[at + 1 :]))


def _is_sign(key: str) -> bool:
    """Whether a key types something visible, arrows aside."""
    return len(key) == 1 or (key in NAMES.values() and key not in ARROWS)


def troubles(keymap: Mapping[str, str]) -> list[KeyTrouble]:
    """What is wrong: actions that do not exist, keys taken by another action or by answers."""
    found = list(_unknown(keymap))
    for action, keys in keymap.items():
        if not all(split_keys(keys)):
            found.append(KeyTrouble(action, f"there is no key for {action}"))
    for room in ROOMS:
        found += _clashes(room, keymap)
    return list(dict.fromkeys(found))


def _unknown(keymap: Mapping[str, str]) -> Iterator[KeyTrouble]:
    from difflib import get_close_matches

    known = {action.id for action in in_rooms(ROOMS)}
    for name in keymap:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            yield KeyTrouble(name, f"there is no action {name}{hint}")


def _clashes(room: str, keymap: Mapping[str, str]) -> Iterator[KeyTrouble]:
    taken: dict[str, str] = {}
    for action in in_rooms({room, "app"} if room in APART else {room, "quiz", "app"}):
        own = action.id in keymap
        for key in split_keys(keymap.get(action.id, action.keys)):
            other = taken.setdefault(key, action.id)
            if own and action.room == room and key in TAKEN.get(room, ()):
                message = f"the key {key_name(key)} of {action.id} is needed for other things there"
                yield KeyTrouble(action.id, message)
            elif key and other != action.id and (own or other in keymap):
                message = f"the key {key_name(key)} is taken by {other} and {action.id}"
                yield KeyTrouble(action.id if own else other, message)
