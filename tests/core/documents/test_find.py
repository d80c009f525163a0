"""Words are found in a document as people type them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.find import Findable
from quiz.core.text.passages import Passage
from tests.effort import examples

TEXT = "The Café serves crème\nbrûlée.  The CAFE closes — the ﬁnal café."


def quotes(text: str, words: str) -> list[str]:
    found = Findable.of(text).matches(words).between(0, len(text))
    return [text[place.start : place.end] for place in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cafe", ["Café", "CAFE", "café"]),
        ("CAFÉ", ["Café", "CAFE", "café"]),
        ("creme brulee", ["crème\nbrûlée"]),
        ("brulee. the", ["brûlée.  The"]),
        ("closes - the", ["closes — the"]),
        ("final", ["ﬁnal"]),
        ("tea", []),
        ("", []),
        ("   ", []),
    ],
)
def test_case_accents_spaces_and_dashes_do_not_matter(words: str, found: list[str]) -> None:
    assert quotes(TEXT, words) == found


def test_from_a_place_one_walks_forward_and_back_round_the_ends() -> None:
    text = "one two one two one"
    matches = Findable.of(text).matches("one")
    first, second, third = matches.between(0, len(text))
    assert matches.count == 3
    assert [matches.number(place) for place in (first, second, third)] == [1, 2, 3]
    assert matches.after(0) == first
    assert matches.after(first.end) == second
    assert matches.after(third.end) == first
    assert matches.before(third.start) == second
    assert matches.before(first.start) == third


def test_where_nothing_is_found_there_is_no_way() -> None:
    matches = Findable.of("one two").matches("three")
    assert (matches.count, matches.after(0), matches.before(7)) == (0, None, None)


def test_a_stretch_has_the_matches_that_touch_it() -> None:
    matches = Findable.of("abcde abcde abcde").matches("abcde")
    assert matches.between(4, 7) == [Passage(0, 5), Passage(6, 11)]
    assert matches.between(5, 6) == []


@given(st.text("aáA bß\n—“", max_size=60), st.text("aáb s", min_size=1, max_size=4))
@settings(max_examples=examples(200), deadline=None)
def test_every_match_reads_like_the_words_and_none_is_passed_over(text: str, words: str) -> None:
    findable = Findable.of(text)
    matches = findable.matches(words)
    found = matches.between(0, len(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for place in found:
        again = Findable.of(text[place.start : place.end])
        assert matches.words.strip() in again.bare
    walked, at = [], 0
    for _ in found:
        following = matches.after(at)
        assert following is not None
        walked.append(following)
        at = following.end
    assert walked == found


@given(st.text("aáß b\nﬁ—", max_size=60))
@settings(max_examples=examples(200), deadline=None)
def test_the_folded_place_of_an_offset_never_goes_back(text: str) -> None:
    findable = Findable.of(text)
    places = [findable.folded_offset(i) for i in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == len(findable.folded.text)


def test_a_match_inside_of_one_character_is_passed_over_both_ways() -> None:
    found = Findable.of("fi ﬁ fi").matches("i")
    assert found.before(4) == Passage(1, 2)
    assert found.after(2) == Passage(6, 7)
    assert found.between(0, 7) == [Passage(1, 2), Passage(6, 7)]
    assert Findable.of("ﬁ").matches("i").before(1) is None
