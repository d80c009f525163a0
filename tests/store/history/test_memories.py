from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.scheduling import Memory, Rating
from quiz.store.history.history import History, SetCounts
from quiz.store.history.tables.memories import Remembered
from tests.effort import examples
from tests.store.reviewing import DAY, KEY, NOW, give, opened, review


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with opened(tmp_path / "history.sqlite") as history:
        yield history


def remember(history: History, question: str, stability: float, day: int, due: int) -> None:
    memory = Memory(stability, 5.0, day, due, 3, 1, Rating.GOOD)
    with history._writing() as connection:
        history._store(connection, Remembered(question, KEY, memory, "correct"))


MEMORIES = st.lists(
    st.tuples(
        st.floats(min_value=0.01, max_value=900),
        st.integers(min_value=0, max_value=300),
        st.integers(min_value=-20, max_value=20),
    ),
    max_size=25,
)


@given(memories=MEMORIES, limit=st.integers(min_value=0, max_value=25))
@settings(max_examples=examples(40), deadline=None)
def test_what_is_due_comes_with_the_lowest_retrievability_first(
    tmp_path_factory: pytest.TempPathFactory,
    memories: list[tuple[float, int, int]],
    limit: int,
) -> None:
    with opened(tmp_path_factory.mktemp("history") / "history.sqlite") as history:
        for number, (stability, ago, late) in enumerate(memories):
            remember(history, f"set/{number}", stability, DAY - ago, DAY - late)
        found = history.due(DAY)
        chances = [history.scheduler.retrievability(row.memory, DAY) for row in found]
        assert chances == pytest.approx(sorted(chances), abs=1e-12)
        late_ones = {f"set/{number}" for number, row in enumerate(memories) if row[2] >= 0}
        assert {row.question for row in found} == late_ones
        first = [history.scheduler.retrievability(row.memory, DAY) for row in found[:limit]]
        limited = history.due(DAY, None, limit)
        assert [history.scheduler.retrievability(row.memory, DAY) for row in limited] == first


def test_a_limit_leaves_out_the_best_remembered(history: History) -> None:
    remember(history, "set/long ago but firm", 300.0, DAY - 100, DAY - 1)
    remember(history, "set/shaky", 1.0, DAY - 4, DAY - 3)
    remember(history, "set/recent", 3.0, DAY - 3, DAY)
    assert [row.question for row in history.due(DAY, None, 2)] == ["set/shaky", "set/recent"]
    assert [row.question for row in history.due(DAY, None, 1)] == ["set/shaky"]


def test_due_can_be_asked_for_some_sets_only(history: History) -> None:
    for question in ("a/1", "a/2", "b/1", "ab/1"):
        remember(history, question, 3.0, DAY - 5, DAY - 1)
    assert [row.question for row in history.due(DAY, ["a"])] == ["a/1", "a/2"]
    assert {row.question for row in history.due(DAY, {"b", "ab"})} == {"b/1", "ab/1"}
    assert len(history.due(DAY, {"b", "ab"}, 1)) == 1
    assert history.due(DAY, []) == []
    assert len(history.due(DAY)) == 4


def test_choosing_what_is_due_sorts_over_an_index_alone(history: History) -> None:
    seen: list[str] = []
    history._connection.set_trace_callback(seen.append)
    for number in range(200):
        remember(history, f"set/{number}", 3.0, DAY - 5, DAY - 1)
    seen.clear()
    history.due(DAY, None, 50)
    history.begun_sets()
    history._connection.set_trace_callback(None)
    for query in seen:
        steps = [str(row[3]) for row in history._read(f"EXPLAIN QUERY PLAN {query}")]
        assert any("COVERING INDEX memories_by_due" in step for step in steps), steps


def test_a_large_choice_of_sets_is_no_trouble(history: History) -> None:
    remember(history, "set-39999/one", 3.0, DAY - 5, DAY - 1)
    names = [f"set-{number}" for number in range(40_000)]
    assert len(history.due(DAY, names)) == 1
    assert list(history.memories(names)) == ["set-39999/one"]


def test_due_follows_what_was_recorded(history: History) -> None:
    memory = give(history, review())
    missed = give(history, review("set/missed", Rating.AGAIN))
    assert memory is not None
    assert missed is not None
    assert [row.question for row in history.due(DAY)] == ["set/missed"]
    assert "set/one" not in [row.question for row in history.due(memory.due - 1)]
    assert "set/one" in [row.question for row in history.due(memory.due)]


def test_memories_are_told_with_their_key_and_last_verdict(history: History) -> None:
    memory = give(history, review("set/one", Rating.AGAIN))
    give(history, review("other/one"))
    assert memory is not None
    expected = Remembered("set/one", KEY, memory, "wrong")
    assert history.memories(["set"]) == {"set/one": expected}
    assert set(history.memories()) == {"set/one", "other/one"}


def test_the_last_verdict_is_that_of_the_latest_kept_review(history: History) -> None:
    give(history, review("set/one", Rating.AGAIN))
    right = review("set/one", attempt=1)
    give(history, right)
    assert history.last_verdicts(["set"]) == {"set/one": "correct"}
    history.undo(right.uid, NOW)
    assert history.last_verdicts(["set"]) == {"set/one": "wrong"}
    assert history.last_verdicts(["other"]) == {}


def test_counts_tell_seen_due_and_mastered_of_each_set(history: History) -> None:
    remember(history, "a/1", 20.99, DAY - 5, DAY)
    remember(history, "a/2", 21.0, DAY - 5, DAY + 1)
    remember(history, "a/3", 300.0, DAY - 500, DAY - 10)
    remember(history, "b/1", 1.0, DAY, DAY + 1)
    assert history.counts("a", keys("1", "2", "3"), DAY) == SetCounts(3, 2, 2)
    assert history.counts("b", keys("1"), DAY) == SetCounts(1, 0, 0)
    assert history.begun_sets() == {"a", "b"}


def test_counts_leave_out_what_the_set_has_no_longer_and_other_keys(history: History) -> None:
    remember(history, "a/1", 30.0, DAY - 5, DAY)
    remember(history, "a/gone", 30.0, DAY - 5, DAY)
    assert history.counts("a", keys("1", "2"), DAY) == SetCounts(1, 1, 1)
    assert history.counts("a", keys("1", key="another key"), DAY) == SetCounts(0, 0, 0)


def test_counts_take_early_questions_as_due_but_none_twice(history: History) -> None:
    remember(history, "a/1", 30.0, DAY - 5, DAY)
    remember(history, "a/2", 30.0, DAY - 5, DAY + 9)
    early = ["a/1", "a/2", "a/unknown"]
    assert history.counts("a", keys("1", "2"), DAY, early) == SetCounts(2, 2, 2)


def test_counts_of_a_new_history_are_empty(history: History) -> None:
    assert history.counts("a", keys("1"), DAY) == SetCounts(0, 0, 0)
    assert history.begun_sets() == set()


def keys(*ids: str, key: str = KEY) -> str:
    return json.dumps([[name, key, "open", 1] for name in ids])


def test_memories_survive_as_exactly_the_numbers_they_were(history: History) -> None:
    chance = random.Random(7)
    for number in range(50):
        stability = chance.uniform(0.001, 400)
        remember(history, f"set/{number}", stability, DAY, DAY + 1)
        found = history.memory(f"set/{number}", KEY)
        assert found is not None
        assert found.stability == stability
