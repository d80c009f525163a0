"""`quiz draft`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.common.output import say

if TYPE_CHECKING:
    from quiz.study.drafting.target import Target

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz draft documents/manual.md\n"
    "  quiz draft documents/manual.md --section Safety --print 20\n"
    "  quiz draft documents/manual.md --with 'my-model --json'"
)


@click.command(epilog=EXAMPLE, short_help="Choose what a document offers to be asked.")
@click.argument("document", type=click.Path())
@click.option("--set", "set_path", metavar="FILE", type=click.Path(), help="The set to write to.")
@click.option("--section", metavar="TITLE", default="", help="Only sections with a title like it.")
@click.option(
    "--print", "count", metavar="N", type=click.IntRange(1), help="Write N offers at once."
)
@click.option("--with", "program", metavar="COMMAND", help="Let a program of yours make drafts.")
def command(
    document: str, set_path: str | None, section: str, count: int | None, program: str | None
) -> int:
    """Go through a DOCUMENT and choose what is asked of each sentence that nobody asks yet.

    Nothing is decided for you: each offer is a question with its passage; you accept it, look at
    the next one, skip the sentence or leave it out for good. What you accept is written as a draft
    into the set that has the document (else into a new one); it still needs your explanation.
    --print writes the first N offers; --with gives each section to a program on its standard input
    and takes the questions it writes as JSON (`quiz schema --draft`), if they pass every check.
    """
    from quiz.study.drafting.target import target_for

    target = target_for(Path(document), Path(set_path) if set_path is not None else None)
    if program is not None:
        return _with_program(target, section, program, count)
    return _picked(target, section, count)


def _picked(target: Target, section: str, count: int | None) -> int:
    from quiz.study.drafting.picker import Picker

    picker = Picker(target, section)
    if picker.offer is None:
        say("There is nothing that nobody asks and that could be asked by itself.")
        return 0
    if count is not None:
        while picker.offer is not None and picker.tally.accepted < count:
            picker.accept()
        say(_written(target, picker.tally.accepted))
        return 0
    from quiz.cli.common.output import width
    from quiz.plain.console import Console
    from quiz.plain.drafting import draft_plain

    draft_plain(picker, Console(sys.stdin, sys.stdout, width()))
    return 0


def _with_program(target: Target, section: str, program: str, count: int | None) -> int:
    from quiz.study.drafting.elsewhere import made_by, sections_of

    written, refused = 0, Counter[str]()
    for text in sections_of(target.document, section):
        made = made_by(program, text, target)
        refused += made.refused
        for question in made.questions[: None if count is None else count - written]:
            target.add(question)
            written += 1
        if count is not None and written >= count:
            break
    say(_written(target, written))
    for reason, times in refused.most_common():
        say(f"  not taken, {times}: {reason}")
    return 0


def _written(target: Target, count: int) -> str:
    import shlex

    from quiz.store.scaffold.places import shown_path

    drafts = "1 draft" if count == 1 else f"{count} drafts"
    path = shown_path(target.path)
    preview = shlex.join(["quiz", "preview", str(path)])
    return f"{path}: {drafts}; `{preview}` walks through them."
