"""Start or go on with a session, in screens or in lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from quiz.cli.common.chosen import entries_named, paths_in
from quiz.cli.common.failing import INTERRUPTED, REFUSED
from quiz.cli.common.output import complain, on_terminal, report, say, warn, width
from quiz.cli.common.workspace import open_desk
from quiz.errors import QuizError
from quiz.store.library.library import Entry
from quiz.study.common.request import Request
from quiz.study.common.workspace import Desk
from quiz.study.sitting.begin import asked_before, begin
from quiz.study.sitting.study import Study
from quiz.study.today.overview import overview, unfinished


def sit(names: Sequence[str], request: Request, *, fresh: bool, plain: bool) -> int:
    """Hold a session over the named sets (none: all); the exit status. Raises QuizError."""
    paths = paths_in(names)
    with open_desk(paths) as (desk, problems):
        entries = entries_named(desk.library, names, paths)
        broken = [entry for entry in entries if not entry.ok]
        if broken:
            return refuse(broken)
        anything = not names and request == Request()
        request = request._replace(sets=tuple(entry.id for entry in entries))
        goes_on = not fresh and (anything or asked_before(desk, request))
        title = entries[0].title if len(entries) == 1 else ""
        if plain or not on_terminal():
            mention(desk, names, problems)
            return _in_lines(desk, request, title, goes_on=goes_on)
        return _in_screens(desk, request, title, problems, goes_on=goes_on)


def refuse(broken: Sequence[Entry]) -> int:
    """Say everything that is wrong with some sets; the exit status."""
    for entry in broken:
        for problem in entry.problems:
            report(problem)
    return REFUSED


def mention(desk: Desk, names: Sequence[str], problems: Sequence[QuizError]) -> None:
    """What is odd, but does not stop a session."""
    for problem in problems:
        complain(problem)
    if desk.history.warning is not None:
        complain(desk.history.warning)
    for entry in desk.library.sets if not names else ():
        if not entry.ok:
            complain(entry.problems[0])


def _in_screens(
    desk: Desk, request: Request, title: str, problems: tuple[QuizError, ...], *, goes_on: bool
) -> int:
    """At home if there is a session to go on with, else right in a new one."""
    from quiz.tui.app import run

    if goes_on and unfinished(desk) is not None:
        return run(desk, problems=problems)
    study = begin(desk, request, title=title)
    return _nothing(desk, request) if study is None else run(desk, study=study, problems=problems)


def _in_lines(desk: Desk, request: Request, title: str, *, goes_on: bool) -> int:
    study = _resumed(desk) if goes_on else None
    if study is None:
        study = begin(desk, request, title=title)
        if study is None:
            return _nothing(desk, request)
        count = len(study.session.plan)
        questions = "1 question" if count == 1 else f"{count} questions"
        say(f"{questions}. :help shows what you can type, :q leaves.")
        ordinary = request == Request(sets=request.sets)
        for note in overview(desk).notes if ordinary else ():
            say(note)
    say()
    return _ask(study)


def _resumed(desk: Desk) -> Study | None:
    """The session to go on with, if one of study is unfinished."""
    waiting = unfinished(desk)
    if waiting is None:
        return None
    say(
        f"Going on with your session at question {waiting.place} of {waiting.total}"
        " (`quiz study --fresh` starts a new one)."
    )
    return Study.resume(desk, waiting.record)


def _ask(study: Study) -> int:
    import gc

    from quiz.plain import study_plain
    from quiz.plain.sitting import KEPT

    gc.enable()

    try:
        return study_plain(study, input=sys.stdin, output=sys.stdout, width=width())
    except KeyboardInterrupt:
        warn("")
        if study.session.current is not None:
            warn(KEPT)
        return INTERRUPTED


def _nothing(desk: Desk, request: Request) -> int:
    from quiz.study.today.upcoming import nothing_text

    for sentence in nothing_text(desk, request):
        say(sentence)
    return 0
