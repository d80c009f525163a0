"""`quiz read`."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz read electronic                a document, by its key, file name or title\n"
    "  quiz read training/documents/fire.txt\n"
    "  quiz read training/fire.yaml        the documents of a set"
)


def complete_document(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Keys of documents that begin so; else files."""
    from quiz.cli.common.workspace import open_workspace

    try:
        with open_workspace(readonly=True) as (workspace, _problems):
            entries = [entry for entry in workspace.library.sets if entry.ok]
    except Exception:  # while a shell completes there is no place for errors
        entries = []
    keys = dict.fromkeys(key for entry in entries for key in entry.documents)
    items = [CompletionItem(key) for key in keys if key.startswith(incomplete)]
    return items or [CompletionItem(incomplete, type="file")]


@click.command(epilog=EXAMPLE, short_help="Read a document with what you know of it marked.")
@click.argument("name", metavar="DOCUMENT", shell_complete=complete_document)
@click.option("--plain", is_flag=True, help="Plain lines instead of screens.")
def command(name: str, plain: bool) -> int:
    """Read a document; each passage that questions stand on shows how well you know it.

    DOCUMENT is a document's file, its name, its key in a set, or the start of its title; or a set,
    for all of its documents. Where there is no terminal, the text is printed with letters before
    its lines: M missed last time, N never asked, L learning, K known.
    """
    from quiz.cli.common.lines import in_lines
    from quiz.cli.common.workspace import open_workspace
    from quiz.cli.study.reading import paths_for, print_documents, read_in_screens

    screens = not in_lines(plain=plain)
    with open_workspace(paths_for(name), readonly=not screens) as (workspace, problems):
        if screens:
            return read_in_screens(workspace, name, problems)
        return print_documents(workspace, name, problems)
