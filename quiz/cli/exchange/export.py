"""`quiz export`."""

from __future__ import annotations

import click

from quiz.formats.writers import WRITERS

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz export fire-safety --to moodle-xml\n"
    "  quiz export training/fire.yaml --to anki --output fire.apkg\n"
    "  quiz export fire-safety --to gift --output=-"
)
LOST = 1


@click.command(epilog=EXAMPLE, short_help="Write a question set for other programs.")
@click.argument("name", metavar="SET")
@click.option("--to", type=click.Choice(list(WRITERS)), required=True, help="The format.")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Where to; else a file here, named as the set. - is standard output.",
)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
@click.option("--drafts", is_flag=True, help="Export what nothing proves yet, too.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is lost.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to report."
)
def command(
    name: str, to: str, output: str | None, force: bool, drafts: bool, strict: bool, form: str
) -> int:
    """Write the questions of SET for another program, each with its explanation and its passages.

    SET is an id, a title or a file. What the format cannot hold is said question by question, at
    its place in the set. Moodle XML holds everything that Citequiz knows, Aiken the least.

    Exit status: 0 all questions are in the file, 1 some are not (with --strict: or something of
    them is lost), 2 nothing could be written.
    """
    from quiz.cli.exchange.exported import export, say_report

    report = export(name, to, output, force=force, drafts=drafts)
    say_report(report, form)
    gone = any(loss.gone for loss in report.losses)
    return LOST if gone or (strict and report.losses) else 0
