"""`quiz list`."""

from __future__ import annotations

import click

from quiz.cli.common.output import complain

EXAMPLE = "\b\nExamples:\n  quiz list\n  quiz list training/ --format json"


@click.command(epilog=EXAMPLE, short_help="Show the question sets, with what is due and new.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(paths: tuple[str, ...], form: str) -> int:
    """Show the question sets: their questions, how many are due today, and how many are new.

    PATHs are files or folders of sets; without one, all sets are shown: those in ./questions, your
    own, and the shipped ones. Broken sets are shown, too, with their first error on standard error.
    """
    from quiz.cli.common.workspace import open_workspace
    from quiz.cli.study.listing import list_json, list_sets

    with open_workspace(paths, readonly=True) as (workspace, problems):
        for problem in problems:
            complain(problem)
        if form == "json":
            list_json(workspace)
        else:
            list_sets(workspace)
    return 0
