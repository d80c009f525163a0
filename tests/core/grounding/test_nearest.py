"""How near is near enough, and when nothing is shown rather than something else."""

from __future__ import annotations

import pytest

from quiz.core.grounding.locate import locate
from quiz.core.grounding.located import MOST_PLACES, How, Located, occurrences, settled
from quiz.core.grounding.nearest import Search
from quiz.core.grounding.similarity import Candidate
from quiz.core.grounding.surrounding_words import Agreement
from quiz.core.text.passages import Passage

NONE, PARTLY, ONE, BOTH = Agreement

NEAR = [
    # characters of the quoted text, how far the context agrees, similarity, whether that will do
    (11, NONE, 1.0, True),
    (11, NONE, 0.99, False),
    (11, PARTLY, 0.99, False),
    (11, ONE, 0.80, True),
    (11, ONE, 0.79, False),
    (11, BOTH, 0.80, True),
    (11, BOTH, 0.79, False),
    (12, NONE, 0.92, True),
    (12, NONE, 0.91, False),
    (12, PARTLY, 0.80, True),
    (12, PARTLY, 0.79, False),
    (12, ONE, 0.70, True),
    (12, ONE, 0.69, False),
    (23, BOTH, 0.70, True),
    (23, BOTH, 0.69, False),
    (24, NONE, 0.92, True),
    (24, NONE, 0.91, False),
    (24, PARTLY, 0.80, True),
    (24, PARTLY, 0.79, False),
    (24, ONE, 0.62, True),
    (24, ONE, 0.61, False),
    (24, BOTH, 0.42, True),
    (24, BOTH, 0.41, False),
    (24, BOTH, 1.0, True),
]


@pytest.mark.parametrize(("length", "agreement", "share", "near"), NEAR)
def test_a_shorter_quote_and_less_context_ask_for_a_nearer_place(
    length: int, agreement: Agreement, share: float, near: bool
) -> None:
    search = Search.of("some text", "x" * length, "", "")
    assert search._near_enough(Candidate(0, length, share, agreement)) is near


@pytest.mark.parametrize(
    ("stray", "how"),
    [("Three pumps were tested", How.AMBIGUOUS), ("Three pumps were replaced", How.EXACT)],
)
def test_a_hit_far_from_its_context_counts_from_24_characters_on(stray: str, how: How) -> None:
    text = f"All about one thing. {stray}. And so on."
    found = locate(text, stray, "behind this one: ", " before that")
    assert found.how is how
    assert found.score == 1.0


WORDS = "alphabet mountain fourteen absolute children december elephant friction"


def slipped(plurals: int) -> str:
    """The same words, the last with another letter, so many before it in the plural."""
    *words, last = WORDS.split()
    plural = [f"{word}s" for word in words[:plurals]]
    return " ".join([*plural, *words[plurals:], last.replace("r", "x")])


@pytest.mark.parametrize(
    ("plurals", "how"), [(0, How.AMBIGUOUS), (2, How.AMBIGUOUS), (3, How.NEAREST), (4, How.NEAREST)]
)
def test_the_nearest_place_is_clearly_ahead_of_the_next_or_none(plurals: int, how: How) -> None:
    text = f"{slipped(plurals)}. And again: {slipped(0)}."
    found = locate(text, WORDS)
    assert found.how is how
    assert found.score == pytest.approx(1 - 1 / len(WORDS))
    second = Passage(text.index("again: ") + 7, len(text) - 1)
    if how is How.NEAREST:
        assert found.passage == second
    else:
        assert found.others == (Passage(0, len(WORDS) + plurals), second)


@pytest.mark.parametrize(("length", "how"), [(4000, How.NEAREST), (4001, How.MISSING)])
def test_a_text_of_more_than_4000_characters_is_only_found_as_it_is(length: int, how: How) -> None:
    text = " ".join(f"word{chr(97 + i % 26)}{chr(97 + i // 26)}ing" for i in range(500))[:length]
    exact = f"{text[:90].replace('wordba', 'wrodba')}{text[90:]}"
    assert len(exact) == length
    assert locate(text, exact).how is how


