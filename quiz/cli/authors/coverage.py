"""`quiz coverage`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quiz.cli.common.failing import REFUSED
from quiz.cli.common.output import complain, say_json
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.store.library.library import Entry, Library

EXAMPLE = "\b\nExamples:\n  quiz coverage\n  quiz coverage training/fire.yaml --format json"


@click.command(epilog=EXAMPLE, short_help="Show which sentences of the documents nobody asks.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
@click.option("--shares", "only_shares", is_flag=True, help="Only the shares, not the documents.")
def command(paths: tuple[str, ...], form: str, only_shares: bool) -> int:
    """Show each document of the sets with a gutter: which sentences are asked, and which never.

    PATHs are files or folders of sets; without one, those in ./questions, or else your own sets and
    the shipped ones. Sentences in a set's `not_asked` are left out on purpose and do not count.
    """
    from quiz.cli.authors.checked import files_of
    from quiz.store.files.home import places
    from quiz.store.library.library import Library

    files = [one.path for one in files_of(paths)]
    with Library.open(files, places=places(os.environ)) as library:
        sound = [entry for entry in library.sets if _is_sound(library, entry)]
        if form == "json":
            _json(library, sound)
        else:
            _text(library, sound, only_shares)
        return 0 if len(sound) == len(library.sets) else REFUSED


def _is_sound(library: Library, entry: Entry) -> bool:
    """Whether a set and its documents can be read; if not, says so."""
    problem: QuizError | None = entry.problems[0] if entry.problems else None
    try:
        for key in entry.documents if problem is None else ():
            library.document(entry.id, key)
    except QuizError as error:
        problem = error
    if problem is not None:
        complain(problem)
    return problem is None


def _json(library: Library, entries: Sequence[Entry]) -> None:
    from quiz.formats.coverage_json import coverage_json
    from quiz.study.reading.coverage import document_coverage

    found = document_coverage(library, entries)
    say_json({"documents": [coverage_json(one) for one in found]})


def _text(library: Library, entries: Sequence[Entry], only_shares: bool) -> None:
    from quiz.cli.common.output import width
    from quiz.cli.common.painting import paint, painted
    from quiz.formats.coverage_text import LEGEND, coverage_text, shares
    from quiz.formats.findings_text import plain
    from quiz.study.reading.coverage import document_coverage

    colours = paint if painted() else plain
    for found in document_coverage(library, entries):
        columns = min(width(), 100)
        whole = coverage_text(found, width=columns, paint=colours)
        for line in shares(found) if only_shares else whole:
            print(line)
        print()
    if not only_shares:
        print(LEGEND)
