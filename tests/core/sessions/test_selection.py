from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.sessions.selection import Candidate, arrange, choose
from quiz.core.text.passages import Passage
from tests.effort import examples


def at(name: str, document: str, start: int, end: int, *, needed: bool = False) -> Candidate:
    return Candidate(name, ((document, Passage(start, end)),), needed=needed)


def names(candidates: list[Candidate]) -> list[str]:
    return [candidate.question for candidate in candidates]


def test_due_questions_come_first_in_the_order_of_their_worth() -> None:
    due = [at("b", "d", 5, 6), at("a", "d", 0, 1)]
    new = [at("c", "d", 9, 10)]
    assert names(choose(due, new, limit=0, new_limit=5)) == ["b", "a", "c"]


def test_the_limit_cuts_new_questions_before_due_ones() -> None:
    due = [at("a", "d", 0, 1)]
    new = [at("b", "d", 2, 3), at("c", "d", 4, 5)]
    assert names(choose(due, new, limit=2, new_limit=5)) == ["a", "b"]


def test_no_more_new_questions_than_the_day_allows() -> None:
    new = [at(str(i), "d", i * 10, i * 10 + 5) for i in range(9)]
    assert len(choose([], new, limit=0, new_limit=4)) == 4


def test_new_questions_take_turns_between_documents() -> None:
    new = [at("a1", "a", 0, 1), at("a2", "a", 2, 3), at("b1", "b", 0, 1), at("b2", "b", 2, 3)]
    assert names(choose([], new, limit=0, new_limit=4)) == ["a1", "b1", "a2", "b2"]


def test_what_compares_documents_comes_after_what_stands_on_one() -> None:
    both = Candidate("both", (("a", Passage(0, 1)),), compares=True)
    new = [both, at("a1", "a", 5, 6), at("b1", "b", 5, 6), at("b2", "b", 7, 8)]
    assert names(choose([], new, limit=0, new_limit=3)) == ["a1", "b1", "b2"]


def test_what_compares_documents_comes_once_there_is_room() -> None:
    both = Candidate("both", (("a", Passage(0, 1)),), compares=True)
    needed = both._replace(question="needed", needed=True)
    new = [both, needed, at("a1", "a", 5, 6)]
    assert names(choose([], new, limit=0, new_limit=9)) == ["needed", "a1", "both"]


def test_a_day_that_allows_none_has_no_new_questions() -> None:
    new = [at("a1", "a", 0, 1)]
    assert choose([], new, limit=0, new_limit=0) == []
    assert choose([], new, limit=0, new_limit=-1) == []


def test_what_an_exam_needs_today_comes_before_other_new_questions() -> None:
    new = [at("a1", "a", 0, 1), at("b1", "b", 0, 1), at("c1", "c", 0, 1, needed=True)]
    assert names(choose([], new, limit=0, new_limit=2)) == ["c1", "a1"]


def test_questions_on_overlapping_passages_are_kept_apart() -> None:
    same = [at("x1", "d", 0, 10), at("x2", "d", 5, 15)]
    others = [at(f"o{i}", "d", 100 * i, 100 * i + 5) for i in range(1, 6)]
    order = names(arrange([*same, *others]))
    assert abs(order.index("x1") - order.index("x2")) == 4  # three others between them


def test_where_all_overlap_with_some_the_furthest_is_asked() -> None:
    chosen = [at("x1", "d", 0, 9), at("o", "d", 20, 29), at("x2", "d", 5, 9), at("o2", "d", 25, 29)]
    assert names(arrange(chosen)) == ["x1", "o", "x2", "o2"]


def test_keeping_apart_draws_nothing_from_beyond_the_window() -> None:
    same = [at(f"x{i}", "d", 0, 10) for i in range(60)]
    assert names(arrange([*same, at("o", "d", 20, 30)]))[:13] == [f"x{i}" for i in range(11)] + [
        "o",
        "x11",
    ]


def test_touching_but_not_overlapping_passages_are_no_reason_to_wait() -> None:
    assert names(arrange([at("a", "d", 0, 5), at("b", "d", 5, 9)])) == ["a", "b"]


def test_documents_are_interleaved() -> None:
    first = [at(f"a{i}", "a", 10 * i, 10 * i + 5) for i in range(3)]
    second = [at(f"b{i}", "b", 10 * i, 10 * i + 5) for i in range(3)]
    assert names(arrange([*first, *second])) == ["a0", "b0", "a1", "b1", "a2", "b2"]


CANDIDATES = st.lists(
    st.builds(
        lambda n, d, s: at(f"{d}{n}", d, s, s + 4),
        st.integers(0, 99),
        st.sampled_from("ab"),
        st.integers(0, 40),
    ),
    max_size=30,
    unique_by=lambda c: c.question,
)


@given(CANDIDATES)
@settings(max_examples=examples(100), deadline=None)
def test_arranging_loses_and_invents_nothing(chosen: list[Candidate]) -> None:
    assert sorted(names(arrange(chosen))) == sorted(names(chosen))
