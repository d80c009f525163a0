"""`quiz stats`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from quiz.cli.output import complain, say, say_json, table

if TYPE_CHECKING:
    from quiz.study.standing import Standing, Standings

EXAMPLE = "\b\nExamples:\n  quiz stats\n  quiz stats --format json"
HEADS = ("questions", "due", "new", "known", "retention")


@click.command(epilog=EXAMPLE, short_help="Show how far you are, by set and by document.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(paths: tuple[str, ...], form: str) -> int:
    """Show what is due today, new, and known for good, and how much you remember.

    Known: three weeks from now most of it would still be there. Retention: of the questions asked
    again on a later day, in the last 30 days, the share that was right at the first try.
    """
    from quiz.cli.desk import open_desk
    from quiz.study.standing import standings

    with open_desk(paths, readonly=True) as (desk, problems):
        for problem in problems:
            complain(problem)
        found = standings(desk)
    if form == "json":
        say_json(_json(found))
    else:
        _tell(found)
    return 0


def _tell(found: Standings) -> None:
    total = found.total
    for name, value in zip(HEADS, _cells(total), strict=True):
        say(f"{name.capitalize() + ':':<11} {value}")
    _tell_table("set", found.sets)
    _tell_table("document", found.documents)


def _tell_table(name: str, rows: Sequence[Standing]) -> None:
    if rows:
        say()
        for line in table((name, *HEADS), [(row.name, *_cells(row)) for row in rows], "lrrrrr"):
            say(line)


def _cells(row: Standing) -> tuple[str, ...]:
    numbers = (row.questions, row.due, row.new, row.known)
    return (*(str(number) for number in numbers), _retention(row))


def _retention(row: Standing) -> str:
    if row.retention is None:
        return "-"
    return f"{100 * row.retention:.0f} % ({row.remembered} of {row.asked})"


def _json(found: Standings) -> dict[str, object]:
    return {
        "total": _figures(found.total),
        "sets": [_figures(row) for row in found.sets],
        "documents": [_figures(row) for row in found.documents],
    }


def _figures(row: Standing) -> dict[str, object]:
    figures = {**asdict(row), "retention": row.retention}
    return {name: value for name, value in figures.items() if name != "name" or value}
