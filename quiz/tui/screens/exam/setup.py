"""What an exam is to be, before it begins; and the exams taken before."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from quiz.core.questions.question_set import ExamPlan
from quiz.study.common.wish import Wish, wish_text
from quiz.study.exams.result import result_of
from quiz.study.exams.terms import ExamRequest, terms
from quiz.study.exams.waiting import waiting_exam
from quiz.study.exams.wording import left_clock, terms_text
from quiz.tui.actions import bindings
from quiz.tui.screens.exam import examining
from quiz.tui.screens.exam.text import clamped
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.text import one_line
from quiz.tui.widgets.exam.form import (
    EACH,
    MINUTES,
    ONLY,
    PASS,
    QUESTIONS,
    SETS,
    VERDICTS,
    ExamForm,
)
from quiz.tui.widgets.sheet import Sheet

MOST_EXAMS = 200
MOST_EACH = 100
MOST_MINUTES = 24 * 60
ALL = "All sets"


class ExamSetupScreen(FramedScreen):
    """Turns the terms of an exam; `set_id` is the set it begins with, '' for all."""

    room = "exam_setup"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_setup")
    DEFAULT_CSS = """
    ExamSetupScreen > VerticalScroll { height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; }
    ExamSetupScreen.-low > VerticalScroll { padding: 0 1; }
    """

    def __init__(self, set_id: str = "") -> None:
        super().__init__()
        self.form = ExamForm()
        self.request = ExamRequest((set_id,) if set_id else ())
        self.plan = ExamPlan()

    def compose_body(self) -> ComposeResult:
        """The values and the old exams."""
        box = VerticalScroll(self.form)
        box.can_focus = False
        yield box

    def on_mount(self) -> None:
        """The arrows move among the values."""
        self.form.focus()

    def on_screen_resume(self) -> None:
        """Show what there is, at first and after an old exam."""
        workspace = self.quiz.workspace
        exams = self.quiz.guarded(lambda: workspace.history.exams(MOST_EXAMS))
        self.form.tell_exams(exams or [], workspace.offset_min())
        self._tell()

    def _tell(self) -> None:
        plan = self.quiz.guarded(lambda: terms(self.quiz.workspace, self.request))
        self.plan = plan or ExamPlan()
        self.form.tell(self._sets_text(), self.plan, self._further())
        said = terms_text(self.plan) if self.plan.questions and self.size.width >= 64 else ""
        self.title_line.tell(Content.styled("Exam", "bold"), one_line(said, "$foreground-muted"))
        self._tell_keys()

    def _tell_keys(self) -> None:
        if self.form.exam is not None:
            self.show_keys(["go", "back", "help"], {"go": "Look at it again"})
            return
        names = ["go", "more", "less", "choose", "much_more", "much_less", "help", "back"]
        self.show_keys(names, {"go": "Choose" if self.form.cursor == ONLY else "Begin"})

    def _further(self) -> tuple[str, str, str]:
        """Which questions, how many of each, and when the verdicts are told."""
        wish, each = self.request.wish, self.request.each
        only = wish_text(wish, {}) if wish is not None and wish.anything else "all of them"
        told = "after each" if self.request.tutor else "at the end"
        return only, str(each) if each else "as they come", told

    def _sets_text(self) -> str:
        ids = self.request.sets
        titles = {e.id: e.title for e in self.quiz.workspace.library.sets if e.ok}
        if len(ids) > 1:
            return f"{len(ids)} of {len(titles)} sets"
        return titles.get(ids[0], ids[0]) if ids else f"{ALL} ({len(titles)})"

    # Turning

    def action_more(self) -> None:
        """One step up."""
        self._turn(1)

    def action_less(self) -> None:
        """One step down."""
        self._turn(-1)

    def action_much_more(self) -> None:
        """Ten steps up."""
        self._turn(10)

    def action_much_less(self) -> None:
        """Ten steps down."""
        self._turn(-10)

    def _turn(self, step: int) -> None:
        plan = self.plan
        match self.form.cursor:
            case n if n == SETS:
                kept = self.request
                sets = self._next_sets(step)
                self.request = ExamRequest(sets, wish=kept.wish, each=kept.each, tutor=kept.tutor)
            case n if n == QUESTIONS:
                count = max(1, plan.questions + step)
                self.request = self.request._replace(questions=count)
            case n if n == MINUTES:
                minutes = clamped(plan.minutes + step, 0, MOST_MINUTES)
                self.request = self.request._replace(minutes=minutes)
            case n if n == PASS:
                percent = clamped(int(plan.pass_percent) + step, 0, 100)
                self.request = self.request._replace(pass_percent=float(percent))
            case n if n == ONLY:
                self.action_choose()
            case n if n == EACH:
                each = clamped((self.request.each or 0) + step, 0, MOST_EACH)
                self.request = self.request._replace(each=each or None, questions=None)
            case n if n == VERDICTS:
                self.request = self.request._replace(tutor=not self.request.tutor)
        self._tell()
        if self.request.questions is not None:  # no more than there are: the way back is short
            self.request = self.request._replace(questions=self.plan.questions or None)

    def action_choose(self) -> None:
        """Choose among the questions by set, tag, section, type and how it went."""
        wish = (self.request.wish or Wish())._replace(sets=self.request.sets)
        self.app.push_screen(self.quiz.choosing_screen(wish, self._chosen))

    def _chosen(self, wish: Wish) -> None:
        only = wish._replace(sets=())
        self.request = self.request._replace(sets=wish.sets, wish=only, questions=None)
        self._tell()

    def _next_sets(self, step: int) -> tuple[str, ...]:
        """The next choice: all sets, then each; what was turned before starts anew."""
        choices: list[tuple[str, ...]] = [()]
        choices += [(entry.id,) for entry in self.quiz.workspace.library.sets if entry.ok]
        at = choices.index(self.request.sets) if self.request.sets in choices else 0
        return choices[(at + step) % len(choices)]

    # Beginning

    def on_exam_form_moved(self) -> None:
        """Other keys fit another line."""
        self._tell_keys()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click chooses a line; a second one does what Enter does on an old exam."""
        if message.mark == self.form.cursor and self.form.exam is not None:
            self.action_go()
        else:
            self.form.move_to(message.mark)

    def action_go(self) -> None:
        """Begin, look at an old exam, or choose the questions."""
        workspace, old = self.quiz.workspace, self.form.exam
        if self.form.cursor == ONLY:
            self.action_choose()
            return
        if old is not None:
            from quiz.tui.screens.exam.result import ExamResultScreen

            result = self.quiz.guarded(lambda: result_of(workspace, old.record))
            if result is not None:
                self.app.push_screen(ExamResultScreen(result, aside=True))
        elif not self.plan.questions:
            self.notify("There is no question to ask. Choose other sets.", timeout=5)
        else:
            self._begin()

    def _begin(self) -> None:
        """Begin; ask first when that drops a running exam."""
        from quiz.tui.dialogs.ask import AskScreen

        waiting = self.quiz.guarded(lambda: waiting_exam(self.quiz.workspace))
        if waiting is None:
            examining.begin_exam(self.quiz, self.request)
        elif not waiting.left_ms:
            self.notify("Your last exam was over; here is its result.", timeout=6)
            examining.resume_exam(self.quiz, waiting.record)
        else:
            left = left_clock(waiting.left_ms)
            details = [
                f"Your exam {waiting.record.title} is running, {left}.",
                "It would end without a score, its answers would not count.",
            ]
            self.app.push_screen(
                AskScreen("Drop the running exam?", details, "drops it", "keeps it", easy=False),
                lambda yes: examining.begin_exam(self.quiz, self.request) if yes else None,
            )

    def action_back(self) -> None:
        """Back home."""
        self.app.pop_screen()
