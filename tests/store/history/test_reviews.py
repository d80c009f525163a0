from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Rating, fuzz_seed
from quiz.store.history.history import History
from quiz.store.history.tables import reviews as reviews_module
from tests.store.reviewing import DAY, KEY, NOW, give, opened, review


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with opened(tmp_path / "history.sqlite") as history:
        yield history


def test_a_review_comes_back_as_it_was_given(history: History) -> None:
    given = review("set/with/slash", Rating.HARD, attempt=2, scheduled=False)
    history.record(given, None)
    assert history.reviews_of("a-session") == [given]


def test_the_same_review_twice_counts_once(history: History) -> None:
    given = review()
    first = give(history, given)
    history.record(given, history.scheduler.review(first, Rating.EASY, DAY, "again"))
    assert history.reviews_of("a-session") == [given]
    assert history.memory(given.question, KEY) == first


def test_recording_clears_the_draft_of_its_own_session_only(history: History) -> None:
    history.save_draft("a-session", "{}")
    history.save_draft("another", "{}")
    give(history, review())
    assert history._read("SELECT session FROM drafts") == [("another",)]


def test_a_review_that_is_not_scheduled_moves_no_memory(history: History) -> None:
    before = give(history, review())
    crammed = review(rating=Rating.AGAIN, day=DAY + 1, scheduled=False)
    history.record(crammed, history.scheduler.review(before, Rating.AGAIN, DAY + 1, ""))
    assert history.memory("set/one", KEY) == before
    assert history.last_verdicts(["set"]) == {"set/one": "correct"}
    history.undo(crammed.uid, NOW)
    assert history.memory("set/one", KEY) == before


def test_a_memory_made_from_an_old_state_is_replaced_by_the_true_one(history: History) -> None:
    scheduler = history.scheduler
    stale = scheduler.review(None, Rating.GOOD, DAY, fuzz_seed("set/one", None))
    give(history, review(rating=Rating.AGAIN))
    history.record(review(), stale)
    found = history.memory("set/one", KEY)
    assert found is not None
    assert (found.reviews, found.last) == (2, Rating.GOOD)
    assert found.stability != stale.stability


def test_the_log_refuses_changes_and_deletions(history: History) -> None:
    given = review()
    give(history, given)
    history.undo(given.uid, NOW)
    for statement in (
        "UPDATE reviews SET rating = 4",
        "DELETE FROM reviews",
        "UPDATE undone SET at_ms = 0",
        "DELETE FROM undone",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            history._connection.execute(statement)


@pytest.mark.parametrize(
    "change",
    ["verdict = 'wrong'", "rating = 4", "day = day + 1", "response = response || ' '", "uid = 'x'"],
)
def test_verify_names_a_review_that_was_changed_behind_our_back(
    history: History, change: str
) -> None:
    first, second = review("set/one"), review("set/two")
    give(history, first)
    give(history, second)
    assert history.verify() == []
    history._connection.execute("DROP TRIGGER reviews_refuse_update")
    history._connection.execute(f"UPDATE reviews SET {change} WHERE uid = ?", (second.uid,))
    assert len(history.verify()) == 1
    assert first.uid not in history.verify()


def test_rebuild_mends_memories_that_are_wrong_missing_or_too_many(history: History) -> None:
    for number in range(4):
        give(history, review(f"set/{number}", day=DAY + number))
    before = history.memories()
    history._connection.execute("UPDATE memories SET stability = 900 WHERE question = 'set/0'")
    history._connection.execute("DELETE FROM memories WHERE question = 'set/1'")
    history._connection.execute("UPDATE memories SET question = 'set/9' WHERE question = 'set/2'")
    history.rebuild()
    assert history.memories() == before


def test_reviews_come_in_order_page_by_page(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews_module, "_PAGE", 3)
    given = [review(f"set/{number}", day=DAY + number) for number in range(10)]
    for each in given:
        give(history, each)
    history.undo(given[4].uid, NOW)
    kept = given[:4] + given[5:]
    assert list(history.reviews()) == kept
    assert list(history.reviews(since_day=DAY + 7)) == given[7:]


def test_reviews_of_a_session_are_its_own_in_order(history: History) -> None:
    ours = [review(question, session="ours") for question in ("set/b", "set/a", "set/c")]
    for each in ours:
        give(history, each)
        give(history, review(session="theirs"))
    assert history.reviews_of("ours") == ours
    assert history.reviews_of("nobody's") == []


def test_new_today_counts_questions_answered_for_the_first_time(history: History) -> None:
    give(history, review("set/old", day=DAY - 1))
    give(history, review("set/old", day=DAY))
    give(history, review("set/new", Rating.AGAIN))
    give(history, review("set/new", attempt=1))
    undone = review("set/undone")
    give(history, undone)
    history.undo(undone.uid, NOW)
    history.record(review("set/crammed", scheduled=False), None)
    assert history.new_today(DAY) == 1
    assert history.new_today(DAY - 1) == 1
    assert history.new_today(DAY + 1) == 0


def test_an_undone_first_answer_makes_a_question_new_again(history: History) -> None:
    first = review(day=DAY - 1)
    give(history, first)
    history.undo(first.uid, NOW)
    give(history, review(day=DAY))
    assert history.new_today(DAY) == 1


def test_retention_counts_first_attempts_of_questions_known_from_an_earlier_day(
    history: History,
) -> None:
    give(history, review("set/a", day=DAY))
    give(history, review("set/b", day=DAY))
    assert history.retention(0) == (0, 0)
    give(history, review("set/a", Rating.HARD, day=DAY + 5))
    give(history, review("set/b", Rating.AGAIN, day=DAY + 5))
    give(history, review("set/b", Rating.GOOD, day=DAY + 5, attempt=1))
    history.record(review("set/a", day=DAY + 6, scheduled=False), None)
    undone = review("set/a", Rating.AGAIN, day=DAY + 7)
    give(history, undone)
    history.undo(undone.uid, NOW)
    assert history.retention(0) == (1, 2)
    assert history.retention(DAY + 6) == (0, 0)


def test_a_guess_that_was_right_is_not_retained(history: History) -> None:
    give(history, review(day=DAY))
    give(history, review(rating=Rating.AGAIN, day=DAY + 5)._replace(verdict="correct"))
    assert history.retention(0) == (0, 1)
