"""Passages followed by the words of the whole old document, as a lock with imprints keeps them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.core.revisions.anchor import Anchor, anchor
from quiz.core.revisions.changes import Change
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.result import Reanchored, Status
from quiz.core.text.passages import Passage

LEAD = "The orchard lies on the south side of the hill, above the old road to the ferry. "
QUOTED = "In a dry spring the young trees need water from the upper pond twice."
NEXT = " Nobody remembers who dug the pond, and the parish books are silent about it."
REST = "\n\nPicking begins with the early plums. Ladders are kept in the long shed by the gate."
OLD = LEAD + QUOTED + NEXT + REST


def kept(old: str, quoted: str, at: int | None = None) -> Anchor:
    at = old.index(quoted) if at is None else at
    return anchor(old, Passage(at, at + len(quoted)))


def found_in(new: str, quoted: str = QUOTED, old: str = OLD) -> Reanchored:
    return reanchor(new, quoted, anchor=kept(old, quoted))


def quoted_by(found: Reanchored, text: str) -> str | None:
    return text[found.passage.start : found.passage.end] if found.passage else None


@pytest.mark.parametrize(
    ("edited", "change"),
    [
        ("In a wet autumn the young trees need no water from the lower pond.", Change.MEANING),
        ("During dry springs, young trees have to get water from the upper pond.", Change.MEANING),
        ("In a dry spring, and whenever the wind has come from the east for long, the young trees "
         "need water from the upper pond twice.", Change.MEANING),
        ("In a dry spring the small trees get water from the upper pond twice.", Change.WORDING),
    ],
)  # fmt: skip
def test_what_stands_between_unchanged_neighbours_is_the_passage(
    edited: str, change: Change
) -> None:
    new = f"{LEAD}{edited}{NEXT}{REST}"
    found = found_in(new)
    assert (found.status, quoted_by(found, new)) == (Status.CHANGED, edited)
    assert found.change in (change, Change.MEANING)


def test_a_passage_of_which_little_is_left_may_say_something_else() -> None:
    edited = "Each warm spring the young trees drink water of the upper pond."
    found = found_in(f"{LEAD}{edited}{NEXT}{REST}")
    assert (found.status, found.change) == (Status.CHANGED, Change.MEANING)


@pytest.mark.parametrize(
    "other",
    [
        "Wasps are a nuisance in September, so jam is boiled indoors only.",
        "The path to the mill was paved with slate by two brothers.",
    ],
)
def test_another_sentence_between_the_neighbours_is_not_the_passage(other: str) -> None:
    assert found_in(f"{LEAD}{other}{NEXT}{REST}").status is Status.MISSING


def test_a_change_of_meaning_beside_an_edited_sentence_is_shown() -> None:
    thrice = QUOTED.replace("twice", "three times")
    edited_next = " Hardly anyone knows who dug the pond, and no account of it was kept."
    new = LEAD + thrice + edited_next + REST
    found = found_in(new)
    assert (found.status, found.change) == (Status.CHANGED, Change.MEANING)
    assert quoted_by(found, new) == thrice


def test_an_edit_is_found_though_much_was_put_in_behind_it() -> None:
    edited = QUOTED.replace("need", "get")
    filler = "".join(f" Row {word} was grafted by the cooper." for word in "abcdefghijklmnop")
    new = f"{LEAD}{edited}{filler}{NEXT}{REST}"
    assert quoted_by(found_in(new), new) == edited


COPIES = ("autumn", "winter", "summer")
ENTRY = "## In {}\n\nIt wears a coat. The lamp burns all night long.\n\nThe door is kept shut.\n\n"


@pytest.mark.parametrize("gone", range(3))
def test_of_equal_passages_with_equal_neighbours_the_right_one_is_gone(gone: int) -> None:
    quoted = "The lamp burns all night long."
    old = "".join(map(ENTRY.format, COPIES))
    new = "".join(ENTRY.format(season) for season in COPIES if season != COPIES[gone])
    for i, season in enumerate(COPIES):
        at = old.index(quoted, old.index(season))
        found = reanchor(new, quoted, anchor=kept(old, quoted, at))
        if i == gone:
            assert found.passage is None
        else:
            assert found.status is Status.EXACT
            assert quoted_by(found, new) == quoted
            assert new.rindex("## In", 0, found.passage.start if found.passage else 0) == new.index(
                f"## In {season}"
            )


def test_a_copy_that_stood_elsewhere_before_is_not_what_was_removed() -> None:
    quoted = "The lamp burns all night long."
    before = "Every evening at ten the watchman walks through all the long halls and listens. "
    after = " Then he goes home by the lower road, where the snow lies long in the spring."
    copy = before + quoted + after
    old = f"First the east wing.\n\n{copy}\n\n{LEAD}{NEXT}{REST}\n\nThen the west wing.\n\n{copy}"
    new = f"First the east wing.\n\n{copy}\n\n{LEAD}{NEXT}{REST}\n\nThen the west wing is shut."
    kept_last = kept(old, quoted, old.rindex(quoted))
    assert reanchor(new, quoted, anchor=replace(kept_last, imprint="")).status is Status.EXACT
    assert reanchor(new, quoted, anchor=kept_last).passage is None


def test_a_copy_among_other_words_is_not_known_to_be_the_passage() -> None:
    quoted = "the young trees"
    old = f"{LEAD}In a dry spring the young trees need water from the pond twice.{NEXT}{REST}"
    new = f"{LEAD}Frost harms the young trees badly; goats find the young trees sweet.{NEXT}{REST}"
    assert found_in(new, quoted, old).passage is None


def test_what_a_long_new_text_ends_with_is_not_the_passage() -> None:
    other = "In a wet year the young trees get nothing from the upper barn."
    filler = "".join(f"Row {word} was grafted by the cooper. " for word in "abcdefghijklmnop")
    assert found_in(f"{LEAD}{filler}{other}{NEXT}{REST}").status is Status.MISSING
    assert found_in(f"{LEAD}{other}{NEXT}{REST}").status is Status.CHANGED


def test_a_lookalike_with_the_same_words_before_it_is_not_the_passage() -> None:
    quoted = "until the cooper has come."
    waiting = "full ones wait under the lime tree "
    old = f"Empty casks are rinsed first in May, and {waiting}{quoted}{NEXT}"
    middle = "".join(f" Cask {word} belongs to the miller and stays." for word in "abcdef")
    other = f" Old baskets are mended first in May, and {waiting}until the carter has come."
    new = f"{old[: old.index(quoted)]}till noon.{middle}{other} The rest is sold.{NEXT}"
    assert found_in(new, quoted, old).passage is None


def test_signs_alone_tell_two_lines_apart() -> None:
    lines = [f"* `a {sign} b` is the same as `!(a {sign} b)`\n" for sign in ("!=", ">=", "<")]
    quoted = lines[0][2:].strip()
    old = f"{LEAD}\n\n{''.join(lines)}\n{NEXT}"
    new = f"{LEAD}\n\n{lines[1]}{lines[2]}{lines[0]}\n{NEXT}"
    found = reanchor(new, quoted, anchor=kept(old, quoted))
    assert quoted_by(found, new) in (None, quoted)


def test_a_section_that_moved_takes_its_edited_passage_along() -> None:
    parts = [f"Hive {a} stands by wall {b}; its keeper is the {c}.\n\n" for a, b, c in (
        ("one", "north", "cooper"), ("two", "east", "carter"), ("three", "south", "miller"),
        ("four", "west", "baker"), ("five", "inner", "tanner"), ("six", "outer", "weaver"),
    )]  # fmt: skip
    filler = "".join(f"Paragraph {w} speaks of quite other {w} things. " for w in "abcdefghijkl")
    section = LEAD + QUOTED + NEXT + REST
    edited = QUOTED.replace("young", "small")
    old = f"{section}\n\n{filler}\n\n{''.join(parts)}{filler[::-1]}"
    new = f"{filler}\n\n{''.join(parts)}{filler[::-1]}\n\n{section.replace(QUOTED, edited)}"
    found = reanchor(new, QUOTED, anchor=kept(old, QUOTED))
    assert (found.status, quoted_by(found, new)) == (Status.CHANGED, edited)


def test_a_sentence_that_moved_alone_and_was_edited_is_missing() -> None:
    filler = "".join(f"Paragraph {w} speaks of quite other {w} things. " for w in "abcdefghijkl")
    edited = QUOTED.replace("young", "small")
    new = f"{LEAD.strip()}{NEXT}{REST}\n\n{filler}{edited} {filler}"
    assert found_in(new, old=f"{OLD}\n\n{filler}{filler}").status is Status.MISSING


def test_a_few_signs_and_one_word_are_not_trusted_far_from_their_place() -> None:
    quoted = "## Answer > > >"
    old = f"{LEAD}\n\n{quoted}\n\n{NEXT}{REST}"
    filler = "".join(f"Paragraph {w} speaks of quite other {w} things. " for w in "abcdefghijkl")
    new = f"{LEAD}{NEXT}{REST}\n\n{filler}\n\n{quoted}\n\n{filler}"
    assert found_in(new, quoted, old).passage is None


@pytest.mark.parametrize("word", [0, 3, 10_000])
def test_an_anchor_whose_words_are_miscounted_leads_nowhere_wrong(word: int) -> None:
    edited = QUOTED.replace("need", "get")
    new = LEAD + edited + NEXT + REST
    found = reanchor(new, QUOTED, anchor=replace(kept(OLD, QUOTED), word=word))
    assert quoted_by(found, new) in (None, edited)


ITEMS = "Offices\n\nThe first office helps towns with their roads and bridges\n"
ITEM = "The second office keeps a variety of maps that serve the public or the other offices."


def test_a_line_of_a_page_is_a_sentence_of_its_own() -> None:
    old = f"{ITEMS}{ITEM}\nThe third one keeps the books."
    new = old.replace("variety of maps", "variety of maps, prints, old deeds and sea charts")
    found = reanchor(new, ITEM, anchor=kept(old, ITEM), lines=True)
    whole = ITEM.replace("variety of maps", "variety of maps, prints, old deeds and sea charts")
    assert quoted_by(found, new) == whole
    wrapped = f"{ITEMS}the second office keeps maps."
    found = reanchor(wrapped, "keeps maps.", anchor=kept(wrapped, "keeps maps."), lines=True)
    assert found.status is Status.EXACT, "a line that goes on in lower case is no new sentence"


def test_what_stands_there_now_is_shown_though_a_neighbour_was_touched() -> None:
    other = "Wasps are a nuisance in September, so jam is boiled indoors only."
    lead = LEAD.replace("the ferry", "a small ferry-house")
    found = found_in(f"{lead}{other}{NEXT}{REST}")
    assert found.status is Status.MISSING
    assert found.here is not None
