"""All actions with their keys; another key for any of them is pressed, not typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from quiz.tui.actions import ROOMS, bindings, in_rooms, key_names
from quiz.tui.keymap import troubles, with_key
from quiz.tui.keys import Action
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.text import Block, fit, join
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet

ACTIONS = tuple(in_rooms(ROOMS))
KEYS = 18
"""Columns of the keys."""


class ActionList(Sheet, can_focus=True):
    """The actions room by room; arrows choose one. A star marks keys of one's own."""

    cursor = 0
    keys: Mapping[str, str] = {}

    def tell(self, keys: Mapping[str, str]) -> None:
        """Show these keys for the actions named, the built-in ones for all others."""
        self.keys = keys
        self.show(())

    def move_to(self, cursor: int) -> None:
        """Choose an action and bring it into view."""
        self.cursor = max(0, min(len(ACTIONS) - 1, cursor))
        self.show(())
        self.call_after_refresh(self.reveal, self.cursor)

    def on_key(self, event: events.Key) -> None:
        """Arrows, by one or by ten, Home and End."""
        steps = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}
        ends = {"home": 0, "end": len(ACTIONS) - 1}
        if event.key in steps or event.key in ends:
            event.stop()
            event.prevent_default()
            self.move_to(ends.get(event.key, self.cursor + steps.get(event.key, 0)))

    def blocks(self, width: int) -> Sequence[Block]:
        """All lines."""
        return list(self._lines(width))

    def _lines(self, width: int) -> Iterator[Block]:
        room = ""
        for number, action in enumerate(ACTIONS):
            if action.room != room:
                if room:
                    yield Block(Content(""))
                room = action.room
                yield Block(Content.styled(ROOMS[room], "bold $text-accent"))
            yield self._line(number, action, width)

    def _line(self, number: int, action: Action, width: int) -> Block:
        chosen = number == self.cursor
        own = action.id in self.keys
        keys = f"{'*' if own else ' '}{key_names(self.keys.get(action.id, action.keys))}"
        column = min(KEYS, width // 3)
        text = Content(action.help if width > 60 else action.label)
        line = join(fit(Content.styled(keys, "bold"), column), " ", text)
        return Block(fit(line, width), style=CHOSEN if chosen else "", mark=number)


class KeymapScreen(FramedScreen):
    """Gives actions other keys; each change is kept at once, a clash is refused."""

    room = "keymap"
    BINDINGS: ClassVar[list[BindingType]] = bindings("keymap")
    DEFAULT_CSS = """
    KeymapScreen > VerticalScroll { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    KeymapScreen.-low > VerticalScroll { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.list = ActionList()

    def compose_body(self) -> ComposeResult:
        """The list."""
        box = VerticalScroll(self.list)
        box.can_focus = False
        yield box

    def on_mount(self) -> None:
        """Show all actions."""
        self.list.focus()
        self._tell()

    def action_change(self) -> None:
        """Ask for another key."""
        chosen = ACTIONS[self.list.cursor]

        def take(key: str | None) -> None:
            if key is None:
                return
            own = dict(self.quiz.workspace.settings.keys)
            keys = with_key(own.pop(chosen.id, chosen.keys), key)
            self._use(own if keys == chosen.keys else {**own, chosen.id: keys})

        self.app.push_screen(KeyScreen(chosen), take)

    def action_reset(self) -> None:
        """The built-in keys again, for the chosen action."""
        chosen = ACTIONS[self.list.cursor].id
        own = self.quiz.workspace.settings.keys
        self._use({action: keys for action, keys in own.items() if action != chosen})

    def action_reset_all(self) -> None:
        """The built-in keys again, for all actions."""
        self._use({})

    def action_back(self) -> None:
        """To the settings."""
        self.app.pop_screen()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click chooses an action; a second one asks for its key."""
        if message.mark == self.list.cursor:
            self.action_change()
        else:
            self.list.move_to(message.mark)

    def _use(self, keys: Mapping[str, str]) -> None:
        """Take over a key map, unless it brings a trouble that was not there before."""
        workspace = self.quiz.workspace
        known = set(troubles(workspace.settings.keys))
        found = troubles(keys)
        fresh = [trouble for trouble in found if trouble not in known]
        if fresh:
            message = f"Not changed: {fresh[0].message}."
            self.notify(message, severity="warning", timeout=8, markup=False)
            return
        workspace.settings = workspace.settings._replace(keys=keys)
        self.frame.use_keys({} if found else keys)
        self.quiz.guarded(workspace.keep_settings)
        self._tell()

    def _tell(self) -> None:
        own = self.quiz.workspace.settings.keys
        self.list.tell(own)
        count = f"{len(own)} of your own (*)" if own else "all built in"
        self.title_line.tell(
            Content.styled("Keys", "bold"), Content.styled(count, "$foreground-muted")
        )
        resets = ["reset", "reset_all"] if own else []
        self.show_keys(["change", "back", *resets, "help"])


class KeyScreen(ModalScreen[str | None]):
    """Waits for a key; None when it is Escape."""

    DEFAULT_CSS = """
    KeyScreen { align: center middle; background: $background 60%; }
    KeyScreen > #box { width: 56; max-width: 94%; height: auto; padding: 1 2;
                       background: $surface; border: round $accent; }
    """

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.chosen = action

    def compose(self) -> ComposeResult:
        """What to press."""
        with Container(id="box"):
            yield Sheet(
                [
                    Block(Content(f"Press the new key for “{self.chosen.label}”."), style="bold"),
                    Block(Content(self.chosen.help)),
                    Block(Content("")),
                    Block(Content.styled("Esc leaves it as it is.", "$foreground-muted")),
                ]
            )

    def on_key(self, event: events.Key) -> None:
        """Take any key, whatever it does elsewhere."""
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else event.key)
