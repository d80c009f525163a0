"""Edits of a handbook: none that changes what is said is followed without asking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.core.revisions.anchor import anchor
from quiz.core.revisions.changes import Change
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.result import Reanchored, Status
from quiz.core.text.passages import Passage
from tests.core.revisions.handbook import MEANING, SAME, TEXT

Edit = tuple[str, str, str]


def place_of(exact: str) -> Passage:
    at = TEXT.lower().index(exact.lower())
    return Passage(at, at + len(exact))


def edited(edit: Edit) -> str:
    """The handbook with the nearest such words replaced."""
    exact, old, new = edit
    at = TEXT.find(old, max(0, place_of(exact).start - 60))
    at = at if at >= 0 else TEXT.index(old)
    return TEXT[:at] + new + TEXT[at + len(old) :]


def found_with(edit: Edit, lock: str) -> Reanchored:
    place = place_of(edit[0])
    kept = anchor(TEXT, place)
    known = {"lock": kept, "lock of version 1": replace(kept, imprint=""), "no lock": None}[lock]
    return reanchor(edited(edit), TEXT[place.start : place.end], anchor=known)


def follows(found: Reanchored) -> bool:
    """As `--yes` does."""
    return found.passage is not None and found.change is not Change.MEANING


@pytest.mark.parametrize("lock", ["lock", "lock of version 1", "no lock"])
@pytest.mark.parametrize("edit", MEANING, ids="|".join)
def test_no_edit_that_changes_what_is_said_is_followed(edit: Edit, lock: str) -> None:
    place = place_of(edit[0])
    if lock == "no lock" and TEXT[place.start : place.end] in edited(edit):
        return  # nobody can know that something was put beside it
    assert not follows(found_with(edit, lock))


@pytest.mark.parametrize("lock", ["lock", "lock of version 1"])
@pytest.mark.parametrize("edit", SAME, ids="|".join)
def test_an_edit_that_changes_nothing_is_followed(edit: Edit, lock: str) -> None:
    assert follows(found_with(edit, lock))


def test_there_are_enough_of_both() -> None:
    assert len(MEANING) >= 60
    assert len(SAME) >= 30


@pytest.mark.parametrize(
    ("edit", "whole"),
    [
        (
            ("The Project Leader has a casting vote.", "vote.", "vote, except in elections."),
            "The Project Leader has a casting vote, except in elections.",
        ),
        (
            ("The Project Leader has a casting vote", "vote.", "vote, except in elections."),
            "The Project Leader has a casting vote, except in elections",
        ),
        (
            ("A person may leave the Society at any time.", "A person", "In quiet times, a person"),
            "In quiet times, a person may leave the Society at any time.",
        ),
        (
            ("Boots with a firm sole", "firm sole", "firm sole, if it rains"),
            "Boots with a firm sole, if it rains",
        ),
        (
            ("Visitors who come with a dog keep it on a lead.", "Visitors who", "All visitors who"),
            "All visitors who come with a dog keep it on a lead.",
        ),
    ],
)
@pytest.mark.parametrize("lock", ["lock", "lock of version 1"])
def test_a_source_that_was_a_sentence_grows_to_its_edges(edit: Edit, whole: str, lock: str) -> None:
    found, text = found_with(edit, lock), edited(edit)
    assert found.passage is not None
    assert text[found.passage.start : found.passage.end] == whole
    assert found.change is Change.MEANING


def test_a_part_of_a_sentence_is_shown_what_was_put_beside_it() -> None:
    edit = ("has a casting", "casting vote.", "casting vote unless the members object.")
    found = found_with(edit, "lock")
    assert found.passage is not None
    assert edited(edit)[found.passage.start : found.passage.end] == "has a casting"
    assert found.beside.limits
    assert found.beside.after == (" vote.", " vote unless the members object.")


def test_a_verbatim_quote_elsewhere_is_a_rival_of_a_similar_sentence() -> None:
    quoted = "Always descale the kettle with vinegar."
    before, behind = "Care of the kettle\n\n", " Fill it to 3.5 litres"
    new = TEXT.replace(quoted, "Always dry the kettle with a towel.")
    new += f"\nFor the pot, too: hot water first.\n\n{quoted}\n"
    found = reanchor(new, quoted, before, behind)
    assert found.status is Status.AMBIGUOUS
    assert quoted in [new[place.start : place.end] for place in found.places]
    found = reanchor(new, quoted, anchor=anchor(TEXT, place_of(quoted)))
    assert not follows(found)
    assert quoted in [new[place.start : place.end] for place in found.places]


def test_what_is_gone_shows_what_stands_there_now() -> None:
    quoted = "Nobody leaves the kitchen while it is heating."
    new = TEXT.replace(quoted, "Steam is let out through the roof window.")
    found = reanchor(new, quoted, anchor=anchor(TEXT, place_of(quoted)))
    assert found.status is Status.MISSING
    assert found.here is not None
    assert new[found.here.start : found.here.end] == "Steam is let out through the roof window."


def test_what_stands_only_inside_longer_words_is_offered_with_them() -> None:
    found = reanchor("Rule §9.2.1 is for guests. Rule §9.3 is for members.", "§9.2")
    assert (found.status, found.places) == (Status.MISSING, (Passage(5, 11),))
