"""The shortest words around a passage that make a source of it unique."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grounding.locate import locate
from quiz.core.grounding.selector import REACH, Selector, selector
from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage
from tests.effort import examples


def marked(text: str) -> tuple[str, Passage]:
    """A text without its two bars, and the passage between them."""
    before, exact, after = text.split("|")
    return before + exact + after, Passage(len(before), len(before) + len(exact))


BARE = Selector("")
QUOTED = [
    # the text with its passage between bars, and the prefix and suffix that are needed
    ("|The pump| heats the water.", "", ""),
    ("|The pump| heats. The pump cools.", "", "heats"),
    ("The pump heats. |The pump| cools.", "", "cools"),
    ("Big |pump| and big pump.", "", "and"),
    ("A red |pump|, a blue pump.", "red", ""),
    ("A red pump, a blue |pump|.", "blue", ""),
    ("It is a red |pump|. It is no red pump, it is a blue pump.", "a red", ""),
    ("the red |pump| fell, the red pump rose", "", "fell"),
    ("one red |pump| fell again, two red pump fell, six red pump rose", "one red", ""),
    ("a red |pump| fell in the sea. Two red pump fell in it; a red pump", "a red", "fell"),
    ("Heat\nit: |pump| slowly. Cool it: pump slowly.", "Heat it:", ""),
    ("a |pump| on\n  it, a pump on us", "", "on it"),
    ("of |pump| by, of pump", "", "by, of"),
    ("|pump|. 1 pump. 23 pump", "", ". 1 pump"),
    ("dab |pump| dab pump dab", "", "dab pump"),
    ("pump |pump|", "pump", ""),
    ("|pump| red a, pump red b", "", "red a"),
    ("a red |pump|, b red pump", "a red", ""),
]


@pytest.mark.parametrize(("text", "prefix", "suffix"), QUOTED)
def test_the_shortest_telling_words_are_quoted_and_no_more(
    text: str, prefix: str, suffix: str
) -> None:
    text, passage = marked(text)
    exact = text[passage.start : passage.end]
    assert selector(text, passage, BARE) == Selector(exact, prefix, suffix)


KEPT = [
    ("a red |pump| fell", Selector("pomp", "red", "fell")),
    ("a red |pump| fell, a red pump rose", Selector("pump", "a red", "fell")),
    ("a red |pump| fell", Selector("pump", "", "fell")),
    ("a red |pump| fell", Selector("pump", "a red", "")),
    ("a red |pump| fell", Selector("pump")),
    ("a red |pump| fell", Selector("pump", "blue", "fell")),  # one side is enough
]


@pytest.mark.parametrize(("text", "old"), KEPT)
def test_a_prefix_and_suffix_that_fit_are_kept_however_long(text: str, old: Selector) -> None:
    text, passage = marked(text)
    assert selector(text, passage, old) == Selector("pump", old.prefix, old.suffix)


RENEWED = [
    # an old side that does not fit any more, and what stands in its place
    ("a red |pump| fell", Selector("pump", "blue", ""), Selector("pump", "red")),
    ("a red |pump| fell", Selector("pump", "", "rose"), Selector("pump", "", "fell")),
    ("a red |pump| fell", Selector("pump", "blue", "rose"), Selector("pump", "red", "fell")),
    ("|pump| fell", Selector("pump", "red", ""), Selector("pump")),
    ("the red |pump|", Selector("pump", "", "rose"), Selector("pump")),
]


@pytest.mark.parametrize(("text", "old", "found"), RENEWED)
def test_a_side_that_does_not_fit_any_more_is_renewed(
    text: str, old: Selector, found: Selector
) -> None:
    text, passage = marked(text)
    assert selector(text, passage, old) == found


def test_nothing_within_reach_is_no_selector() -> None:
    filler = "x " * REACH
    text = f"{filler}pump {filler}pump {filler}"
    second = text.rindex("pump")
    assert selector(text, Passage(second, second + 4), BARE) is None
    assert selector("pump pump pump", Passage(5, 9), BARE) == Selector("pump", "pump", "pump")


@pytest.mark.parametrize(("gap", "found"), [(REACH - 4, True), (REACH - 3, False)])
def test_the_reach_of_a_prefix_is_so_many_characters(gap: int, found: bool) -> None:
    """The telling word and the gap are `REACH` characters at most; the other side has none."""
    text = f"pump{'.' * gap}. tell{'.' * gap}pump"
    place = selector(text, Passage(len(text) - 4, len(text)), BARE)
    assert (place == Selector("pump", "tell" + "." * gap)) is found
    mirrored = f"pump{'.' * gap}tell .{'.' * gap}pump"
    place = selector(mirrored, Passage(0, 4), BARE)
    assert (place == Selector("pump", "", "." * gap + "tell")) is found


TEXTS = st.lists(
    st.sampled_from(["pump", "red", "a", "fell.", "12", "\n"]), min_size=1, max_size=14
)


@given(TEXTS, st.data())
@settings(max_examples=examples(100), deadline=None)
def test_what_is_quoted_leads_back_to_its_passage_with_whole_words(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join([*words[:at], ""]))
    passage = Passage(start, start + len(words[at]))
    found = selector(text, passage, BARE)
    if found is not None:
        located = locate(text, found.exact, found.prefix, found.suffix)
        assert (located.grounded, located.passage) == (True, passage)
        for side in (found.prefix, found.suffix):
            assert side == " ".join(side.split())
            assert not side or sum(map(str.isalnum, side)) >= 3
            assert not cuts_word(f" {side} ", Passage(1, len(side) + 1))
    else:
        assert text.count(words[at]) != 1 or not words[at].strip()
