"""Start or go on with a session, in screens or in lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from quiz.cli.common.chosen import entries_named, paths_in
from quiz.cli.common.failing import INTERRUPTED, REFUSED
from quiz.cli.common.output import complain, on_terminal, report, say, warn, width
from quiz.cli.common.workspace import open_workspace
from quiz.errors import QuizError
from quiz.store.library.library import Entry
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import asked_before, begin
from quiz.study.sitting.study import Study
from quiz.study.today.overview import overview, unfinished


def sit(names: Sequence[str], request: Request, *, fresh: bool, plain: bool) -> int:
    """Hold a session over the named sets (none: all); the exit status. Raises QuizError."""
    paths = paths_in(names)
    with open_workspace(paths, drafts=request.drafts) as (workspace, problems):
        entries = entries_named(workspace.library, names, paths)
        broken = [entry for entry in entries if not entry.ok]
        if broken:
            return refuse(broken)
        anything = not names and request == Request()
        request = request._replace(sets=tuple(entry.id for entry in entries))
        goes_on = not fresh and (anything or asked_before(workspace, request))
        title = entries[0].title if len(entries) == 1 else ""
        if plain or not on_terminal():
            mention(workspace, names, problems)
            return _in_lines(workspace, request, title, goes_on=goes_on)
        return _in_screens(workspace, request, title, problems, goes_on=goes_on)


def refuse(broken: Sequence[Entry]) -> int:
    """Say everything that is wrong with some sets; the exit status."""
    for entry in broken:
        for problem in entry.problems:
            report(problem)
    return REFUSED


def mention(workspace: Workspace, names: Sequence[str], problems: Sequence[QuizError]) -> None:
    """What is odd, but does not stop a session."""
    for problem in problems:
        complain(problem)
    if workspace.history.warning is not None:
        complain(workspace.history.warning)
    for entry in workspace.library.sets if not names else ():
        if not entry.ok:
            complain(entry.problems[0])


def _in_screens(
    workspace: Workspace,
    request: Request,
    title: str,
    problems: tuple[QuizError, ...],
    *,
    goes_on: bool,
) -> int:
    """At home if there is a session to go on with, else right in a new one."""
    from quiz.tui.app import run

    if goes_on and unfinished(workspace) is not None:
        return run(workspace, problems=problems)
    study = begin(workspace, request, title=title)
    return (
        _nothing(workspace, request)
        if study is None
        else run(workspace, study=study, problems=problems)
    )


def _in_lines(workspace: Workspace, request: Request, title: str, *, goes_on: bool) -> int:
    study = _resumed(workspace) if goes_on else None
    if study is None:
        study = begin(workspace, request, title=title)
        if study is None:
            return _nothing(workspace, request)
        count = len(study.session.plan)
        questions = "1 question" if count == 1 else f"{count} questions"
        say(f"{questions}. :help shows what you can type, :q leaves.")
        ordinary = request == Request(sets=request.sets)
        for note in overview(workspace).notes if ordinary else ():
            say(note)
    say()
    return _ask(study)


def _resumed(workspace: Workspace) -> Study | None:
    """The session to go on with, if one of study is unfinished."""
    waiting = unfinished(workspace)
    if waiting is None:
        return None
    say(
        f"Going on with your session at question {waiting.place} of {waiting.total}"
        " (`quiz study --fresh` starts a new one)."
    )
    return Study.resume(workspace, waiting.record)


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


def _nothing(workspace: Workspace, request: Request) -> int:
    from quiz.study.today.upcoming import nothing_text

    for sentence in nothing_text(workspace, request):
        say(sentence)
    return 0
