"""After a session: how it went, what was missed, when to come back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from quiz.study.sitting.looking_back import of_session
from quiz.study.sitting.study import Study
from quiz.study.today.session_summary import Summary, coming_text, outcome_texts, sum_up
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.session.answer_rows import AnswerRows
from quiz.tui.text import Block, join
from quiz.tui.widgets.sheet import Sheet


class SummaryScreen(FramedScreen):
    """Tells the result of a finished study."""

    room = "summary"
    BINDINGS: ClassVar[list[BindingType]] = bindings("summary")
    DEFAULT_CSS = """
    SummaryScreen > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    SummaryScreen Sheet { margin: 1 2 0 2; }
    SummaryScreen.-low Sheet { margin: 0 1; }
    """

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.sheet = Sheet()
        self.rows = AnswerRows()
        self.summary: Summary | None = None

    def compose_body(self) -> ComposeResult:
        """What there is to say, then the answers as rows."""
        box = VerticalScroll(self.sheet, self.rows)
        box.can_focus = False
        yield box

    def on_mount(self) -> None:
        """Sum up."""
        self.rows.focus(scroll_visible=False)
        self.title_line.tell(Content.styled("Session finished", "bold"), Content(""))
        self.summary = self.quiz.guarded(lambda: sum_up(self.study))
        self.sheet.show(list(_blocks(self.summary)) if self.summary else [])
        answers = self.quiz.guarded(lambda: of_session(self.study.workspace, self.study.record))
        if answers is not None:
            self.rows.tell(answers)
        self._tell_keys()

    def _tell_keys(self) -> None:
        missed = ["again"] if self.summary and self.summary.missed else []
        labels = {} if self.quiz.has_home else {"go": "Quit"}
        labels = {"go": "Back"} if self.study.record.aside else labels
        if self.rows.chosen is not None:
            labels = {"go": "See its proof"}
        self.show_keys(["go", "look_back", *missed, "choose", "undo", "leave", "help"], labels)

    def on_answer_rows_moved(self) -> None:
        """Enter does something else on a row."""
        self._tell_keys()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click chooses a row; a second one opens it."""
        if message.sheet is self.rows:
            if message.mark == self.rows.cursor:
                self.action_go()
            else:
                self.rows.move_to(message.mark)

    def action_go(self) -> None:
        """Open the chosen answer; without one, leave."""
        if self.rows.chosen is not None:
            self.action_look_back()
        else:
            self.action_leave()

    def action_look_back(self) -> None:
        """See the chosen answer with its proof, or the first of the session, and the others."""
        from quiz.tui.screens.session.look_back import LookBackScreen

        answers = self.rows.answers
        if answers is not None and answers.count:
            self.app.push_screen(LookBackScreen(answers, self.rows.chosen or 0))

    def action_leave(self) -> None:
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
    share = round(100 * summary.right / summary.asked) if summary.asked else 0
    yield Block(
        join(
            Content.styled(
                f"{summary.right} of {summary.asked} right at once", "bold $text-success"
            ),
            Content.styled(f"   {share} %", "bold"),
        )
    )
    details = outcome_texts(summary)
    details += [f"{summary.minutes} min"] if summary.minutes else []
    yield Block(Content.styled(" · ".join(details), "$foreground-muted"))
    if summary.day:
        yield Block(Content(f"{summary.day}."))
    yield Block(Content(coming_text(summary)))
