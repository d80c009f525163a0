"""From an answer to what the history keeps of it."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.grading.grading import Response, Verdict
from quiz.core.memory.records import CRAM, Flag, Review, SessionRecord
from quiz.core.memory.scheduling import Confidence, Memory, Rating, fuzz_seed
from quiz.core.questions.hints import LookedUp
from quiz.store.history.uids import new_uid
from quiz.study.common.draft import response_text
from quiz.study.common.presented import Presented
from quiz.study.common.workspace import Workspace


class Given(NamedTuple):
    """A graded answer, what the learner said about it, and the help taken: how many hints, and
    what was looked up.
    """

    presented: Presented
    response: Response
    verdict: Verdict
    rating: Rating
    confidence: Confidence
    hints: int
    looked_up: LookedUp = LookedUp.NOTHING

    @property
    def helps(self) -> int:
        """How often help was taken."""
        return self.hints + bool(self.looked_up)


def review_of(workspace: Workspace, record: SessionRecord, given: Given, shown_ms: int) -> Review:
    """The review of an answer given now to a question shown at `shown_ms` (UTC milliseconds)."""
    now, scheduler, presented = workspace.now_ms(), workspace.history.scheduler, given.presented
    return Review(
        uid=new_uid(now),
        at_ms=now,
        offset_min=workspace.offset_min(),
        day=workspace.today,
        question=presented.uid,
        key_hash=presented.question.key_hash,
        content_hash=presented.question.content_hash,
        session=record.uid,
        attempt=presented.slot.attempt,
        response=response_text(given.response, given.looked_up),
        verdict=given.verdict.value,
        confidence=given.confidence.value,
        hints=given.helps,
        duration_ms=max(0, now - shown_ms),
        rating=int(given.rating),
        scheduled=record.kind != CRAM,
        algorithm=scheduler.algorithm,
        parameters=scheduler.digest,
    )


def memory_after(workspace: Workspace, record: SessionRecord, given: Given) -> Memory | None:
    """What is remembered after an answer; None when the session moves nothing."""
    if record.kind == CRAM:
        return None
    uid, history = given.presented.uid, workspace.history
    before = history.memory(uid, given.presented.question.key_hash)
    return history.scheduler.review(before, given.rating, workspace.today, fuzz_seed(uid, before))


def flag_of(workspace: Workspace, uid: str, comment: str) -> Flag:
    """A remark made now on a question, with its place for the author."""
    path, line = workspace.library.place(uid)
    now = workspace.now_ms()
    return Flag(
        uid=new_uid(now),
        at_ms=now,
        question=uid,
        comment=comment,
        path=str(path.absolute()),
        line=line,
    )
