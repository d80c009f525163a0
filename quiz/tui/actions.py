"""The one registry of what a key, a click or the palette can start.

Bindings, key bars, the command palette, the help screen and the README's table are made from it.
A room's actions are in `quiz.tui.keys.ROOM` (`exam_answer` in `exam.answer`), read when the room is
entered.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from quiz.tui.keys import Action

if TYPE_CHECKING:
    from textual.binding import BindingType

ROOMS = {
    "session": "In a session",
    "home": "At home",
    "choosing": "Where questions are chosen",
    "reader": "In a document",
    "summary": "After a session",
    "lookback": "Looking back at answers",
    "exam_setup": "Before an exam",
    "exam": "In an exam",
    "exam_told": "On a verdict in an exam with a tutor",
    "exam_review": "Before submitting an exam",
    "exam_result": "After an exam",
    "exam_answer": "On a question of an exam that is over",
    "stats": "In the statistics",
    "settings": "In the settings",
    "keymap": "In the list of keys",
    "preview": "In a preview",
    "search": "In a search",
    "notes": "In your notes",
    "quiz": "Everywhere but in a document",
    "app": "Everywhere",
}

EVEN_IN_FIELDS = frozenset(("app.suspend_process",))
"""Actions whose keys work before a field may take them."""

SHOWN = {
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
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


@cache
def actions_of(room: str) -> tuple[Action, ...]:
    """The actions of a room, the most used first."""
    found: tuple[Action, ...] = import_module(f"quiz.tui.keys.{room.replace('_', '.')}").ACTIONS
    return found


def in_rooms(rooms: Iterable[str]) -> list[Action]:
    """The actions of some rooms, in the registry's order."""
    wanted = set(rooms)
    return [action for room in ROOMS if room in wanted for action in actions_of(room)]


def action(room: str, name: str) -> Action:
    """A room's action by name, or that of everywhere; raises StopIteration when there is none."""
    rooms = (room, "quiz", "app")
    return next(a for one in rooms for a in actions_of(one) if a.name == name)


def bindings(room: str) -> list[BindingType]:
    """The Textual bindings of a room, each with its action's id so that a keymap can move it."""
    from textual.binding import Binding

    return [
        Binding(a.keys, a.name, a.label, id=a.id, tooltip=a.help, priority=a.id in EVEN_IN_FIELDS)
        for a in actions_of(room)
    ]


def key_names(keys: str) -> str:
    """Keys as people read them: `Esc, q`."""
    return ", ".join(key_name(key) for key in keys.split(","))


def key_name(key: str) -> str:
    """One key as people read it."""
    key = key.strip()
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return SHOWN.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)
