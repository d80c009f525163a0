"""Marks, capitals and little words that turn a statement are told, in four languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quiz.core.revisions.anchor import anchor
from quiz.core.revisions.changes import Change
from quiz.core.revisions.reanchor import reanchor
from quiz.core.text.passages import Passage
from tests.core.revisions.editions import ENGLISH, KEPT, TURNED, Edit


def edited(text: str, edit: Edit) -> tuple[str, Passage]:
    """A document with the nearest such words replaced, and where what is quoted stands then."""
    exact, old, new = edit
    start = text.index(exact)
    at = text.find(old, max(0, start - 40))
    assert at >= 0, f"{old!r} is not there"
    changed = text[:at] + new + text[at + len(old) :]
    grown = len(new) - len(old)
    first = start if start <= at or at + len(old) > start else start + grown
    last = start + len(exact) + (grown if at < start + len(exact) else 0)
    return changed, Passage(first, last)


Revision = tuple[str, Passage, str]
"""A text, what is quoted of it, and the text that it becomes."""


def both_ways(table: dict[str, tuple[Edit, ...]]) -> Iterator[tuple[str, Revision]]:
    """Of each edit: its name, and the revision that it is in either direction."""
    for text, edits in table.items():
        for edit in edits:
            exact, old, new = edit
            there, place = edited(text, edit)
            start = text.index(exact)
            yield f"{exact}|{old}|{new}", (text, Passage(start, start + len(exact)), there)
            yield f"{exact}|{new}|{old}", (there, place, text)


def follows(revision: Revision) -> bool:
    """Whether `--yes` follows the passage."""
    old, place, new = revision
    found = reanchor(new, old[place.start : place.end], anchor=anchor(old, place))
    return found.passage is not None and found.change is not Change.MEANING


def test_no_edit_that_turns_a_statement_is_followed() -> None:
    wrong = [name for name, case in both_ways(TURNED) if follows(case)]
    assert wrong == []


def test_no_edit_that_says_the_same_is_asked_about() -> None:
    wrong = [name for name, case in both_ways(KEPT) if not follows(case)]
    assert wrong == []


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, TURNED.values())) >= 180
    assert len(TURNED) == len(KEPT) == 4


@pytest.mark.parametrize("edit", TURNED[ENGLISH][:4], ids="|".join)
def test_what_is_quoted_is_found_in_the_edited_document(edit: Edit) -> None:
    text, place = edited(ENGLISH, edit)
    assert edit[2].split()[-1] in text[place.start - 12 : place.end + 12]
