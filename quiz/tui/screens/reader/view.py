"""The reader's parts and what each shows; what keys do is in `reader`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input

from quiz.core.documents.document import Document, Passage
from quiz.core.documents.find import Findable, Matches
from quiz.core.memory.mastery import Marked, between, flattened
from quiz.study.common.noting import Placed
from quiz.study.common.workspace import Workspace
from quiz.study.reading.reading import (
    CitedPassage,
    Reading,
    cited_passages,
    read,
    real_path,
    section_at,
)
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.reader.text import HIDDEN, LOOKING, legend, place, rows_of, section_line
from quiz.tui.text import join, one_line, words
from quiz.tui.widgets.document_view import DocumentView
from quiz.tui.widgets.row_list import RowList
from quiz.tui.widgets.status_line import StatusLine

Page = Callable[[], Document]
"""Reads a document; raises QuizError."""

SLICE = 0.012
"""Seconds of work between two looks at the keys while the marks are gathered."""

KEEP_AFTER = 2.0
"""Seconds without a move after which the place is kept."""


class ReaderView(FramedScreen):
    """A document with its outline beside it where there is room; a legend and a field below.

    Without a workspace nothing is marked and no place is kept; `marks` False hides what is asked.
    `picking`: sentences are picked, to be noted.
    """

    picking = False

    DEFAULT_CSS = """
    ReaderView #body { layout: horizontal; height: 1fr; }
    ReaderView #body { layers: text above; }
    ReaderView #side { display: none; height: 1fr; background: $surface; }
    ReaderView #heading { dock: top; background: $surface; color: $foreground-muted; }
    ReaderView.-wide #side.-useful { display: block; width: 38; border-right: solid $panel; }
    ReaderView.-stacked #side.-wanted { display: block; width: 100%; layer: above; }
    ReaderView #legend { dock: bottom; margin: 0 0 1 0; background: $surface; }
    ReaderView #field { dock: bottom; display: none; height: 1; margin: 0 0 1 0; padding: 0 1;
                        border: none; background: $block-cursor-background 25%; }
    """

    def __init__(
        self,
        pages: Sequence[Page],
        index: int = 0,
        passages: Sequence[Passage] = (),
        *,
        workspace: Workspace | None = None,
        marks: bool = True,
        aside: bool = True,
    ) -> None:
        super().__init__()
        self.pages = pages
        self.index = index
        self.workspace = workspace
        self.marks = marks and workspace is not None
        self.aside = aside and self.marks
        self.document = pages[index]()
        self.reading: Reading | None = None
        self.placed: list[Placed] = []
        self.matches: Matches | None = None
        self.found: Passage | None = None
        self._findable: Findable | None = None
        self._work: Iterator[None] = iter(())
        self._keeps = not passages
        self._moved = 0.0
        self.view = DocumentView(self.document, passages, follows=False)
        self.outline = RowList()
        heading = StatusLine(id="heading")
        heading.tell(Content("Outline"), Content("worst, known/all "))
        self.side = Container(heading, self.outline, id="side")
        self.legend = StatusLine(id="legend")
        self.field = Input(placeholder="words to find", max_length=200, id="field")
        self.field.cursor_blink = False

    def compose_body(self) -> ComposeResult:
        """Outline and text; below them the legend, or the field for a search."""
        yield Container(self.side, self.view, id="body")
        yield self.legend
        yield self.field

    def on_mount(self) -> None:
        """Show the text at the kept place, then what is asked about it."""
        self.view.focus()
        self.watch(self.view, "scroll_y", self.on_document_view_moved, init=False)
        self._open()
        self.set_interval(KEEP_AFTER, self._keep_when_still)

    def on_screen_resume(self) -> None:
        """What was answered meanwhile counts."""
        workspace, reading = self.workspace, self.reading
        if workspace is not None and reading is not None:
            self.reading = self.frame.guarded(lambda: read(workspace, self.document, reading.cited))
            self.show_own()
            self._draw()

    # Opening

    def turn_to(self, index: int) -> None:
        """Show another document. Raises QuizError."""
        self.keep_place()
        self.document, self.index = self.pages[index](), index
        self.reading, self.matches, self.found, self._findable = None, None, None, None
        self._keeps = True
        self.view.show(self.document, ())
        self._open()

    def _open(self) -> None:
        workspace = self.workspace
        if workspace is not None and self._keeps:
            path = real_path(self.document)
            self.view.go_to(self.frame.guarded(lambda: workspace.history.reading_place(path)) or 0)
        self._moved = 0.0
        self._work = self._gather()
        self.tell()
        self.call_after_refresh(self.tell_what_is_seen)
        self.set_timer(0.02, self._go_on)

    def _gather(self) -> Iterator[None]:
        """Everything that is looked up once, in short steps."""
        self.show_outline()
        yield
        workspace = self.workspace
        if workspace is not None and self.marks:
            cited: list[CitedPassage] = []
            for batch in cited_passages(workspace.library, self.document):
                cited += batch
                yield
            self.reading = read(workspace, self.document, cited)
            yield
            self.show_own()
            yield
            self._draw()
            yield
        self._findable = Findable.of(self.document.text)

    def _go_on(self) -> None:
        """Work for a moment, then let keys have their turn."""
        work, end = self._work, monotonic() + SLICE
        while self.is_attached and monotonic() < end:
            if self.frame.guarded(lambda: next(work, self)) is not None:
                return
        if self.is_attached:
            self.set_timer(0.002, self._go_on)

    @property
    def findable(self) -> Findable:
        """The text prepared for finding words."""
        if self._findable is None:
            self._findable = Findable.of(self.document.text)
        return self._findable

    # What is shown

    def _draw(self) -> None:
        if self.reading is not None:
            if self.reading.marked or self.view.lettered:
                self.view.letter(flattened(self.reading.marked))
            self.show_outline()
        self.tell()

    def show_outline(self) -> None:
        """The sections beside the text, if there are several."""
        rows = rows_of(self.reading, self.document.sections)
        self.side.set_class(len(rows) > 1, "-useful")
        marked = bool(self.reading and self.reading.counts.total)

        def row(number: int, width: int) -> Content:
            return section_line(rows[number], width, figures=marked)

        self.outline.show(len(rows), row, section_at(self.document, self.view.top) or 0)

    def tell(self) -> None:
        """Title, place, legend and keys as they are now."""
        self.tell_place()
        self.tell_legend()
        self.show_reader_keys()

    def tell_place(self) -> None:
        """The title with how far one is."""
        count = f"{self.index + 1}/{len(self.pages)}  " if len(self.pages) > 1 else ""
        view = self.view
        percent = place(view.top, view.bottom, len(self.document.text))
        page = self.document.page_of(Passage(view.top, view.top + 1))
        line = f"line {self.document.line_of(view.top):,} of {self.document.line_count:,} · "
        line = f"{page} · " if page else line
        right = Content.styled(f"{line if self.size.width >= 64 else ''}{percent}")
        left = join(
            Content.styled(count, "$foreground-muted"), one_line(self.document.cited_title, "bold")
        )
        self.title_line.tell(left, right)

    def tell_legend(self) -> None:
        """What the letters mean; while there are matches, which of them this is."""
        width = self.size.width - 2
        if self.picking:
            line = self.own_legend()
        elif self.matches is not None and self.matches.words:
            line = self._match_words()
        elif not self.marks:
            line = Content.styled(HIDDEN if self.workspace is not None else "", "$foreground-muted")
        elif self.reading is None:
            line = Content.styled(LOOKING, "$foreground-muted")
        else:
            line = legend(self.reading.counts, width)
        told = self.workspace is not None or self.matches is not None
        self.legend.display = told and not self.finding
        self.legend.tell(line, Content(""))

    @property
    def finding(self) -> bool:
        """Whether words to find are being typed."""
        return bool(self.field.display)

    def _match_words(self) -> Content:
        assert self.matches is not None
        count = self.matches.count
        if not self.found:
            return join(words(f"“{self.matches.words}”", "bold"), " is not in this document")
        which = f"{self.matches.number(self.found):,} of {count:,}"
        return join(words(f"“{self.matches.words}”", "bold"), f"  {which}")

    def show_reader_keys(self) -> None:
        """The keys that do something now."""
        raise NotImplementedError

    def show_own(self) -> None:
        """Draw what the learner has marked."""

    def own_legend(self) -> Content:
        """What stands below the text while sentences are picked."""
        return Content("")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work while typing."""
        self.show_reader_keys()

    def on_document_view_moved(self) -> None:
        """The place changes with every scroll."""
        self._moved = monotonic()
        self.tell_what_is_seen()
        self.tell_place()
        self.show_reader_keys()
        if not self.outline.has_focus and self.side.has_class("-useful"):
            self.outline.move_to(section_at(self.document, self.view.top) or 0)

    def tell_what_is_seen(self) -> None:
        """Let a question that waits for its answer know what is read meanwhile."""
        tell = getattr(self.app, "sees", None)
        if tell is not None and self.is_current:
            tell(self.document, Passage(self.view.top, self.view.bottom))

    def on_resize(self, event: events.Resize) -> None:
        """Other words fit."""
        self.tell_place()
        self.tell_legend()

    def in_view(self) -> Sequence[Marked]:
        """The marked passages that begin in view."""
        if self.reading is None:
            return ()
        return between(self.reading.marked, self.view.top, self.view.bottom)

    # The reading place

    def _keep_when_still(self) -> None:
        if self._moved and monotonic() - self._moved > KEEP_AFTER / 2:
            self.keep_place()

    def keep_place(self) -> None:
        """Remember where the learner is; not when a passage was only looked up."""
        workspace, at = self.workspace, self.view.top
        if workspace is None or not self._keeps or not self._moved:
            return
        self._moved = 0.0
        path = real_path(self.document)
        now = workspace.now_ms()
        self.frame.guarded(lambda: workspace.history.keep_reading_place(path, at, now))

    def on_unmount(self) -> None:
        """Also when the program is left from here."""
        self.keep_place()
