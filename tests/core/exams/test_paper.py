from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.document import Passage
from quiz.core.exams.paper import Eligible, draw, largest_remainder, told_within
from quiz.core.sessions.selection import Candidate
from tests.effort import examples

SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 30), min_size=1)
STRATA = st.dictionaries(
    st.tuples(st.sampled_from("ABC"), st.sampled_from(["", "x", "y", "z"])),
    st.integers(1, 12),
    min_size=1,
)


def eligible(name: str, document: str = "A", tag: str = "", at: int | None = None) -> Eligible:
    """A question; with `at`, on the ten characters from there."""
    passages = () if at is None else ((document, Passage(at, at + 10)),)
    return Eligible(Candidate(name, passages), document, tag)


def pool_of(strata: dict[tuple[str, str], int]) -> list[Eligible]:
    return [
        eligible(f"{document}{tag}{number}", document, tag)
        for (document, tag), size in strata.items()
        for number in range(size)
    ]


def paper(pool: list[Eligible], count: int, seed: int = 1) -> tuple[str, ...]:
    return draw(pool, count, random.Random(seed))


@pytest.mark.parametrize(
    ("sizes", "seats", "expected"),
    [
        ({"a": 50, "b": 30, "c": 20}, 10, {"a": 5, "b": 3, "c": 2}),
        ({"a": 50, "b": 30, "c": 20}, 7, {"a": 4, "b": 2, "c": 1}),
        ({"a": 1, "b": 1, "c": 1}, 2, {"a": 1, "b": 1, "c": 0}),
        ({"a": 3, "b": 2}, 0, {"a": 0, "b": 0}),
        ({"a": 3, "b": 2}, 5, {"a": 3, "b": 2}),
        ({}, 0, {}),
    ],
)
def test_seats_go_to_the_largest_remainders(
    sizes: dict[str, int], seats: int, expected: dict[str, int]
) -> None:
    assert largest_remainder(sizes, seats) == expected


def test_what_is_owed_decides_between_remainders_but_adds_to_no_whole_share() -> None:
    sizes = {"a": 2, "b": 1, "c": 1}
    assert largest_remainder(sizes, 2, {"a": 3.0}) == {"a": 1, "b": 1, "c": 0}
    assert largest_remainder(sizes, 2, {"a": 3.0, "c": 0.1}) == {"a": 1, "b": 0, "c": 1}


@settings(max_examples=examples(200), deadline=None)
@given(SIZES, st.data())
def test_every_share_is_rounded_up_or_down_and_all_seats_are_given(
    sizes: dict[str, int], data: st.DataObject
) -> None:
    total = sum(sizes.values())
    seats = data.draw(st.integers(0, total))
    owed = data.draw(st.dictionaries(st.sampled_from("abcdef"), st.floats(-3, 3)))
    given_ = largest_remainder(sizes, seats, owed)
    assert sum(given_.values()) == seats
    for name, size in sizes.items():
        share = Fraction(seats * size, total)
        assert floor(share) <= given_[name] <= min(size, ceil(share))


@settings(max_examples=examples(100), deadline=None)
@given(STRATA, st.data())
def test_a_paper_is_in_proportion_to_documents_and_to_tags_inside_them(
    strata: dict[tuple[str, str], int], data: st.DataObject
) -> None:
    pool = pool_of(strata)
    count = data.draw(st.integers(0, len(pool) + 3))
    drawn = paper(pool, count, data.draw(st.integers(0, 99)))
    wanted = min(count, len(pool))
    assert len(drawn) == len(set(drawn)) == wanted
    of_document = Counter(name[0] for name in drawn)
    of_stratum = Counter((name[0], name[1:].rstrip("0123456789")) for name in drawn)
    sizes = Counter[str]()
    for (document, _), size in strata.items():
        sizes[document] += size
    for document, size in sizes.items():
        share = Fraction(wanted * size, len(pool))
        assert floor(share) <= of_document[document] <= ceil(share)
    for stratum, size in strata.items():
        share = Fraction(of_document[stratum[0]] * size, sizes[stratum[0]])
        assert floor(share) <= of_stratum[stratum] <= ceil(share)


