"""What is said about exams, in words: the same for every front end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import floor

from quiz.core.exams.clock import ENDLESS_MS
from quiz.core.exams.record import Mark
from quiz.core.exams.score import ExamScore, Share
from quiz.core.memory.records import SessionRecord
from quiz.core.questions.question_set import ExamPlan
from quiz.study.exams.result import ExamResult, Near

MARKS = {
    Mark.CORRECT: ("✓", "right"),
    Mark.PARTLY: ("◐", "partly right"),
    Mark.WRONG: ("✗", "wrong"),
    Mark.UNANSWERED: ("○", "not answered"),
}
"""A sign and a word for each mark."""


NEAR_WORDS = {
    Near.NONE: "",
    Near.OPEN: "≈ near miss, not decided yet",
    Near.COUNTED: "≈ near miss, counted by you",
    Near.REFUSED: "≈ near miss, not counted",
}

NO_LIMIT = "no time limit"
SPELLING = "Spelling counts in this exam: a near miss is wrong."
TOLD = "Some of these questions give each other's answers away: there are no others to ask."
ASKING = "A near miss: does yours count?"


def clock_text(ms: int) -> str:
    """A span as `4:05` or `1:04:05`, begun seconds counting as whole ones."""
    seconds = -(-max(0, ms) // 1000)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def left_clock(ms: int) -> str:
    """How much time is left, `4:05 left`, or that there is no limit."""
    return NO_LIMIT if ms >= ENDLESS_MS else f"{clock_text(ms)} left"


def kept_text(ms: int) -> str:
    """What leaving an exam means, with so much time left."""
    if ms >= ENDLESS_MS:
        return f"Your answers are kept; there is {NO_LIMIT}."
    return f"Your answers are kept. The clock goes on: {clock_text(ms)} left."


def spent_text(ms: int) -> str:
    """The time a question took: `45 s`, `2 min 05 s`."""
    seconds = max(0, ms) // 1000
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{seconds} s"


def percent_text(percent: float) -> str:
    """A score, rounded down to a tenth, so that a failed one never reads like a passed one."""
    return f"{floor(percent * 10 + 1e-9) / 10:g} %"


def left_text(minutes: int) -> str:
    """The warning that so many minutes are left."""
    return "1 minute left." if minutes == 1 else f"{minutes} minutes left."


def terms_text(plan: ExamPlan) -> str:
    """`20 questions, 30 minutes, 70 % to pass`."""
    questions = "1 question" if plan.questions == 1 else f"{plan.questions} questions"
    minutes = "1 minute" if plan.minutes == 1 else f"{plan.minutes} minutes"
    minutes = minutes if plan.minutes else NO_LIMIT
    spelling = ", spelling counts" if plan.near_wrong else ""
    return f"{questions}, {minutes}, {percent_text(plan.pass_percent)} to pass{spelling}"


def outcome_text(score: ExamScore) -> str:
    """`Passed: 15 of 20, 75 % (70 % needed)`."""
    word = "Passed" if score.passed else "Not passed"
    needed = percent_text(score.pass_percent)
    return f"{word}: {share_text(score.right, score.total, score.percent)} ({needed} needed)"


def share_text(right: int, total: int, percent: float) -> str:
    """`15 of 20, 75 %`."""
    return f"{right} of {total}, {percent_text(percent)}"


def counts_text(score: ExamScore) -> str:
    """What is behind the score; with partly right ones, the points that parts would make."""
    counts = ((score.partly, "partly right"), (score.wrong, "wrong"))
    said = [f"{score.right} right", *(f"{count} {word}" for count, word in counts if count)]
    if score.unanswered:
        said.append(f"{score.unanswered} not answered")
    text = ", ".join(said)
    if score.partly:
        text += f" (counted by parts: {score.credit:.1f} of {score.total})"
    return text


def share_rows(shares: tuple[Share, ...], nameless: str) -> Iterator[tuple[str, str]]:
    """Name and score of each document or tag; `nameless` names what has none."""
    for share in shares:
        yield share.name or nameless, share_text(share.right, share.total, share.percent)


def time_text(result: ExamResult) -> str:
    """`12:30 of 30:00 used`."""
    if not result.terms.minutes:
        return f"{clock_text(result.elapsed_ms)} used, {NO_LIMIT}"
    whole = clock_text(result.terms.minutes * 60_000)
    return f"{clock_text(result.elapsed_ms)} of {whole} used"


def near_text(result: ExamResult) -> str:
    """How many near misses count, and how many are not decided on; '' without any."""
    found = Counter(map(result.near, range(len(result.answers))))
    counted, waiting = found[Near.COUNTED], found[Near.OPEN]
    said = [_near_misses(counted, "counted as right by you")] if counted else []
    if waiting:
        said.append(_near_misses(waiting, "not decided yet, asked again at the next look"))
    return "; ".join(said)


def _near_misses(count: int, what: str) -> str:
    return f"{count} near {'miss' if count == 1 else 'misses'} {what}"


def head_text(result: ExamResult, index: int) -> str:
    """How long a question was on screen, whether it was flagged, and whether it is a near miss."""
    answer, near = result.answers[index], NEAR_WORDS[result.near(index)]
    flagged = "! flagged" if answer.flagged else ""
    return " · ".join(filter(None, (spent_text(answer.spent_ms), flagged, near)))


def lost_text(result: ExamResult) -> str:
    """Which questions do not count because they vanished; '' when none did."""
    if not result.lost:
        return ""
    questions = "question" if len(result.lost) == 1 else "questions"
    names = ", ".join(result.lost)
    return f"{len(result.lost)} {questions} vanished from the set and do not count: {names}"


def when_text(record: SessionRecord, offset_min: int) -> str:
    """The local date and time an exam was begun, as `2026-03-01 09:30`."""
    moment = datetime.fromtimestamp(record.started_ms / 1000, UTC) + timedelta(minutes=offset_min)
    return moment.strftime("%Y-%m-%d %H:%M")
