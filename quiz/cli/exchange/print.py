"""`quiz print`."""

from __future__ import annotations

import click

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz print fire-safety\n"
    "  quiz print fire-safety --exam --variants A,B --seed 7 --to pdf\n"
    "  quiz print training/fire.yaml --exam --questions 12 --output papers/"
)


@click.command(epilog=EXAMPLE, short_help="Print a handout, or a paper exam with its key.")
@click.argument("name", metavar="SET")
@click.option("--exam", is_flag=True, help="A paper exam, and its key in a file of its own.")
@click.option("--variants", metavar="NAMES", help="So many papers, shuffled, such as A,B.")
@click.option("--seed", type=int, help="The same number makes the same papers.")
@click.option("--questions", type=click.IntRange(min=1), help="So many; else as the set says.")
@click.option("--to", type=click.Choice(["html", "pdf"]), default="html", help="The format (html).")
@click.option("--output", "-o", metavar="FOLDER", type=click.Path(), help="Where to; else here.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@click.option("--drafts", is_flag=True, help="Print what nothing proves yet, too.")
def command(
    name: str,
    exam: bool,
    variants: str | None,
    seed: int | None,
    questions: int | None,
    to: str,
    output: str | None,
    force: bool,
    drafts: bool,
) -> int:
    """Print the questions of SET: a handout with answers, or (--exam) papers to write on and a key.

    The key has every passage with its place: document, section, lines, and the page where the
    document has pages. HTML is printed from a browser; PDF needs the extra `print`.
    """
    from quiz.cli.exchange.printed import Wish, print_set

    wish = Wish(exam, variants, seed, questions, to, drafts)
    print_set(name, wish, output, force=force)
    return 0
