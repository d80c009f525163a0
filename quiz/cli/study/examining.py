"""Start an exam or go on with one, in screens or in lines; look at old ones."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quiz.cli.common.chosen import entries_named, paths_in
from quiz.cli.common.failing import INTERRUPTED
from quiz.cli.common.lines import in_lines
from quiz.cli.common.output import at_terminal, complain, say, table, warn, width
from quiz.cli.common.workspace import open_workspace
from quiz.cli.study.sitting import mention, refuse
from quiz.cli.study.wishing import settled
from quiz.core.memory.records import set_of
from quiz.errors import QuizError
from quiz.store.files.shown import shown
from quiz.store.history.tables.exams import FinishedExam
from quiz.study.common.wish import Wish
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam, running
from quiz.study.exams.judging import near_misses
from quiz.study.exams.paper import goes_on
from quiz.study.exams.result import ExamResult, result_of, used_ms
from quiz.study.exams.terms import ExamRequest
from quiz.study.exams.wording import clock_text, left_clock, outcome_text, share_text, when_text

HEADS = ("", "begun", "exam", "score", "result", "time")


def examine(
    names: Sequence[str],
    request: ExamRequest,
    options: Mapping[str, Any],
    *,
    fresh: bool,
    plain: bool,
) -> int:
    """Hold an exam over the named sets (none: all); the exit status. Raises QuizError."""
    paths = paths_in(names)
    with open_workspace(paths) as (workspace, problems):
        entries = entries_named(workspace.library, names, paths)
        broken = [entry for entry in entries if not entry.ok]
        if broken:
            return refuse(broken)
        wish = settled(workspace, request.wish or Wish(), options)
        sets = tuple(entry.id for entry in entries) or wish.sets
        request = request._replace(sets=sets, wish=wish._replace(sets=()))
        lines = in_lines(plain=plain)
        if lines:
            mention(workspace, names, problems)
        exam = None if fresh else _running(workspace, request)
        resumed = exam is not None
        if exam is None:
            exam = Exam.begin(workspace, request)
        if lines:
            return _in_lines(exam, request, resumed=resumed)
        from quiz.tui.app import run

        return run(workspace, exam=exam, problems=problems)


def _running(workspace: Workspace, request: ExamRequest) -> Exam | None:
    """The exam to go on with; None when a new one is to begin.

    One whose time is over is submitted if another is asked for. Raises QuizError when that other
    one would end an exam that still has time.
    """
    record = running(workspace)
    if record is None:
        return None
    exam = Exam.resume(workspace, record)
    if goes_on(record, request):
        return exam
    if exam.time_out:
        say(f"The time of your exam {record.title} was over; it was submitted.")
        say(f"{outcome_text(exam.submit().score)}. `quiz exam --show 1` shows more.")
        return None
    raise QuizError(
        f"your exam {record.title} is running, {left_clock(exam.remaining_ms)}",
        hint="go on with `quiz exam`, or drop it without a score and start this one: --fresh",
    )


def _in_lines(exam: Exam, request: ExamRequest, *, resumed: bool) -> int:
    import gc

    from quiz.plain.exam import exam_plain, kept_text

    gc.enable()
    if request.questions is not None and exam.total < request.questions and not resumed:
        say(f"There are only {exam.total} questions that an exam can ask.")
    try:
        return exam_plain(exam, input=sys.stdin, output=sys.stdout, width=width(), resumed=resumed)
    except KeyboardInterrupt:
        warn("")
        if running(exam.workspace) is not None:
            warn(kept_text(exam))
        return INTERRUPTED


def list_exams() -> int:
    """Print the exams taken, the latest first."""
    with open_workspace(readonly=True) as (workspace, problems):
        for problem in problems:
            complain(problem)
        found = workspace.history.exams()
        if not found:
            say("You have taken no exam yet. Take one: quiz exam SET")
            return 0
        rows = [_cells(workspace, number, exam) for number, exam in enumerate(found, 1)]
        for line in table(HEADS, rows, "rllllr"):
            say(line)
    return 0


def _cells(workspace: Workspace, number: int, exam: FinishedExam) -> tuple[str, ...]:
    record, score = exam
    return (
        str(number),
        when_text(record, workspace.offset_min()),
        record.title,
        share_text(score.right, score.total, score.percent),
        "passed" if score.passed else "not passed",
        clock_text(used_ms(workspace, record, score.spent_ms)),
    )


def show_exam(names: Sequence[str], which: str, *, asks: bool) -> int:
    """Print an old exam: its number in the list, or the start of its uid. Raises QuizError.

    At a terminal, or where that is wanted (`asks`), it first asks about near misses that wait.
    """
    paths = paths_in(names) or _own_paths(which)
    with open_workspace(paths, readonly=True) as (workspace, _problems):
        record = _named(workspace.history.exams(), which).record
        result = result_of(workspace, record)
        if not (asks or at_terminal()) or next(near_misses(result), None) is None:
            return _show(result, asks=False)
    with open_workspace(paths) as (workspace, _problems):
        return _show(result_of(workspace, record), asks=True)


def _own_paths(which: str) -> list[str]:
    """Where the sets of an exam were given by path, as far as they are not at hand without."""
    with open_workspace(readonly=True) as (workspace, _problems):
        record = _named(workspace.history.exams(), which).record
        known = {entry.id for entry in workspace.library.sets}
        if {set_of(uid) for uid in record.plan} <= known:
            return []
        paths = record.options.get("paths", [])
        given = [str(path) for path in paths] if isinstance(paths, list) else []
        return [path for path in given if Path(path).is_file()]


def _show(result: ExamResult, *, asks: bool) -> int:
    from quiz.plain.console import Console
    from quiz.plain.exam import ask_near_misses
    from quiz.plain.exam_telling import tell_result

    console = Console(sys.stdin, sys.stdout, width())
    say(f"{result.record.title}, {when_text(result.record, result.workspace.offset_min())}")
    if asks:
        ask_near_misses(console, result)
    tell_result(console, result)
    return 0


def _named(exams: Sequence[FinishedExam], which: str) -> FinishedExam:
    if which.isascii() and which.isdigit() and 0 < int(which[:9]) <= len(exams):
        return exams[int(which[:9]) - 1]
    for exam in exams:
        if len(which) >= 8 and exam.record.uid.startswith(which):
            return exam
    hint = "quiz exam --list shows their numbers" if exams else "you have taken none yet"
    raise QuizError(f"there is no exam {shown(which)}", hint=hint)
