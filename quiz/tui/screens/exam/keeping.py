"""What an exam keeps while it runs, and how it ends: by the clock, by hand, or elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual import events
from textual.timer import Timer

from quiz.core.grading.grading import Response
from quiz.errors import HistoryError, QuizError
from quiz.study.exams.exam import Exam, ExamOverError
from quiz.study.exams.wording import SPELLING, TOLD, left_text
from quiz.study.sitting.picking import Picker
from quiz.tui.screens.exam import examining
from quiz.tui.screens.exam.text import ENDED_ELSEWHERE, TIME_OVER, kept_note, lost_note
from quiz.tui.screens.exam.view import ExamView

Outcome = TypeVar("Outcome")
KEEP_AFTER = 0.25
"""Seconds after the first letter not yet kept until what is typed is written."""


class ExamKeeping(ExamView):
    """Puts answers on disk and watches the clock."""

    def __init__(self, exam: Exam) -> None:
        super().__init__(exam)
        self._typed: Response | None = None
        self._keeping: Timer | None = None
        self._ticking: Timer | None = None
        self._over = False

    def on_mount(self) -> None:
        """Show the question on screen last, and watch the clock."""
        self._ticking = self.set_interval(1, self.tick)
        self.app.app_suspend_signal.subscribe(self, lambda _: self.keep_typed())
        self.tell_question(self.exam.presented(self.exam.place))
        if lost_note(self.exam):
            self.notify(lost_note(self.exam), severity="warning", timeout=12, markup=False)
        if self.exam.terms.near_wrong:
            self.notify(SPELLING, timeout=12)
        if self.exam.told:
            self.notify(TOLD, timeout=12)
        self.tick()

    def on_unmount(self) -> None:
        """Whatever ends the program: what was typed is kept."""
        self.keep_typed()

    @property
    def leave_note(self) -> str:
        """What to say to somebody who quits the program; '' when the exam is over."""
        return "" if self._over else kept_note(self.exam)

    @property
    def closed_book(self) -> bool:
        """Whether nothing may be looked up now."""
        return not self._over

    # Whatever is done may find that the exam is over

    def do(self, deed: Callable[[], Outcome], *, asks: bool = True) -> Outcome | None:
        """Do something that changes the exam; None when it failed or the exam is over.

        What cannot be saved is asked about, or only said.
        """
        try:
            return deed()
        except ExamOverError:
            self.call_later(self.end, TIME_OVER if self.exam.time_out else ENDED_ELSEWHERE)
        except HistoryError as error:
            if asks:
                self.quiz.not_kept(error, partial(self._do_again, deed))
            else:
                self.quiz.complain(error)
        except QuizError as error:
            self.quiz.complain(error)
        return None

    async def _do_again(self, deed: Callable[[], Outcome]) -> None:
        """Do what could not be saved, and show what the exam is then."""
        if self.do(deed) is not None:
            await self.show_question(self.exam.presented(self.exam.place))

    def end(self, notice: str = "") -> None:
        """Submit the exam and show its result; where it was dropped, leave."""
        if self._over:
            return
        self._stop()
        try:
            result = self.exam.submit()
        except ExamOverError as error:
            examining.give_up(self.quiz, error)
        except HistoryError as error:
            self._over = False
            self.quiz.not_kept(error, partial(self.end, notice))
        except QuizError as error:
            self._over = False
            self.notify(str(error), severity="error", timeout=15, markup=False)
        else:
            self._close_above()
            self.app.clear_notifications()  # how much time was left
            examining.show_result(self.quiz, result, notice)

    def _stop(self) -> None:
        self._over, self._typed = True, None
        for timer in (self._ticking, self._keeping):
            if timer is not None:
                timer.stop()

    def _close_above(self) -> None:
        """Close whatever is open above this screen."""
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()

    def tick(self) -> None:
        """Look at the clock once a second: warn, or submit when the time is over."""
        warning = self.do(self.exam.tick, asks=False)
        if warning is not None:
            self.notify(left_text(warning), title="Exam", severity="warning", timeout=6)
        if self.exam.time_out:
            self.end(TIME_OVER)

    # Answering

    def keep_pick(self, picker: Picker) -> bool:
        """Put what was picked on disk; what was struck out and is picked now comes back."""
        index, struck = self.shown, self.exam.struck(self.shown)
        done = self.do(partial(self._answer, Response(picker.values)))
        for text in picker.values:
            if done and text in struck:
                self.do(partial(self.exam.strike, index, text))
        if done and self.choices is not None:
            self.choices.mark_struck(self.exam.struck(index))
        self.call_later(self.tell_state)
        return bool(done)

    def on_input_changed(self) -> None:
        """Keep what is typed, at most a moment later."""
        unkept = self._unkept()
        if unkept is not None and self._typed is None and not self._over:
            self._keeping = self.set_timer(KEEP_AFTER, self.keep_typed)
        self._typed = unkept

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Leaving a field keeps what is in it."""
        self.keep_typed()

    def keep_typed(self) -> None:
        """Put what was typed on disk."""
        typed, self._typed = self._unkept() or self._typed, None
        if typed is not None and not self._over:
            self.do(partial(self._answer, typed))
            if self.is_running and self.pad_holder.children:
                self.tell_state()

    def _answer(self, response: Response) -> bool:
        self.exam.answer(self.shown, response)
        return True

    def _unkept(self) -> Response | None:
        """What stands in the fields, if that is not what was kept."""
        typed, kept = self.typed, self.exam.response(self.shown)
        if typed is None or typed == (kept or Response(("",) * len(typed.given))):
            return None
        return typed

    async def go(self, index: int) -> None:
        """Bring a question on screen."""
        self.keep_typed()
        presented = self.do(lambda: self.exam.go(index))
        if presented is not None:
            await self.show_question(presented)
