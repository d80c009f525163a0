"""`quiz reanchor`."""

from __future__ import annotations

import click

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz reanchor                     ask about each source whose passage has changed\n"
    "  quiz reanchor sets/fire.yaml --dry-run\n"
    "  quiz reanchor --yes --format json"
)
LEFT = 1


@click.command(epilog=EXAMPLE, short_help="Follow documents that have changed.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option("--yes", is_flag=True, help="Accept what changed or moved without changing meaning.")
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(paths: tuple[str, ...], yes: bool, dry_run: bool, form: str) -> int:
    """Point each source at its passage again, after its document has changed.

    Line breaks, quotes, spaces and case are followed at once; what else changed is shown and asked
    about, or listed where nobody can answer. Without PATHs, the sets in ./questions are meant, or
    those here that have a lock file, or else your own. The lock file, which `quiz new` and
    `quiz check --fix` write, makes sure what has moved and what is gone.

    Exit status: 0 nothing is left to do, 1 something is, 2 nothing could be done.
    """
    from quiz.cli.common.output import on_terminal
    from quiz.cli.revisions.reanchoring import Manner, reanchor_sets
    from quiz.cli.revisions.report import say_all, say_as_json

    ask = on_terminal() and form == "text" and not yes and not dry_run
    run = reanchor_sets(paths, Manner(yes=yes, dry_run=dry_run, ask=ask))
    if form == "json":
        say_as_json(run)
    else:
        say_all(run, told=ask)
    return LEFT if run.left else 0
