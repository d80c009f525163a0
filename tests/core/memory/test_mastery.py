"""How well questions and passages are mastered, and where that is drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.mastery import (
    KNOWN_CHANCE,
    KNOWN_DAYS,
    WORST_FIRST,
    Counts,
    Marked,
    Mastery,
    Span,
    between,
    flattened,
    in_need,
    marked_passages,
    mastery,
    passage_after,
    worst,
)
from quiz.core.memory.scheduling import Memory, Rating
from quiz.core.text.passages import Passage
from quiz.study.today.overview import MASTERED_DAYS
from tests.effort import examples

STATES = st.sampled_from(WORST_FIRST)
PASSAGES = st.builds(
    lambda start, size: Passage(start, start + size), st.integers(0, 60), st.integers(1, 20)
)
STANDING = st.lists(st.tuples(st.sampled_from("abcdefgh"), PASSAGES), max_size=12)


def memory(stability: float, last: Rating = Rating.GOOD) -> Memory:
    return Memory(stability, 5.0, 100, 110, 3, 0, last)


@pytest.mark.parametrize(
    ("remembered", "chance", "state"),
    [
        (None, 0.0, Mastery.NEVER),
        (memory(0.3), 0.99, Mastery.LEARNING),
        (memory(KNOWN_DAYS - 0.1), 1.0, Mastery.LEARNING),
        (memory(KNOWN_DAYS), KNOWN_CHANCE, Mastery.KNOWN),
        (memory(400.0), KNOWN_CHANCE - 0.01, Mastery.LEARNING),
        (memory(400.0, Rating.AGAIN), 1.0, Mastery.MISSED),
        (memory(30.0, Rating.HARD), 0.9, Mastery.KNOWN),
        (memory(21.0), 0.8, Mastery.KNOWN),
        (memory(20.9), 0.8, Mastery.LEARNING),
        (memory(21.0), 0.79, Mastery.LEARNING),
    ],
)
def test_the_state_of_a_question_follows_the_rules(
    remembered: Memory | None, chance: float, state: Mastery
) -> None:
    assert mastery(remembered, chance) is state


def test_known_means_the_same_as_at_home() -> None:
    assert KNOWN_DAYS == MASTERED_DAYS


def test_the_letters_tell_the_states_apart() -> None:
    assert [state.letter for state in WORST_FIRST] == ["M", "N", "L", "K"]


def test_a_passage_is_in_the_worst_state_of_its_questions() -> None:
    states = {"a": Mastery.KNOWN, "b": Mastery.LEARNING, "c": Mastery.MISSED}
    one, other = Passage(5, 9), Passage(1, 3)
    found = marked_passages([("a", one), ("b", one), ("c", other), ("b", one)], states)
    assert [(m.passage, m.questions, m.state) for m in found] == [
        (other, ("c",), Mastery.MISSED),
        (one, ("a", "b"), Mastery.LEARNING),
    ]


def test_a_question_without_a_state_was_never_asked() -> None:
    (found,) = marked_passages([("a", Passage(0, 4))], {})
    assert found.state is Mastery.NEVER


@given(STANDING, st.dictionaries(st.sampled_from("abcdefgh"), STATES))
@settings(max_examples=examples(150), deadline=None)
def test_every_character_is_drawn_in_the_worst_state_that_covers_it(
    standing: list[tuple[str, Passage]], states: dict[str, Mastery]
) -> None:
    marked = marked_passages(standing, states)
    spans = flattened(marked)
    drawn = {i: span.state for span in spans for i in range(span.start, span.end)}
    wanted = {
        i: worst(m.state for m in marked if m.passage.start <= i < m.passage.end)
        for m in marked
        for i in range(m.passage.start, m.passage.end)
    }
    assert drawn == wanted
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(
        one.end < other.start or one.state is not other.state for one, other in pairwise(spans)
    )


def test_passages_are_found_by_where_they_begin() -> None:
    marked = marked_passages([("a", Passage(s, s + 5)) for s in (2, 10, 10 + 2, 30)], {})
    assert [m.passage.start for m in between(marked, 10, 30)] == [10, 12]
    assert passage_after(marked, 10) == 2
    assert passage_after(marked, 1) == 0
    assert passage_after(marked, 30) is None


def test_counts_leave_out_what_there_is_none_of() -> None:
    counts = Counts.of([Mastery.KNOWN, Mastery.MISSED, Mastery.KNOWN])
    assert counts.counts == ((Mastery.MISSED, 1), (Mastery.KNOWN, 2))
    assert (counts.total, counts.of_state(Mastery.KNOWN), counts.of_state(Mastery.NEVER)) == (
        3,
        2,
        0,
    )
    assert Counts.of([]).total == 0


def test_the_most_in_need_of_practice_come_first() -> None:
    assert sorted(Mastery, key=in_need) == [
        Mastery.MISSED,
        Mastery.NEVER,
        Mastery.LEARNING,
        Mastery.KNOWN,
    ]
    assert worst([Mastery.KNOWN, Mastery.NEVER]) is Mastery.NEVER
    with pytest.raises(ValueError):
        worst([])


def test_where_passages_overlap_the_worst_state_is_drawn_and_neighbours_are_joined() -> None:
    marked = [
        Marked(Passage(0, 10), ("a",), Mastery.KNOWN),
        Marked(Passage(2, 5), ("b",), Mastery.MISSED),
        Marked(Passage(4, 8), ("c",), Mastery.LEARNING),
        Marked(Passage(10, 12), ("d",), Mastery.KNOWN),
        Marked(Passage(14, 15), ("e",), Mastery.KNOWN),
    ]
    assert flattened(marked) == (
        Span(0, 2, Mastery.KNOWN),
        Span(2, 5, Mastery.MISSED),
        Span(5, 8, Mastery.LEARNING),
        Span(8, 12, Mastery.KNOWN),
        Span(14, 15, Mastery.KNOWN),
    )
    assert flattened([]) == ()
