"""`quiz convert`."""

from __future__ import annotations

from pathlib import Path

import click

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz convert policy.pdf            writes documents/policy.md\n"
    "  quiz convert slides/*.pptx film.vtt\n"
    "  quiz convert letter.txt --encoding windows-1252"
)


@click.command(epilog=EXAMPLE, short_help="Make documents of PDF, Word, HTML, EPUB … files.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--output", "-o", metavar="PATH", type=click.Path(), help="Where to: a .md file, or a folder."
)
@click.option("--encoding", metavar="NAME", default="", help="Of text; else it is guessed.")
@click.option(
    "--force", is_flag=True, help="Overwrite what was edited by hand or is not from FILE."
)
def command(files: tuple[str, ...], output: str | None, encoding: str, force: bool) -> int:
    """Make a Markdown document of each FILE, in `documents` beside it, for question sets to quote.

    Read are PDF (extra `pdf`), Word, PowerPoint, OpenDocument, EPUB, HTML, Jupyter notebooks,
    subtitles (.vtt, .srt), text in any encoding, and forty more kinds with pandoc (extra
    `documents`). What a FILE is, is told by its content. Citations tell its page, slide or time.

    The head of the document says what it was made from. A newer FILE is converted again, and
    `quiz reanchor` then follows its sources; what you have edited is not overwritten.

    Exit status: 0 all is converted, 2 something could not be.
    """
    from quiz.cli.authors.converting import Manner, convert_all

    where = Path(output) if output is not None else None
    return convert_all([Path(file) for file in files], Manner(where, encoding, force))
