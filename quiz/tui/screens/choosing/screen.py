"""Choosing questions: by how it went, set, tag, section and type; counted as one chooses."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from quiz.study.common.daily import day_budget
from quiz.study.common.pool import Pool
from quiz.study.common.request import Request
from quiz.study.common.saved_wishes import keep_wish, saved_wishes
from quiz.study.common.wish import Wish, wish_text
from quiz.tui.actions import bindings
from quiz.tui.screens.choosing.rows import SAVED, Row, row_line, rows_of
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.widgets.row_list import RowList
from quiz.tui.widgets.status_line import StatusLine

EMPTY = "Choose something first: Space on a line."
MINUTES = (5, 10, 20, 40)
NONE = "No question is all of that; take something back."


class Amount(NamedTuple):
    """So many questions at most (0: all), or so many minutes."""

    limit: int
    minutes: int | None = None


class ChoiceRows(RowList):
    """Rows of which headings are stepped over; a click chooses, Enter belongs to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.go", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def tell(self, rows: list[Row]) -> None:
        """Show other rows; the cursor stays on what it was on."""
        here = self.rows[self.cursor][:2] if self.rows else None
        self.rows = rows
        places = [i for i, row in enumerate(rows) if row[:2] == here and not row.heading]
        usable = [i for i, row in enumerate(rows) if not row.heading]
        first = next((i for i in usable if rows[i].chosen), next(iter(usable), 0))
        self.show(len(rows), lambda number, width: row_line(rows[number], width), first)
        if places:
            self.cursor = places[0]

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def move_to(self, number: int) -> None:
        """Over headings, in the direction of the move."""
        places = [i for i, row in enumerate(self.rows) if not row.heading]
        below = [i for i in places if i >= number]
        above = [i for i in places if i <= number]
        nearer = (below[:1] or above[-1:]) if number >= self.cursor else (above[-1:] or below[:1])
        for place in nearer:
            super().move_to(place)
        if nearer == places[:1]:  # with its heading
            self.scroll_to(y=0, animate=False, force=True, immediate=True)


