"""Fitted parameters in the history, the retention aimed at, and two instances that change them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.memory.records import Review, SessionRecord
from quiz.core.memory.scheduling import DEFAULT_PARAMETERS, Memory, Rating, Scheduler, fuzz_seed
from quiz.store.history.history import History
from quiz.store.history.tables.fits import Fit
from tests.store.reviewing import DAY, NOW, give, opened, review

FORGETFUL = (*(0.1, 0.5, 1.0, 3.0), *DEFAULT_PARAMETERS[4:])
FORGETS_MORE = (*(0.05, 0.2, 0.5, 1.0), *DEFAULT_PARAMETERS[4:])
FIT = Fit(NOW, FORGETFUL, 600, 360, 0.41, 0.40)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def aiming(path: Path, retention: float, *, readonly: bool = False) -> History:
    """The history, opened with the settings of a learner who wants this retention."""
    scheduler = Scheduler(desired_retention=retention)
    return History.open(path, now_ms=NOW, readonly=readonly, scheduler=scheduler)


def learnt(history: History) -> None:
    """Five questions known on three days, and one missed at the last."""
    for number in range(5):
        for day in (DAY, DAY + 3, DAY + 20):
            rating = Rating.AGAIN if (number, day) == (4, DAY + 20) else Rating.GOOD
            give(history, review(f"set/{number}", rating, day))


def replayed(history: History, scheduler: Scheduler) -> dict[str, Memory]:
    """What each memory must be: its reviews played through one scheduler."""
    found: dict[str, Memory] = {}
    for one in history.reviews():
        before = found.get(one.question)
        seed = fuzz_seed(one.question, before)
        found[one.question] = scheduler.review(before, Rating(one.rating), one.day, seed)
    return found


def memories(history: History) -> dict[str, Memory]:
    return {uid: one.memory for uid, one in history.memories().items()}


def test_a_fit_derives_every_memory_anew_and_is_in_use_after_the_next_start(path: Path) -> None:
    with opened(path) as history:
        learnt(history)
        assert history.fit() is None
        history.adopt(FIT)
        assert memories(history) == replayed(history, Scheduler(parameters=FORGETFUL))
    with opened(path) as history:
        assert history.fit() == FIT
        assert history.scheduler.parameters == FORGETFUL
        after = give(history, review("set/0", Rating.GOOD, DAY + 60))
        assert memories(history) == replayed(history, Scheduler(parameters=FORGETFUL))
        assert history.memory("set/0", review().key_hash) == after


def test_undoing_fits_goes_back_one_at_a_time_to_the_published_parameters(path: Path) -> None:
    with opened(path) as history:
        learnt(history)
        untouched = memories(history)
        history.adopt(FIT)
        history.adopt(FIT._replace(parameters=FORGETS_MORE))
        undone = history.undo_fit(NOW + 1)
        assert undone is not None
        assert undone.parameters == FORGETS_MORE
        assert history.fit() == FIT
        assert memories(history) == replayed(history, Scheduler(parameters=FORGETFUL))
        assert history.undo_fit(NOW + 2) == FIT
        assert memories(history) == untouched
        assert history.undo_fit(NOW + 3) is None
    with opened(path) as history:
        assert history.scheduler.parameters == DEFAULT_PARAMETERS


def test_a_fit_that_cannot_be_used_changes_nothing(path: Path) -> None:
    with opened(path) as history:
        learnt(history)
        before = memories(history)
        with pytest.raises(ValueError, match="parameters"):
            history.adopt(FIT._replace(parameters=FORGETFUL[:5]))
        # the right number, but out of bounds: found out in the middle of the transaction
        with pytest.raises(ValueError, match="bounds"):
            history.adopt(FIT._replace(parameters=(-1.0, *FORGETFUL[1:])))
        assert history.fit() is None
        assert history.scheduler.parameters == DEFAULT_PARAMETERS
        assert memories(history) == before
        give(history, review("set/0", Rating.GOOD, DAY + 60))
        assert memories(history) == replayed(history, Scheduler())


def test_a_readonly_history_goes_by_the_fit_too(path: Path) -> None:
    with opened(path) as history:
        learnt(history)
        history.adopt(FIT)
    before = path.read_bytes()
    with aiming(path, 0.8, readonly=True) as history:
        assert history.scheduler.parameters == FORGETFUL
    assert path.read_bytes() == before


def test_an_empty_readonly_history_has_no_fit(path: Path) -> None:
    with aiming(path, 0.8, readonly=True) as history:
        assert history.fit() is None
    assert not path.exists()


def answered(history: History, question: str, day: int) -> tuple[Review, Memory]:
    """A review and the memory after it, as a session makes them before they are recorded."""
    given = review(question, Rating.GOOD, day)._replace(parameters=history.scheduler.digest)
    before = history.memory(question, given.key_hash)
    seed = fuzz_seed(question, before)
    return given, history.scheduler.review(before, Rating.GOOD, day, seed)


@pytest.mark.parametrize("undone", [False, True])
def test_an_instance_that_runs_while_another_optimises_mixes_no_parameters(
    path: Path, undone: bool
) -> None:
    with opened(path) as running, opened(path) as other:
        learnt(running)
        given, stale = answered(running, "set/1", DAY + 60)
        other.adopt(FIT)
        if undone:
            running.save_draft("a-session", "half an answer")
            given, stale = answered(running, "set/1", DAY + 60)
            other.undo_fit(NOW)
        running.record(given, stale)
        expected = Scheduler() if undone else Scheduler(parameters=FORGETFUL)
        assert memories(running) == replayed(running, expected)
        assert running.scheduler.digest == expected.digest
        assert list(running.reviews())[-1].parameters == expected.digest


def test_an_answer_taken_back_in_another_instance_goes_by_the_new_fit(path: Path) -> None:
    with opened(path) as running, opened(path) as other:
        learnt(running)
        last = list(running.reviews())[-2]
        other.adopt(FIT)
        running.undo(last.uid, NOW)
        assert memories(running) == replayed(running, Scheduler(parameters=FORGETFUL))


@pytest.mark.parametrize("retention", [0.8, 0.95])
def test_a_new_desired_retention_moves_what_is_due_but_not_what_is_known(
    path: Path, retention: float
) -> None:
    with opened(path) as history:
        learnt(history)
    with aiming(path, retention) as history:
        assert memories(history) == replayed(history, Scheduler(desired_retention=retention))
        history.aim_at(0.9)
        assert memories(history) == replayed(history, Scheduler())


def test_the_same_desired_retention_writes_nothing(path: Path) -> None:
    with aiming(path, 0.8) as history:
        learnt(history)
    before = path.read_bytes()
    with aiming(path, 0.8) as history:
        assert history.scheduler.desired_retention == 0.8
    assert path.read_bytes() == before


def test_who_asks_for_no_retention_leaves_it_as_it_is(path: Path) -> None:
    with aiming(path, 0.8) as history:
        learnt(history)
    with opened(path) as history:
        assert history.scheduler.desired_retention == 0.8
        give(history, review("set/0", Rating.GOOD, DAY + 60))
        assert memories(history) == replayed(history, Scheduler(desired_retention=0.8))


def test_an_instance_follows_when_another_changes_the_desired_retention(path: Path) -> None:
    with aiming(path, 0.9) as running, aiming(path, 0.9) as other:
        learnt(running)
        other.aim_at(0.8)
        given, stale = answered(running, "set/1", DAY + 60)
        running.record(given, stale)
        assert memories(running) == replayed(running, Scheduler(desired_retention=0.8))


def test_a_fit_keeps_the_desired_retention(path: Path) -> None:
    with aiming(path, 0.8) as history:
        learnt(history)
        history.adopt(FIT)
        expected = Scheduler(0.8, FORGETFUL)
        assert memories(history) == replayed(history, expected)
        assert history.scheduler.digest == expected.digest


def test_what_is_graded_comes_question_by_question_and_tells_what_was_fair(path: Path) -> None:
    with opened(path) as history:
        exam = SessionRecord(
            uid="an-exam", kind="exam", started_ms=NOW, day=DAY, title="", seed=1, plan=()
        )
        history.begin(exam)
        give(history, review("set/b", Rating.GOOD, DAY))
        give(history, review("set/a", Rating.AGAIN, DAY))
        give(history, review("set/a", Rating.GOOD, DAY, attempt=1))
        give(history, review("set/b", Rating.AGAIN, DAY + 4, session="an-exam"))
        give(history, review("set/b", Rating.GOOD, DAY + 5, scheduled=False))
        undone = review("set/b", Rating.GOOD, DAY + 6)
        give(history, undone)
        history.undo(undone.uid, NOW)
        assert [
            (one.question, one.rating, one.day - DAY, one.fair) for one in history.graded()
        ] == [
            ("set/a", Rating.AGAIN, 0, True),
            ("set/a", Rating.GOOD, 0, False),
            ("set/b", Rating.GOOD, 0, True),
            ("set/b", Rating.AGAIN, 4, False),
        ]
