"""The words of an exam's result on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.exams.score import Share
from quiz.study.exams.comparing import comparison_text, earlier, pace_text
from quiz.study.exams.result import ExamResult, Near
from quiz.study.exams.wording import (
    MARKS,
    counts_text,
    lost_text,
    near_text,
    outcome_text,
    share_rows,
    spent_text,
    time_text,
)
from quiz.study.sitting.wording import given_text
from quiz.tui.text import Block, cells, fit, join, one_line, words

MARK_STYLES = {
    Mark.CORRECT: "$text-success",
    Mark.PARTLY: "$text-warning",
    Mark.WRONG: "$text-error",
    Mark.UNANSWERED: "$text-error",
}
NO_DOCUMENT, NO_TAG = "(no document)", "(no tag)"
LINE = 96
"""Columns within which names and figures stand; further apart the eye loses its line."""


def head_blocks(result: ExamResult, notice: str) -> Iterator[Block]:
    """Notice, score, and what is behind it."""
    if notice:
        yield Block(words(notice, "bold $text-warning"))
        yield Block(Content(""))
    score = result.score
    sign, style = ("✓ ", "$text-success") if score.passed else ("✗ ", "$text-error")
    yield Block(words(outcome_text(score), f"bold {style}"), Content.styled(sign, f"bold {style}"))
    yield Block(Content(counts_text(score)), Content("  "))
    if near_text(result):
        yield Block(words(f"≈ {near_text(result)}", "$text-warning"), Content("  "))
    yield Block(Content.styled(time_text(result), "$foreground-muted"), Content("  "))
    if result.lost:
        yield Block(words(lost_text(result), "$text-warning"), Content("  "))


def compared_blocks(result: ExamResult) -> Iterator[Block]:
    """The pace, and how the score compares with the last times."""
    compared = comparison_text(earlier(result.workspace, result.record), result.score.percent)
    texts = [text for text in (compared, pace_text(result)) if text]
    yield from (Block(Content(text), Content("  ")) for text in texts)
    if texts:
        yield Block(Content(""))


def share_blocks(result: ExamResult, width: int) -> Iterator[Block]:
    """How it compares with the last times, then document by document and tag by tag."""
    score = result.score
    yield from compared_blocks(result)
    yield from _shares("By document", score.documents, NO_DOCUMENT, width)
    yield from _shares("By tag", score.tags, NO_TAG, width)


def _shares(head: str, shares: tuple[Share, ...], nameless: str, width: int) -> Iterator[Block]:
    if not any(share.name for share in shares):
        return
    yield Block(Content.styled(head, "bold $text-accent"))
    rows = list(share_rows(shares, nameless))
    broadest = max(cells(text) for _, text in rows)
    room = min(width, LINE) - 4 - broadest
    for name, text in rows:
        shown = fit(one_line(name), room)
        yield Block(join(shown, "  ", text.rjust(broadest)), Content("  "))
    yield Block(Content(""))


def answer_line(result: ExamResult, index: int, width: int) -> Content:
    """A question of the list: number, mark in sign and word, stem, flag and time."""
    answer = result.answers[index]
    number = str(index + 1).rjust(len(str(len(result.answers))))
    sign, word = MARKS[answer.mark]
    mark = Content.styled(
        f"{sign} {word.ljust(12) if width >= 70 else ''}", MARK_STYLES[answer.mark]
    )
    signs = f"{'≈ ' if result.near(index) is not Near.NONE else ''}{'! ' if answer.flagged else ''}"
    time = f"{signs}{spent_text(answer.spent_ms)}".rjust(13)
    room = width - cells(number) - 2 - mark.cell_length - cells(time)
    return join(f"{number} ", mark, " ", fit(one_line(stem_of(result, index)), max(4, room)), time)


def own_line(result: ExamResult, index: int, width: int) -> Content | None:
    """What was answered, under its question; None where nothing was."""
    feedback = result.feedback(index)
    if feedback is None or not feedback.response.filled:
        return None
    given = given_text(feedback.presented, feedback.response)
    lead = " " * (len(str(len(result.answers))) + 3)
    return fit(join(lead, one_line(f"you: {given}", "$foreground-muted")), width)


def stem_of(result: ExamResult, index: int) -> str:
    """The stem of a question, or its name where it has vanished."""
    feedback = result.feedback(index)
    if feedback is None:
        return f"{result.answers[index].question} (not in its set any more)"
    return feedback.presented.question.stem


def vanished_blocks(answer: ExamAnswer) -> Iterator[Block]:
    """What is left to say about a question that is not in its set any more."""
    sign, word = MARKS[answer.mark]
    style = f"bold {MARK_STYLES[answer.mark]}"
    yield Block(Content.styled(word.capitalize(), style), Content.styled(f"{sign} ", style))
    yield Block(words(f"The question {answer.question} is not in its set any more."))
