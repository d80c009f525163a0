from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.figures import (
    STABILITY_EDGES,
    Diligence,
    diligence,
    stability_counts,
)
from quiz.core.memory.forecast import CAP_MS, Pace, Timed, forecast, pace
from tests.effort import examples

TODAY = 739_000


def test_a_stability_on_an_edge_belongs_to_what_begins_there() -> None:
    assert stability_counts([0.5, 1, 20.99, 21, 365, 4000]) == (1, 1, 0, 1, 1, 0, 0, 2)
    assert stability_counts([1, 3, 7, 21, 60, 180, 365]) == (0, 1, 1, 1, 1, 1, 1, 1)
    assert stability_counts([0.9, 2.9, 6.9, 20.9, 59.9, 179.9, 364.9]) == (1, 1, 1, 1, 1, 1, 1, 0)


@given(st.lists(st.floats(0.01, 10_000)))
@settings(max_examples=examples(50), deadline=None)
def test_every_stability_is_counted_once(stabilities: list[float]) -> None:
    edges = (0, *STABILITY_EDGES, 1e9)
    counts = stability_counts(stabilities)
    assert counts == tuple(
        sum(low <= value < high for value in stabilities) for low, high in pairwise(edges)
    )


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        ((), Diligence(0, 0, 0)),
        ((0,), Diligence(1, 1, 1)),
        ((1, 2), Diligence(2, 2, 2)),
        ((2, 3), Diligence(2, 0, 2)),
        ((0, 2, 3, 4), Diligence(4, 1, 3)),
        ((0, 1, 3), Diligence(3, 2, 2)),
        ((364, 365), Diligence(1, 0, 1)),
        ((-1, 0), Diligence(1, 1, 1)),
    ],
)
def test_a_row_of_days_ends_today_or_yesterday(ago: tuple[int, ...], expected: Diligence) -> None:
    assert diligence([TODAY - days for days in ago], TODAY) == expected


def test_one_day_alone_is_a_row_or_none() -> None:
    assert diligence([TODAY], TODAY, 1) == Diligence(1, 1, 1)
    assert diligence([TODAY - 1], TODAY, 1) == Diligence(0, 0, 0)
    assert diligence([TODAY - 1], TODAY, 2) == Diligence(1, 1, 1)
    assert diligence([TODAY - 2, TODAY - 1], TODAY, 2) == Diligence(1, 1, 1)


def test_a_forecast_looks_two_weeks_ahead() -> None:
    assert len(forecast([], TODAY).days) == 14


def test_five_answers_of_two_minutes_at_most_make_a_pace() -> None:
    assert pace([Timed("open", 200_000, None)] * 5) == Pace(120_000, {"open": 120_000}, 0.0, 5)


def test_the_backlog_stands_apart_from_today() -> None:
    found = forecast([TODAY - 3, TODAY, TODAY, TODAY + 13, TODAY + 14], TODAY)
    assert (found.backlog, found.days[0], found.days[13], found.later) == (1, 2, 1, 1)
    assert found.due == 3


@given(st.lists(st.integers(TODAY - 50, TODAY + 50)), st.integers(1, 20))
@settings(max_examples=examples(50), deadline=None)
def test_every_question_is_forecast_once(dues: list[int], horizon: int) -> None:
    found = forecast(dues, TODAY, horizon)
    assert found.backlog + sum(found.days) + found.later == len(dues)
    assert found.due == sum(due <= TODAY for due in dues)
    assert len(found.days) == horizon


def test_too_few_answers_give_no_pace() -> None:
    assert pace([Timed("numeric", 5000, 1000)] * 4) is None
    assert pace([]) is None


def test_a_pause_counts_no_more_than_the_cap() -> None:
    found = pace([Timed("open", 10**9, 10**9)] * 5)
    assert found == Pace(CAP_MS, {"open": CAP_MS}, CAP_MS, 5)


def test_a_clock_set_back_takes_no_time() -> None:
    found = pace([Timed("open", 1000, -5000)] * 5)
    assert found is not None
    assert found.reading == 0


def test_a_kind_with_few_answers_goes_by_all_of_them() -> None:
    times = [Timed("numeric", ms, None) for ms in (1000, 2000, 3000, 4000, 60_000)]
    found = pace([*times, Timed("cloze", 90_000, 2000)])
    assert found is not None
    assert found.kinds == {"numeric": 3000}
    assert (found.any_kind, found.reading) == (3500, 2000)
    assert found.minutes({"numeric": 12, "cloze": 6}) == pytest.approx((12 * 5 + 6 * 5.5) / 60)


def test_answers_to_questions_that_are_gone_count_for_the_pace_of_all() -> None:
    found = pace([Timed("", 1000, None)] * 6)
    assert found is not None
    assert (found.kinds, found.any_kind, found.reading) == ({}, 1000, 0)
