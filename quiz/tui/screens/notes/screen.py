"""The learner's notes: listed, searched as one types, a key away from what they are on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from quiz.core.memory.records import NOTE
from quiz.study.common.noting import keep_text, remove
from quiz.study.noting.listing import KIND_WORDS, Listed, listed
from quiz.study.noting.markdown import notes_markdown
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.text import Block, fit, join, one_line, words
from quiz.tui.widgets.row_list import RowList
from quiz.tui.widgets.sheet import Sheet

QUIET = "$foreground-muted"
NONE = "You have no notes yet. At a question w writes one, in a document w or h."
NOT_FOUND = "No note has these words."


class NoteRows(RowList, can_focus=False):
    """Rows whose keys come from the field above them."""


class NotesScreen(FramedScreen):
    """A field, the notes that have its words, and the chosen one in full."""

    room = "notes"
    BINDINGS: ClassVar[list[BindingType]] = bindings("notes")
    DEFAULT_CSS = """
    NotesScreen > #field { height: 3; padding: 1 1; }
    NotesScreen.-low > #field { height: 1; padding: 0 1; }
    NotesScreen #slash { width: 2; color: $text-accent; text-style: bold; }
    NotesScreen Input { border: none; height: 1; padding: 0; background: $panel; }
    NotesScreen Input:focus { border: none; background: $panel; }
    NotesScreen NoteRows { height: 1fr; background: $background; padding: 0 1; }
    NotesScreen > #detail { height: auto; max-height: 50%; border-top: solid $panel;
                            scrollbar-size-vertical: 1; }
    NotesScreen > #detail > Sheet { padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.field = Input(placeholder="words of a note", max_length=400, select_on_focus=False)
        self.rows = NoteRows()
        self.detail = Sheet()
        self.found: list[Listed] = []

    def compose_body(self) -> ComposeResult:
        """Field, list, and what the chosen one says."""
        with Horizontal(id="field"):
            yield Static("/", id="slash")
            yield self.field
        yield self.rows
        box = VerticalScroll(self.detail, id="detail")
        box.can_focus = False
        yield box

    def on_mount(self) -> None:
        """Letters go into the field at once."""
        self.set_focus(self.field)

    def on_screen_resume(self) -> None:
        """Read the notes, at first and after every other screen."""
        self.look()

    def on_input_changed(self) -> None:
        """Other words, other notes."""
        self.look()

    def look(self) -> None:
        """Show the notes that have what is typed."""
        workspace, typed = self.quiz.workspace, self.field.value
        self.found = self.quiz.guarded(lambda: listed(workspace, typed)) or []
        self.rows.show(len(self.found), self._row, self.rows.cursor)
        many = "1 note" if len(self.found) == 1 else f"{len(self.found)} notes"
        self.title_line.tell(Content.styled("My notes", "bold"), Content.styled(many, QUIET))
        self._tell()

    def _row(self, number: int, width: int) -> Content:
        one = self.found[number]
        half = max(10, width * 2 // 5)
        about = fit(one_line(one.about, QUIET), half)
        return join(about, "  ", fit(one_line(one.first_line), max(4, width - half - 2)))

    @property
    def note(self) -> Listed | None:
        """The chosen one."""
        return self.found[self.rows.cursor] if self.found else None

    def _tell(self) -> None:
        one = self.note
        self.detail.show(list(_blocks(one)) if one else [Block(Content(self._nothing()))])
        names = ["go", "write", "remove", "copy"] if one else []
        self.show_keys([*names, "help", "back"], {"go": self._deed(one)})

    def _nothing(self) -> str:
        return NOT_FOUND if self.field.value.strip() else NONE

    @staticmethod
    def _deed(one: Listed | None) -> str:
        return "Read it there" if one is not None and one.note.document else "Answer it"

    def on_row_list_moved(self) -> None:
        """Another one is chosen."""
        self._tell()

    def on_row_list_chosen(self) -> None:
        """A click."""
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the list, though letters go into the field."""
        steps = {"up": -1, "down": 1, "pageup": -5, "pagedown": 5}
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self.rows.move_to(self.rows.cursor + steps[event.key])

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_go()

    # What is done with the chosen one

    def action_go(self) -> None:
        """Be asked its question, or read its passage."""
        one = self.note
        if one is None:
            return
        if one.trouble and one.passage is None and one.note.document:
            self.notify(one.trouble, timeout=5, markup=False)
        if one.note.document:
            passages = [one.passage] if one.passage is not None else []
            self.quiz.open_document(one.set_id, one.document_key, passages)
        else:
            self.quiz.ask_aside([one.note.question], one.set_title)

    def action_write(self) -> None:
        """Change what it says."""
        from quiz.tui.dialogs.write_note import NoteScreen

        one = self.note
        if one is not None:
            screen = NoteScreen(one.about, one.note.text)
            self.app.push_screen(screen, partial(self._written, one))

    def _written(self, one: Listed, text: str | None) -> None:
        if text is None:
            return
        old = one.note if one.note.kind == NOTE or one.note.document else None
        fresh = one.note._replace(kind=NOTE, text="")
        again = partial(self._written, one, text)
        if self.quiz.guarded(lambda: keep_text(self.quiz.workspace, old, fresh, text), again):
            self.look()

    def action_remove(self) -> None:
        """Remove it, after asking."""
        from quiz.tui.dialogs.ask import AskScreen

        one = self.note
        if one is not None:
            asked = AskScreen(
                "Remove this note?", [one.first_line], "removes it", "keeps it", easy=False
            )
            self.app.push_screen(asked, partial(self._removed, one))

    def _removed(self, one: Listed, yes: bool | None) -> None:
        again = partial(self._removed, one, yes)
        if yes and self.quiz.guarded(lambda: remove(self.quiz.workspace, one.note), again):
            self.look()

    def action_copy(self) -> None:
        """Copy all that are listed as Markdown."""
        self.frame.copy_text(notes_markdown(self.found), "The list, as Markdown,")

    def action_back(self) -> None:
        """Back to where this was opened."""
        self.quiz.go_back()


def _blocks(one: Listed) -> Iterator[Block]:
    place = " › ".join(part for part in (one.set_title, one.about) if part)
    yield Block(words(place, "bold"))
    if one.quote:
        where = f" ({one.place})" if one.place else ""
        yield Block(words(f"“{one.quote}”{where}", QUIET))
    if one.trouble:
        yield Block(words(one.trouble, "$text-warning"))
    for line in one.note.text.splitlines() or [KIND_WORDS.get(one.note.kind, "")]:
        yield Block(words(line) if line else Content(""))
