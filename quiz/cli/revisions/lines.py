"""What became of a source, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quiz.core.rendering.blocks import Look
from quiz.core.revisions.changes import Change, shown_difference
from quiz.core.revisions.result import Status
from quiz.core.text.passages import Passage
from quiz.core.text.same_statement import exchanges, tokens
from quiz.store.files.shown import shown
from quiz.store.revisions.cited import Found, revised_around
from quiz.store.revisions.repair import rewritten

_MARKED = {Look.STRUCK: "it is struck out there", Look.INSERTED: "it is marked as inserted there"}


def needs_word(found: Found) -> bool:
    """Whether a source is not simply where it was, and unique."""
    result = found.result
    if result.status is not Status.EXACT or result.passage is None:
        return True
    return rewritten(found, result.passage) != found.cited.quoted


def is_cosmetic(found: Found) -> bool:
    """Whether a source can be followed without asking."""
    if found.result.status is Status.EXACT:
        return True
    return found.result.status is Status.CHANGED and found.result.change is Change.COSMETIC


def choices(found: Found) -> dict[str, Passage]:
    """What the author can take: `y` for the place it is at, and the others by number."""
    result = found.result
    taken = {"y": result.passage} if result.passage is not None else {}
    return taken | {str(number): place for number, place in enumerate(_others(found), 1)}


def _others(found: Found) -> list[Passage]:
    here = found.result.here
    return [*([here] if here is not None else []), *found.result.places]


def lines(path: Path, found: Found) -> Iterator[str]:
    """Place and status, the difference, where the passage stands, what else it may be."""
    cited, result = found.cited, found.result
    name = f" {cited.question}" if cited.question else ""
    yield f"{path}:{cited.place.line}:{cited.place.column}:{name}: {_status(found)}"
    if result.passage is None:
        yield f"    {shown(cited.quoted.exact)} in {cited.document}"
    else:
        yield from _taken(found, result.passage)
    yield from _in_question(found)
    for number, place in enumerate(_others(found), 1):
        yield f"    {number}. {_what(found, place)}{_in_context(found, place)}"


def _taken(found: Found, place: Passage) -> Iterator[str]:
    old, new = found.cited.quoted.exact, found.document.quote(place)
    for sides in found.result.beside[:2]:
        if sides[0] != sides[1]:
            yield f"    in the same sentence: {shown_difference(*sides)}"
    if found.result.change is Change.MEANING:
        yield from (f"    {_MARKED[look]}" for look in revised_around(found.document, place))
    if new == old:
        yield f"    {_in_context(found, place)}"
        return
    if found.result.change is not Change.COSMETIC:
        yield f"    {shown_difference(old, new)}"
    yield f"    {found.document.place(place)}"


def _in_question(found: Found) -> Iterator[str]:
    """The words that went and that the question itself has."""
    if found.result.passage is None or found.result.change is not Change.MEANING:
        return
    new = found.document.quote(found.result.passage)
    gone = {word for run, _ in exchanges(found.cited.quoted.exact, new) for word in run}
    for what, text in found.cited.texts:
        said = [token.plain for token in tokens(text) if token.plain in gone]
        if any(len(word) > 2 or word.isdigit() for word in said):
            yield f"    the question's {what} still says: {' '.join(said)}"


def _what(found: Found, place: Passage) -> str:
    """Why a place is shown."""
    if found.result.status is Status.AMBIGUOUS:
        return ""
    if place == found.result.here:
        return "here now: "
    same = found.document.quote(place) == found.cited.quoted.exact
    return "the very words: " if same else "like it: "


def _in_context(found: Found, place: Passage) -> str:
    text = found.document.text
    around = text[max(0, place.start - 24) : place.start], text[place.end : place.end + 24]
    before, after = (" ".join(side.split()) for side in around)
    middle = " ".join(found.document.quote(place).split())
    return f"…{before} [{middle}] {after}… ({found.document.place(place)})"


def _status(found: Found) -> str:
    result = found.result
    if result.status is Status.EXACT:
        return "exact, but not unique any more"
    if result.change in (Change.NONE, Change.WORDING):
        return str(result.status)
    return f"{result.status} ({result.change})"
