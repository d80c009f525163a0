"""A document with its line numbers; passages, states and matches drawn in place and in the gutter.

Rows are wrapped at once (offsets only) and painted as they come into view; what is drawn on a row
is found by bisection, so a document of a megabyte scrolls like a short one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quiz.core.documents.document import Document, Passage
from quiz.core.memory.mastery import Mastery, Span, in_need
from quiz.tui.looks import LOOKS, Looks
from quiz.tui.sideways import Sideways, width_of
from quiz.tui.wrapping import Wrapped

if TYPE_CHECKING:
    from quiz.core.documents.find import Matches

NARROW = 50
"""Below this width there are no line numbers."""

OWN = "✎"
"""Beside the row on which a mark of the learner's own begins."""

Layer = tuple[int, int, str]


class DocumentView(ScrollView, can_focus=True):
    """Shows a document; `show` chooses the passages and scrolls to the first.

    `follows`: the first passage stays in view when the size changes; else the top row does.
    """

    DEFAULT_CSS = """
    DocumentView {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $foreground;
        & > .document--number { color: $foreground-muted; }
        & > .document--passage { background: $warning; color: $on-warning; text-style: bold; }
        & > .document--bar { color: $text-warning; text-style: bold; }
        & > .document--missed { color: $text-error; text-style: bold underline; }
        & > .document--never { text-style: underline; }
        & > .document--learning { color: $text-warning; text-style: bold; }
        & > .document--known { color: $text-success; }
        & > .document--mine { background: $accent-muted; color: $text-accent; }
        & > .document--match { text-style: reverse; }
        & > .document--found { text-style: bold underline reverse; }
        & > .document--lead { color: $foreground-muted; }
        & > .document--heading { color: $text-accent; text-style: bold; }
        & > .document--head { text-style: bold underline; }
        & > .document--strong { text-style: bold; }
        & > .document--emphasis { text-style: italic; }
        & > .document--inserted { text-style: underline; }
        & > .document--struck { text-style: strike; }
        & > .document--code { color: $text-primary; }
        & > .document--link { color: $text-primary; text-style: underline; }
        & > .document--image { text-style: italic; }
        & > .document--note { color: $text-accent; }
        & > .document--keyword { color: $text-accent; text-style: bold; }
        & > .document--string { color: $text-success; }
        & > .document--literal { color: $text-warning; }
        & > .document--comment { color: $foreground-muted; text-style: italic; }
        &:nocolor > .document--heading { text-style: bold underline; }
        &:nocolor > .document--known { text-style: dim; }
        &:nocolor > .document--mine { text-style: italic underline; }
        &:nocolor > .document--passage {
            background: $surface; color: $foreground; text-style: bold reverse;
        }
        &:ansi > .document--mine {
            background: ansi_default; color: ansi_default; text-style: italic underline;
        }
        &:ansi > .document--passage {
            background: ansi_default; color: ansi_default; text-style: bold reverse;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "document--number",
        "document--passage",
        "document--bar",
        "document--match",
        "document--found",
        "document--lead",
        "document--mine",
        *LOOKS,
        *(f"document--{state.name.lower()}" for state in Mastery),
    }

    class Moved(Message):
        """Other rows are in view because they were wrapped anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+right", "sideways(1)", "Sideways", show=False),
        Binding("shift+left", "sideways(-1)", "Back", show=False),
    ]

    def __init__(
        self, document: Document, passages: Sequence[Passage] = (), *, follows: bool = True
    ) -> None:
        super().__init__()
        self.document = document
        self.passages = tuple(passages)
        self.follows = follows
        self.lettered = False
        self._spans: tuple[Span, ...] = ()
        self._mine: tuple[Passage, ...] = ()
        self._matches: Matches | None = None
        self._found: Passage | None = None
        self._rows = Wrapped("", 1)
        self._laid_out = (0, "")
        self._top = 0
        self._sideways = Sideways()
        self._looks = Looks(document)

    # What is shown

    @property
    def margin_width(self) -> int:
        """Columns for bar, letter and, where there is room, the line numbers."""
        digits = len(str(self.document.line_count)) + 1 if self.size.width >= NARROW else 0
        return 2 + digits + self.lettered

    def show(self, document: Document, passages: Sequence[Passage]) -> None:
        """Show other passages, maybe of another document, and bring the first into view."""
        if document is not self.document:
            self._spans, self._matches, self._found, self._top = (), None, None, 0
            self._mine = ()
            self._sideways, self._looks = Sideways(), Looks(document)
        self.document, self.passages = document, tuple(passages)
        self._reflow()
        self.refresh()
        self.call_after_refresh(self.reveal)

    def letter(self, spans: Sequence[Span]) -> None:
        """Draw the states of stretches, sorted and apart; letters in the gutter name them."""
        self._spans = tuple(spans)
        if self.lettered:
            self.refresh()
        else:
            self.lettered = True
            self._wrap_anew()

    def mine(self, passages: Sequence[Passage]) -> None:
        """Draw the learner's own marks."""
        before, self._mine = self._mine, tuple(passages)
        self._repaint((*before, *self._mine))

    def spot(self, passages: Sequence[Passage]) -> None:
        """Highlight other passages, where they are."""
        before, self.passages = self.passages, tuple(passages)
        self._repaint((*before, *self.passages))

    def find(self, matches: Matches | None, found: Passage | None = None) -> None:
        """Highlight matches, one of them as the present one."""
        same = matches is self._matches
        before, self._matches, self._found = self._found, matches, found
        if same:
            self._repaint(place for place in (before, found) if place is not None)
        else:
            self.refresh()

    # Where it is

    @property
    def top(self) -> int:
        """The offset at which the first row in view begins."""
        return self._top

    @property
    def bottom(self) -> int:
        """The offset after the last row in view."""
        last = min(len(self._rows), self.scroll_offset.y + self.size.height) - 1
        return self._rows.span(max(0, last))[1]

    def go_to(self, offset: int) -> None:
        """Bring the row of an offset to the top."""
        self._top = max(0, min(offset, len(self.document.text)))
        if self._laid_out[0]:
            self._scroll(self.row_of(self._top))

    def reveal(self) -> None:
        """Bring the first passage into view, from its start, with a line before it."""
        if self.passages:
            self.bring(self.passages[0])

    def bring(self, passage: Passage) -> None:
        """Scroll so that a passage is in view, from its start, with a line before it."""
        if not self._laid_out[0]:
            return
        first = self.row_of(passage.start)
        last = self.row_of(max(passage.start, passage.end - 1))
        row = self._rows.span(first)
        if self._sideways.reach(self.document.layout, row, passage, self._room):
            self.refresh()
        room = max(0, self.size.height - (last - first + 1))
        self._scroll(max(0, first - min(room // 2, max(2, room // 3))))

    def sees(self, passage: Passage) -> bool:
        """Whether the start of a passage is in view."""
        return 0 <= self.row_of(passage.start) - self.scroll_offset.y < self.size.height

    def row_of(self, offset: int) -> int:
        """The screen row, from 0, on which an offset stands."""
        return max(0, bisect_right(self._rows.starts, offset) - 1)

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, which outlives another width."""
        super().watch_scroll_y(old_value, new_value)
        if self._laid_out[0] and round(old_value) != round(new_value):
            self._top = self._rows.span(min(self.scroll_offset.y, len(self._rows) - 1))[0]

    def on_resize(self) -> None:
        """Wrap anew, and keep the passage or the place in view."""
        if self._laid_out != (self._room, self.document.text):
            self._wrap_anew()
        if self.follows:
            self.call_after_refresh(self.reveal)

    # Rows

    @property
    def _room(self) -> int:
        """Columns for text; two stay free."""
        return self.size.width - self.margin_width - 2

    def _wrap_anew(self) -> None:
        seen = [passage for passage in self.passages if self.sees(passage)]
        top = self._top
        self._reflow()
        self.go_to(top)
        if seen and not self.sees(seen[0]):
            self.bring(seen[0])
        self.post_message(self.Moved())

    def _reflow(self) -> None:
        text = self.document.text
        if self._room < 1:
            # Not laid out yet. Rows of another text must not be painted: they would cut this one
            # anywhere, line breaks included, and a line break in a row breaks the terminal.
            self._rows, self._laid_out = Wrapped("", 1), (0, "")
            return
        if self._laid_out != (self._room, text):
            self._rows = Wrapped(text, self._room, self.document.layout.blocks)
            self._laid_out = (self._room, text)
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh(Region(0, 0, self.size.width, self.size.height))

    def _repaint(self, passages: Iterable[Passage]) -> None:
        """Paint the rows of these passages again, as far as they are in view."""
        first, height = self.scroll_offset.y, self.size.height
        for passage in passages:
            start = max(first, self.row_of(passage.start))
            end = min(first + height, self.row_of(max(passage.start, passage.end - 1)) + 1)
            if start < end:
                self.refresh_lines(start, end - start)

    def render_line(self, y: int) -> Strip:
        """One screen row."""
        row = y + self.scroll_offset.y
        style = self.rich_style
        if not self._laid_out[0] or row >= len(self._rows):
            return Strip.blank(self.size.width, style)
        start, end = self._rows.span(row)
        spans = self._spans_on(start, max(end, start + 1))
        gutter, text = Strip(self._gutter(row, spans)), Strip(self._text(start, end, spans))
        if text.cell_length > self._room:
            sign = Segment("›", self.get_component_rich_style("document--lead"))
            block = self.document.layout.block_at(start)
            text = self._sideways.cropped(block, text, self._room, sign)
        return Strip.join([gutter, text]).adjust_cell_length(self.size.width, style)

    def action_sideways(self, by: int) -> None:
        """Move what is broader than the view; the key is another's where nothing is."""
        if not self._step_sideways(by):
            raise SkipAction

    def _step_sideways(self, by: int) -> bool:
        first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        rows = map(self._rows.span, range(first, min(last, len(self._rows))))
        widest = max((width_of(self.document.layout, row) for row in rows), default=0)
        self._sideways.step(by, widest, self._room)
        self.refresh()
        return widest > self._room

    def on_mouse_scroll_right(self) -> None:
        """The wheel tilted or turned with Shift."""
        self._step_sideways(1)

    def on_mouse_scroll_left(self) -> None:
        """The same to the other side."""
        self._step_sideways(-1)

    def _spans_on(self, start: int, end: int) -> Sequence[Span]:
        first = bisect_right(self._spans, start, key=_end)
        return self._spans[first : bisect_left(self._spans, end, key=_start)]

    def _gutter(self, row: int, spans: Sequence[Span]) -> Iterator[Segment]:
        start, end = self._rows.span(row)
        mark = self.get_component_rich_style("document--bar")
        letter = " "
        if spans:
            state = min((span.state for span in spans), key=in_need)
            letter = state.letter
            colour = self.get_component_rich_style(f"document--{state.name.lower()}")
            mark = Style(color=colour.color, bgcolor=colour.bgcolor, bold=True)
        spotted = any(p.start < max(end, start + 1) and start < p.end for p in self.passages)
        bar = "▌" if spans or spotted else " "
        if any(start <= mine.start < max(end, start + 1) for mine in self._mine):
            bar, mark = OWN, self.get_component_rich_style("document--note")
        yield Segment(f"{letter}{bar}" if self.lettered else bar, mark)
        digits = self.margin_width - 2 - self.lettered
        number = self.document.line_of(start) if self._is_numbered(row, end) else ""
        text = f"{number:>{digits - 1}}  " if digits else " "
        yield Segment(text, self.get_component_rich_style("document--number"))

    def _is_numbered(self, row: int, end: int) -> bool:
        """Whether the number of its line stands beside a row: at the first, where there is text."""
        start = self._rows.starts[row]
        return self._rows.begins_line(row) and (end > start or not self.document.layout.blocks)

    def _text(self, start: int, end: int, spans: Sequence[Span]) -> Iterator[Segment]:
        if not self.document.layout.blocks:
            yield from self._words(start, end, spans)
            return
        lead = self.get_component_rich_style("document--lead")
        for text, offset in self.document.layout.fragments(start, end):
            if offset < 0:
                yield Segment(text, lead)
            else:
                yield from self._words(offset, offset + len(text), spans)

    def _words(self, start: int, end: int, spans: Sequence[Span]) -> Iterator[Segment]:
        """A stretch of the text, with all that is drawn on it."""
        text = self.document.text
        last = start + len(text[start:end].rstrip())
        layers = [
            (max(start, a), min(last, b), name)
            for a, b, name in self._layers(start, end, spans)
            if a < last and start < b
        ]
        looks = self._looks.between(start, end)
        edges = sorted({start, last, end, *(e for a, b, _ in (*layers, *looks) for e in (a, b))})
        for a, b in pairwise(edges):
            style = self.rich_style
            for from_, to, name in looks:
                if from_ <= a < to:
                    style += self.get_component_rich_style(name, partial=True)
            names = [name for from_, to, name in layers if from_ <= a < to]
            if names:
                style = self._over(style, names[-1])
            yield Segment(text[a:b], style)

    def _over(self, style: Style, name: str) -> Style:
        """A layer's style; what is slanted or struck out under it stays so."""
        layer = self.get_component_rich_style(name)
        if not style.italic and not style.strike:
            return layer
        return layer + Style(italic=style.italic, strike=style.strike)

    def _layers(self, start: int, end: int, spans: Sequence[Span]) -> Iterator[Layer]:
        """What is drawn on a row, one over the other."""
        for span in spans:
            yield span.start, span.end, f"document--{span.state.name.lower()}"
        for passage in self._mine:
            yield passage.start, passage.end, "document--mine"
        for passage in self.passages:
            yield passage.start, passage.end, "document--passage"
        for match in self._matches.between(start, end) if self._matches else ():
            name = "document--found" if match == self._found else "document--match"
            yield match.start, match.end, name


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
