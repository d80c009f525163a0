"""Undo, changed keys, and the law that memories are the replay of the kept reviews."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.records import Review
from quiz.core.memory.scheduling import Memory, Rating, Scheduler, fuzz_seed
from quiz.store.history.history import History
from quiz.store.history.uids import new_uid
from tests.effort import examples
from tests.store.reviewing import DAY, KEY, NOW, give, opened, review


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with opened(tmp_path / "history.sqlite") as history:
        yield history


def test_undo_leaves_what_would_be_had_the_answer_never_been_given(history: History) -> None:
    give(history, review(day=DAY))
    before = history.memories(["set"])
    missed = review(rating=Rating.AGAIN, day=DAY + 3)
    give(history, missed)
    assert history.memories(["set"]) != before
    history.undo(missed.uid, NOW)
    assert history.memories(["set"]) == before
    assert missed not in history.reviews_of("a-session")


def test_undo_of_the_only_review_leaves_no_memory(history: History) -> None:
    given = review()
    give(history, given)
    history.undo(given.uid, NOW)
    assert history.memories() == {}
    assert list(history.reviews()) == []


def test_undo_twice_or_of_an_unknown_review_changes_nothing(history: History) -> None:
    first, second = review(), review(day=DAY + 2)
    give(history, first)
    give(history, second)
    history.undo(second.uid, NOW)
    before = history.memories()
    history.undo(second.uid, NOW + 1)
    history.undo("no-such-review", NOW)
    assert history.memories() == before
    assert history._read("SELECT review, at_ms FROM undone") == [(second.uid, NOW)]


def test_an_undone_review_stays_in_the_log(history: History) -> None:
    given = review()
    give(history, given)
    history.undo(given.uid, NOW)
    assert history._read("SELECT uid FROM reviews") == [(given.uid,)]


def test_a_changed_key_starts_memory_anew_and_says_so(history: History) -> None:
    give(history, review(day=DAY))
    give(history, review(day=DAY + 3))
    assert history.memory("set/one", "another key") is None
    assert history.changed_key("set/one", "another key")
    assert not history.changed_key("set/one", KEY)
    assert not history.changed_key("set/unknown", KEY)
    again = give(history, review(day=DAY + 9, key_hash="another key"))
    assert again is not None
    assert again.reviews == 1
    assert history.memory("set/one", "another key") == again
    assert len(list(history.reviews())) == 3


def test_undo_across_a_changed_key_brings_the_old_memory_back(history: History) -> None:
    old = give(history, review(day=DAY))
    changed = review(day=DAY + 3, key_hash="another key")
    give(history, changed)
    history.undo(changed.uid, NOW)
    assert history.memory("set/one", KEY) == old


QUESTIONS = ("set/one", "set/two", "other/one")
GIVEN = st.tuples(
    st.sampled_from(QUESTIONS),
    st.sampled_from(Rating),
    st.integers(min_value=-2, max_value=40),
    st.sampled_from([KEY, KEY, KEY, "another key"]),
    st.sampled_from([True, True, True, False]),
)
STEPS = st.lists(GIVEN | st.integers(min_value=0, max_value=9), max_size=14)


def replayed(kept: list[Review]) -> dict[str, tuple[str, Memory]]:
    """What a learner who gave only these answers remembers."""
    found: dict[str, tuple[str, Memory]] = {}
    for each in (each for each in kept if each.scheduled):
        key_hash, memory = found.get(each.question, ("", None))
        before = memory if key_hash == each.key_hash else None
        seed = fuzz_seed(each.question, before)
        after = Scheduler().review(before, Rating(each.rating), each.day, seed)
        found[each.question] = (each.key_hash, after)
    return found


def acted(history: History, steps: list[tuple[str, Rating, int, str, bool] | int]) -> list[Review]:
    """Give and undo; a number undoes the kept review so many places from the end."""
    kept: list[Review] = []
    day = DAY
    for number, step in enumerate(steps):
        if isinstance(step, int):
            if step < len(kept):
                history.undo(kept.pop(-1 - step).uid, NOW + number)
            continue
        question, rating, wait, key_hash, scheduled = step
        day += wait
        uid = new_uid(NOW + number)
        given = review(question, rating, day, uid=uid, key_hash=key_hash, scheduled=scheduled)
        give(history, given)
        kept.append(given)
    return kept


@given(steps=STEPS)
@settings(max_examples=examples(60), deadline=None)
def test_any_mix_of_answers_and_undos_is_the_replay_of_what_remains(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, Rating, int, str, bool] | int],
) -> None:
    with opened(tmp_path_factory.mktemp("history") / "history.sqlite") as history:
        kept = acted(history, steps)
        found = {
            question: (row.key_hash, row.memory) for question, row in history.memories().items()
        }
        assert found == replayed(kept)
        assert list(history.reviews()) == kept
        before = history.memories()
        history.rebuild()
        assert history.memories() == before
