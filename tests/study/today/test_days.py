"""Study days where clocks are odd: daylight saving, travel, the rollover, a clock set back.

The zones are fixed offsets where the system knows no time zones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Rating, study_day
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.plan import Request, plan
from quiz.study.sitting.study import Study
from quiz.study.today.overview import overview, set_rows
from quiz.study.today.upcoming import upcoming
from tests.plain.nine_types import Clock, workspace_over, write_set
from tests.store.reviewing import DAY, give, opened, review

OFFSETS = {
    "Europe/Berlin": (1, 2),
    "America/New_York": (-5, -4),
    "Pacific/Auckland": (13, 12),
    "Pacific/Honolulu": (-10, -10),
    "Asia/Tokyo": (9, 9),
}


def zone(name: str, *, summer: bool = False) -> tzinfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=OFFSETS[name][summer]))


def at(utc: str, name: str, *, summer: bool = False) -> datetime:
    """A moment in UTC as the clocks of a place show it."""
    return datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(zone(name, summer=summer))


DAYS = [
    # the rollover
    (at("2026-01-15T02:59:59", "Europe/Berlin"), "2026-01-14"),
    (at("2026-01-15T03:00:00", "Europe/Berlin"), "2026-01-15"),
    # New Year
    (at("2026-01-01T02:00:00", "Europe/Berlin"), "2025-12-31"),
    # the night when clocks go forward: 02:00 is 03:00
    (at("2026-03-29T00:59:00", "Europe/Berlin"), "2026-03-28"),
    (at("2026-03-29T01:59:00", "Europe/Berlin", summer=True), "2026-03-28"),
    (at("2026-03-29T02:00:00", "Europe/Berlin", summer=True), "2026-03-29"),
    # the night when they go back: 02:30 comes twice
    (at("2026-10-25T00:30:00", "Europe/Berlin", summer=True), "2026-10-24"),
    (at("2026-10-25T01:30:00", "Europe/Berlin"), "2026-10-24"),
    (at("2026-10-25T02:59:00", "Europe/Berlin"), "2026-10-24"),
    (at("2026-10-25T03:00:00", "Europe/Berlin"), "2026-10-25"),
    # the same moment on both sides of the date line
    (at("2026-01-15T20:00:00", "Pacific/Auckland"), "2026-01-16"),
    (at("2026-01-15T20:00:00", "Pacific/Honolulu"), "2026-01-15"),
]


@pytest.mark.parametrize(("moment", "day"), DAYS)
def test_a_study_day_is_the_local_date_four_hours_ago(moment: datetime, day: str) -> None:
    assert study_day(moment) == datetime.fromisoformat(day).toordinal()


@pytest.mark.parametrize("name", OFFSETS)
def test_at_one_place_no_day_of_a_year_is_left_out_or_comes_back(name: str) -> None:
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    moments = (start + timedelta(minutes=30 * step) for step in range(366 * 48))
    days = [study_day(moment.astimezone(zone(name))) for moment in moments]
    steps = Counter(after - before for before, after in pairwise(days))
    assert set(steps) == {0, 1}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home", clock) as workspace:
        yield workspace


JOURNEYS = {
    # where a learner answers, and how many new questions that day has had after it
    "at home": [
        (at("2026-01-15T12:00:00", "Europe/Berlin"), 1),
        (at("2026-01-15T23:30:00", "Europe/Berlin"), 2),
        (at("2026-01-16T02:30:00", "Europe/Berlin"), 3),
        (at("2026-01-16T03:30:00", "Europe/Berlin"), 1),
    ],
    "clocks go forward": [
        (at("2026-03-29T00:30:00", "Europe/Berlin"), 1),
        (at("2026-03-29T01:30:00", "Europe/Berlin", summer=True), 2),
        (at("2026-03-29T02:30:00", "Europe/Berlin", summer=True), 1),
    ],
    "clocks go back": [
        (at("2026-10-25T00:30:00", "Europe/Berlin", summer=True), 1),
        (at("2026-10-25T01:30:00", "Europe/Berlin"), 2),
        (at("2026-10-25T03:30:00", "Europe/Berlin"), 1),
    ],
    "west over the date line: a day comes twice": [
        (at("2026-01-15T20:00:00", "Pacific/Auckland"), 1),
        (at("2026-01-16T05:00:00", "Pacific/Honolulu"), 1),
        (at("2026-01-16T20:00:00", "Pacific/Honolulu"), 2),
    ],
    "east over the date line: a day is left out": [
        (at("2026-01-15T20:00:00", "Pacific/Honolulu"), 1),
        (at("2026-01-16T05:00:00", "Pacific/Auckland"), 1),
        (at("2026-01-16T20:00:00", "Pacific/Auckland"), 1),
    ],
    "a clock set back by three days": [
        (at("2026-01-15T12:00:00", "Asia/Tokyo"), 1),
        (at("2026-01-12T12:00:00", "Asia/Tokyo"), 1),
        (at("2026-01-15T12:00:00", "Asia/Tokyo"), 2),
    ],
    "a clock a year ahead, then right": [
        (at("2027-01-15T12:00:00", "America/New_York"), 1),
        (at("2026-01-15T12:00:00", "America/New_York"), 1),
        (at("2026-01-16T12:00:00", "America/New_York"), 1),
    ],
}


@pytest.mark.parametrize("journey", JOURNEYS)
def test_on_no_journey_anything_is_negative_or_counted_twice(
    workspace: Workspace, clock: Clock, journey: str
) -> None:
    stops = JOURNEYS[journey]
    seen: set[int] = set()
    for number, (moment, new_today) in enumerate(stops, 1):
        clock.now = moment
        fresh = next(uid for uid in plan(workspace, Request(new=9)) if is_new(workspace, uid))
        first = answer(workspace, fresh)
        assert first.days is not None
        assert first.days >= 0
        seen.add(workspace.today)
        assert workspace.history.new_today(workspace.today) == new_today
        assert sum(map(workspace.history.new_today, seen)) == number
        assert_sane(workspace, number)
    clock.now = max(moment for moment, _ in stops) + timedelta(days=800)
    assert len(plan(workspace, Request(new=0))) == len(stops)
    assert set_rows(workspace)[0].due == len(stops)


def is_new(workspace: Workspace, uid: str) -> bool:
    return workspace.history.memory(uid, workspace.library.question(uid).key_hash) is None


def answer(workspace: Workspace, uid: str) -> Feedback:
    """Give up on a question, then know it, so that it is due on a later day."""
    study = Study.begin(workspace, (uid,), title="", seed=1)
    feedback = study.answer(Response(gave_up=True))
    assert isinstance(feedback, Feedback)
    study.finish()
    return feedback


def assert_sane(workspace: Workspace, answered: int) -> None:
    """Counts fit together, and nothing lies on the wrong side of today."""
    now, (row,) = overview(workspace), set_rows(workspace)
    assert row.new == 9 - answered
    assert 0 <= row.due <= answered
    assert now.due >= 0
    assert now.new >= 0
    assert now.minutes >= 1
    ahead = upcoming(workspace, Request())
    assert ahead.days is None or ahead.days > 0
    assert ahead.unseen == row.new
    later = workspace.history.due_ahead(workspace.today, 10_000)
    assert all(days > 0 for days in later)
    assert row.due + sum(later.values()) == answered
    for found in workspace.history.memories().values():
        scheduler = workspace.history.scheduler
        assert 0 < scheduler.retrievability(found.memory, workspace.today) <= 1
        assert found.memory.due >= found.memory.day


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-9, 9)), max_size=20))
@settings(max_examples=25, deadline=None)
def test_each_question_is_new_on_one_day_only_however_the_clock_jumps(
    tmp_path_factory: pytest.TempPathFactory, answers: list[tuple[int, int]]
) -> None:
    with opened(tmp_path_factory.mktemp("days") / "history.sqlite") as history:
        first: dict[int, int] = {}
        for number, (question, day) in enumerate(answers):
            first.setdefault(question, DAY + day)
            name = f"set/{question}"
            give(history, review(name, Rating.GOOD, DAY + day, session=f"s{number}"))
        days = Counter(first.values())
        assert {day: history.new_today(day) for day in range(DAY - 9, DAY + 10)} == {
            day: days[day] for day in range(DAY - 9, DAY + 10)
        }
