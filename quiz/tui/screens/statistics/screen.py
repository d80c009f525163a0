"""Statistics, page by page; each is worked out when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from quiz.study.statistics.scope import Scope
from quiz.study.statistics.sections import Sections
from quiz.study.statistics.text.lines import UNICODE, Line, Span
from quiz.study.statistics.text.recall import section_lines
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.statistics.pages import MOST_ROWS, NAMES, PAGES, SECTIONS, WHAT_IF, Tell
from quiz.tui.screens.statistics.what_if import WhatIfPage
from quiz.tui.text import Block, join, words
from quiz.tui.widgets.page_tabs import PageTabs
from quiz.tui.widgets.sheet import Sheet

WEEK = 7
A_WHILE = 0.05
"""Seconds for which a key may wait, while a long page is worked out."""
STYLES = {
    "heading": "bold $text-accent",
    "strong": "bold",
    "muted": "$foreground-muted",
    "bar": "$text-primary",
    "goal": "bold $text-warning",
}


class FigureSheet(Sheet):
    """Shows lines that are made for its width."""

    def __init__(self) -> None:
        super().__init__()
        self.tell: Tell = lambda width: ()

    def blocks(self, width: int) -> Sequence[Block]:
        """A block for each line; at the top no blank one, and in little height no page's name."""
        lines = [_content(line) for line in self.tell(width)]
        above = ("", *NAMES) if self.screen.has_class("-low") else ("",)
        first = next((i for i, line in enumerate(lines) if line.plain.strip() not in above), 0)
        return [Block(line) for line in lines[first:]]


