"""`quiz notes`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from quiz.cli.common.output import complain, say, say_json

if TYPE_CHECKING:
    from quiz.study.common.workspace import Workspace
    from quiz.study.noting.listing import Listed

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz notes                              all of them\n"
    "  quiz notes needle                       those that have the word\n"
    "  quiz notes --format markdown > notes.md"
)
NOTHING = 1


@click.command(epilog=EXAMPLE, short_help="List, search and export your notes.")
@click.argument("words", nargs=-1)
@click.option("--in", "paths", metavar="PATH", multiple=True, help="Look for sets here.")
@click.option("--remove", metavar="NOTE", help="Remove a note, by the start of its id.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="How to print it.",
)
def command(words: tuple[str, ...], paths: tuple[str, ...], remove: str | None, form: str) -> int:
    """List your notes, bookmarks and highlights that have all WORDS, with what each is on.

    They are written where one is: `w` at a question, `w` or `h` in a document, `:note` in lines.
    Markdown has each under its question or document, with the passage and its place.

    Exit status: 0 there are some, 1 there are none.
    """
    from quiz.cli.common.workspace import open_workspace
    from quiz.study.noting.listing import listed
    from quiz.study.noting.markdown import notes_markdown

    with open_workspace(paths, readonly=remove is None) as (workspace, problems):
        for problem in problems:
            complain(problem)
        found = listed(workspace, " ".join(words))
        if remove is not None:
            return _remove(workspace, found, remove)
    if form == "json":
        say_json([_json(one) for one in found])
    elif form == "markdown":
        print(notes_markdown(found), end="")
    else:
        _tell(found)
    return 0 if found else NOTHING


def _tell(found: list[Listed]) -> None:
    if not found:
        say("There are no such notes. `w` at a question or in a document writes one.")
    for one in found:
        say(f"{one.note.uid[-6:]}  {one.set_title or one.set_id} › {' '.join(one.about.split())}")
        if one.quote:
            place = f" ({one.place})" if one.place else ""
            say(f"        “{one.quote}”{place}")
        if one.trouble:
            say(f"        {one.trouble}")
        for line in one.note.text.splitlines():
            say(f"        {line}")
        if not one.note.text:
            say(f"        {one.note.kind}")


def _remove(workspace: Workspace, found: list[Listed], which: str) -> int:
    from quiz.errors import QuizError
    from quiz.store.files.shown import shown
    from quiz.study.common.noting import remove

    meant = [one.note for one in found if which in (one.note.uid, one.note.uid[-6:])]
    if len(meant) != 1:
        many = "several notes have" if meant else "there is no note with"
        raise QuizError(f"{many} the id {shown(which)}", hint="`quiz notes` shows the ids")
    remove(workspace, meant[0])
    say("Removed.")
    return 0


def _json(one: Listed) -> dict[str, object]:
    moment = datetime.fromtimestamp(one.note.at_ms / 1000).astimezone()
    return {
        "id": one.note.uid,
        "kind": one.note.kind,
        "at": moment.isoformat(timespec="seconds"),
        "set": one.set_id,
        "question": one.note.question or None,
        "document": one.document_key or None,
        "about": one.about,
        "quote": one.quote,
        "place": one.place,
        "passage": [one.passage.start, one.passage.end] if one.passage else None,
        "trouble": one.trouble,
        "text": one.note.text,
    }
