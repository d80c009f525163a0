"""`quiz update`."""

from __future__ import annotations

import click

from quiz.cli.common.failing import FAILED

EXAMPLE = "\b\nExamples:\n  quiz update --dry-run\n  quiz update fire-safety"


@click.command(epilog=EXAMPLE, short_help="Fetch what has changed of sets that others share.")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Only say what has changed.")
@click.option("--force", is_flag=True, help="Also over files that you have edited.")
@click.option("--yes", is_flag=True, help="Do not ask before a connection is opened.")
def command(names: tuple[str, ...], dry_run: bool, force: bool, yes: bool) -> int:
    """Fetch again what `quiz get` has fetched, and say what has changed.

    NAMEs are folders among your questions, or sets in them; without one, all are updated. For each
    question that is new, gone, reworded or starts anew (because its answer or its type is another),
    a line says so and why. Files you have edited are not overwritten without --force; files you
    have added stay.

    Exit status: 0 all up to date, 1 something could not be updated, 2 there is nothing to update.
    """
    from quiz.cli.exchange.updating import chosen, update

    done = [
        update(folder, origin, dry_run=dry_run, force=force, yes=yes)
        for folder, origin in chosen(names)
    ]
    return 0 if all(done) else FAILED
