"""`quiz suspend`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.common.output import complain, say, say_json
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.study.common.set_aside import Resting
    from quiz.study.common.workspace import Workspace

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz suspend                                what is set aside\n"
    "  quiz suspend electronic-mesotherapy/basis   do not ask it any more\n"
    "  quiz suspend --today SET/ID; quiz suspend --back SET/ID"
)


@click.command(epilog=EXAMPLE, short_help="Set questions aside, and bring them back.")
@click.argument("questions", metavar="[SET/ID]...", nargs=-1)
@click.option("--today", is_flag=True, help="Only until tomorrow.")
@click.option("--back", is_flag=True, help="Ask them again.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(questions: tuple[str, ...], today: bool, back: bool, form: str) -> int:
    """Do not ask these questions any more, or list what is set aside.

    What is known of them stays in the history. Without questions, all that is set aside is listed,
    each as `file:line: question: how`; with --back and none, all of it comes back.
    """
    from quiz.cli.common.workspace import open_workspace
    from quiz.study.common.set_aside import Aside, all_resting, set_aside

    if today and back:
        raise click.UsageError("--today and --back exclude each other")
    with open_workspace(readonly=not (questions or back)) as (workspace, problems):
        for problem in problems:
            complain(problem)
        aside = all_resting(workspace)
        if not (questions or back):
            _list(workspace, aside, form)
            return 0
        how = Aside.BACK if back else Aside.TODAY if today else Aside.FOR_GOOD
        known = {one.question for one in aside}
        wanted = [_known(workspace, name, known) for name in questions] or sorted(known)
        for uid in wanted:
            set_aside(workspace, uid, how)
    many = "1 question" if len(wanted) == 1 else f"{len(wanted)} questions"
    say(f"{many}: {_DONE[how]}.")
    return 0


_DONE = {
    "today": "not asked before tomorrow",
    "for good": "not asked any more",
    "back": "asked again",
}


def _known(workspace: Workspace, name: str, aside: set[str]) -> str:
    """A question of a set here, or one that is set aside; raises QuizError with the nearest."""
    if name in aside:
        return name
    try:
        workspace.library.question(name)
    except QuizError as error:
        from quiz.store.files.shown import did_you_mean

        known = (f"{e.id}/{row.id}" for e in workspace.library.sets if e.ok for row in e.index)
        raise QuizError(error.message, hint=did_you_mean(name, known)) from None
    return name


def _list(workspace: Workspace, aside: list[Resting], form: str) -> None:
    if form == "json":
        say_json([{"question": one.question, "until": _until(one)} for one in aside])
        return
    for one in aside:
        say(f"{_place(workspace, one.question)}{one.question}: {one.text}")
    if not aside:
        say("Nothing is set aside. `-` at a question does it, or :bury and :suspend in lines.")


def _until(one: Resting) -> str | None:
    from datetime import date

    return None if one.for_good else date.fromordinal(one.until).isoformat()


def _place(workspace: Workspace, uid: str) -> str:
    from quiz.store.scaffold.places import shown_path

    try:
        path, line = workspace.library.place(uid)
    except QuizError:
        return ""
    return f"{shown_path(path.absolute())}:{line}: "
