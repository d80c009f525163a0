"""A passage and its neighbours edited together, by what a lock without imprints knows of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.core.revisions.anchor import Anchor, anchor
from quiz.core.revisions.changes import Change
from quiz.core.revisions.landmarks import landmarks
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.result import Reanchored, Status
from quiz.core.text.passages import Passage

LEAD = "The orchard lies on the south side of the hill, above the old road to the ferry. "
QUOTED = "In a dry spring the young trees need water from the upper pond twice."
NEXT = " Nobody remembers who dug the pond, and the parish books are silent about it."
REST = "\n\nPicking begins with the early plums. Ladders are kept in the long shed by the gate."
OLD = LEAD + QUOTED + NEXT + REST
EDITED_NEXT = " Hardly anyone knows who dug the pond, and no account of it was kept."


def kept(old: str, quoted: str) -> Anchor:
    at = old.index(quoted)
    return replace(anchor(old, Passage(at, at + len(quoted))), imprint="")


def found_in(new: str) -> Reanchored:
    return reanchor(new, QUOTED, anchor=kept(OLD, QUOTED))


def quoted_by(found: Reanchored, text: str) -> str | None:
    return text[found.passage.start : found.passage.end] if found.passage else None


@pytest.mark.parametrize(
    "edited",
    [
        "In a dry spring the young trees get water from the upper pond twice.",
        "During a dry spring the young trees need water from the upper pond twice.",
        "In a dry spring the young plants need water from the upper pond twice.",
    ],
)
def test_an_edit_is_found_though_the_next_sentence_was_edited_too(edited: str) -> None:
    new = LEAD + edited + EDITED_NEXT + REST
    found = found_in(new)
    assert (found.status, found.change) == (Status.CHANGED, Change.MEANING)
    assert quoted_by(found, new) == edited


def test_beside_an_edited_sentence_another_statement_is_not_the_passage() -> None:
    thrice = QUOTED.replace("twice", "three times")
    assert found_in(LEAD + thrice + EDITED_NEXT + REST).status is Status.MISSING


def test_an_edit_is_not_the_passage_where_the_next_sentence_stands_far_off() -> None:
    edited = QUOTED.replace("need", "get")
    filler = "".join(f" Row {word} was grafted by the cooper." for word in "abcdefghijklmnop")
    new = f"{LEAD}{edited}{filler}{NEXT}{REST}"
    assert found_in(new).status is Status.MISSING


def test_the_text_itself_between_two_inserted_labels_is_exact() -> None:
    new = f"{LEAD}\n\n[water.spring]\n{QUOTED}\n\n[water.pond]\n{NEXT.strip()}{REST}"
    found = found_in(new)
    assert (found.status, quoted_by(found, new)) == (Status.EXACT, QUOTED)


def test_another_sentence_behind_the_passage_does_not_turn_its_meaning() -> None:
    new = LEAD + QUOTED + " It is dug anew in autumn." + NEXT + REST
    assert found_in(new) == Reanchored(Status.EXACT, Passage(len(LEAD), len(LEAD + QUOTED)))


def test_a_label_put_in_front_is_no_part_of_the_passage() -> None:
    before = "The orchard has ten rows.\n\n"
    old = before + QUOTED + NEXT + REST
    new = f"It has rows.\n\n[water.spring]\n{QUOTED}{NEXT}{REST}"
    found = reanchor(new, QUOTED, anchor=kept(old, QUOTED))
    assert quoted_by(found, new) == QUOTED


def test_half_a_sentence_is_not_taken_for_another_that_ends_like_it() -> None:
    quoted = "as found, not as the cooper would wish"
    items = ("A cask is rinsed in the yard by the younger son", "The tub is kept by the gate")
    old = f"{NEXT}\n\n- {items[1]} as found, not as the carter would wish.\n"
    old += f"- {items[0]} {quoted}.{REST}"
    new = old.replace(f"- {items[0]} {quoted}.", "")
    assert reanchor(new, quoted, anchor=kept(old, quoted)).status is Status.MISSING


def test_a_place_far_between_the_old_sides_is_another_one() -> None:
    quoted = "until the cooper has come."
    waiting = "full ones wait under the lime tree "
    old = f"Empty casks are rinsed first in May, and {waiting}{quoted}{NEXT}"
    middle = "".join(f" Cask {word} belongs to the miller and stays." for word in "abcdef")
    other = f" Old baskets are mended first in May, and {waiting}until the carter has come."
    new = f"{old[: old.index(quoted)]}till noon.{middle}{other} The rest is sold.{NEXT}"
    found = reanchor(new, quoted, anchor=kept(old, quoted))
    assert found.passage is None or found.passage.end < new.index(middle)


LONG = (
    "Those who have worked among the hives for many years will tell any visitor who asks that "
    "the bees are calm in the evning and sting hardly anyone, "
    "provided that the smoke is cold and that the visitor stands still beside the hedge for long."
)
CALM = "the bees are calm in the evning and sting hardly anyone"
FILLER = "".join(f"Hive {word} stands in the third row. " for word in "abcdefghijkl")


@pytest.mark.parametrize(("gone", "status"), [(True, Status.MISSING), (False, Status.CHANGED)])
def test_a_document_that_shrank_moves_nothing_down(gone: bool, status: Status) -> None:
    tail = f"Honey is drawn in June. {FILLER}{FILLER}"
    old = f"{FILLER}{LONG} {tail}"
    mended = LONG.replace("evning", "evening")
    shift = "A swarm was seen near the mill in May, and another one behind the chapel. " * 3
    cut = tail[: len(tail) - 2 * len(shift)] if gone else tail
    new = f"{FILLER}{shift}{mended} {cut}"
    assert (len(new) < len(old)) is gone
    assert reanchor(new, CALM, anchor=kept(old, CALM)).status is status


def test_landmarks_tell_whether_the_text_between_them_grew_or_shrank() -> None:
    old = "First comes alpha. Much is said here and there. Then omega ends it all."
    quotes = [(word, kept(old, word)) for word in ("alpha", "omega")]
    said = kept(old, "said")
    for new in (old.replace("Much is said here and there. ", ""), old.replace("Much", "So much")):
        adjusted = landmarks(new, quotes).adjusted(said)
        assert len(new) - adjusted.length == len(new) - len(old)
