"""Reviews and histories for the tests of the history."""

from __future__ import annotations

from pathlib import Path

from quiz.core.memory.records import Review
from quiz.core.memory.scheduling import Memory, Rating, fuzz_seed
from quiz.store.history.history import History
from quiz.store.history.uids import new_uid
from quiz.store.keeping.salvage import salvaged

DAY = 739_676  # 1 March 2026
NOW = (DAY - 719_163) * 24 * 60 * 60 * 1000
KEY = "0123456789abcdef"


def opened(path: Path, day: int = DAY) -> History:
    """The history at `path`, opened on study day `day`."""
    now_ms = NOW + (day - DAY) * 24 * 60 * 60 * 1000
    return History.open(path, now_ms=now_ms, salvage=salvaged)


def hasty(path: Path, day: int = DAY) -> History:
    """The same, not waiting for the disk: for tests that write much and cut no power."""
    history = opened(path, day)
    history._connection.execute("PRAGMA synchronous = OFF")
    return history


def review(
    question: str = "set/one",
    rating: Rating = Rating.GOOD,
    day: int = DAY,
    *,
    uid: str = "",
    key_hash: str = KEY,
    session: str = "a-session",
    attempt: int = 0,
    scheduled: bool = True,
) -> Review:
    """A review with everything that does not matter filled in."""
    return Review(
        uid=uid or new_uid(NOW),
        at_ms=NOW + day,
        offset_min=-330,
        day=day,
        question=question,
        key_hash=key_hash,
        content_hash="fedcba9876543210",
        session=session,
        attempt=attempt,
        response='{"choice": "Elektroporation – so heißt es"}',
        verdict="wrong" if rating is Rating.AGAIN else "correct",
        confidence="sure",
        hints=0,
        duration_ms=2500,
        rating=rating,
        scheduled=scheduled,
        algorithm="FSRS-6",
        parameters="00112233",
    )


def give(history: History, given: Review) -> Memory | None:
    """Record a review the way a session does: from the memory that the history holds."""
    after = None
    if given.scheduled:
        before = history.memory(given.question, given.key_hash)
        seed = fuzz_seed(given.question, before)
        after = history.scheduler.review(before, Rating(given.rating), given.day, seed)
    history.record(given, after)
    return after


def filled(path: Path, day: int = DAY) -> None:
    """A history with sixty questions, each answered once."""
    with opened(path, day) as history:
        for number in range(60):
            give(history, review(f"set/{number}", day=day))
