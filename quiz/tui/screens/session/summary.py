"""After a session: how it went, what was missed, when to come back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from quiz.study.sitting.study import Study
from quiz.study.sitting.wording import short_answer
from quiz.study.today.session_summary import Summary, coming_text, sum_up
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.text import Block, join, one_line
from quiz.tui.widgets.sheet import Sheet


class SummaryScreen(FramedScreen):
    """Tells the result of a finished study."""

    room = "summary"
    BINDINGS: ClassVar[list[BindingType]] = bindings("summary")
    DEFAULT_CSS = """
    SummaryScreen > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    SummaryScreen Sheet { margin: 1 2; }
    SummaryScreen.-low Sheet { margin: 0 1; }
    """

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.sheet = Sheet()

    def compose_body(self) -> ComposeResult:
        """One sheet."""
        yield VerticalScroll(self.sheet)

    def on_mount(self) -> None:
        """Sum up."""
        self.query_one(VerticalScroll).focus()
        summary = self.quiz.guarded(lambda: sum_up(self.study))
        self.title_line.tell(Content.styled("Session finished", "bold"), Content(""))
        self.sheet.show(list(_blocks(summary)) if summary else [])
        missed = ["again"] if summary and summary.missed else []
        labels = {} if self.quiz.has_home else {"go": "Quit"}
        labels = {"go": "Back"} if self.study.record.aside else labels
        self.show_keys(["go", *missed, "choose", "undo", "help"], labels)

    def action_go(self) -> None:
        """Home, or back to where a session aside was opened."""
        self.quiz.leave_study(self.study)

    def action_undo(self) -> None:
        """Back to the last question, unanswered."""
        if self.quiz.guarded(self.study.undo, self.action_undo):
            self.quiz.show(self.quiz.session_screen(self.study))

    def action_choose(self) -> None:
        """Choose what to be asked next, beginning with what was missed in these sets."""
        from quiz.core.memory.records import set_of
        from quiz.study.common.wish import State, Wish

        sets = tuple(dict.fromkeys(map(set_of, self.study.session.plan)))
        self.quiz.choose_questions(Wish(sets, states=(State.MISSED,)))

    def action_again(self) -> None:
        """Go through what was missed, without moving the schedule."""
        from quiz.study.sitting.begin import begin_over

        missed = tuple(uid for uid, _ in sum_up(self.study).missed)
        aside = self.study.record.aside
        begun = partial(begin_over, self.quiz.workspace, missed, aside=aside)
        study = self.quiz.guarded(begun, self.action_again)
        if study is not None:
            self.quiz.show(self.quiz.session_screen(study))


def _blocks(summary: Summary) -> Iterator[Block]:
    tally = summary.tally
    share = round(100 * tally.correct / tally.asked) if tally.asked else 0
    yield Block(
        join(
            Content.styled(f"{tally.correct} of {tally.asked} right at once", "bold $text-success"),
            Content.styled(f"   {share} %", "bold"),
        )
    )
    details = [f"{tally.partly} partly"] if tally.partly else []
    details += [f"{tally.wrong} missed"] if tally.wrong else []
    repeats = "1 repeat" if tally.repeats == 1 else f"{tally.repeats} repeats"
    details += [repeats] if tally.repeats else []
    details += [f"{summary.minutes} min"] if summary.minutes else []
    yield Block(Content.styled(" · ".join(details), "$foreground-muted"))
    yield Block(Content(""))
    if summary.day:
        yield Block(Content(f"{summary.day}."))
    yield Block(Content(coming_text(summary)))
    if summary.missed:
        yield Block(Content(""))
        yield Block(Content.styled("To look at again", "bold $text-accent"))
    for _, question in summary.missed:
        yield Block(one_line(question.stem), Content.styled("• ", "$text-error"))
        yield Block(one_line(short_answer(question), "$foreground-muted"), Content("  → "))
