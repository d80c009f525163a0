"""Statistics as text, JSON or CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quiz.cli.common.lines import lines_wanted
from quiz.cli.common.output import say, say_json, table, width
from quiz.cli.common.painting import paint, painted
from quiz.errors import QuizError
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.text.lines import ASCII, NO_ART, UNICODE, Line, Marks, plain

if TYPE_CHECKING:
    from quiz.store.library.library import Entry
    from quiz.study.today.progress import ProgressReport, ProgressRow

HEADS = ("questions", "due", "new", "known", "retention")
MOST_WIDTH, MOST_ROWS = 100, 10

_ROLES = {
    "heading": "strong",
    "strong": "strong",
    "muted": "dim",
    "bar": "help",
    "goal": "warning",
}


def say_figures(scope: Scope, form: str) -> None:
    """Print all figures; `form` is text, json or csv."""
    if form == "text":
        _say_text(scope)
        return
    from quiz.cli.figures.data import all_data

    _say_data(all_data(scope), form)


def say_what_if(scope: Scope, form: str, name: str, day: int | None) -> None:
    """Print what an exam would come to; raises QuizError for an odd set or a day gone by."""
    from quiz.study.statistics.text.exams import what_if_lines
    from quiz.study.statistics.what_if import Scoring, exam_day

    entry = _one_set(scope, name)
    wanted = exam_day(scope, entry.id) if day is None else day
    if wanted < scope.today:
        raise QuizError("the day of the exam has gone by", hint="name today or a later day")
    found = Scoring(scope).what_if(entry, wanted)
    if form == "text":
        _say_lines(what_if_lines(found, *_room()))
        return
    from quiz.cli.figures.data import what_if_data

    _say_data({"what_if": what_if_data(found)}, form)


def _one_set(scope: Scope, name: str) -> Entry:
    found = scope.workspace.library.find(name)
    if len(found) > 1:
        ids = ", ".join(entry.id for entry in found[:5])
        raise QuizError(f"{name!r} means several sets: {ids}", hint="name one of them")
    if found[0].ok:
        return found[0]
    raise found[0].problems[0]


def _say_data(data: Mapping[str, object], form: str) -> None:
    if form == "json":
        say_json(data)
        return
    from quiz.cli.figures.data import tidy

    print(tidy(data), end="")


def _say_text(scope: Scope) -> None:
    from quiz.study.today.progress import progress_report

    _say_progress(progress_report(scope.workspace))
    for lines in _pages(scope, *_room()):
        _say_lines(lines)


def _pages(scope: Scope, columns: int, marks: Marks) -> Iterator[Iterable[Line]]:
    from quiz.study.statistics import certainty, exams, memory, recall, retention, sections, today
    from quiz.study.statistics.text import exams as exam
    from quiz.study.statistics.text import memory as known
    from quiz.study.statistics.text import recall as kept
    from quiz.study.statistics.text.today import today_lines

    yield today_lines(today.today_figures(scope), columns, marks)
    yield kept.retention_lines(retention.retention_figures(scope), columns, marks)
    yield kept.recall_lines(recall.recall_figures(scope), columns, marks, MOST_ROWS)
    yield kept.section_lines(sections.section_figures(scope), columns, marks, MOST_ROWS)
    yield known.memory_lines(memory.memory_figures(scope, MOST_ROWS), columns, marks)
    yield known.certainty_lines(certainty.certainty_figures(scope, MOST_ROWS), columns, marks)
    yield exam.exam_lines(exams.exam_figures(scope), columns, marks, MOST_ROWS)


def _say_lines(lines: Iterable[Line]) -> None:
    coloured = painted()
    for line in lines:
        if coloured:
            print("".join(paint(span.text, _ROLES.get(span.role, "")) for span in line))
        else:
            say(plain(line).rstrip())


def _room() -> tuple[int, Marks]:
    """The width to print in, and marks that the output can show."""
    if lines_wanted():
        return min(width(), MOST_WIDTH), NO_ART
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    try:
        "".join(UNICODE).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return min(width(), MOST_WIDTH), ASCII
    return min(width(), MOST_WIDTH), UNICODE


def _say_progress(found: ProgressReport) -> None:
    for name, value in zip(HEADS, _cells(found.total), strict=True):
        say(f"{name.capitalize() + ':':<11} {value}")
    _say_table("set", found.sets)
    _say_table("document", found.documents)


def _say_table(name: str, rows: Sequence[ProgressRow]) -> None:
    if rows:
        say()
        for line in table((name, *HEADS), [(row.name, *_cells(row)) for row in rows], "lrrrrr"):
            say(line)


def _cells(row: ProgressRow) -> tuple[str, ...]:
    from quiz.core.memory.rates import Rate
    from quiz.study.statistics.text.words import rate_text

    numbers = (row.questions, row.due, row.new, row.known)
    return (*(str(number) for number in numbers), rate_text(Rate(row.remembered, row.asked)))
