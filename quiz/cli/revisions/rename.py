"""`quiz rename`."""

from __future__ import annotations

from functools import partial

import click

from quiz.cli.common.output import say

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz rename fire-safety/q1 assembly-point\n"
    "  quiz rename fire-safety/q1 assembly-point sets/fire.yaml"
)


@click.command(epilog=EXAMPLE, short_help="Give a question another id and keep what was learned.")
@click.argument("old", metavar="SET/OLD")
@click.argument("new", metavar="NEW")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
def command(old: str, new: str, paths: tuple[str, ...]) -> int:
    """Call the question OLD of a set NEW, in its file and in your history.

    Answers, memory, flags and exams go along. Where the file says NEW already, only the history
    and the lock file are brought in line. PATHs are where to look for the set; without any, in
    ./questions, or else among your own. Other learners run the same command once.
    """
    from quiz.cli.common.opening import count, open_history
    from quiz.cli.revisions.renaming import rename_in_file
    from quiz.store.keeping.renaming import answers_to, rename

    set_id, _, name = old.partition("/")
    if not name or "/" in new:
        raise click.UsageError("say it like this: quiz rename SET/OLD NEW")
    with open_history() as history:
        where = rename_in_file(set_id, name, new, paths, partial(answers_to, history))
        answers = rename(history, old, f"{set_id}/{new}")
    say(f"{where}: {name} is {new} now; {count(answers, 'answer')} went along.")
    return 0