GROUNDED = [
    ("A pump. A lamp.", "pump", "", "", Passage(2, 6)),
    ("A pump. A pump.", "pump", "", "", None),
    ("A pump. A pump.", "pump", ". A ", "", Passage(10, 14)),
    ("A pump. A pump.", "pump", "", ". A", Passage(2, 6)),
    ("A pump.", "lamp", "", "", None),
    ("A PUMP.", "pump", "", "", None),
    ("A pumping.", "pump", "", "", None),
    ("A pump.", "pump", "the very old ", "", None),
]


@pytest.mark.parametrize(("text", "exact", "prefix", "suffix", "place"), GROUNDED)
def test_a_source_is_grounded_at_one_place_word_for_word_or_nowhere(
    text: str, exact: str, prefix: str, suffix: str, place: Passage | None
) -> None:
    found = locate(text, exact, prefix, suffix)
    assert (found.passage if found.grounded else None) == place


def test_one_place_is_exact_or_folded_and_several_are_ambiguous() -> None:
    one, other = Passage(0, 4), Passage(5, 9)
    assert settled("pump PUMP", [], "pump") is None
    assert settled("pump PUMP", [one], "pump") == Located(How.EXACT, one, (), 1.0)
    assert settled("pump PUMP", [other], "pump") == Located(How.FOLDED, other, (), 1.0)
    both = settled("pump PUMP", [one, other], "pump")
    assert both == Located(How.AMBIGUOUS, None, (one, other), 1.0)
    assert Located(How.MISSING) == Located(How.MISSING, None, (), 0.0)
    assert [Located(how).grounded for how in How] == [True, False, False, False, False]


def test_occurrences_overlap_and_have_an_end() -> None:
    assert list(occurrences("aaaa", "aa")) == [0, 1, 2]
    assert list(occurrences("a pump", "lamp")) == []
    assert list(occurrences("a" * (MOST_PLACES + 5), "a")) == list(range(1000))


OTHER_PASSAGES = [
    # what the document says, what was quoted, and what stands around both
    ("The long red pump of the plant heats.", "The long red pump of the plant heats oil.", "", ""),
    ("A long red pump of the plant heats it.", "The long red lamp of the plant heats it.", "", ""),
    ("The pump heats it slowly and well.", "The pump heats it slowly and good.", "", ""),
]


@pytest.mark.parametrize(("text", "exact", "prefix", "suffix"), OTHER_PASSAGES)
def test_without_context_other_words_are_another_passage(
    text: str, exact: str, prefix: str, suffix: str
) -> None:
    assert locate(f"Before. {text} After.", exact, prefix, suffix) == Located(How.MISSING)


BEGUN = "The old engineer heats the reservoir before every measurement of pressure."


@pytest.mark.parametrize(
    ("edited", "prefix", "suffix", "found"),
    [
        ("An old engineer heats the reservoir before every measurement of pressure.", 1, 1, True),
        ("Now the old engineer heats the reservoir before every measurement of it.", 1, 1, True),
        ("The old engineer heats the reservoir before every measurement of it.", 1, 0, False),
        ("The old engineer warms the reservoir before every measurement of pressure.", 1, 0, True),
        ("An old engineer heats the reservoir before every measurement of pressure.", 0, 1, False),
        ("The old engineer warms the reservoir before every measurement of pressure.", 0, 1, True),
    ],
)
def test_a_changed_passage_begins_and_ends_like_the_old_one_or_at_its_neighbours(
    edited: str, prefix: int, suffix: int, found: bool
) -> None:
    before, after = "This is in front of all of it. ", " And that is what follows it."
    text = before + edited + after
    located = locate(text, BEGUN, before * prefix, after * suffix)
    place = located.passage
    assert (place and text[place.start : place.end]) == (edited if found else None)
    assert located.how is (How.NEAREST if found else How.MISSING)
