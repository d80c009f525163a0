"""`quiz flags`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from quiz.cli.common.output import say, say_json
from quiz.core.memory.records import Flag
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.store.history.history import History
    from quiz.study.authoring.contested import Suggestion
    from quiz.study.common.set_aside import Resting
    from quiz.study.common.workspace import Workspace
    from quiz.study.today.leeches import Leech

EXAMPLE = "\b\nExamples:\n  quiz flags\n  quiz flags --done electronic-mesotherapy/basis"


@click.command(epilog=EXAMPLE, short_help="Show remarks on questions, and what is forgotten.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option("--done", metavar="QUESTION", help="Remove the flags of this question (SET/ID).")
@click.option(
    "--accept", metavar="QUESTION", help="Write the suggested wordings into its file (SET/ID)."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(paths: tuple[str, ...], done: str | None, accept: str | None, form: str) -> int:
    """Show the flags: remarks made on questions while studying, for their author to act on.

    Each is a line `file:line: question: comment (date)`. Wordings that learners typed and counted
    as right themselves come first, the most frequent at the top: as suggestions for `accept`, which
    `--accept` writes into the file. Questions that keep slipping away follow:
    what is forgotten again and again is often not clear; and those that the learner has set aside.
    PATHs say where their sets are; without
    one, they are looked for in all the usual places.
    """
    if done is not None:
        return _remove_from_history(done)
    from quiz.cli.common.workspace import open_workspace
    from quiz.study.authoring.contested import suggestions
    from quiz.study.common.set_aside import all_resting
    from quiz.study.today.leeches import leeches

    if accept is not None:
        return _accept(paths, accept)

    with open_workspace(paths, readonly=True) as (workspace, _):
        flags = [_at_home(workspace, flag) for flag in workspace.history.flags()]
        slipping = leeches(workspace)
        contested = suggestions(workspace)
        aside = [(one, *_place(workspace, one.question)) for one in all_resting(workspace)]
    if form == "json":
        wordings = [_suggestion_json(one) for one in contested]
        remarks = [_json(flag) for flag in flags]
        given_up = [_aside_json(*one) for one in aside]
        say_json([*wordings, *remarks, *(_leech_json(leech) for leech in slipping), *given_up])
        return 0
    for one in contested:
        say(_suggestion_line(one))
    for flag in flags:
        say(_line(flag))
    for leech in slipping:
        say(_leech_line(leech))
    for resting, path, line in aside:
        say(f"{f'{path}:{line}: ' if path else ''}{resting.question}: {resting.text}")
    if not flags and not slipping and not contested and not aside:
        say("There are no flags. While studying, `!` or `:flag TEXT` makes one.")
    return 0


def _accept(paths: tuple[str, ...], question: str) -> int:
    from quiz.cli.common.workspace import open_workspace
    from quiz.study.authoring.contested import accept

    with open_workspace(paths, readonly=True) as (workspace, _):
        for one in accept(workspace, question):
            say(f"{one.path}:{one.line}: {one.question}: accepts {_quoted(one)} now")
    return 0


def _quoted(one: Suggestion) -> str:
    return f"“{' '.join(one.text.split())}”"


def _suggestion_line(one: Suggestion) -> str:
    times = "once" if one.times == 1 else f"{one.times} times"
    return f"{one.path}:{one.line}: {one.question}: accept {_quoted(one)}? (counted {times})"


def _suggestion_json(one: Suggestion) -> dict[str, object]:
    return {
        "question": one.question,
        "comment": f"accept {_quoted(one)}?",
        "path": one.path,
        "line": one.line,
        "accept": one.text,
        "gap": one.gap + 1,
        "times": one.times,
    }


def _remove_from_history(done: str) -> int:
    import os

    from quiz.cli.common.workspace import now_ms
    from quiz.store.files.home import places
    from quiz.store.history.history import History

    with History.open(places(os.environ).history, now_ms=now_ms()) as history:
        return _remove(history, done, now_ms())


def _remove(history: History, question: str, at_ms: int) -> int:
    found = [flag for flag in history.flags() if flag.question == question]
    if not found:
        from quiz.store.files.shown import did_you_mean, shown

        hint = did_you_mean(question, {flag.question for flag in history.flags()})
        raise QuizError(f"there is no flag on a question {shown(question)}", hint=hint)
    for flag in found:
        history.unflag(flag.uid, at_ms)
    say(f"Removed {len(found)} flag{'s' if len(found) > 1 else ''} on {question}.")
    return 0


def _at_home(workspace: Workspace, flag: Flag) -> Flag:
    """A flag with the place of its question here; of a set that is not here, just its file."""
    from pathlib import Path

    try:
        path, line = workspace.library.place(flag.question)
    except QuizError:
        here = Path(flag.path)
        return flag if here.exists() else flag._replace(path="/".join(here.parts[-2:]))
    return flag._replace(path=str(path.absolute()), line=line)


def _line(flag: Flag) -> str:
    comment = " ".join(flag.comment.split())
    return f"{flag.path}:{flag.line}: {flag.question}: {comment} ({_moment(flag):%Y-%m-%d})"


def _leech_line(leech: Leech) -> str:
    asked = date.fromordinal(leech.day)
    return f"{leech.path}:{leech.line}: {leech.question}: {_lapses(leech)} ({asked})"


def _place(workspace: Workspace, question: str) -> tuple[str, int]:
    """The file and line of a question; ('', 0) when it is not here."""
    try:
        path, line = workspace.library.place(question)
    except QuizError:
        return "", 0
    return str(path.absolute()), line


def _aside_json(resting: Resting, path: str, line: int) -> dict[str, object]:
    until = None if resting.for_good else date.fromordinal(resting.until).isoformat()
    return {
        "question": resting.question,
        "comment": resting.text,
        "path": path,
        "line": line,
        "set_aside_until": until,
    }


def _lapses(leech: Leech) -> str:
    return f"forgotten {leech.lapses} times"


def _leech_json(leech: Leech) -> dict[str, object]:
    return {
        "question": leech.question,
        "comment": _lapses(leech),
        "path": str(leech.path),
        "line": leech.line,
        "at": date.fromordinal(leech.day).isoformat(),
        "lapses": leech.lapses,
    }


def _moment(flag: Flag) -> datetime:
    return datetime.fromtimestamp(flag.at_ms / 1000).astimezone()


def _json(flag: Flag) -> dict[str, object]:
    return {
        "question": flag.question,
        "comment": flag.comment,
        "path": flag.path,
        "line": flag.line,
        "at": _moment(flag).isoformat(timespec="seconds"),
    }
