"""What *due* means is the same wherever it is shown, today and in the forecast."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.core.memory.scheduling import Confidence, Rating
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.plan import plan
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.today import today_figures
from quiz.study.today.overview import overview, set_rows
from quiz.study.today.progress import progress_report
from quiz.study.today.upcoming import upcoming
from tests.plain.nine_types import Clock, workspace_over, write_set
from tests.store.reviewing import give, review
from tests.study.today.test_daily_load import IDS, set_up


class Lived(NamedTuple):
    """Days since the last answer, until the memory is due, since a sure mistake (None: none)."""

    ago: int
    due: int
    mistake: int | None


LIVED = st.builds(Lived, st.integers(0, 40), st.integers(-9, 30), st.none() | st.integers(0, 60))
BOTH = Lived(ago=3, due=30, mistake=3)  # its second look is later than its turn before the exam
OWED = Lived(ago=0, due=10, mistake=0)  # due within the forecast, and promised sooner


def live(workspace: Workspace, lived: list[Lived], exam: int | None) -> None:
    for name, one in zip(IDS, lived, strict=False):
        if one.mistake is not None:
            row = workspace.library.sets[0].rows[name]
            day = workspace.today - one.mistake
            mistake = review(f"bread/{name}", Rating.AGAIN, day, key_hash=row.key_hash)
            sure = mistake._replace(verdict="wrong", confidence=Confidence.SURE.value)
            give(workspace.history, sure)
        set_up(workspace, name, ago=one.ago, due=one.due)
    if exam is not None:
        day_of_exam = date.fromordinal(workspace.today + exam)
        workspace.settings = workspace.settings._replace(exam_dates={"bread": day_of_exam})


def due_today(workspace: Workspace) -> int:
    """How many are due, by every place that says so; they have to agree."""
    report, today = progress_report(workspace), today_figures(Scope(workspace))
    told = {
        "total": report.total.due,
        "sets": sum(row.due for row in report.sets),
        "today": today.forecast.due,
        "home": sum(row.due for row in set_rows(workspace)),
        "waiting": overview(workspace).waiting,
        "asked": len(plan(workspace, Request(new=0, limit=0))),
    }
    assert len(set(told.values())) == 1, told
    return today.forecast.due


@pytest.mark.filterwarnings("error")
@given(st.lists(LIVED, min_size=1, max_size=9), st.none() | st.integers(0, 20))
@example([BOTH] * 9, 14)
@example([OWED], None)
@settings(max_examples=25, deadline=None)
def test_what_is_due_is_one_number_and_comes_on_the_day_that_was_foretold(
    lived: list[Lived], exam: int | None
) -> None:
    clock = Clock()
    with TemporaryDirectory() as name:
        folder = Path(name)
        with workspace_over(write_set(folder / "set"), folder / "home", clock) as workspace:
            live(workspace, lived, exam)
            forecast = today_figures(Scope(workspace)).forecast
            foretold = list(accumulate(forecast.days, initial=forecast.backlog))[1:]
            ahead = upcoming(workspace, Request())
            later = [(at, count) for at, count in enumerate(forecast.days) if at and count]
            if later:
                assert (ahead.days, ahead.count) == later[0]
            assert due_today(workspace) == foretold[0]
            until = 13 if exam is None else min(13, exam)
            for day in range(1, until + 1):
                assert sum(r.due for r in set_rows(workspace, workspace.today + 1)) == foretold[day]
                clock.pass_days(1)
                assert due_today(workspace) == foretold[day]
