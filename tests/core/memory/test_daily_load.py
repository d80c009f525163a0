from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.daily_load import (
    EXAM_WINDOW,
    SECONDS_EACH,
    Answered,
    answers_in,
    before_exam,
    days_for,
    exam_turn,
    new_needed,
    pace,
    second_look,
    seconds_taken,
)
from tests.effort import examples

DAY = 739_676

LOOKS = [
    # the day of the latest answer after the mistake on day 0, and when it is asked again
    (0, 1),
    (1, 7),
    (3, 7),
    (6, 7),
    (7, None),
    (8, None),
    (30, None),
]


@pytest.mark.parametrize(("last", "expected"), LOOKS)
def test_a_confident_mistake_is_asked_the_next_day_and_after_a_week(
    last: int, expected: int | None
) -> None:
    found = second_look(DAY, DAY + last)
    assert found == (None if expected is None else DAY + expected)


def test_a_clock_set_back_after_a_confident_mistake_still_leads_to_the_next_day() -> None:
    assert second_look(DAY, DAY - 3) == DAY + 1


CAPS = [
    # last answered so many days before the exam; whether its turn before the exam stands
    (400, True),
    (EXAM_WINDOW + 1, True),
    (EXAM_WINDOW, False),
    (1, False),
    (0, False),
    (-5, False),
]


@pytest.mark.parametrize(("before", "stands"), CAPS)
def test_what_was_not_seen_in_the_last_fortnight_has_its_turn_in_it(
    before: int, stands: bool
) -> None:
    turn = before_exam("set/one", DAY - before, DAY)
    assert (turn is not None) is stands
    if turn is not None:
        assert DAY - EXAM_WINDOW <= turn < DAY


def test_the_turns_before_an_exam_are_spread_evenly_and_stay_the_same() -> None:
    names = [f"fire-safety/q{number}" for number in range(1400)]
    turns = Counter(exam_turn(name, DAY) for name in names)
    assert set(turns) == set(range(DAY - EXAM_WINDOW, DAY))
    assert max(turns.values()) <= 130
    assert min(turns.values()) >= 70
    assert [exam_turn(name, DAY) for name in names] == [exam_turn(name, DAY) for name in names]


NEEDED = [
    # unseen, begun today, days until the exam, needed today
    (86, 0, 100, 1),
    (87, 0, 100, 2),
    (100, 0, 24, 10),
    (97, 3, 24, 7),
    (90, 10, 24, 0),
    (0, 0, 24, 0),
    (30, 0, 15, 30),
    (30, 0, 14, 3),
    (30, 0, 1, 30),
    (30, 0, 0, 0),
    (30, 0, -1, 0),
    (10, 10, 16, 0),
    (10, 9, 16, 1),
]


@pytest.mark.parametrize(("unseen", "begun", "days", "expected"), NEEDED)
def test_new_questions_are_begun_early_enough_for_an_exam(
    unseen: int, begun: int, days: int, expected: int
) -> None:
    assert new_needed(unseen, begun, DAY, DAY + days) == expected


@given(st.integers(0, 500), st.integers(1, 120))
@settings(max_examples=examples(60), deadline=None)
def test_who_begins_what_is_needed_each_day_has_begun_all_before_the_exam(
    unseen: int, days: int
) -> None:
    for day in range(DAY, DAY + days):
        unseen -= new_needed(unseen, 0, day, DAY + days)
    assert unseen == 0


PLANS = [
    # waiting, answers a day, coming due in n days, days it takes
    (120, 40, {}, 3),
    (121, 40, {}, 4),
    (1, 40, {}, 1),
    (120, 40, {1: 20, 2: 20}, 4),
    (120, 40, {9: 100}, 3),
    (120, 40, dict.fromkeys(range(60), 40), None),
    (120, 0, {}, None),
    (60, 1, {}, 60),  # two months, and not a day more
    (61, 1, {}, None),
    (10, 10, {0: 1}, 2),  # what is due today counts today
    (10, 10, {1: 9}, 1),
    (15, 10, {1: 6}, 3),
]


@pytest.mark.parametrize(("waiting", "a_day", "ahead", "days"), PLANS)
def test_a_backlog_is_planned_over_days_with_what_comes_due_meanwhile(
    waiting: int, a_day: int, ahead: dict[int, int], days: int | None
) -> None:
    assert days_for(waiting, a_day, ahead) == days


ROOMS = [
    # minutes a day, seconds an answer takes, seconds spent, answers left
    (20, 30.0, 0.0, 40),
    (20, 30.0, 600.0, 20),
    (20, 30.0, 1190.0, 0),
    (20, 30.0, 9000.0, 0),
    (1, 25.0, 0.0, 2),
]


@pytest.mark.parametrize(("minutes", "each", "spent", "left"), ROOMS)
def test_a_day_holds_as_many_answers_as_fit_into_its_minutes(
    minutes: int, each: float, spent: float, left: int
) -> None:
    assert answers_in(minutes, each, spent) == left


def test_an_answer_takes_the_time_since_the_one_before_a_pause_counts_two_minutes() -> None:
    answers = [
        Answered("a", 100_000, 5_000),
        Answered("a", 120_000, 8_000),  # 12 s of reading before it
        Answered("a", 9_000_000, 10_000),  # a long pause
        Answered("a", 8_000_000, 7_000),  # the clock was set back
        Answered("b", 8_500_000, 6_000),
        Answered("b", 8_500_000, -4),
    ]
    assert seconds_taken(answers) == [5.0, 20.0, 120.0, 7.0, 6.0, 0.0]


def test_the_pace_is_the_median_and_a_guess_until_there_are_enough_answers() -> None:
    assert pace([]) == SECONDS_EACH
    assert pace([5.0] * 9) == SECONDS_EACH
    assert pace([5.0] * 6 + [120.0] * 5) == 5.0
    assert pace([5.0] * 10) == 5.0
    assert pace([2.0] * 4 + [3.0] * 4 + [9.0] * 4) == 3.0
    assert pace([0.0] * 50) == 1.0
    assert pace([float(second) for second in range(1, 12)]) == 6.0


def test_what_is_not_known_yet_is_taken_for_usual() -> None:
    assert pace([5.0]) == 25.0
    assert answers_in(20, 30.0) == 40


def test_an_unending_answer_counts_two_minutes() -> None:
    assert seconds_taken([Answered("a", 10**9, 10**9)]) == [120.0]


def test_an_exam_and_its_turns_are_a_fortnight() -> None:
    turns = {exam_turn(f"set/q{number}", DAY) for number in range(300)}
    assert (min(turns), max(turns)) == (DAY - 14, DAY - 1)


def test_a_name_that_is_no_text_has_its_turn_before_an_exam_too() -> None:
    assert DAY - EXAM_WINDOW <= exam_turn("set/\ud800", DAY) < DAY
