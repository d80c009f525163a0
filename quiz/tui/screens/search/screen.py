"""Search in everything: hits appear as words are typed, Enter goes to the chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from quiz.errors import QuizError
from quiz.store.search.files import Progress
from quiz.study.searching.searching import Found, Search, passages_of
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.search.preview import HitPreview
from quiz.tui.screens.search.text import counts, how_to, lead, progress
from quiz.tui.text import Block, words
from quiz.tui.widgets.hit_list import HitList
from quiz.tui.widgets.sheet import Sheet

LIMIT = 10
"""Hits of each kind at first; as many again each time more are wanted."""

ROOMY = 100
"""Columns from which the chosen hit is shown beside the list."""

PAGE = 5
"""Hits that PageDown moves by."""

QUIET = "$foreground-muted"
END = Progress(0, 0)
LOST = "The document has changed: this sentence is no longer in it."


class SearchScreen(FramedScreen):
    """A field and the hits below it; the field keeps the focus."""

    room = "search"
    BINDINGS: ClassVar[list[BindingType]] = bindings("search")
    DEFAULT_CSS = """
    SearchScreen > #field { height: 3; padding: 1 1; }
    SearchScreen.-low > #field { height: 1; padding: 0 1; }
    SearchScreen #slash { width: 2; color: $text-accent; text-style: bold; }
    SearchScreen Input { border: none; height: 1; padding: 0; background: $panel; }
    SearchScreen Input:focus { border: none; background: $panel; }
    SearchScreen #body { height: 1fr; }
    SearchScreen #hits { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    SearchScreen #hits.-beside { width: 1fr; }
    SearchScreen HitPreview { width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.field = Input(
            placeholder="words, or “a phrase”", max_length=400, select_on_focus=False
        )
        self.list = HitList()
        self.preview = HitPreview()
        self.preview.display = False
        self.limit = LIMIT
        self._previews = 0
        self.found = Found()
        self.reveal = False
        self._search: Search | None = None
        self._indexed = False

    def compose_body(self) -> ComposeResult:
        """The field, and the hits."""
        with Horizontal(id="field"):
            yield Static("/", id="slash")
            yield self.field
        box = VerticalScroll(self.list, id="hits")
        box.can_focus = False
        with Horizontal(id="body"):
            yield box
            yield self.preview

    def on_mount(self) -> None:
        """Letters go into the field at once."""
        self._search = Search(self.quiz.workspace)
        self.title_line.tell(Content.styled("Search", "bold"), Content(""))
        self.set_focus(self.field)

    def on_unmount(self) -> None:
        """Let go of the index."""
        if self._search is not None:
            self._search.close()

    def on_screen_resume(self) -> None:
        """Look for what has changed, at first and after every other screen."""
        assert self._search is not None
        self._indexed = False
        self._prepare(self._search.refresh(), self.list.cursor)

    def _prepare(self, steps: Iterator[Progress], cursor: int) -> None:
        """One step of indexing, then the next one after the screen had its turn."""
        try:
            step = next(steps, END)
        except QuizError as error:
            self._tell_blocks([words(error.message), words(error.hint or "", QUIET)])
            return
        if step is END:
            self._indexed = True
            self.look()
            if cursor:
                self._choose(cursor)
        elif self.is_attached:
            self._tell_blocks([Content.styled(progress(step), QUIET)])
            self.call_after_refresh(self._prepare, steps, cursor)

    # Looking for what is typed

    def on_input_changed(self) -> None:
        """Other words, other hits."""
        self.reveal, self.limit = False, LIMIT
        self.look()

    def look(self) -> None:
        """Search for what stands in the field, and show the hits."""
        search, typed = self._search, self.field.value
        if search is None or not self._indexed:
            return
        reveal, limit = self.reveal, self.limit
        found = self.quiz.guarded(lambda: search.find(typed, limit, typing=True, reveal=reveal))
        if found is not None:
            self._show(found)

    def _show(self, found: Found) -> None:
        self.found = found
        titles = {entry.id: entry.title for entry in self.quiz.workspace.library.sets}
        self.list.tell(found.hits, list(self._lead()), titles)
        self.query_one("#hits").scroll_home(animate=False)
        self._tell_what_is_seen(found)
        self.title_line.tell(
            Content.styled("Search", "bold"), Content.styled(counts(found, self.limit), QUIET)
        )
        self._show_hit_keys()
        self._preview_soon()

    def _preview_soon(self) -> None:
        """Show the chosen hit beside the list once that is painted, unless another is by then."""
        self._previews += 1
        self.call_after_refresh(self._show_preview, self._previews)

    def _show_preview(self, number: int) -> None:
        if number != self._previews:
            return
        hit, workspace = self.list.hit, self.quiz.workspace
        roomy = self.size.width >= ROOMY
        self.preview.display = roomy and hit is not None
        if self.preview.display:
            self.quiz.guarded(lambda: self.preview.tell(workspace, hit, reveal=self.reveal))

    def on_resize(self, event: events.Resize) -> None:
        """There may be room beside the list now, or none any more."""
        super().on_resize(event)
        self._preview_soon()

    def _tell_what_is_seen(self, found: Found) -> None:
        """Let a question that waits for its answer know what is read meanwhile."""
        library = self.quiz.workspace.library
        for hit in found.hits:
            if hit.passage is not None:
                self.quiz.sees(library.document(hit.set_id, hit.document), hit.passage)

    def _lead(self) -> Iterator[Block]:
        """What is said above the hits."""
        typed = self.field.value.strip()
        if typed:
            return lead(self.found, typed, self.shown_key)
        sets = [entry for entry in self.quiz.workspace.library.sets if entry.ok]
        return how_to(sum(entry.count for entry in sets), self.shown_key)

    def _tell_blocks(self, lines: list[Content]) -> None:
        self.list.tell((), [Block(line) for line in lines])
        self.show_keys(["back"])

    def _show_hit_keys(self) -> None:
        hit = self.list.hit
        names = ["go", "next", "previous"] if hit else []
        if self.reveal or any(one.hidden for one in self.list.hits):
            names.append("answers")
        names += ["more"] if self.found.more else []
        names += ["take"] if self.found.suggestion else []
        labels = {"go": "Read it there" if hit and hit.passage else "Answer it"}
        labels["answers"] = "Hide answers" if self.reveal else "Show answers"
        self.show_keys([*names, "help", "back"], labels)

    # Choosing a hit and going there

    def action_next(self) -> None:
        """Choose the next hit."""
        self._choose(self.list.cursor + 1)

    def action_previous(self) -> None:
        """Choose the hit before."""
        self._choose(self.list.cursor - 1)

    def action_page_down(self) -> None:
        """Choose a hit further down."""
        self._choose(self.list.cursor + PAGE)

    def action_page_up(self) -> None:
        """Choose a hit further up."""
        self._choose(self.list.cursor - PAGE)

    def _choose(self, cursor: int) -> None:
        if cursor >= len(self.list.hits) and self.found.more:
            self.action_more()
        self.list.move_to(cursor)
        self._show_hit_keys()
        self._preview_soon()

    def action_more(self) -> None:
        """Look for as many hits again."""
        cursor = self.list.cursor
        self.limit += LIMIT
        self.look()
        self.list.move_to(cursor)
        self._show_hit_keys()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click chooses a hit; a second one goes there."""
        if message.mark == self.list.cursor:
            self.action_go()
        else:
            self._choose(message.mark)

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_go()

    def action_go(self) -> None:
        """Ask the chosen question, or read the chosen passage in its document."""
        hit, quiz = self.list.hit, self.quiz
        if hit is None:
            return
        if hit.passage is None:
            quiz.ask_aside([hit.uid], quiz.workspace.library.entry(hit.set_id).title)
            return
        passages = quiz.guarded(lambda: passages_of(quiz.workspace, hit))
        if passages is None:
            return
        quiz.open_document(hit.set_id, hit.document, passages)
        if not passages:
            quiz.notify(LOST, severity="warning", timeout=6)

    def action_answers(self) -> None:
        """Show or hide answers that were not asked yet, for this search."""
        self.reveal = not self.reveal
        cursor = self.list.cursor
        self.look()
        self._choose(cursor)

    def action_take(self) -> None:
        """Search for the suggestion instead."""
        if self.found.suggestion:
            self.field.value = self.found.suggestion
            self.field.cursor_position = len(self.field.value)

    def action_back(self) -> None:
        """Back to where this was opened."""
        self.app.pop_screen()
