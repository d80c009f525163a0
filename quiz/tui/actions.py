"""Everything a key, a click or the palette can do: one registry for all of them.

Bindings, key bars, the command palette, the help screen and the README's table are made from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Action:
    """`id` is `room.name`; the room's screen has a method `action_name`.

    `keys` are Textual key names, comma-separated, the one shown first.
    """

    id: str
    keys: str
    label: str
    help: str

    @property
    def room(self) -> str:
        """The screen it belongs to; `app` for everywhere."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The action's method name without `action_`."""
        return self.id.partition(".")[2]


ROOMS = {
    "session": "In a session",
    "home": "At home",
    "document": "In a document",
    "summary": "After a session",
    "settings": "In the settings",
    "preview": "In a preview",
    "app": "Everywhere",
}

ACTIONS: tuple[Action, ...] = (
    Action("session.go", "enter", "Answer", "Submit the answer; after the verdict, go on."),
    Action("session.go_on", "space", "Next", "After the verdict, go on."),
    Action("session.hint", "h,f2", "Hint", "Show a hint; another press, a stronger one."),
    Action("session.dont_know", "k,f3", "Don't know", "Give up on it and see the answer."),
    Action("session.guess", "g,f4", "Guessing", "Mark the answer as a guess before submitting."),
    Action("session.unsure", "u,f5", "Unsure", "Mark the answer as unsure before submitting."),
    Action("session.easy", "plus", "Too easy", "After a right answer: ask it much later."),
    Action("session.next_passage", "n", "Next passage", "Show the next passage."),
    Action("session.previous_passage", "p", "Previous", "Show the previous passage."),
    Action("session.open_document", "o", "Document", "Read the whole document, and come back."),
    Action("session.undo", "z,f6", "Undo", "Take the last answer back and be asked again."),
    Action("session.flag", "exclamation_mark,f7", "Flag", "Leave the author a remark on it."),
    Action("session.edit", "ctrl+e,f8", "Edit", "Open the set in $EDITOR at this question."),
    Action("session.copy", "y", "Copy", "Copy the passage with its place in the document."),
    Action("session.leave", "escape,q", "Leave", "Leave the field; then leave, to resume later."),
    Action("home.go", "enter", "Start", "Do what the chosen line says."),
    Action("home.all", "a", "Ask all", "Study the whole chosen set, due or not."),
    Action("home.cram", "c", "Cram", "Go through the chosen set; the schedule stays as it is."),
    Action("home.fresh", "n", "New session", "Start a new session instead of the unfinished one."),
    Action("home.read", "o", "Documents", "Read the chosen set's documents."),
    Action("home.edit", "v", "Edit", "Open the chosen set in $EDITOR."),
    Action("home.settings", "s", "Settings", "Change theme and daily limits."),
    Action("document.next", "n", "Next document", "Show the set's next document."),
    Action("document.back", "escape,q,o", "Back", "Go back to where you were."),
    Action("summary.go", "enter,space,escape,q", "Home", "Go home."),
    Action("summary.again", "w", "Missed again", "Go through what was missed, as a cram."),
    Action("summary.undo", "z", "Undo", "Take the last answer back."),
    Action("settings.back", "escape,q", "Back", "Keep the settings and go back."),
    Action("settings.more", "right,plus", "More", "Raise the chosen value, or the next theme."),
    Action("settings.less", "left,minus", "Less", "Lower the chosen value, or the theme before."),
    Action("preview.next", "n", "Next", "Show the next question."),
    Action("preview.previous", "p", "Previous", "Show the previous question."),
    Action("preview.next_finding", "f", "Next finding", "Go to the next question with a finding."),
    Action("preview.previous_finding", "F", "Finding before", "Go to the one before with any."),
    Action(
        "preview.next_passage",
        "right,right_square_bracket",
        "Next passage",
        "Show the next passage.",
    ),
    Action(
        "preview.previous_passage",
        "left,left_square_bracket",
        "Passage before",
        "Show the previous passage.",
    ),
    Action("preview.down", "pagedown", "Down", "Scroll the question, then its findings."),
    Action("preview.up", "pageup", "Up", "Scroll back."),
    Action("preview.first", "g", "First", "Show the first question."),
    Action("preview.last", "G", "Last", "Show the last question."),
    Action("preview.edit", "v", "Edit", "Open the set in $EDITOR at this question."),
    Action("preview.open_document", "o", "Document", "Read the whole document, and come back."),
    Action("preview.leave", "escape,q", "Quit", "Leave the preview."),
    Action("app.help", "question_mark,f1", "Help", "Show all keys."),
    Action("app.palette", "ctrl+p", "Commands", "Find any command by its name."),
    Action("app.leave", "ctrl+q", "Quit", "Quit; an unfinished session waits for you."),
)

BY_ID = {action.id: action for action in ACTIONS}

_SHOWN = {
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "exclamation_mark": "!",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "left": "←",
    "right": "→",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "ctrl+e": "Ctrl+E",
    "ctrl+p": "Ctrl+P",
    "ctrl+q": "Ctrl+Q",
}


def bindings(room: str) -> list[BindingType]:
    """The Textual bindings of a room, each with its action's id so that a keymap can move it."""
    return [
        Binding(a.keys, a.name, a.label, id=a.id, tooltip=a.help) for a in ACTIONS if a.room == room
    ]


def in_rooms(rooms: Iterable[str]) -> list[Action]:
    """The actions of some rooms, in the registry's order."""
    wanted = set(rooms)
    return [action for action in ACTIONS if action.room in wanted]


def key_names(keys: str) -> str:
    """Keys as people read them: `Esc, q`."""
    return ", ".join(key_name(key) for key in keys.split(","))


def key_name(key: str) -> str:
    """One key as people read it."""
    key = key.strip()
    return _SHOWN.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)


def check_keymap(keymap: dict[str, str]) -> list[str]:
    """What is wrong with a user's key map, in sentences: unknown actions, keys taken twice."""
    from difflib import get_close_matches

    troubles = []
    for name in keymap:
        if name not in BY_ID:
            near = get_close_matches(name, BY_ID, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            troubles.append(f"there is no action {name}{hint}")
    for room in ROOMS:
        troubles += _clashes(room, keymap)
    return troubles


def _clashes(room: str, keymap: dict[str, str]) -> list[str]:
    taken: dict[str, str] = {}
    troubles = []
    for action in in_rooms({room, "app"}):
        for key in keymap.get(action.id, action.keys).split(","):
            other = taken.setdefault(key.strip(), action.id)
            if other != action.id and (action.id in keymap or other in keymap):
                troubles.append(f"the key {key.strip()} is taken by {other} and {action.id}")
    return list(dict.fromkeys(troubles))
