"""The one registry of what a key, a click or the palette can start.

Bindings, key bars, the command palette, the help screen and the README's table are made from it.
A room's actions are in `quiz.tui.keys.ROOM`, read when the room is entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from textual.binding import Binding, BindingType

from quiz.tui.keys import Action

ROOMS = {
    "session": "In a session",
    "home": "At home",
    "document": "In a document",
    "summary": "After a session",
    "settings": "In the settings",
    "preview": "In a preview",
    "app": "Everywhere",
}

_SHOWN = {
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "tab": "Tab",
    "slash": "/",
    "exclamation_mark": "!",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "left": "←",
    "right": "→",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


@cache
def actions_of(room: str) -> tuple[Action, ...]:
    """The actions of a room, the most used first."""
    found: tuple[Action, ...] = import_module(f"quiz.tui.keys.{room}").ACTIONS
    return found


def in_rooms(rooms: Iterable[str]) -> list[Action]:
    """The actions of some rooms, in the registry's order."""
    wanted = set(rooms)
    return [action for room in ROOMS if room in wanted for action in actions_of(room)]


def action(room: str, name: str) -> Action:
    """A room's action by name, or that of everywhere; raises StopIteration when there is none."""
    return next(a for a in (*actions_of(room), *actions_of("app")) if a.name == name)


def bindings(room: str) -> list[BindingType]:
    """The Textual bindings of a room, each with its action's id so that a keymap can move it."""
    return [Binding(a.keys, a.name, a.label, id=a.id, tooltip=a.help) for a in actions_of(room)]


def key_names(keys: str) -> str:
    """Keys as people read them: `Esc, q`."""
    return ", ".join(key_name(key) for key in keys.split(","))


def key_name(key: str) -> str:
    """One key as people read it."""
    key = key.strip()
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return _SHOWN.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)


def check_keymap(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with a user's key map, in sentences: unknown actions, keys taken twice."""
    if not keymap:
        return []
    from difflib import get_close_matches

    known = {a.id for a in in_rooms(ROOMS)}
    troubles = []
    for name in keymap:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            troubles.append(f"there is no action {name}{hint}")
    for room in ROOMS:
        troubles += _clashes(room, keymap)
    return list(dict.fromkeys(troubles))


def _clashes(room: str, keymap: Mapping[str, str]) -> list[str]:
    taken: dict[str, str] = {}
    troubles = []
    for one in in_rooms({room, "app"}):
        for key in keymap.get(one.id, one.keys).split(","):
            other = taken.setdefault(key.strip(), one.id)
            if other != one.id and (one.id in keymap or other in keymap):
                troubles.append(f"the key {key.strip()} is taken by {other} and {one.id}")
    return troubles