class ChoosingScreen(FramedScreen):
    """Makes a wish, beginning with `wish`, and starts a session over what it means.

    With `done`, the wish goes there instead, and the screen below comes back.
    """

    room = "choosing"
    BINDINGS: ClassVar[list[BindingType]] = bindings("choosing")
    DEFAULT_CSS = """
    ChoosingScreen > #box { height: 1fr; align-horizontal: center; padding: 1 1 0 1; }
    ChoosingScreen.-low > #box { padding: 0; }
    ChoosingScreen ChoiceRows { max-width: 88; background: $background; }
    """

    def __init__(
        self, wish: Wish | None = None, done: Callable[[Wish], None] | None = None
    ) -> None:
        super().__init__()
        self.done = done
        self.wish = wish or Wish()
        self.rows = ChoiceRows()
        self.legend = StatusLine(id="legend")
        self.amount = 0
        self.pool: Pool | None = None
        self.found: list[str] = []

    def compose_body(self) -> ComposeResult:
        """The rows; below them what is chosen in words."""
        yield Container(self.rows, id="box")
        yield self.legend

    def on_mount(self) -> None:
        """The arrows move in the rows."""
        self.rows.focus()

    def on_screen_resume(self) -> None:
        """Look at what there is, at first and after a session."""
        self.pool = self.quiz.guarded(lambda: Pool(self.quiz.workspace))
        self._tell()

    def _tell(self) -> None:
        told = self.quiz.guarded(self._look)
        if told is None:
            return
        self.rows.tell(told)
        self._tell_keys()

    def _tell_keys(self) -> None:
        names = ["go", "pick", "amount", "save", "clear", "help", "back"]
        row = self.rows.row
        if row is not None and row.field == SAVED:
            names.insert(2, "remove")
        labels = {"go": "Take it"} if self.done is not None else {}
        self.show_keys([n for n in names if n != "amount" or self.done is None], labels)

    def _look(self) -> list[Row]:
        workspace, pool = self.quiz.workspace, self.pool
        if pool is None:
            return []
        self.found = pool.chosen(self.wish) if self.wish.anything else []
        count = f"{len(self.found)} of {len(pool.types)}"
        about = (
            self._about(day_budget(workspace).seconds) if self.found and self.done is None else ""
        )
        titles = {entry.id: entry.title for entry in pool.entries}
        said = wish_text(self.wish, titles) if self.wish.anything else "Nothing is chosen yet"
        self.title_line.tell(
            Content.styled("Choose questions", "bold"), Content.styled(f"{count}{about}", "bold")
        )
        self.legend.tell(Content.styled(" ".join(said.split()), "$foreground-muted"), Content(""))
        return rows_of(pool, self.wish, saved_wishes(workspace))

    def _about(self, seconds: float) -> str:
        """How many of them are asked, and about how long that takes."""
        amount, have = self._amount, len(self.found)
        if amount.minutes is not None:
            return f" · {amount.minutes} min"
        asked = min(amount.limit or have, have)
        some = f", asks {asked}" if asked < have else ""
        return f"{some} · about {max(1, round(asked * seconds / 60))} min"

    @property
    def _amount(self) -> Amount:
        """How much is asked: as much as a session has, for some minutes, or all."""
        usual = Amount(self.quiz.workspace.settings.session_limit)
        amounts = (usual, *(Amount(0, minutes) for minutes in MINUTES), Amount(0))
        return amounts[self.amount % len(amounts)]

    # Keys and clicks

    def on_row_list_moved(self) -> None:
        """Other keys fit another row."""
        self._tell_keys()

    def on_row_list_chosen(self) -> None:
        """A click."""
        self.action_pick()

    def action_pick(self) -> None:
        """Choose the value under the cursor, or no more; take a saved choice."""
        row = self.rows.row
        if row is None or row.heading:
            return
        if row.field == SAVED:
            kept = self.quiz.guarded(lambda: saved_wishes(self.quiz.workspace))
            self.wish = (kept or {}).get(row.value, self.wish)
        else:
            self.wish = self.wish.toggled(row.field, row.value)
        self._tell()

    def action_clear(self) -> None:
        """Choose nothing."""
        self.wish = Wish()
        self._tell()

    def action_amount(self) -> None:
        """Ask another amount: as much as a session has, for 5, 10, 20 or 40 minutes, or all."""
        self.amount += 1
        self._tell()

    def action_go(self) -> None:
        """Start a session over what is chosen; on a saved choice that is not taken, take it."""
        row = self.rows.row
        if row is not None and row.field == SAVED and not row.chosen:
            self.action_pick()
        if self.done is not None and (self.found or not self.wish.anything):
            self.app.pop_screen()
            self.done(self.wish)
            return
        if not self.found:
            self.notify(NONE if self.wish.anything else EMPTY, timeout=4)
            return
        bare = self.wish._replace(sets=())
        request = Request(
            sets=self.wish.sets,
            all=not bare.anything,
            limit=self._amount.limit if self._amount.minutes is None else None,
            minutes=self._amount.minutes,
            wish=bare,
        )
        titles = {entry.id: entry.title for entry in self.quiz.workspace.library.sets}
        self.quiz.start(request, wish_text(self.wish, titles))

    def action_save(self) -> None:
        """Ask for a name and save what is chosen."""
        from quiz.tui.dialogs.name import NameScreen

        if not self.wish.anything:
            self.notify(EMPTY, timeout=4)
            return
        self.app.push_screen(NameScreen("Save this choice as"), self._save)

    def _save(self, name: str | None) -> None:
        if name and self.quiz.guarded(
            lambda: keep_wish(self.quiz.workspace, name, self.wish), lambda: self._save(name)
        ):
            command = shlex.join(["quiz", "study", "--saved", name])
            self.notify(f"Saved. In lines: {command}", timeout=4, markup=False)

    def action_remove(self) -> None:
        """Remove the saved choice under the cursor, after asking."""
        from quiz.tui.dialogs.ask import AskScreen

        row = self.rows.row
        if row is None or row.field != SAVED or row.heading:
            return
        asked = AskScreen(f"Remove “{row.value}”?", (), "removes it", "keeps it", easy=False)
        self.app.push_screen(asked, lambda yes: self._remove(row.value) if yes else None)

    def _remove(self, name: str) -> None:
        workspace = self.quiz.workspace
        if self.quiz.guarded(lambda: keep_wish(workspace, name, None), lambda: self._remove(name)):
            self._tell()

    def action_back(self) -> None:
        """Back to where this was opened."""
        self.quiz.go_back()
