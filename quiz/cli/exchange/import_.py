"""`quiz import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.study.importing.importing import Import

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz import bank.gift\n"
    "  quiz import moodle.xml --documents documents/*.md\n"
    "  quiz import cards.csv --output cards.yaml --format json"
)
LOST = 1


class _Format(click.ParamType[str]):
    """The name of a format; which there are is only looked up when one is given."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or an error with those that there are."""
        from quiz.formats.banks import FORMATS

        if value not in FORMATS:
            self.fail(f"there is no format {value!r}; there are: {', '.join(FORMATS)}", param, ctx)
        return value


class _SeveralDocuments(click.Command):
    """`--documents` takes all that follows, up to the next option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Say the option before each of its values."""
        spread: list[str] = []
        inside = False
        for at, arg in enumerate(args):
            if arg.startswith("-") and arg != "-":
                inside = arg == "--documents"
                spread.append(arg)
            elif inside and args[at - 1] != "--documents":
                spread += ["--documents", arg]
            else:
                spread.append(arg)
        return super().parse_args(ctx, spread)


@click.command(
    "import",
    cls=_SeveralDocuments,
    epilog=EXAMPLE,
    short_help="Take in questions from other programs.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--documents",
    metavar="DOCUMENT...",
    multiple=True,
    type=click.Path(),
    help="Look in these for passages that prove the answers; stands behind FILE.",
)
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(), help="The set; else beside the documents."
)
@click.option("--id", "set_id", metavar="ID", help="The set's id; else made from the file's name.")
@click.option("--title", metavar="TITLE", help="The set's title; else the file's name.")
@click.option(
    "--from",
    "bank_format",
    metavar="FORMAT",
    type=_Format(),
    help="The format of FILE; else told by content.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 also when something was lost.")
@click.option("--dry-run", is_flag=True, help="Say what would become of each item; write nothing.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print."
)
def command(
    files: tuple[str, ...],
    documents: tuple[str, ...],
    output: str | None,
    set_id: str | None,
    title: str | None,
    bank_format: str | None,
    strict: bool,
    dry_run: bool,
    form: str,
) -> int:
    """Make a question set of banks from other programs, or bring one up to date.

    FILEs are GIFT, Moodle XML, Aiken, QTI, Anki packages, CSV, TSV or .xlsx (Quizlet, Kahoot,
    Brainscape, Anki); which, is told by content. Each item is reported as imported, changed (with
    what was lost) or not imported (and why). Questions are drafts until a passage proves them: with
    --documents, the best one is proposed, and `quiz preview` goes through the proposals.

    Importing again updates the set in its place. What you have edited since stays as it is.

    Exit status: 0 everything came in, 1 something did not (see --strict), 2 nothing could be read.
    """
    from quiz.study.importing.importing import Wanted, prepare

    wanted = Wanted(
        files=[Path(file) for file in files],
        documents=[Path(document) for document in documents],
        output=Path(output) if output is not None else None,
        set_id=set_id,
        title=title,
        format=bank_format or "",
    )
    made = prepare(wanted)
    if not dry_run and made.record:
        _write(made)
    _tell(made, form, dry_run)
    found = made.report.tally
    return LOST if found.refused or (strict and found.changed) else 0


def _write(made: Import) -> None:
    """The set (and its schema, if it is new), then what is remembered of it."""
    from quiz.store.banks.record import record_path
    from quiz.store.revisions.repair import renew_lock

    if made.text is not None:
        text = _first_line(made) + made.text if made.new else made.text
        _replace(made.path, text.encode())
        renew_lock(made.path, made.path.parent, {})
    _replace(record_path(made.path), made.record)


def _first_line(made: Import) -> str:
    """The line that names the schema, which is written if there is none."""
    from quiz.formats.schema import FILE_NAME, schema_text
    from quiz.store.scaffold.places import schema_for

    schema, pointer = schema_for(made.path, FILE_NAME)
    if not schema.exists():
        _replace(schema, schema_text().encode())
    return f"# yaml-language-server: $schema={pointer}\n"


def _replace(path: Path, content: bytes) -> None:
    from quiz.store.files.atomic import replace_file

    try:
        replace_file(path, content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise QuizError(f"cannot be written: {reason}", path=str(path)) from None


def _tell(made: Import, form: str, dry_run: bool) -> None:
    from quiz.cli.common.output import say, say_json
    from quiz.formats.bank.report import to_json, to_text

    if form == "json":
        say_json(to_json(made.report))
        return
    for line in to_text(made.report):
        say(line)
    if not made.record:
        say("no set was written: there is nothing to put into it")
    elif dry_run:
        say(f"{made.path} would be {'written' if made.new else 'updated'}")
    else:
        _tell_next(made)


def _tell_next(made: Import) -> None:
    import shlex

    from quiz.cli.common.output import say

    report = made.report
    verb = "wrote" if made.new else "updated" if made.text is not None else "nothing to change in"
    say(f"{verb} {made.path}")
    if report.proposed:
        passages = "1 passage is" if report.proposed == 1 else f"{report.proposed} passages are"
        say(f"{passages} proposed: `quiz preview {shlex.quote(str(made.path))}` goes through them")
