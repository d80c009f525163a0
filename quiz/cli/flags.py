"""`quiz flags`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from quiz.cli.output import say, say_json
from quiz.core.review import Flag
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.store.history import History

EXAMPLE = "\b\nExamples:\n  quiz flags\n  quiz flags --done electronic-mesotherapy/basis"


@click.command(epilog=EXAMPLE, short_help="Show what learners remarked on questions.")
@click.option("--done", metavar="QUESTION", help="Remove the flags of this question (SET/ID).")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(done: str | None, form: str) -> int:
    """Show the flags: remarks made on questions while studying, for their author to act on.

    Each is a line `file:line: question: comment (date)`.
    """
    import os

    from quiz.cli.desk import now_ms
    from quiz.store.history import History
    from quiz.store.places import places

    where = places(os.environ)
    with History.open(where.history, now_ms=now_ms(), readonly=done is None) as history:
        if done is not None:
            return _remove(history, done)
        flags = history.flags()
    if form == "json":
        say_json([_json(flag) for flag in flags])
    for flag in flags if form == "text" else ():
        say(_line(flag))
    if not flags and form == "text":
        say("There are no flags. While studying, `!` or `:flag TEXT` makes one.")
    return 0


def _remove(history: History, question: str) -> int:
    found = [flag for flag in history.flags() if flag.question == question]
    if not found:
        from quiz.store.shown import did_you_mean, shown

        hint = did_you_mean(question, {flag.question for flag in history.flags()})
        raise QuizError(f"there is no flag on a question {shown(question)}", hint=hint)
    for flag in found:
        history.unflag(flag.uid)
    say(f"Removed {len(found)} flag{'s' if len(found) > 1 else ''} on {question}.")
    return 0


def _line(flag: Flag) -> str:
    comment = " ".join(flag.comment.split())
    return f"{flag.path}:{flag.line}: {flag.question}: {comment} ({_moment(flag):%Y-%m-%d})"


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
