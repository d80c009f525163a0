"""Exams that were, and the one that may be, in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.core.exams.prediction import Unseen
from quiz.core.memory.rates import together
from quiz.study.statistics.exams import ExamFigures, Sat
from quiz.study.statistics.text.lines import Line, Marks, Row, heading, said, table
from quiz.study.statistics.text.words import (
    count_text,
    day_text,
    iso,
    percent,
    rate_text,
    span_text,
)
from quiz.study.statistics.what_if import WhatIf


def exam_lines(
    found: ExamFigures, width: int, marks: Marks, limit: int | None = None
) -> Iterator[Line]:
    """At most `limit` exams, the latest first, and how many were passed."""
    yield from heading("Exams")
    if not found.exams:
        yield from said("No exam was submitted yet.", width)
        return
    latest = found.exams[::-1][:limit]
    rows = [
        Row(f"{iso(e.day)} {e.title}", (rate_text(e.score), _outcome(e)), e.score.share)
        for e in latest
    ]
    yield from table(rows, width, marks)
    if len(latest) < len(found.exams):
        yield from said(f"and {len(found.exams) - len(latest)} before", width, "muted")
    if found.passed.of:
        yield from said(f"Passed: {rate_text(found.passed)}.", width)


def _outcome(exam: Sat) -> str:
    if not exam.needed:
        return ""
    word = "passed" if exam.passed else "failed"
    return f"{word} ({percent(exam.needed / 100)})"


def what_if_lines(
    found: WhatIf, width: int, marks: Marks, *, titled: bool = True
) -> Iterator[Line]:
    """The expected score of an exam, where it comes from, and how it falls without study."""
    yield from heading(f"If the exam were on {day_text(found.day)}")
    if titled:
        yield from said(found.title, width, "muted")
    if found.estimate is None:
        yield from said("This set has no questions.", width)
        return
    score, low, high = found.estimate
    said_ = f"you would score about {percent(score)}, {span_text((low, high))} 19 times out of 20"
    yield from said(f"{said_}, without studying until then.", width, "strong")
    if found.needed:
        yield from said(f"To pass takes {percent(found.needed / 100)}.", width)
    total = found.asked + sum(one.questions for one in found.unseen)
    if found.drawn < total:
        yield from said(f"The exam has {found.drawn} of the {total} questions.", width)
    yield ()
    yield from _grounds(found, width)
    if found.asked:
        yield from _course(found, width, marks)


def _course(found: WhatIf, width: int, marks: Marks) -> Iterator[Line]:
    yield from heading("Without studying, you would score")
    today = found.course[0][0]
    rows = [Row(_when(day - today), (percent(s),), s) for day, s in found.course]
    goal = found.needed / 100 if found.needed else None
    yield from table(rows, width, marks, goal=goal)
    if goal is not None:
        yield from said(f"{marks.goal} is what it takes to pass.", width, "muted")


def _grounds(found: WhatIf, width: int) -> Iterator[Line]:
    if found.recall is not None:
        text = f"{count_text(found.asked, 'question')} asked before: your memory of them predicts"
        yield from said(f"{text} {percent(found.recall)} on average.", width)
    tried = [one for one in found.unseen if one.tries is not None]
    guessed = [one for one in found.unseen if one.tries is None]
    for group in (tried, guessed):
        if group:
            yield from said(_unseen_text(group), width)
    tested = found.correction
    if not found.asked:
        return
    if not tested.answers:
        text = "None of your answers could be compared with its prediction yet, so it is rough."
        yield from said(text, width)
        return
    text = f"Corrected by your last {count_text(tested.answers, 'answer')} to known questions: "
    text += f"predicted were {percent(tested.predicted)}, right were {percent(tested.observed)}."
    yield from said(text, width)


def _unseen_text(group: Sequence[Unseen]) -> str:
    count = sum(one.questions for one in group)
    text = f"{count_text(count, 'question')} never asked:"
    rates = {one.kind: one.tries for one in group if one.tries is not None}
    if rates:
        # those of any kind hold the others
        tries = rates.get("") or together(rates.values())
        kinds = "" if "" in rates else " of their kinds"
        return f"{text} at first tries{kinds}, you were right {rate_text(tries)}."
    mean = sum(one.chance * one.questions for one in group) / count
    return f"{text} by blind guessing, {percent(mean)} of them."


def _when(days: int) -> str:
    return "today" if days == 0 else f"in {days} days"