def test_rounding_does_not_add_up_against_a_tag() -> None:
    # one question of each document: each by itself would be of the larger tag
    pool = [
        eligible(f"{document}/{tag}{number}", document, tag)
        for document in "ABCDEFGHIJ"
        for tag, size in (("large", 2), ("small", 1))
        for number in range(size)
    ]
    for seed in range(20):
        small = sum("small" in name for name in paper(pool, 10, seed))
        assert small in (3, 4)


@settings(max_examples=examples(50), deadline=None)
@given(STRATA, st.integers(0, 20), st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_same_seed_draws_the_same_paper_in_whatever_order_the_pool_is(
    strata: dict[tuple[str, str], int], count: int, seed: int, chance: random.Random
) -> None:
    pool = pool_of(strata)
    mixed = list(pool)
    chance.shuffle(mixed)
    assert paper(pool, count, seed) == paper(mixed, count, seed)


def test_other_seeds_draw_other_papers_and_every_question_has_its_chance() -> None:
    pool = [eligible(str(number)) for number in range(12)]
    papers = [paper(pool, 4, seed) for seed in range(60)]
    assert len(set(papers)) > 50
    counts = Counter(name for drawn in papers for name in drawn)
    assert len(counts) == 12
    assert max(counts.values()) < 2.5 * min(counts.values())


def test_equal_documents_take_turns_at_an_odd_question() -> None:
    pool = [eligible(f"{document}{i}", document) for document in "AB" for i in range(5)]
    odd = Counter(name[0] for seed in range(40) for name in paper(pool, 1, seed))
    assert set(odd) == {"A", "B"}


@pytest.mark.parametrize("seed", range(10))
def test_questions_on_overlapping_passages_are_not_drawn_together(seed: int) -> None:
    # ten places, two questions on each
    pool = [eligible(f"{place}-{i}", at=20 * place + i) for place in range(10) for i in range(2)]
    drawn = paper(pool, 10, seed)
    assert len({name.partition("-")[0] for name in drawn}) == 10


def test_overlaps_are_drawn_when_there_is_nothing_else() -> None:
    pool = [eligible(str(i), at=i) for i in range(6)]
    assert sorted(paper(pool, 6)) == [str(i) for i in range(6)]


def test_documents_are_mixed_in_the_paper() -> None:
    pool = [eligible(f"{d}{i}", d, at=20 * i) for d in "AB" for i in range(10)]
    drawn = paper(pool, 20)
    changes = sum(a[0] != b[0] for a, b in pairwise(drawn))
    assert changes >= 15


def pairs(*named: tuple[str, str]) -> dict[str, set[str]]:
    apart: dict[str, set[str]] = {}
    for one, other in named:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    return apart


@pytest.mark.parametrize("seed", range(10))
def test_questions_that_give_each_other_away_are_not_drawn_together(seed: int) -> None:
    pool = [eligible(str(number)) for number in range(8)]
    apart = pairs(("0", "1"), ("2", "3"), ("4", "5"), ("6", "7"))
    drawn = draw(pool, 4, random.Random(seed), apart)
    assert told_within(drawn, apart) == 0
    assert len(drawn) == 4


@pytest.mark.parametrize("seed", range(10))
def test_a_question_of_another_tag_or_document_takes_the_place_of_one_that_is_told(
    seed: int,
) -> None:
    # each tag and each document is to give one question, and these two tell each other
    pool = [eligible("a", "A", "x"), eligible("b", "B", "y"), eligible("c", "B", "z")]
    pool += [eligible("d", "A", "w")]
    apart = pairs(("a", "b"), ("a", "c"), ("d", "b"))
    drawn = draw(pool, 2, random.Random(seed), apart)
    assert told_within(drawn, apart) == 0


def test_what_is_told_is_asked_where_there_is_nothing_else_and_that_is_counted() -> None:
    pool = [eligible("a"), eligible("b"), eligible("c")]
    apart = pairs(("a", "b"))
    drawn = draw(pool, 3, random.Random(1), apart)
    assert sorted(drawn) == ["a", "b", "c"]
    assert told_within(drawn, apart) == 2
    assert told_within(drawn, {}) == 0
