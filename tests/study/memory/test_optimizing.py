"""Fitting the memory to the learner: enough answers, an honest test, kept only if better."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from quiz.core.memory.fitting import Course, Gain, Prediction, Step, gain, predictions
from quiz.core.memory.scheduling import DEFAULT_PARAMETERS, Memory, Rating, Scheduler
from quiz.store.history.history import History
from quiz.store.history.tables.fits import Graded
from quiz.study.memory import optimizing
from quiz.study.memory.optimizing import courses_of, keep, optimize
from tests.store.reviewing import DAY, NOW, opened
from tests.study.answering import FORGETFUL, answers_of, fill


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with opened(tmp_path / "history.sqlite") as found:
        yield found


def graded(
    day: int, rating: Rating = Rating.GOOD, *, key: str = "key", fair: bool = True
) -> Graded:
    return Graded("set/one", key, rating, DAY + day, fair)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([(0, "key", True), (4, "key", True)], [[(0, 0, False), (4, 4, True)]]),
        # a repeat of the same day waits for nothing and tests nothing
        ([(0, "key", True), (0, "key", False)], [[(0, 0, False), (0, 0, False)]]),
        # another key begins anew, and so does the old one when it comes back
        (
            [(0, "a", True), (3, "b", True), (5, "a", True)],
            [[(0, 0, False)], [(3, 0, False)], [(5, 0, False)]],
        ),
        # a clock set back
        (
            [(9, "key", True), (2, "key", True), (12, "key", True)],
            [[(9, 0, False), (9, 0, False), (12, 3, True)]],
        ),
        # what was asked in an exam moves the memory, but tests no prediction
        (
            [(0, "key", True), (4, "key", False), (6, "key", True)],
            [[(0, 0, False), (4, 4, False), (6, 2, True)]],
        ),
    ],
)
def test_courses_are_what_memories_are_derived_from(
    answers: list[tuple[int, str, bool]], expected: list[list[tuple[int, int, bool]]]
) -> None:
    given = [graded(day, key=key, fair=fair) for day, key, fair in answers]
    courses = list(courses_of(given))
    found = [[(step.day - DAY, step.wait, step.tested) for step in one] for one in courses]
    assert found == expected


def test_the_predictions_tested_are_those_of_the_stored_memories(history: History) -> None:
    fill(history, answers_of(FORGETFUL, seed=2, questions=40, days=20))
    played: dict[str, Memory] = {}
    for one in history.graded():
        before = played.get(one.question)
        played[one.question] = Scheduler().review(before, Rating(one.rating), one.day, "")
    stored = history.memories()
    assert {uid: m.stability for uid, m in played.items()} == {
        uid: found.memory.stability for uid, found in stored.items()
    }


def test_too_few_answers_are_counted_and_need_no_extra(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    fill(history, answers_of(FORGETFUL, seed=1, questions=40, days=20))
    found = optimize(history)
    tested = sum(step.tested for course in courses_of(history.graded()) for step in course)
    assert (found.answers, found.questions) == (tested, 40)
    assert found.gain is None
    with pytest.raises(ValueError, match="no better"):
        keep(history, found, NOW)


def test_a_forgetful_learner_gets_parameters_that_predict_better(history: History) -> None:
    fill(history, answers_of(FORGETFUL, seed=3, questions=300))
    found = optimize(history)
    assert found.present is not None
    assert found.own is not None
    assert found.parameters is not None
    assert found.own.loss < found.present.loss
    assert found.better_by == pytest.approx(1 - found.own.loss / found.present.loss)
    keep(history, found, NOW)
    fit = history.fit()
    assert fit is not None
    assert fit.parameters == found.parameters == history.scheduler.parameters
    assert (fit.reviews, fit.tested) == (found.answers, found.tested)
    # and truly so: on days that it never saw
    later = list(courses_of(answers_of(FORGETFUL, seed=4)))
    losses = [
        sum(one.loss for one in predictions(later, scheduler))
        for scheduler in (Scheduler(), history.scheduler)
    ]
    assert losses[1] < losses[0]


@pytest.mark.parametrize("seed", [5, 6])
def test_a_learner_as_published_keeps_the_published_parameters(history: History, seed: int) -> None:
    fill(history, answers_of(DEFAULT_PARAMETERS, seed=seed))
    found = optimize(history)
    assert found.gain is not None
    assert found.parameters is None


def test_every_answer_is_predicted_only_from_days_before_it(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[int]] = []
    tested: list[tuple[int, int]] = []

    def fit(courses: Iterable[Course]) -> tuple[float, ...]:
        seen.append({step.day for course in courses for step in course})
        return (*DEFAULT_PARAMETERS[:20], 0.1542 + len(seen) / 1000)

    fill(history, answers_of(FORGETFUL, seed=7))
    monkeypatch.setattr(optimizing, "fitted", fit)

    def judge(old: list[Prediction], new: list[Prediction]) -> Gain:
        tested.extend((one.course, one.day) for one in new)
        assert [(one.course, one.day) for one in old] == tested
        return gain(old, new)

    monkeypatch.setattr(optimizing, "gain", judge)
    found = optimize(history)
    starts = [max(days) for days in seen[:3]]
    assert starts == sorted(set(starts))
    assert min(day for _, day in tested) > starts[0]
    assert found.tested == len(tested) == len(set(tested))
    assert found.tested == pytest.approx(0.6 * found.answers, rel=0.1)


def test_answers_of_a_few_days_leave_nothing_to_test(history: History) -> None:
    first = [Graded(f"set/{i}", "key", 3, DAY, True) for i in range(500)]
    second = [Graded(f"set/{i}", "key", 3, DAY + 2, True) for i in range(500)]
    fill(history, sorted(first + second))
    found = optimize(history)
    assert (found.answers, found.questions) == (500, 500)
    assert found.gain is None


def test_a_step_knows_its_rating() -> None:
    (course,) = courses_of([graded(0, Rating.AGAIN)])
    assert course == (Step(Rating.AGAIN, 0, DAY, False),)
