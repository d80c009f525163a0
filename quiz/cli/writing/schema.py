"""`quiz schema`."""

from __future__ import annotations

import click

EXAMPLE = "\b\nExample:\n  quiz schema > questions/question-set.schema.json"


@click.command(epilog=EXAMPLE, short_help="Print the JSON Schema of question sets, for editors.")
@click.option("--draft", is_flag=True, help="The schema of what `quiz draft --with` takes.")
def command(draft: bool) -> int:
    """Print the JSON Schema (draft 2020-12) of question-set files.

    Editors use it for completion, hover texts and first complaints while you type. Point to it in
    a set's first line: # yaml-language-server: $schema=question-set.schema.json
    """
    from quiz.formats.schema import drafts_text, schema_text

    click.echo(drafts_text() if draft else schema_text(), nl=False)
    return 0
