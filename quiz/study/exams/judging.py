"""Near misses of an exam that is over: only the learner can say whether they count."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.grading.grading import Response, grade
from quiz.core.memory.records import Review
from quiz.core.memory.scheduling import Rating
from quiz.core.questions.question import Question
from quiz.store.history.uids import new_uid
from quiz.study.common.draft import response_data
from quiz.study.common.presented import Judgement
from quiz.study.common.workspace import Workspace
from quiz.study.exams.grading import is_due
from quiz.study.exams.result import ExamResult


class NearMiss(NamedTuple):
    """A question with near misses that are not decided on, and its place in the result (from 0)."""

    at: int
    question: Question
    judgement: Judgement


def near_misses(result: ExamResult) -> Iterator[NearMiss]:
    """What the learner has not decided on."""
    for index in range(len(result.answers)):
        feedback, judgement = result.feedback(index), result.judgement(index)
        if feedback is not None and judgement is not None:
            yield NearMiss(index, feedback.presented.question, judgement)


def judge(result: ExamResult, miss: NearMiss, judged: Sequence[bool]) -> bool:
    """Keep what the learner says, part by part, of a question's near misses.

    The answer's mark and its review become what they would have been at once, and `result` with
    them. False when that was decided elsewhere. Raises HistoryError when it cannot be kept.
    """
    response = miss.judgement.response._replace(judged=tuple(judged))
    return _keep(result, miss.at, miss.question, response)


def take_back(result: ExamResult, miss: NearMiss) -> bool:
    """Forget what the learner said of a near miss: it waits again. As `judge` otherwise."""
    return _keep(result, miss.at, miss.question, miss.judgement.response)


def _keep(result: ExamResult, at: int, question: Question, response: Response) -> bool:
    workspace = result.workspace
    found, before = grade(question, response), result.answers[at]
    after = before._replace(
        response=json.dumps(response_data(response), ensure_ascii=False),
        mark=Mark(found.verdict.value),
        credit=found.score,
    )
    renew = partial(_review, workspace, question, after)
    uid, now = result.record.uid, workspace.now_ms()
    kept = workspace.history.judge_exam(uid, before, after, now, renew)
    result.read_again()
    return kept


def _review(workspace: Workspace, question: Question, answer: ExamAnswer, before: Review) -> Review:
    """The review in place of the one that was kept at submission; of the same moment."""
    right = answer.mark is Mark.CORRECT
    return before._replace(
        uid=new_uid(workspace.now_ms()),
        response=answer.response,
        verdict=answer.mark.value,
        rating=int(Rating.GOOD if right else Rating.AGAIN),
        scheduled=not right or is_due(workspace, answer.question, question, before.day),
    )
