"""Start or go on with a session, in screens or in lines."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quiz.cli.common.chosen import entries_named, paths_in
from quiz.cli.common.failing import INTERRUPTED, REFUSED
from quiz.cli.common.lines import in_lines
from quiz.cli.common.output import complain, report, say, warn, width
from quiz.cli.common.workspace import open_workspace
from quiz.cli.study.wishing import settled
from quiz.errors import QuizError
from quiz.store.files.shown import shown
from quiz.store.library.library import Entry
from quiz.study.common.request import Request
from quiz.study.common.wish import wish_text
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import asked_by, begin, command_of
from quiz.study.sitting.study import Study
from quiz.study.today.overview import Unfinished, left_open, overview


def sit(
    names: Sequence[str],
    request: Request,
    options: Mapping[str, Any],
    *,
    fresh: bool,
    plain: bool,
) -> int:
    """Hold a session over the named sets (none: all); the exit status. Raises QuizError.

    `options` tell what is chosen or saved by name.
    """
    paths = paths_in(names)
    with open_workspace(paths, drafts=request.drafts) as (workspace, problems):
        entries = entries_named(workspace.library, names, paths)
        broken = [entry for entry in entries if not entry.ok]
        if broken:
            return refuse(broken)
        anything = not names and request == Request()
        request = request._replace(sets=tuple(entry.id for entry in entries))
        request = _wished(workspace, request, options)
        title = _title(workspace, request)
        waiting = left_open(workspace)
        meant = _meant(waiting, None if anything else request)
        files = {entry.id: str(entry.path) for entry in entries} if paths else {}
        goes_on, dropped = (None, meant) if fresh else (meant, None)
        asked = Asked(request, title, waiting, goes_on, dropped, files)
        if in_lines(plain=plain):
            mention(workspace, names, problems)
            return _in_lines(workspace, asked)
        return _in_screens(workspace, asked, problems)


def _wished(workspace: Workspace, request: Request, options: Mapping[str, Any]) -> Request:
    """The request with what is chosen; sets that were saved with it count where none is named."""
    if not (request.wish.anything or options["saved"] is not None or options["save"] is not None):
        return request
    wish = settled(workspace, request.wish._replace(sets=request.sets), options)
    known = {entry.id for entry in workspace.library.sets if entry.ok}
    kept = tuple(one for one in wish.sets if one in known)
    return request._replace(sets=request.sets or kept, wish=wish._replace(sets=()))


def _title(workspace: Workspace, request: Request) -> str:
    titles = {entry.id: entry.title for entry in workspace.library.sets}
    if request.wish.anything:
        return wish_text(request.wish._replace(sets=request.sets), titles)
    if not request.sets:
        return ""
    first, others = titles[request.sets[0]], len(request.sets) - 1
    return f"{first} and {others} more" if others else first


class Asked(NamedTuple):
    """What is wanted: a request, the sessions left open, which of them goes on or is dropped.

    `files` are the paths of the sets, where they were named by path.
    """

    request: Request
    title: str
    waiting: tuple[Unfinished, ...]
    goes_on: Unfinished | None
    dropped: Unfinished | None
    files: Mapping[str, str] = {}

    def begin(self, workspace: Workspace) -> Study | None:
        """Begin the session; the one that is dropped ends with it."""
        instead = self.dropped.record if self.dropped else None
        return begin(workspace, self.request, title=self.title, instead=instead)


def _meant(waiting: Sequence[Unfinished], request: Request | None) -> Unfinished | None:
    """The session left open that a request (None: for anything) goes on with."""
    found = (one for one in waiting if request is None or asked_by(one.record, request))
    return next(found, None)


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


def _in_screens(workspace: Workspace, asked: Asked, problems: tuple[QuizError, ...]) -> int:
    """At home if there is a session to go on with, else right in a new one."""
    from quiz.tui.app import run

    if asked.goes_on is not None:
        if asked.goes_on is asked.waiting[0]:
            return run(workspace, problems=problems)
        study = Study.resume(workspace, asked.goes_on.record)
        return run(workspace, study=study, problems=problems)
    begun = asked.begin(workspace)
    return (
        _nothing(workspace, asked.request)
        if begun is None
        else run(workspace, study=begun, problems=problems)
    )


def _in_lines(workspace: Workspace, asked: Asked) -> int:
    study = _resumed(workspace, asked)
    if study is None:
        study = asked.begin(workspace)
        if study is None:
            return _nothing(workspace, asked.request)
        count = len(study.session.plan)
        questions = "1 question" if count == 1 else f"{count} questions"
        say(f"{questions}. :help shows what you can type, :q leaves.")
        ordinary = asked.request == Request(sets=asked.request.sets)
        for note in overview(workspace).notes if ordinary else ():
            say(note)
    _tell_waiting(workspace, study, asked.files)
    say()
    return _ask(study, _goes_on(study, asked))


def _resumed(workspace: Workspace, asked: Asked) -> Study | None:
    """The session to go on with, if there is one."""
    if asked.goes_on is None:
        return None
    one = asked.goes_on
    anything = asked.request == Request()
    same = "quiz study" if anything else command_of(one.record, asked.files) or "quiz study"
    say(
        f"Going on with your session at question {one.place} of {one.total}"
        f" (`{same} --fresh` starts a new one)."
    )
    return Study.resume(workspace, one.record)


def _tell_waiting(workspace: Workspace, study: Study, files: Mapping[str, str]) -> None:
    """The other sessions that were left open, and how to go on with them."""
    for one in left_open(workspace):
        if one.record.uid == study.record.uid:
            continue
        title = f" {shown(one.record.title)}" if one.record.title else ""
        command = command_of(one.record, files)
        way = f"; go on with: {command}" if command else ""
        say(f"Your session{title} waits at question {one.place} of {one.total}{way}")


def _goes_on(study: Study, asked: Asked) -> str:
    """`quiz study` goes on with what was left last; files and drafts have to be named again."""
    named = bool(asked.files) or asked.request.drafts
    return (command_of(study.record, asked.files) if named else "") or "quiz study"


def _ask(study: Study, goes_on: str) -> int:
    import gc

    from quiz.plain import study_plain
    from quiz.plain.sitting import KEPT

    gc.enable()

    try:
        return study_plain(
            study, input=sys.stdin, output=sys.stdout, width=width(), goes_on=goes_on
        )
    except KeyboardInterrupt:
        warn("")
        if study.session.current is not None:
            warn(KEPT.format(goes_on))
        return INTERRUPTED


def _nothing(workspace: Workspace, request: Request) -> int:
    from quiz.study.today.upcoming import nothing_text

    for sentence in nothing_text(workspace, request):
        say(sentence)
    return 0
