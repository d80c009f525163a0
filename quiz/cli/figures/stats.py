"""`quiz stats`."""

from __future__ import annotations

from datetime import datetime

import click

from quiz.cli.common.output import complain

EXAMPLE = """\b
Examples:
  quiz stats
  quiz stats training/ --format json
  quiz stats --format csv > figures.csv
  quiz stats --set fire-safety --on 2030-06-01"""


@click.command(epilog=EXAMPLE, short_help="Show what you know, and what an exam would come to.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="How to print it.",
)
@click.option("--set", "name", metavar="SET", help="The score of an exam over this set.")
@click.option(
    "--on",
    "moment",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of that exam (2030-12-31); as you set it, or in a week, when not given.",
)
def command(paths: tuple[str, ...], form: str, name: str | None, moment: datetime | None) -> int:
    """Show what is due and how long it takes, what you remember and how sure you can be of it.

    PATHs are files or folders of sets; without one, everything counts that you ever answered.

    Known: three weeks from now most of it would still be there. Retention: of the questions asked
    again on a later day, in the last 30 days, the share that was right at the first try. What each
    figure means: docs/statistics.md.
    """
    from quiz.cli.common.workspace import open_workspace
    from quiz.cli.figures.printing import say_figures, say_what_if
    from quiz.study.statistics.scope import Scope

    if moment is not None and name is None:
        raise click.UsageError("--on needs --set: of which set is the exam?")
    with open_workspace(paths, readonly=True) as (workspace, problems):
        for problem in problems:
            complain(problem)
        sets = tuple(entry.id for entry in workspace.library.sets if entry.ok) if paths else None
        scope = Scope(workspace, sets)
        if name is None:
            say_figures(scope, form)
        else:
            say_what_if(scope, form, name, moment.date().toordinal() if moment else None)
    return 0
