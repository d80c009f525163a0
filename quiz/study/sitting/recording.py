"""From an answer to what the history keeps of it."""

from __future__ import annotations

import json
from typing import NamedTuple

from quiz.core.grading.grading import Response, Verdict
from quiz.core.memory.records import CRAM, Flag, Review, SessionRecord
from quiz.core.memory.scheduling import Confidence, Memory, Rating, fuzz_seed
from quiz.store.history.uids import new_uid
from quiz.study.common.draft import response_data
from quiz.study.common.presented import Turn
from quiz.study.common.workspace import Desk


class Given(NamedTuple):
    """A graded answer and what the learner said about it; `hints` are how many were taken."""

    turn: Turn
    response: Response
    verdict: Verdict
    rating: Rating
    confidence: Confidence
    hints: int


def review_of(desk: Desk, record: SessionRecord, given: Given, shown_ms: int) -> Review:
    """The review of an answer given now to a question shown at `shown_ms` (UTC milliseconds)."""
    now, scheduler, turn = desk.now_ms(), desk.history.scheduler, given.turn
    return Review(
        uid=new_uid(now),
        at_ms=now,
        offset_min=desk.offset_min(),
        day=desk.today,
        question=turn.uid,
        key_hash=turn.question.key_hash,
        content_hash=turn.question.content_hash,
        session=record.uid,
        attempt=turn.slot.attempt,
        response=json.dumps(response_data(given.response), ensure_ascii=False),
        verdict=given.verdict.value,
        confidence=given.confidence.value,
        hints=given.hints,
        duration_ms=max(0, now - shown_ms),
        rating=int(given.rating),
        scheduled=record.kind != CRAM,
        algorithm=scheduler.algorithm,
        parameters=scheduler.digest,
    )


def memory_after(desk: Desk, record: SessionRecord, given: Given) -> Memory | None:
    """What is remembered after an answer; None when the session moves nothing."""
    if record.kind == CRAM:
        return None
    uid, history = given.turn.uid, desk.history
    before = history.memory(uid, given.turn.question.key_hash)
    return history.scheduler.review(before, given.rating, desk.today, fuzz_seed(uid, before))


def flag_of(desk: Desk, uid: str, comment: str) -> Flag:
    """A remark made now on a question, with its place for the author."""
    path, line = desk.library.place(uid)
    now = desk.now_ms()
    return Flag(
        uid=new_uid(now),
        at_ms=now,
        question=uid,
        comment=comment,
        path=str(path.absolute()),
        line=line,
    )
