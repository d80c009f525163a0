"""The words of the exam screens that are not those of all front ends."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quiz.study.exams.exam import Exam
from quiz.study.exams.wording import kept_text
from quiz.tui.screens.session.text import progress
from quiz.tui.text import Block, words

TIME_OVER = "The time is over; the exam was submitted."
ENDED_ELSEWHERE = "The exam was submitted in another window."
STRIKE_WHICH = "Strike out which option? Type its number; any other key strikes none."
NOTHING_MISSED = "Nothing was wrong: there is nothing to retry."
NO_RETRY = "What was wrong is not in its set any more."
NOTHING_TO_STRIKE = "There are no options to strike out here."


def kept_note(exam: Exam) -> str:
    """What leaving an exam means."""
    return kept_text(exam.remaining_ms)


def lost_note(exam: Exam) -> str:
    """Which questions dropped out since the exam began; '' when none did."""
    if not exam.lost:
        return ""
    count = len(exam.lost)
    what = "1 question is" if count == 1 else f"{count} questions are"
    whose = "its set" if count == 1 else "their sets"
    name = "does" if count == 1 else "do"
    return f"{what} not in {whose} any more and {name} not count: {', '.join(exam.lost)}"


def place_text(exam: Exam, index: int, width: int) -> Content:
    """`7 of 60`, with a bar of what is answered where there is room."""
    return progress(index + 1, exam.total, exam.total - len(exam.unanswered), width)


def state_blocks(exam: Exam, index: int, notice: str = "") -> Iterator[Block]:
    """Whether the question is flagged, what its answer lacks, and what else there is to say."""
    if exam.state(index).flagged:
        lead = Content.styled("! ", "bold $text-warning")
        yield Block(Content("Flagged for another look."), lead)
    response = exam.response(index)
    missing = exam.complaint(index, response) if response is not None else ""
    if missing:
        yield Block(words(missing, "$text-warning"), Content.styled("… ", "$text-warning"))
    if notice:
        yield Block(words(notice, "bold $text-accent"))


def clamped(value: int, least: int, most: int) -> int:
    """The value, no less and no more than that."""
    return max(least, min(most, value))
