"""What became of a source, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quiz.core.revisions.changes import Change, shown_difference
from quiz.core.revisions.result import Status
from quiz.core.text.passages import Passage
from quiz.store.files.shown import shown
from quiz.store.revisions.cited import Found
from quiz.store.revisions.repair import rewritten


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


def lines(path: Path, found: Found) -> Iterator[str]:
    """Place and status, the difference, where the passage stands, what else it may be."""
    cited, result = found.cited, found.result
    name = f" {cited.question}" if cited.question else ""
    yield f"{path}:{cited.place.line}:{cited.place.column}:{name}: {_status(found)}"
    if result.passage is None:
        yield f"    {shown(cited.quoted.exact)} in {cited.document}"
    elif found.document.quote(result.passage) == cited.quoted.exact:
        yield f"    {_in_context(found, result.passage)}"
    elif result.change is not Change.COSMETIC:
        yield f"    {shown_difference(cited.quoted.exact, found.document.quote(result.passage))}"
    if result.passage is not None and found.document.quote(result.passage) != cited.quoted.exact:
        yield f"    {found.document.place(result.passage)}"
    for number, place in enumerate(result.places, 1):
        mark = f"{number}." if result.status is Status.AMBIGUOUS else "like it:"
        yield f"    {mark} {_in_context(found, place)}"


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
