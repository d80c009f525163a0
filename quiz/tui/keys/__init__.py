"""What a key, a click or the palette can start; each module beside this holds those of one room."""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
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
