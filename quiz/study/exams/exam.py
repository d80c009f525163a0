"""A running exam: every answer on disk at once, a clock that goes on, no verdict before the end.

Questions are counted from 0. Front ends call `tick` about once a second, `submit` at `time_out`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from quiz.core.exams.clock import ExamClock, ExamMark, crossed, limit_ms, remaining_ms
from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.grading.grading import Response, complaint, grade
from quiz.core.memory.records import SessionRecord
from quiz.core.questions.question_set import ExamPlan
from quiz.errors import QuizError
from quiz.study.common.draft import response_data
from quiz.study.common.presented import Feedback, Presented
from quiz.study.common.workspace import Workspace
from quiz.study.exams.begin import keep_new_exam
from quiz.study.exams.grading import graded_exam, question_or_none, response_of
from quiz.study.exams.paper import exam_presented, not_at_hand, plan_of, require_sets, told_in
from quiz.study.exams.result import ExamResult, result_of
from quiz.study.exams.state import ExamOverError, ExamState
from quiz.study.exams.terms import ExamRequest

__all__ = ["Exam", "ExamOverError", "ExamState", "running"]

KEEP_CLOCK_MS = 30_000
"""The clock is kept at least this often, so that setting the wall clock back gains little."""


class Exam:
    """One exam over a workspace. What changes it raises HistoryError when that cannot be kept, and
    ExamOverError when the exam is over; then nothing has changed.
    """

    def __init__(
        self,
        workspace: Workspace,
        record: SessionRecord,
        answers: Sequence[ExamAnswer],
        mark: ExamMark,
    ) -> None:
        self.workspace = workspace
        self.record = record
        self.terms: ExamPlan = plan_of(record)
        self.paper = tuple(answer.question for answer in answers)
        """The questions, as `set/question`."""
        self.place = 0
        """The question on screen."""
        self._answers = list(answers)
        self._clock = ExamClock.reopened(mark, workspace.now_ms(), workspace.steady_ms())
        self._kept_ms = self._clock.elapsed_ms
        self._warned_ms = self.remaining_ms

    @property
    def told(self) -> int:
        """How many of its questions give each other away, for want of others."""
        return told_in(self.record)

    @classmethod
    def begin(cls, workspace: Workspace, request: ExamRequest, *, title: str = "") -> Exam:
        """Draw a paper and start; a running exam is dropped without a score, so ask first.

        Raises QuizError when the sets have no question that an exam can ask.
        """
        return cls.resume(workspace, keep_new_exam(workspace, request, title))

    @classmethod
    def resume(cls, workspace: Workspace, record: SessionRecord) -> Exam:
        """Go on where an exam stopped; the time while it was closed is gone.

        Questions that vanished from their sets drop out (`lost`). Raises QuizError when a whole
        set, or every question, is not at hand.
        """
        require_sets(workspace, record)
        mark = workspace.history.exam_mark(record.uid) or ExamMark(0, record.started_ms)
        kept = workspace.history.exam_answers(record.uid)
        there = [uid for uid in record.plan if uid in kept and question_or_none(workspace, uid)]
        if not there:
            raise not_at_hand(record, "none of the exam's questions exists any more")
        exam = cls(workspace, record, [kept[uid] for uid in there], mark)
        at = record.plan[mark.place] if 0 <= mark.place < len(record.plan) else ""
        exam.place = there.index(at) if at in there else 0
        exam._keep()
        return exam

    # Questions and what was done with them

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.paper)

    @property
    def lost(self) -> tuple[str, ...]:
        """Questions drawn that have vanished from their sets since; they do not count."""
        return tuple(uid for uid in self.record.plan if uid not in self.paper)

    def presented(self, index: int) -> Presented:
        """A question as it is to be shown; its options always in the same order."""
        uid = self.paper[index]
        return exam_presented(self.workspace, self.record, uid, index, self.total)

    def state(self, index: int) -> ExamState:
        """Whether a question is answered, flagged, on screen."""
        answer = self._answers[index]
        return ExamState(bool(answer.response), answer.flagged, index == self.place)

    def response(self, index: int) -> Response | None:
        """What was given; None when nothing was."""
        return response_of(self._answers[index])

    def struck(self, index: int) -> tuple[str, ...]:
        """The texts of the options struck out."""
        return self._answers[index].struck

    def complaint(self, index: int, response: Response) -> str:
        """What is missing in a response; '' when nothing is. It may be kept all the same."""
        return complaint(self.presented(index).question, response)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The questions without an answer."""
        return tuple(i for i in range(self.total) if not self._answers[i].response)

    @property
    def flagged(self) -> tuple[int, ...]:
        """The questions flagged for another look."""
        return tuple(i for i in range(self.total) if self._answers[i].flagged)

    # A tutor tells each verdict at once

    @property
    def tutor(self) -> bool:
        """Whether the verdict follows each answer."""
        return bool(self.record.options.get("tutor"))

    def decided(self, index: int) -> bool:
        """Whether the verdict on a question was told, so that its answer stays."""
        return self._answers[index].mark is not Mark.NONE

    def decide(self, index: int) -> Feedback | None:
        """Keep the verdict on an answer, and tell it; None where nothing was answered."""
        answer, response = self._answers[index], self.response(index)
        if response is None:
            return None
        if not self.decided(index):
            found = grade(self.presented(index).question, response)
            mark = Mark(found.verdict.value)
            self._change(index, answer._replace(mark=mark, credit=found.score))
        result = result_of(self.workspace, self.record)
        places = [one.question for one in result.answers]
        return result.feedback(places.index(self.paper[index]))

    def _require_open(self, index: int) -> None:
        if self.decided(index):
            raise QuizError("the verdict on this question is told, so its answer stays")

    def answer(self, index: int, response: Response) -> None:
        """Keep a response, in place of an earlier one; an empty one clears it."""
        self._require_open(index)
        given = any(text.strip() for text in response.given)
        data = json.dumps(response_data(response), ensure_ascii=False) if given else ""
        self._change(index, self._answers[index]._replace(response=data))

    def clear(self, index: int) -> None:
        """Take the answer back."""
        self._require_open(index)
        self._change(index, self._answers[index]._replace(response=""))

    def strike(self, index: int, option: str) -> bool:
        """Strike an option (its text) out, or take that back; whether it is struck now."""
        self._require_open(index)
        struck = self._answers[index].struck
        now = option not in struck
        kept = (*struck, option) if now else tuple(text for text in struck if text != option)
        self._change(index, self._answers[index]._replace(struck=kept))
        return now

    def flag(self, index: int) -> bool:
        """Flag a question for another look, or take that back; whether it is flagged now."""
        now = not self._answers[index].flagged
        self._change(index, self._answers[index]._replace(flagged=now))
        return now

    def go(self, index: int) -> Presented:
        """Bring a question on screen."""
        presented = self.presented(index)
        self._require_time()
        before, self.place = self.place, index
        try:
            self._keep(before)
        except QuizError:
            self.place = before
            raise
        return presented

    # Time

    @property
    def elapsed_ms(self) -> int:
        """How much of the time is gone; never more than there was."""
        self._book()
        return min(self._clock.elapsed_ms, self._limit_ms)

    @property
    def remaining_ms(self) -> int:
        """How much time is left; never negative."""
        self._book()
        return remaining_ms(self._clock.elapsed_ms, self.terms.minutes)

    @property
    def time_out(self) -> bool:
        """Whether the time is over: then there is nothing left but to submit."""
        return self.remaining_ms == 0

    def spent_ms(self, index: int) -> int:
        """How long a question has been on screen."""
        self._book()
        return self._answers[index].spent_ms

    def tick(self) -> int | None:
        """Look at the clock: 10, 5 or 1 when so many minutes are left to warn of, each once."""
        before, self._warned_ms = self._warned_ms, self.remaining_ms
        if self._clock.elapsed_ms - self._kept_ms >= KEEP_CLOCK_MS:
            self._keep()
        return crossed(before, self._warned_ms)

    # The end

    def submit(self) -> ExamResult:
        """Grade what is on disk, keep the reviews, and end the exam; once, whoever submits first.

        Raises ExamOverError when the exam was dropped in another window.
        """
        self._book()
        late = max(0, self._clock.elapsed_ms - self._limit_ms)
        history, uid = self.workspace.history, self.record.uid
        self._keep_running()
        history.submit_exam(
            uid,
            self.workspace.now_ms(),
            lambda answers: graded_exam(self.workspace, self.record, answers, late),
        )
        result = result_of(self.workspace, history.exam(uid) or self.record)
        if not result.score.total:
            raise ExamOverError("this exam was dropped in another window")
        return result

    def drop(self) -> None:
        """End the exam without a score."""
        self.workspace.history.drop_exam(self.record.uid, self.workspace.now_ms())

    @property
    def _limit_ms(self) -> int:
        return limit_ms(self.terms.minutes)

    def _book(self) -> None:
        """Put the time since the last look on the question on screen."""
        before = min(self._clock.elapsed_ms, self._limit_ms)
        self._clock = self._clock.read(self.workspace.now_ms(), self.workspace.steady_ms())
        passed = min(self._clock.elapsed_ms, self._limit_ms) - before
        shown = self._answers[self.place]
        self._answers[self.place] = shown._replace(spent_ms=shown.spent_ms + passed)

    def _require_time(self) -> None:
        if self.time_out:
            raise ExamOverError("the time is over", hint="submit the exam to see the result")

    def _change(self, index: int, answer: ExamAnswer) -> None:
        self._require_time()
        # the time booked just now belongs to the question on screen, which may be this one
        answer = answer._replace(spent_ms=self._answers[index].spent_ms)
        before, self._answers[index] = self._answers[index], answer
        try:
            self._keep(index)
        except QuizError:
            self._answers[index] = before
            raise

    def _keep(self, *indexes: int) -> None:
        """Write some questions, the one on screen and the clock."""
        if not self._keep_running(*indexes):
            raise ExamOverError(
                "this exam was ended in another window", hint="quiz exam --list shows its result"
            )

    def _keep_running(self, *indexes: int) -> bool:
        place = self.record.plan.index(self.paper[self.place])
        mark = self._clock.mark(place)
        answers = [self._answers[i] for i in dict.fromkeys((*indexes, self.place))]
        self._kept_ms = self._clock.elapsed_ms
        return self.workspace.history.keep_exam(self.record.uid, answers, mark)


def running(workspace: Workspace) -> SessionRecord | None:
    """The exam that can be gone on with, or must be submitted; None when there is none."""
    return workspace.history.unfinished(exam=True)
