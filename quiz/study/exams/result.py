"""How an exam went, right after it or years later, whatever has become of its sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from quiz.core.exams.clock import limit_ms
from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.exams.score import ExamScore, score
from quiz.core.grading.grading import Response, Verdict, grade
from quiz.core.memory.records import SessionRecord
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.core.questions.question_set import ExamPlan
from quiz.study.common.day_spans import days_text
from quiz.study.common.evidence import all_evidence
from quiz.study.common.noting import own_lines
from quiz.study.common.presented import Feedback, Judgement
from quiz.study.common.workspace import Workspace
from quiz.study.exams.grading import question_or_none, response_of
from quiz.study.exams.paper import asks_near, exam_presented, plan_of
from quiz.study.sitting.study import Study

UNMOVED = "the schedule stays as it is"


class Near(Enum):
    """What became of a near miss."""

    NONE = ""
    OPEN = "open"
    COUNTED = "counted"
    REFUSED = "refused"


@dataclass(slots=True)
class ExamResult:
    """A submitted exam. `answers` are in the order of the paper, without what dropped out.

    `lost` names the questions that vanished before the exam was submitted; they do not count.
    `elapsed_ms` is how much of the time was used.
    """

    workspace: Workspace
    record: SessionRecord
    terms: ExamPlan
    answers: tuple[ExamAnswer, ...]
    lost: tuple[str, ...]
    score: ExamScore
    elapsed_ms: int
    _moved: frozenset[str]
    _seen: dict[int, Feedback | None] = field(default_factory=dict)

    @property
    def missed(self) -> tuple[str, ...]:
        """The questions not fully right: wrong, partly right, unanswered."""
        return tuple(a.question for a in self.answers if a.mark is not Mark.CORRECT)

    def read_again(self) -> None:
        """Take over what was decided since about near misses."""
        fresh = result_of(self.workspace, self.record)
        self.answers, self.score, self._moved = fresh.answers, fresh.score, fresh._moved
        self._seen.clear()

    def feedback(self, index: int) -> Feedback | None:
        """Verdict, reasons and passages of a question (from 0), with today's text of the set.

        None when the question has vanished since. An unanswered one has a response that gave up
        and an UNMARKED confidence.
        """
        if index not in self._seen:
            self._seen[index] = self._feedback(index)
        return self._seen[index]

    def judgement(self, index: int) -> Judgement | None:
        """What the learner has not decided on in a question's near misses; None when nothing.

        Nothing is open where spelling counts, in exams from before this was asked, nor where the
        question has vanished or its answer was changed since.
        """
        answer, feedback = self.answers[index], self.feedback(index)
        if feedback is None or feedback.response.judged or not asks_near(self.record):
            return None
        question, found = feedback.presented.question, feedback.grade
        if not question.typed or question.key_hash != answer.key_hash:
            return None
        parts = question.to_judge(found.parts)
        return Judgement(feedback.response, parts, found, feedback.evidence) if parts else None

    def near(self, index: int) -> Near:
        """What became of a question's near miss."""
        response = response_of(self.answers[index])
        if response is not None and response.judged:
            return Near.COUNTED if any(response.judged) else Near.REFUSED
        return Near.OPEN if self.judgement(index) is not None else Near.NONE

    def _feedback(self, index: int) -> Feedback | None:
        answer = self.answers[index]
        question = question_or_none(self.workspace, answer.question)
        if question is None:
            return None
        presented = exam_presented(
            self.workspace, self.record, answer.question, index, len(self.answers)
        )
        response = response_of(answer) or Response(gave_up=True)
        right = answer.mark is Mark.CORRECT
        graded = grade(question, response)
        # the mark of that day holds, even if the answer was changed since
        verdict = Verdict.WRONG if answer.mark is Mark.UNANSWERED else Verdict(answer.mark.value)
        graded = graded._replace(verdict=verdict, score=answer.credit)
        shown = all_evidence(self.workspace.library, presented.set_id, question, graded)
        return Feedback(
            presented=presented,
            response=response,
            grade=graded,
            rating=Rating.GOOD if right else Rating.AGAIN,
            confidence=Confidence.UNMARKED,
            evidence=shown,
            days=None,
            again=False,
            schedule=self._schedule(answer, question.key_hash),
            own=own_lines(self.workspace, presented.uid, shown),
        )

    def _schedule(self, answer: ExamAnswer, key_hash: str) -> str:
        """When the question comes again, and whether it is still the same."""
        if answer.key_hash != key_hash:
            return "its answer was changed after this exam"
        memory = self.workspace.history.memory(answer.question, key_hash)
        if answer.question not in self._moved or memory is None:
            return UNMOVED
        days = memory.due - self.workspace.today
        if days <= 0:
            return "due for study today"
        return "next tomorrow" if days == 1 else f"next in {days_text(days)}"


def used_ms(workspace: Workspace, record: SessionRecord, spent_ms: int) -> int:
    """How much of its time an exam used; without a clock, what was `spent_ms` on its questions."""
    minutes, clock = plan_of(record).minutes, workspace.history.exam_mark(record.uid)
    # an exam that came here from another machine has no clock
    used = clock.elapsed_ms if clock is not None and minutes else spent_ms
    return min(used, limit_ms(minutes))


def result_of(workspace: Workspace, record: SessionRecord) -> ExamResult:
    """The result of a submitted exam from the history. Of a running one, all is unmarked."""
    kept = workspace.history.exam_answers(record.uid)
    marked = [kept[uid] for uid in record.plan if uid in kept and kept[uid].mark is not Mark.NONE]
    there = {answer.question for answer in marked}
    terms = plan_of(record)
    found = score(marked, terms.pass_percent)
    return ExamResult(
        workspace=workspace,
        record=record,
        terms=terms,
        answers=tuple(marked),
        lost=tuple(uid for uid in record.plan if uid not in there),
        score=found,
        elapsed_ms=used_ms(workspace, record, found.spent_ms),
        _moved=frozenset(
            r.question for r in workspace.history.reviews_of(record.uid) if r.scheduled
        ),
    )


def retry(workspace: Workspace, result: ExamResult) -> Study | None:
    """Study what was wrong, partly right or unanswered; None when nothing of it is left.

    It counts like any study, and takes the place of an unfinished session.
    """
    missed = tuple(uid for uid in result.missed if question_or_none(workspace, uid) is not None)
    if not missed:
        return None
    return Study.begin(workspace, missed, title="Missed in the exam", seed=workspace.now_ms())