class FigureBox(VerticalScroll, inherit_bindings=False):
    """Scrolls by page; the arrows belong to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,space", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]


class StatsScreen(FramedScreen):
    """Pages of figures; `set_id` is the set that What if begins with."""

    room = "stats"
    BINDINGS: ClassVar[list[BindingType]] = bindings("stats")
    DEFAULT_CSS = """
    StatsScreen > FigureBox { height: 1fr; scrollbar-size-vertical: 1; }
    StatsScreen FigureSheet { margin: 0 1; }
    StatsScreen > PageTabs { margin: 1 0; }
    StatsScreen.-low > PageTabs { margin: 0; }
    """

    def __init__(self, set_id: str = "") -> None:
        super().__init__()
        self.tabs = PageTabs(NAMES)
        self.sheet = FigureSheet()
        self.box = FigureBox(self.sheet)
        self._set_id = set_id
        self._scope: Scope | None = None
        self._told: dict[str, Tell] = {}
        self._what_if: WhatIfPage | None = None

    def compose_body(self) -> ComposeResult:
        """The pages' names and what is on the chosen one."""
        yield self.tabs
        yield self.box

    def on_mount(self) -> None:
        """Show the first page."""
        self.box.focus()
        self.title_line.tell(Content.styled("Statistics", "bold"), Content(""))
        self._scope = self.quiz.guarded(lambda: Scope(self.quiz.workspace))
        self.show_page(0)

    @property
    def page(self) -> str:
        """The name of the page on screen."""
        return NAMES[self.tabs.index]

    def show_page(self, index: int) -> None:
        """Show a page, counted from 0 and around the end, and work it out at the first time."""
        self.tabs.show(index % len(NAMES))
        name = self.page
        if name not in self._told and self._scope is not None:
            told = self.quiz.guarded(lambda: self._load(name))
            if told is not None:
                self._told[name] = told
        self.sheet.tell = self._told.get(name, _failed)
        self.sheet.show(())
        self.box.scroll_home(animate=False)
        self._show_page_keys()
        self.call_after_refresh(self._show_page_keys)  # whether there is more is known then

    def _load(self, name: str) -> Tell:
        assert self._scope is not None
        if name == SECTIONS:
            return self._load_sections(Sections(self._scope))
        if name == WHAT_IF:
            self._what_if = WhatIfPage(self._scope, self._set_id)
            return self._what_if.lines
        return PAGES[name](self._scope)

    def _load_sections(self, sections: Sections) -> Tell:
        """Look at sets for a while, again and again between two frames, until all are done."""

        def tell(width: int) -> Iterable[Line]:
            return section_lines(sections.figures, width, UNICODE, MOST_ROWS)

        def step() -> None:
            """Look for a while, show what is there, and go on after the next frame."""
            end = monotonic() + A_WHILE
            more = self.is_attached
            while more and monotonic() < end:
                more = bool(self.quiz.guarded(sections.step))
            if self.is_attached and self.page == SECTIONS:
                self.sheet.show(())
            if more:
                self.call_after_refresh(step)

        self.call_after_refresh(step)
        return tell

    def _show_page_keys(self) -> None:
        if self.page != WHAT_IF:
            more = ["down"] if self.box.max_scroll_y else []
            self.show_keys(["right", "act", *more, "left", "help", "back"])
            return
        labels = {"right": "Later", "left": "Earlier", "down": "Next set", "up": "Set before"}
        names = [
            "right",
            "left",
            "down",
            "up",
            "next",
            "week_later",
            "week_earlier",
            "act",
            "help",
            "back",
        ]
        self.show_keys(names, labels)

    def on_page_tabs_chosen(self, message: PageTabs.Chosen) -> None:
        """A click on a name shows its page."""
        self.show_page(message.index)

    def on_key(self, event: events.Key) -> None:
        """Digits show a page at once."""
        if event.key.isdigit() and 1 <= int(event.key) <= len(NAMES):
            event.stop()
            self.show_page(int(event.key) - 1)

    def action_next(self) -> None:
        """Show the next page."""
        self.show_page(self.tabs.index + 1)

    def action_previous(self) -> None:
        """Show the page before."""
        self.show_page(self.tabs.index - 1)

    def action_right(self) -> None:
        """The next page, or the day after."""
        self._turn(lambda page: page.move(1), self.action_next)

    def action_left(self) -> None:
        """The page before, or the day before."""
        self._turn(lambda page: page.move(-1), self.action_previous)

    def action_week_later(self) -> None:
        """On What if, a week later."""
        self._turn(lambda page: page.move(WEEK), lambda: None)

    def action_week_earlier(self) -> None:
        """On What if, a week earlier."""
        self._turn(lambda page: page.move(-WEEK), lambda: None)

    def action_down(self) -> None:
        """Scroll, or go to the next set."""
        self._turn(lambda page: page.choose(1), lambda: self.box.scroll_down(animate=False))

    def action_up(self) -> None:
        """Scroll, or go to the set before."""
        self._turn(lambda page: page.choose(-1), lambda: self.box.scroll_up(animate=False))

    def action_act(self) -> None:
        """Study something that the page names."""
        from quiz.tui.screens.statistics.acting import act_on

        if self._scope is not None:
            act_on(self.quiz, self._scope, self.page)

    def on_screen_resume(self) -> None:
        """What was answered meanwhile counts."""
        if self._scope is not None and self._told:
            self._scope = self.quiz.guarded(lambda: Scope(self.quiz.workspace))
            self._told.clear()
            self.show_page(self.tabs.index)

    def action_back(self) -> None:
        """Back to where this was opened."""
        self.app.pop_screen()

    def _turn(self, choose: Callable[[WhatIfPage], None], otherwise: Callable[[], None]) -> None:
        """Choose on What if, do something else elsewhere."""
        page = self._what_if
        if self.page != WHAT_IF or page is None:
            otherwise()
            return
        self.quiz.guarded(lambda: choose(page))
        self.sheet.show(())


def _content(line: Line) -> Content:
    return join(*(words(span.text, STYLES.get(span.role, "")) for span in line))


def _failed(width: int) -> Iterable[Line]:
    yield (Span("  This could not be worked out.", "muted"),)
