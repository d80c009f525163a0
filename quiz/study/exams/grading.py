"""From the answers of an exam to marks and reviews."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta

from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.grading.grading import Response, grade
from quiz.core.memory.records import Review, SessionRecord
from quiz.core.memory.scheduling import Confidence, Rating, study_day
from quiz.core.questions.question import Question
from quiz.errors import QuizError
from quiz.store.history.tables.exams import Graded
from quiz.store.history.uids import new_uid
from quiz.study.common.draft import load_response
from quiz.study.common.workspace import Workspace


def graded_exam(
    workspace: Workspace, record: SessionRecord, answers: Sequence[ExamAnswer], late_ms: int = 0
) -> Iterator[Graded]:
    """Mark each answer, in the order of the paper; a question that has vanished gets no mark.

    `late_ms` is how long ago the time ran out: reviews belong to that moment, not to the one when
    the program was opened again.
    """
    given = {answer.question: answer for answer in answers}
    for uid in record.plan:
        answer, question = given.get(uid), question_or_none(workspace, uid)
        if answer is not None and question is not None:
            yield _graded(workspace, record, answer, question, late_ms)


def question_or_none(workspace: Workspace, uid: str) -> Question | None:
    """A question, None when it cannot be had any more."""
    try:
        return workspace.library.question(uid)
    except QuizError:
        return None


def response_of(answer: ExamAnswer) -> Response | None:
    """What was given; None when nothing was, or nothing that can be read."""
    if not answer.response:
        return None
    try:
        return load_response(json.loads(answer.response))
    except (ValueError, KeyError, TypeError):
        return None


def _graded(
    workspace: Workspace,
    record: SessionRecord,
    answer: ExamAnswer,
    question: Question,
    late_ms: int,
) -> Graded:
    answer = answer._replace(key_hash=question.key_hash)
    response = response_of(answer)
    if response is None:
        return Graded(answer._replace(mark=Mark.UNANSWERED), None)
    result = grade(question, response)
    marked = answer._replace(mark=Mark(result.verdict.value), credit=result.score)
    return Graded(marked, _review(workspace, record, marked, question, late_ms))


def _review(
    workspace: Workspace,
    record: SessionRecord,
    answer: ExamAnswer,
    question: Question,
    late_ms: int,
) -> Review:
    """What is not right is to come up for study; what is right moves only what is due."""
    moment = workspace.clock() - timedelta(milliseconds=late_ms)
    day = study_day(moment, workspace.settings.day_starts_at)
    right = answer.mark is Mark.CORRECT
    at_ms, scheduler = int(moment.timestamp() * 1000), workspace.history.scheduler
    return Review(
        uid=new_uid(at_ms),
        at_ms=at_ms,
        offset_min=workspace.offset_min(),
        day=day,
        question=answer.question,
        key_hash=question.key_hash,
        content_hash=question.content_hash,
        session=record.uid,
        attempt=0,
        response=answer.response,
        verdict=answer.mark.value,
        confidence=Confidence.UNMARKED.value,
        hints=0,
        duration_ms=answer.spent_ms,
        rating=int(Rating.GOOD if right else Rating.AGAIN),
        scheduled=not right or is_due(workspace, answer.question, question, day),
        algorithm=scheduler.algorithm,
        parameters=scheduler.digest,
    )


def is_due(workspace: Workspace, uid: str, question: Question, day: int) -> bool:
    """Whether a question was to be studied on a day, as far as the history goes now."""
    memory = workspace.history.memory(uid, question.key_hash)
    return memory is not None and memory.due <= day
