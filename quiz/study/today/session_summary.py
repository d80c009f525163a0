"""How a session went."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from quiz.core.grading.grading import Verdict
from quiz.core.memory.scheduling import Rating
from quiz.core.questions.question import Question
from quiz.study.sitting.study import Study
from quiz.study.today.day import done_text, the_day
from quiz.study.today.overview import set_rows

IDLE_MS = 5 * 60 * 1000
"""A longer pause before an answer counts as this much."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The result of a session; `missed` are (uid, question) not right at once.

    Of the questions `asked`, `right` were right at once, `helped` right with help at the first
    try; `repeats` are turns after that.
    `minutes` is the time spent answering. `tomorrow` and `week` count what comes due until then;
    `left` were missed as often as one session asks, and stay due today. `day` says what was done
    today, and for how many days in a row.
    """

    asked: int
    right: int
    helped: int
    partly: int
    wrong: int
    repeats: int
    missed: tuple[tuple[str, Question], ...]
    minutes: int
    tomorrow: int
    week: int
    left: int = 0
    day: str = ""


def sum_up(study: Study) -> Summary:
    """Tally a session and look ahead."""
    reviews = study.workspace.history.reviews_of(study.record.uid)
    first = [review for review in reviews if review.attempt == 0]
    missed = [review.question for review in first if not review.right_at_once]
    questions = study.workspace.library.questions(missed)
    verdicts = Counter(Verdict(review.verdict) for review in first)
    right = sum(review.right_at_once for review in first)
    spent = sum(min(review.duration_ms, IDLE_MS) for review in reviews)
    today = study.workspace.today
    last = {review.question: review.rating for review in reviews if review.scheduled}
    return Summary(
        asked=len(first),
        right=right,
        helped=verdicts[Verdict.CORRECT] - right,
        partly=verdicts[Verdict.PARTLY],
        wrong=verdicts[Verdict.WRONG],
        repeats=len(reviews) - len(first),
        missed=tuple((uid, questions[uid]) for uid in dict.fromkeys(missed) if uid in questions),
        minutes=round(spent / 60000),
        tomorrow=sum(row.due for row in set_rows(study.workspace, today + 1)),
        week=sum(row.due for row in set_rows(study.workspace, today + 7)),
        left=sum(rating == Rating.AGAIN for rating in last.values()),
        day=done_text(the_day(study.workspace)),
    )


def outcome_texts(summary: Summary) -> list[str]:
    """What was not right at once, and how often it was asked again, each in a few words."""
    counts = (
        (summary.helped, "right with help"),
        (summary.partly, "partly right"),
        (summary.wrong, "missed"),
        (summary.repeats, "repeat" if summary.repeats == 1 else "repeats"),
    )
    return [f"{count} {word}" for count, word in counts if count]


def coming_text(summary: Summary) -> str:
    """When to come back, and what could not be learned now."""
    if not summary.left:
        return _due_text(summary)
    left = "1 was" if summary.left == 1 else f"{summary.left} were"
    stays = "stays" if summary.left == 1 else "stay"
    return f"{left} missed often enough for one session and {stays} due today. {_due_text(summary)}"


def _due_text(summary: Summary) -> str:
    if not summary.week:
        return "Nothing comes due within a week."
    if not summary.tomorrow:
        return f"Nothing is due tomorrow; {summary.week} within a week."
    later = f", {summary.week} within a week" if summary.week > summary.tomorrow else ""
    return f"Tomorrow {summary.tomorrow} {'is' if summary.tomorrow == 1 else 'are'} due{later}."
