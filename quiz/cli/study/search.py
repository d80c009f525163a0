"""`quiz search`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.common.output import complain, say, say_json, warn

if TYPE_CHECKING:
    from quiz.core.documents.search_terms import Span
    from quiz.store.library.library import Library
    from quiz.study.searching.searching import Found, Hit, Search
    from quiz.study.searching.snippets import Snippet

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz search skin needle\n"
    "  quiz search '\"under the skin\"' --limit 5\n"
    "  quiz search tag:dosage is:missed"
)
NOTHING = 1
PATIENCE = 1.0
"""Seconds of indexing after which a word is said about it."""


@click.command(epilog=EXAMPLE, short_help="Search questions, explanations and documents.")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", metavar="N", type=click.IntRange(1, 10_000), default=20, help="At most.")
@click.option("--answers", is_flag=True, help="Also show answers of questions you never answered.")
@click.option("--in", "paths", metavar="PATH", multiple=True, help="Only these sets, or folders.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(
    words: tuple[str, ...], limit: int, answers: bool, paths: tuple[str, ...], form: str
) -> int:
    """Show questions, then passages of documents, that have all WORDS; the best first.

    Filters stand among the words: set:NAME, tag:T, section:S, type:KIND, and is:missed, is:due,
    is:never, is:noted, is:flagged, is:slipping, is:sure-wrong or is:aside; alone they list all.

    Case and accents do not matter. Words in double quotes stand in a row. Of a question that you
    never answered only its stem is shown. N counts questions and passages apart.

    Exit status: 0 something was found, 1 nothing.
    """
    from quiz.cli.common.workspace import open_workspace
    from quiz.study.searching.searching import Search

    typed = " ".join(words)
    with open_workspace(paths, readonly=True) as (workspace, problems):
        for problem in problems:
            complain(problem)
        with Search(workspace) as search:
            _refresh(search)
            found = search.find(typed, limit, reveal=answers)
        if form == "json":
            say_json(_json(typed, found))
        else:
            _tell(typed, found, workspace.library)
    return 0 if found.hits else NOTHING


def _refresh(search: Search) -> None:
    from time import monotonic

    start, told = monotonic(), False
    for step in search.refresh():
        if not told and monotonic() - start > PATIENCE:
            told = True
            warn(f"Reading {step.total} sets and documents, once, to search them ...")


def _tell(typed: str, found: Found, library: Library) -> None:
    from quiz.store.files.shown import shown

    if not found.hits:
        warn(f"quiz: nothing has {shown(typed)}")
    elif found.note:
        warn(f"Nothing has {shown(typed)} as it is; this has {found.note}:")
    if found.suggestion:
        warn(f"      did you mean: quiz search {found.suggestion}")
    for hit in found.hits:
        _tell_hit(hit, library)


def _tell_hit(hit: Hit, library: Library) -> None:
    from quiz.study.searching.searching import HIDDEN, PART_WORDS

    print(f"{_plain(hit.path)}:{hit.line}: {_place(hit, library)}")
    if hit.hidden:
        say(f"    {HIDDEN} (--answers shows it)")
    elif hit.text.text:
        label = PART_WORDS[hit.part]
        print(f"    {label}{': ' if label else ''}{_marked(hit.text)}")


def _place(hit: Hit, library: Library) -> str:
    """Set › stem, or document › section › line."""
    if hit.passage is not None:
        return f"{_marked(hit.title)} › {_plain(hit.where)}"
    return f"{_plain(library.entry(hit.set_id).title)} › {_marked(hit.title)}"


def _marked(snippet: Snippet) -> str:
    """Made harmless; what was found is bold where there is a terminal for it."""
    from quiz.cli.common.painting import paint, painted

    text, parts, at = snippet.text, [], 0
    for start, end in snippet.marks if painted() else ():
        parts += [_plain(text[at:start]), paint(_plain(text[start:end]), "strong")]
        at = end
    return "".join([*parts, _plain(text[at:])])


def _plain(text: str) -> str:
    from quiz.core.text.safe_text import sanitise

    return sanitise(text).replace("\n", " ")


def _json(typed: str, found: Found) -> dict[str, object]:
    return {
        "search": typed,
        "note": found.note,
        "suggestion": found.suggestion,
        "hits": [_hit_json(hit) for hit in found.hits],
    }


def _hit_json(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "set": hit.set_id,
        "question": hit.uid or None,
        "document": hit.document or None,
        "passage": [hit.passage.start, hit.passage.end] if hit.passage else None,
        "path": hit.path,
        "line": hit.line,
        "page": hit.page or None,
        "title": hit.title.text,
        "title_marks": _spans(hit.title.marks),
        "part": hit.part if hit.uid else None,
        "hidden": hit.hidden,
        "state": hit.state or None,
        "text": hit.text.text,
        "text_marks": _spans(hit.text.marks),
    }


def _spans(marks: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in marks]
