"""Every figure against a slow and plain reference, over histories made up by chance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.core.memory.calibration import recalibrate
from quiz.core.memory.rates import Rate
from quiz.core.memory.scheduling import Confidence
from quiz.study.common.workspace import Workspace
from quiz.study.statistics.certainty import certainty_figures
from quiz.study.statistics.exams import exam_figures
from quiz.study.statistics.memory import memory_figures
from quiz.study.statistics.recall import Recalled, group_name, recall_figures
from quiz.study.statistics.retention import retention_figures
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.sections import section_figures
from quiz.study.statistics.today import today_figures
from quiz.study.statistics.what_if import Scoring
from tests.effort import times
from tests.study import slow_figures as slow
from tests.study.lived import GONE, ITEMS, LAST, Event, Lived, live, workspace_at

SINCE = LAST - 364
SOMETIMES = st.sampled_from([False, False, False, True])
SELDOM = st.sampled_from([*[False] * 7, True])
EVENT = st.builds(
    Event,
    question=st.sampled_from([*ITEMS, *list(ITEMS)[:3] * 4, GONE]),
    after=st.sampled_from([0, 0, 0, 1, 1, 3, 20, 21, 40, 120, -2]),
    right=st.sampled_from([True, True, False]),
    confidence=st.sampled_from(list(Confidence)),
    hints=st.sampled_from([0, 0, 1, 2]),
    attempt=st.sampled_from([0, 0, 0, 1]),
    exam=SOMETIMES,
    scheduled=st.sampled_from([True, True, True, False]),
    took_ms=st.integers(0, 200_000),
    read_ms=st.integers(0, 200_000),
    key_changed=SELDOM,
    undone=SOMETIMES,
)
EVENTS = st.lists(EVENT, min_size=1, max_size=8) | st.lists(EVENT, min_size=20, max_size=40)
MODEST = settings(
    max_examples=times(40, 12), deadline=None, suppress_health_check=list(HealthCheck)
)


def lived(check: Callable[[Workspace, Lived], None], events: list[Event]) -> None:
    """Live through the events and look at the figures."""
    with TemporaryDirectory() as name, workspace_at(Path(name)) as workspace:
        check(workspace, live(workspace, events))


def rates(rows: tuple[Recalled, ...]) -> dict[str, Rate]:
    found = {group_name(row): row.rate for row in rows}
    assert len(found) == len(rows)
    return found


def keys(workspace: Workspace) -> dict[str, str]:
    return {uid: workspace.library.question(uid).key_hash for uid in ITEMS}


@given(EVENTS)
@MODEST
def test_what_is_due_and_how_long_it_takes(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        found = today_figures(Scope(workspace))
        known = slow.memories(told, workspace.history.scheduler, keys(workspace))
        dues = [memory.due for memory in known.values()]
        assert found.forecast.backlog == sum(due < LAST for due in dues)
        assert found.forecast.days == tuple(dues.count(LAST + day) for day in range(14))
        assert found.forecast.later == sum(due > LAST + 13 for due in dues)
        assert found.new == len(ITEMS) - len(known)
        own = [review for review in told.reviews if review.session not in told.exams]
        assert (found.pace is None) == (len(own) < 5)
        if found.pace is None or found.minutes is None:
            return
        answering, reading, kinds = slow.pace(told)
        assert (found.pace.any_kind, found.pace.reading) == (answering, reading)
        assert (found.pace.kinds, found.pace.answers) == (kinds, len(own))
        due = [ITEMS[uid].kind for uid, memory in known.items() if memory.due <= LAST]
        expected = sum((kinds.get(kind, answering) + reading) / 60_000 for kind in due)
        assert found.minutes == pytest.approx(expected)

    lived(check, events)


@given(EVENTS)
@MODEST
def test_days_of_study(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        found = today_figures(Scope(workspace))
        days = slow.studied(told, SINCE)
        assert dict(found.studied) == days
        assert found.diligence.studied == sum(SINCE <= day <= LAST for day in days)
        row = 0
        while LAST - row in days or (row == 0 and LAST not in days and LAST - 1 in days):
            row += 1
        assert found.diligence.running == row - (LAST not in days and row > 0)

    lived(check, events)


@given(EVENTS)
@MODEST
def test_true_retention_by_month(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        found = retention_figures(Scope(workspace))
        first = date.fromordinal(LAST).replace(year=2025, month=12, day=1).toordinal()
        assert [month.name for month in found.months][0::11] == ["2025-12", "2026-11"]
        for month in found.months:
            assert month.young == slow.retention(told, month.name, first, mature=False)
            assert month.mature == slow.retention(told, month.name, first, mature=True)
        assert found.young == slow.retention(told, "", first, mature=False)
        assert found.mature == slow.retention(told, "", first, mature=True)
        everything = workspace.history.retention(first)
        assert found.all == everything

    lived(check, events)


@given(EVENTS)
@MODEST
def test_recall_by_every_grouping(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        by, where = recall_figures(Scope(workspace)), section_figures(Scope(workspace))
        assert rates(by.sets) == slow.recall(told, SINCE, lambda uid: [ITEMS[uid].set_title])
        assert rates(by.kinds) == slow.recall(told, SINCE, lambda uid: [ITEMS[uid].kind])
        assert rates(by.tags) == slow.recall(told, SINCE, lambda uid: ITEMS[uid].tags)
        assert rates(where.documents) == slow.recall(told, SINCE, lambda u: ITEMS[u].documents)
        sections = slow.recall(told, SINCE, lambda uid: [ITEMS[uid].section])
        assert where.elsewhere == sections.pop("", Rate())
        assert rates(where.sections) == sections
        everything = slow.recall(told, SINCE, lambda uid: [""]).get("", Rate())
        assert by.all == where.all == everything

    lived(check, events)


@given(EVENTS)
@MODEST
def test_stabilities_and_problems(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        found = memory_figures(Scope(workspace), None)
        known = slow.memories(told, workspace.history.scheduler, keys(workspace))
        edges = [0, 1, 3, 7, 21, 60, 180, 365, 10**9]
        counts = [
            sum(low <= memory.stability < high for memory in known.values())
            for low, high in pairwise(edges)
        ]
        assert list(found.buckets) == counts
        assert (found.asked, found.new) == (len(known), len(ITEMS) - len(known))
        lapsed = {uid: memory.lapses for uid, memory in known.items() if memory.lapses >= 4}
        assert {one.placed.question: one.lapses for one in found.worst} == lapsed
        assert found.problems == len(lapsed)

    lived(check, events)


@given(EVENTS)
@MODEST
def test_certainty(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        found = certainty_figures(Scope(workspace), None)
        for mark, rate in found.marks.items():
            assert rate == slow.marked(told, SINCE, mark.value)
        wrong = slow.mistakes(told, SINCE)
        assert found.mistaken == len(wrong)
        assert found.righted == sum(righted for _, _, righted in wrong.values())
        assert {e.placed.question: (e.times, e.day) for e in found.errors} == {
            uid: (times, day) for uid, (times, day, righted) in wrong.items() if not righted
        }

    lived(check, events)


@given(EVENTS)
@MODEST
def test_exams_in_their_order(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        # what was undone stays in an exam as it was submitted
        found = exam_figures(Scope(workspace)).exams
        exams = workspace.history.exams()
        assert [exam.day for exam in found] == [e.record.day for e in reversed(exams)]
        assert all(exam.passed == (100 * exam.score.right >= 60 * exam.score.of) for exam in found)

    lived(check, events)


@given(EVENTS, st.integers(0, 400))
@MODEST
def test_the_score_to_expect(events: list[Event], ahead: int) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        scheduler = workspace.history.scheduler
        scoring = Scoring(Scope(workspace))
        correction = recalibrate(slow.predictions(told, scheduler))
        assert scoring.correction == pytest.approx(correction)
        found = scoring.what_if(workspace.library.entry("stones"), LAST + ahead)
        known = slow.memories(told, scheduler, keys(workspace))
        chances = []
        for uid in [uid for uid in ITEMS if uid.startswith("stones/")]:
            if uid in known:
                chance = scheduler.retrievability(known[uid], LAST + ahead)
                chances.append(correction.apply(chance))
            else:
                chances.append(workspace.library.question(uid).guessing_chance)
        assert found.estimate is not None
        assert found.estimate.score == pytest.approx(sum(chances) / len(chances))
        assert found.asked == sum(uid.startswith("stones/") for uid in known)

    lived(check, events)


@given(EVENTS)
@MODEST
def test_first_tries(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        assert dict(workspace.history.first_tries(SINCE)) == slow.first_tries(told, SINCE)

    lived(check, events)


@given(EVENTS)
@MODEST
def test_figures_of_some_sets_are_those_of_their_answers_alone(events: list[Event]) -> None:
    def check(workspace: Workspace, told: Lived) -> None:
        own = tuple(r for r in told.reviews if r.question.startswith("rains/"))
        scope, alone = Scope(workspace, ("rains",)), Lived(own, told.exams)
        assert dict(today_figures(scope).studied) == slow.studied(alone, SINCE)
        marks = certainty_figures(scope).marks
        assert marks[Confidence.SURE] == slow.marked(alone, SINCE, "sure")
        assert certainty_figures(scope).mistaken == len(slow.mistakes(alone, SINCE))
        first = date(2025, 12, 1).toordinal()
        assert retention_figures(scope).mature == slow.retention(alone, "", first, mature=True)
        assert recall_figures(scope).all == slow.recall(alone, SINCE, lambda _: [""]).get(
            "", (0, 0)
        )
        assert len(scope.kinds) == 2

    lived(check, events)
