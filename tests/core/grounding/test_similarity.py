"""Places that resemble a wanted text, by the words around it and the rare words in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grounding.similarity import Candidate, candidates, similarity
from quiz.core.grounding.surrounding_words import NEEDED, Agreement, Context
from tests.effort import examples


def near(text: str, wanted: str, prefix: str = "", suffix: str = "") -> list[tuple[str, Agreement]]:
    """What the candidates quote, the best first, and how far their context agrees."""
    found = candidates(wanted, Context(text, prefix, suffix), [])
    return [(text[one.start : one.end], one.agreement) for one in found]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("pump", "pump", 1.0), ("pump", "pomp", 0.75), ("pump", "pumps", 0.8), ("pump", "", 0.0)],
)
def test_similarity_is_the_share_of_letters_that_stay(one: str, other: str, share: float) -> None:
    assert similarity(one, other) == pytest.approx(share)
    assert similarity(one, other, 0.79) == pytest.approx(share if share > 0.79 else 0.0)


@pytest.mark.parametrize("agreement", Agreement)
def test_a_lead_is_what_lies_above_the_needed_similarity(agreement: Agreement) -> None:
    assert Candidate(0, 4, 0.95, agreement).lead == pytest.approx(0.95 - NEEDED[agreement])


def test_less_similarity_is_needed_the_more_context_agrees() -> None:
    assert [NEEDED[one] for one in Agreement] == [0.92, 0.80, 0.62, 0.42]


FOUND = [
    # text, wanted, what is quoted
    ("here the red pump heats. there", "the red pump heats.", ["the red pump heats."]),
    ("here the red pump heats it. there", "the red lamp heats it.", ["the red pump heats it."]),
    ("here the red pump, even, heats. on", "the red pump heats.", ["the red pump, even, heats."]),
    ("the red pump", "the red pump", ["the red pump"]),
    ("a red pump. a red pump!", "a red pump", ["a red pump", "a red pump"]),
    ("nothing of that kind", "the red pump", []),
    ("", "the red pump", []),
    ("a pump", "the red pump heats the cold water slowly", []),
    ("x y z", "x y z", []),  # no word of two letters to look for
    ("xy z", "xy z", ["xy z"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "quoted"), FOUND)
def test_a_place_is_found_by_its_rare_words(text: str, wanted: str, quoted: list[str]) -> None:
    assert [quote for quote, _ in near(text, wanted)] == quoted


BETWEEN = "this is in front of it. {} and that is behind it."


@pytest.mark.parametrize(
    ("stands", "prefix", "suffix", "agreement"),
    [
        ("xxx qqq", "in front of it. ", " and that is", Agreement.BOTH_SIDES),
        ("xxx qqq", "in front of it. ", "", Agreement.ONE_SIDE),
        ("xxx qqq", "", " and that is", Agreement.ONE_SIDE),
        ("xx qqqqq", "in front of it. ", " and that is", Agreement.BOTH_SIDES),
    ],
)
def test_a_place_is_found_between_its_old_neighbours(
    stands: str, prefix: str, suffix: str, agreement: Agreement
) -> None:
    text = BETWEEN.format(stands)
    found = near(text, "xxx-qqq", prefix.strip(), suffix.strip())
    assert found[0] == (stands, agreement)


def test_places_that_equal_the_wanted_text_are_passed_in() -> None:
    around = Context("x y z, x y z", "", "")
    assert candidates("x y z", around, []) == []
    found = candidates("x y z", around, [(0, 5), (7, 12), (3, 3)])
    assert found == [Candidate(0, 5, 1.0, Agreement.NONE), Candidate(7, 12, 1.0, Agreement.NONE)]


def test_a_place_less_similar_than_two_fifths_is_none() -> None:
    around = Context("abcdXXXXXX abcXXXXXXX", "", "")
    found = candidates("abcdefghij", around, [(0, 10), (11, 21)])
    assert [(one.start, one.end) for one in found] == [(0, 10)]


def test_of_two_that_overlap_the_better_one_stays_and_neighbours_do() -> None:
    text = "the pump the pump"
    found = candidates("zz zz", Context(text, "", ""), [])
    assert found == []
    around = Context("abcabcabc", "", "")
    spans = [(0, 3), (1, 4), (2, 5), (3, 6), (2, 9)]
    found = candidates("abc", around, spans)
    assert [(one.start, one.end) for one in found] == [(0, 3), (3, 6)]


def test_a_common_word_is_no_anchor() -> None:
    often = "pump, " * 201
    assert near(often, "pump") == []
    assert len(near("pump, " * 200, "pump")) == 200


def test_only_the_rarest_of_the_longest_words_are_anchors() -> None:
    """Four rare ones are looked up, so a place with none of them is not seen."""
    wanted = "alpha bravo delta gamma kappa"
    elsewhere = "kappa kappa. alpha, bravo, delta, gamma."
    text = f"{elsewhere} {'-' * 60} xxxxx yyyyy zzzzz wwwww kappa"
    assert all("wwwww" not in quote for quote, _ in near(text, wanted))
    short_words = " ".join(f"longword{i:02}" for i in range(16))
    assert near("the tiny pump", f"tiny {short_words}") == []


SENTENCE = "the engineer heats the reservoir before every measurement of pressure."


@pytest.mark.parametrize("gone", SENTENCE.split()[1:-1])
def test_a_word_that_is_gone_moves_no_edge(gone: str) -> None:
    edited = " ".join(SENTENCE.replace(f" {gone} ", " ", 1).split())
    text = f"First of all. {edited} Then it cools."
    (found, *_) = near(text, SENTENCE)
    assert found == (edited, Agreement.NONE)


@pytest.mark.parametrize("place", range(2, 10))
def test_a_word_that_was_added_is_quoted_with_the_others(place: int) -> None:
    words = SENTENCE.split()
    edited = " ".join([*words[:place], "soon", *words[place:]])
    text = f"First of all. {edited} Then it cools."
    (found, *_) = near(text, SENTENCE)
    assert found == (edited, Agreement.NONE)


WORDS = st.lists(st.sampled_from(["pump", "red", "a", "fell.", "12", "-"]), min_size=1, max_size=12)


@given(WORDS, WORDS, WORDS)
@settings(max_examples=examples(100), deadline=None)
def test_candidates_lie_apart_and_the_leading_ones_come_first(
    before: list[str], wanted: list[str], after: list[str]
) -> None:
    text, exact = " ".join([*before, *wanted, *after]), " ".join(wanted)
    found = candidates(exact, Context(text, "", ""), [])
    assert all(one.lead >= other.lead for one, other in pairwise(found))
    placed = sorted(found, key=lambda one: one.start)
    assert all(one.end <= other.start for one, other in pairwise(placed))
    for one in found:
        assert one.similarity == similarity(exact, text[one.start : one.end]) >= 0.4
    if any(word in exact for word in ("pump", "red", "fell", "12")):
        assert any(one.similarity == 1 for one in found)


@pytest.mark.parametrize("word", ["pump", "pumps", "reservoir"])
def test_a_place_at_the_very_end_or_beginning_is_quoted_whole(word: str) -> None:
    wanted = f"the {word} heats the {word}"
    assert near(f"{wanted}", wanted) == [(wanted, Agreement.NONE)]
    assert near(f"{wanted} ", wanted) == [(wanted, Agreement.NONE)]
    assert near(f" {wanted}", wanted) == [(wanted, Agreement.NONE)]


@pytest.mark.parametrize("end", ["a", "b", "1", "x."])
def test_a_quote_ends_with_a_word_of_one_letter_too(end: str) -> None:
    wanted = f"the reservoir holds vitamin {end}"
    assert near(f"It is so: {wanted} and more.", wanted) == [(wanted, Agreement.NONE)]
