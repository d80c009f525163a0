"""`quiz new`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.common.output import say, table
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.store.scaffold.scaffold import NewSet

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz new documents/fire.txt\n"
    "  quiz new documents/*.md --title 'Fire safety' --output fire-safety.yaml"
)


@click.command(epilog=EXAMPLE, short_help="Start a question set for documents.")
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True, type=click.Path())
@click.option("--id", "set_id", metavar="ID", help="The set's id; else made from the file's name.")
@click.option("--title", metavar="TITLE", help="The set's title; else those of the documents.")
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(), help="Where to; else beside the documents."
)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
def command(
    documents: tuple[str, ...],
    set_id: str | None,
    title: str | None,
    output: str | None,
    force: bool,
) -> int:
    """Write a question set to start from, about one or more DOCUMENTs (.txt or .md, UTF-8).

    A DOCUMENT of another kind (PDF, Word, HTML …) is converted first, as by `quiz convert`.
    It asks a first question about each document, and offers one of every other type as a comment,
    each with a passage from the documents. It passes `quiz check` as it is. Documents have to lie
    below the folder of the set: in it, or in a folder `documents` in it. With the lock
    file beside the set, `quiz reanchor` follows documents that change.
    """
    from quiz.cli.authors.converting import documents_of
    from quiz.store.revisions.repair import renew_lock
    from quiz.store.scaffold.scaffold import new_set

    where = Path(output) if output is not None else None
    texts = documents_of([Path(name) for name in documents])
    made = new_set(texts, where, set_id, title)
    if os.path.lexists(made.path) and not force:
        hint = "write to another file with --output, or over this one with --force"
        raise QuizError("there is a file of this name already", path=str(made.path), hint=hint)
    about_schema = _write(made)
    renew_lock(made.path, made.path.parent, {})
    _tell(made, about_schema, texts[0])
    return 0


def _write(made: NewSet) -> str:
    """Write the set, and the schema if there is none; what there is to say of the schema."""
    from quiz.formats.schema import FILE_NAME, schema_text
    from quiz.store.scaffold.places import schema_for

    schema, pointer = schema_for(made.path, FILE_NAME)
    first = f"# yaml-language-server: $schema={pointer}\n"
    if not schema.exists():
        _replace(schema, schema_text())
        _replace(made.path, first + made.text)
        return f"wrote {schema.name} beside it: editors complete and explain every key with it"
    _replace(made.path, first + made.text)
    if schema.read_bytes() != schema_text().encode():
        return f"{schema} is of another version: write it anew with `quiz schema`"
    return ""


def _replace(path: Path, text: str) -> None:
    from quiz.store.files.atomic import replace_file

    try:
        replace_file(path, text.encode())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise QuizError(f"cannot be written: {reason}", path=str(path)) from None


def _tell(made: NewSet, about_schema: str, document: Path) -> None:
    import shlex

    questions = "1 question" if made.asked == 1 else f"{made.asked} questions"
    say(f"wrote {made.path}: {questions} to start with, {made.offered} more as comments")
    if about_schema:
        say(about_schema)
    path = shlex.quote(str(made.path))
    steps = [
        (
            f"quiz draft {shlex.quote(str(document))}",
            "what each sentence of a document could be asked",
        ),
        (f"quiz check {path}", "what is wrong or could be better"),
        (f"quiz preview {path}", "each question as you save it"),
        (f"quiz coverage {path}", "which sentences nobody asks yet"),
        (f"quiz study {path}", "how it is for a learner"),
    ]
    say("\nNext, write your questions, and look at:")
    for line in list(table(("", ""), steps, "ll"))[1:]:
        say(f"  {line}")
