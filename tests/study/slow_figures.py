"""Every figure of the statistics once more, slowly and as plainly as it can be said.

All functions look at the list of reviews that count, in the order they were given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from quiz.core.memory.calibration import Prediction
from quiz.core.memory.rates import Rate
from quiz.core.memory.records import Review
from quiz.core.memory.scheduling import Memory, Rating, Scheduler, fuzz_seed
from tests.study.lived import ITEMS, Lived


def rate_of(outcomes: Iterable[bool]) -> Rate:
    """How many are true of how many."""
    listed = list(outcomes)
    return Rate(sum(listed), len(listed))


def replay(reviews: Sequence[Review], question: str, scheduler: Scheduler) -> Memory | None:
    """The memory of a question after these reviews."""
    memory, key = None, ""
    for review in reviews:
        if review.question == question and review.scheduled:
            if review.key_hash != key:
                memory, key = None, review.key_hash
            seed = fuzz_seed(question, memory)
            memory = scheduler.review(memory, Rating(review.rating), review.day, seed)
    return memory


def key_of(reviews: Sequence[Review], question: str) -> str:
    """The key that the memory of a question belongs to."""
    own = [r for r in reviews if r.question == question and r.scheduled]
    return own[-1].key_hash if own else ""


def memories(lived: Lived, scheduler: Scheduler, keys: dict[str, str]) -> dict[str, Memory]:
    """What is remembered of each question of the sets whose key is still the same."""
    found = {}
    for question in ITEMS:
        memory = replay(lived.reviews, question, scheduler)
        if memory is not None and key_of(lived.reviews, question) == keys[question]:
            found[question] = memory
    return found


def before(lived: Lived, review: Review) -> list[Review]:
    """What was given before a review."""
    return list(lived.reviews[: lived.reviews.index(review)])


def last_known_day(lived: Lived, review: Review) -> int | None:
    """The last earlier day on which a question had been asked for the schedule; None: never."""
    days = [
        one.day
        for one in before(lived, review)
        if one.question == review.question and one.scheduled and one.day < review.day
    ]
    return max(days, default=None)


def asked_again(lived: Lived, since: int) -> list[Review]:
    """What true retention counts."""
    return [
        review
        for review in lived.reviews
        if review.day >= since
        and review.attempt == 0
        and review.scheduled
        and review.session not in lived.exams
        and last_known_day(lived, review) is not None
    ]


def remembered(review: Review) -> bool:
    """Rated better than Again."""
    return review.rating > Rating.AGAIN


def retention(lived: Lived, month: str, since: int, *, mature: bool) -> Rate:
    """Of a calendar month."""
    found = []
    for review in asked_again(lived, since):
        known = last_known_day(lived, review)
        assert known is not None
        in_month = date.fromordinal(review.day).isoformat().startswith(month)
        if in_month and (review.day - known >= 21) == mature:
            found.append(remembered(review))
    return rate_of(found)


def recall(lived: Lived, since: int, groups: Callable[[str], Iterable[str]]) -> dict[str, Rate]:
    """By any grouping of the sets' questions."""
    found: dict[str, list[bool]] = {}
    for review in asked_again(lived, since):
        if review.question in ITEMS:
            for group in groups(review.question):
                found.setdefault(group, []).append(remembered(review))
    return {group: rate_of(outcomes) for group, outcomes in found.items()}


def marked(lived: Lived, since: int, confidence: str) -> Rate:
    """First attempts with a mark."""
    return rate_of(
        review.verdict == "correct" and not review.hints
        for review in lived.reviews
        if review.day >= since and review.attempt == 0 and review.confidence == confidence
    )


def mistakes(lived: Lived, since: int) -> dict[str, tuple[int, int, bool]]:
    """Sure but wrong: how often, the last day, and whether right since."""
    found = {}
    for question in ITEMS:
        wrong = [
            review
            for review in lived.reviews
            if review.question == question
            and review.day >= since
            and review.attempt == 0
            and review.confidence == "sure"
            and review.verdict != "correct"
        ]
        if wrong:
            later = lived.reviews[lived.reviews.index(wrong[-1]) + 1 :]
            righted = any(
                r.question == question and r.attempt == 0 and r.verdict == "correct" and not r.hints
                for r in later
            )
            found[question] = (len(wrong), max(r.day for r in wrong), righted)
    return found


def studied(lived: Lived, since: int) -> dict[int, int]:
    """Answers by day."""
    days = [review.day for review in lived.reviews if review.day >= since]
    return {day: days.count(day) for day in set(days)}


def pace(lived: Lived) -> tuple[float, float, dict[str, float]]:
    """Medians: of answering, of reading, of answering by kind with at least five answers."""
    own = [review for review in lived.reviews if review.session not in lived.exams]
    took = [min(120_000, review.duration_ms) for review in own]
    reading = []
    for review, after in pairwise(own):
        if review.session == after.session:
            gap = after.at_ms - after.duration_ms - review.at_ms
            reading.append(max(0, min(120_000, gap)))
    kinds = {}
    for kind in {item.kind for item in ITEMS.values()}:
        of_kind = [
            min(120_000, review.duration_ms)
            for review in own
            if review.question in ITEMS and ITEMS[review.question].kind == kind
        ]
        if len(of_kind) >= 5:
            kinds[kind] = median(of_kind)
    return median(took), median(reading) if reading else 0.0, kinds


def right_unaided(review: Review) -> bool:
    """As it would have counted in an exam."""
    return review.verdict == "correct" and review.hints == 0


def first_tries(lived: Lived, since: int) -> dict[str, bool]:
    """The first scheduled attempt at each question that had not been asked on an earlier day."""
    found: dict[str, bool] = {}
    for review in lived.reviews:
        if (
            review.question not in found
            and review.day >= since
            and review.scheduled
            and review.attempt == 0
            and review.session not in lived.exams
            and last_known_day(lived, review) is None
        ):
            found[review.question] = right_unaided(review)
    return found


def predictions(lived: Lived, scheduler: Scheduler, limit: int = 100) -> list[Prediction]:
    """Predictions for the latest first attempts at known questions, the latest first."""
    found: list[Prediction] = []
    for review in reversed(lived.reviews):
        scheduled = review.scheduled or review.session in lived.exams
        if review.attempt or not scheduled or last_known_day(lived, review) is None:
            continue
        earlier = before(lived, review)
        if len(found) < limit and key_of(earlier, review.question) == review.key_hash:
            memory = replay(earlier, review.question, scheduler)
            assert memory is not None
            chance = scheduler.retrievability(memory, review.day)
            found.append(Prediction(chance, right_unaided(review)))
    return found
