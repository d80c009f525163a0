"""What today asks beyond what is due, and how much of it today holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response
from quiz.core.memory.daily_load import EXAM_WINDOW, LEECH
from quiz.core.memory.scheduling import Confidence, Memory, Rating
from quiz.core.questions.question_set import question_uid
from quiz.store.history.tables.memories import Remembered
from quiz.study.common.daily import Why
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.study.sitting.plan import Request, plan
from quiz.study.sitting.study import Study
from quiz.study.sitting.wording import reason_lines, schedule_text
from quiz.study.today.leeches import leeches
from quiz.study.today.overview import overview, set_rows
from quiz.study.today.session_summary import sum_up
from quiz.study.today.upcoming import Upcoming, upcoming
from tests.plain.nine_types import SET, Clock, only, workspace_over, write_set


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home", clock) as workspace:
        yield workspace


IDS = ("gas", "dough", "held", "gluten", "rest", "cloze", "roles", "steps", "crust")


def set_up(
    workspace: Workspace,
    name: str,
    *,
    stability: float = 20.0,
    ago: int = 0,
    due: int = 0,
    lapses: int = 0,
) -> None:
    """A memory of a question last asked `ago` days ago and due in `due` days."""
    row = workspace.library.sets[0].rows[name]
    today = workspace.today
    memory = Memory(stability, 5.0, today - ago, today + due, 3, lapses, Rating.GOOD)
    with workspace.history._writing() as connection:
        found = Remembered(question_uid("bread", name), row.key_hash, memory, "correct")
        workspace.history._store(connection, found)


def answer(workspace: Workspace, name: str, given: str, confidence: Confidence) -> Feedback:
    """Answer one question, alone in its session, surely or not."""
    study = only(workspace, name)
    study.confidence = confidence
    feedback = study.answer(Response((given,)))
    assert isinstance(feedback, Feedback)
    study.finish()
    return feedback


def asked(workspace: Workspace) -> set[str]:
    return {uid.partition("/")[2] for uid in plan(workspace, Request(new=0))}


def test_a_confident_mistake_comes_the_next_day_and_after_a_week_whatever_is_due(
    workspace: Workspace, clock: Clock
) -> None:
    set_up(workspace, "gas", ago=30, stability=400)
    wrong = answer(workspace, "gas", "Salt", Confidence.SURE)
    set_up(workspace, "gas", due=300)
    assert any("tomorrow and in a week" in line.text for line in reason_lines(wrong))
    assert asked(workspace) == set()
    clock.pass_days(1)
    assert asked(workspace) == {"gas"}
    assert set_rows(workspace)[0].due == 1
    answer(workspace, "gas", "Gas", Confidence.UNMARKED)
    set_up(workspace, "gas", due=300)
    clock.pass_days(5)
    assert asked(workspace) == set()
    clock.pass_days(1)
    assert asked(workspace) == {"gas"}
    right = answer(workspace, "gas", "Gas", Confidence.UNMARKED)
    assert right.why is None
    set_up(workspace, "gas", due=300)
    clock.pass_days(30)
    assert asked(workspace) == set()


def test_the_verdict_tells_that_a_week_later_it_is_asked_again(
    workspace: Workspace, clock: Clock
) -> None:
    answer(workspace, "gas", "Salt", Confidence.SURE)
    set_up(workspace, "gas", stability=400)
    clock.pass_days(1)
    right = answer(workspace, "gas", "Gas", Confidence.UNMARKED)
    assert (right.why, right.days) == (Why.SURE, 6)
    assert schedule_text(right) == "next in 6 days, to make sure"


MISTAKES = [
    (Confidence.SURE, "Salt", 0, True),
    (Confidence.SURE, "Gas", 0, False),
    (Confidence.UNSURE, "Salt", 0, False),
    (Confidence.UNMARKED, "Salt", 0, False),
    (Confidence.SURE, "Salt", 100, False),  # long ago: nothing is owed any more
]


@pytest.mark.parametrize(("confidence", "given", "later", "owed"), MISTAKES)
def test_only_a_mistake_that_was_sure_is_owed_its_repeats(
    workspace: Workspace, clock: Clock, confidence: Confidence, given: str, later: int, owed: bool
) -> None:
    answer(workspace, "gas", given, confidence)
    set_up(workspace, "gas", due=500)
    clock.pass_days(1 + later)
    assert (asked(workspace) == {"gas"}) is owed


def test_a_mistake_in_a_cram_or_taken_back_is_owed_nothing(
    workspace: Workspace, clock: Clock
) -> None:
    study = Study.begin(workspace, ("bread/gas",), title="", seed=7, cram=True)
    study.confidence = Confidence.SURE
    study.answer(Response(("Salt",)))
    study = only(workspace, "gas")
    study.confidence = Confidence.SURE
    study.answer(Response(("Salt",)))
    study.undo()
    set_up(workspace, "gas", due=500)
    clock.pass_days(1)
    assert asked(workspace) == set()


def test_what_was_promised_counts_in_what_is_said_of_the_days_to_come(
    workspace: Workspace, clock: Clock
) -> None:
    study = only(workspace, "gas")
    study.confidence = Confidence.SURE
    study.answer(Response(("Salt",)))
    set_up(workspace, "gas", due=300)
    set_up(workspace, "dough", due=20)
    summary = sum_up(study)
    assert (summary.tomorrow, summary.week) == (1, 1)
    assert upcoming(workspace, Request()) == Upcoming(1, 1, 7)
    assert upcoming(workspace, Request(sets=("other",))) == Upcoming(None, 0, 0)
    clock.pass_days(1)
    answer(workspace, "gas", "Gas", Confidence.UNMARKED)
    set_up(workspace, "gas", due=300)
    assert upcoming(workspace, Request()) == Upcoming(6, 1, 7)


def with_exam(workspace: Workspace, days: int) -> None:
    day = date.fromordinal(workspace.today + days)
    workspace.settings = workspace.settings._replace(exam_dates={"bread": day})


def test_before_an_exam_every_question_is_seen_again_and_afterwards_the_cap_is_gone(
    workspace: Workspace, clock: Clock
) -> None:
    for name in IDS:
        set_up(workspace, name, stability=900, ago=10, due=700)
    with_exam(workspace, EXAM_WINDOW + 3)
    seen: list[str] = []
    for _ in range(EXAM_WINDOW + 3):
        today = asked(workspace)
        assert set_rows(workspace)[0].due == len(today)
        for name in today:
            set_up(workspace, name, stability=900, due=700)
        seen += today
        clock.pass_days(1)
    assert sorted(seen) == sorted(IDS)
    for name in IDS:
        set_up(workspace, name, stability=900, ago=100, due=700)
    assert asked(workspace) == set(IDS)  # on the day itself
    clock.pass_days(1)
    assert asked(workspace) == set()
    assert workspace.history.memories()["bread/gas"].memory.due == workspace.today + 699


def test_the_verdict_tells_that_the_exam_brings_it_sooner(workspace: Workspace) -> None:
    set_up(workspace, "gas", stability=900, ago=300)
    with_exam(workspace, 40)
    right = answer(workspace, "gas", "Gas", Confidence.UNMARKED)
    assert right.why is Why.EXAM
    assert right.days is not None
    assert 40 - EXAM_WINDOW <= right.days < 40
    assert schedule_text(right).endswith(", before the exam")


def test_an_exam_raises_the_new_questions_of_a_day_and_says_so(workspace: Workspace) -> None:
    workspace.settings = workspace.settings._replace(new_per_day=1)
    assert len(plan(workspace, Request())) == 1
    with_exam(workspace, EXAM_WINDOW + 3)
    assert len(plan(workspace, Request())) == 3
    now = overview(workspace)
    assert now.new == 3
    assert now.notes == (
        "Exam on Baking bread in 17 days: 3 new questions today, to have seen all in time.",
    )
    with_exam(workspace, 200)
    assert overview(workspace).new == 1


def test_what_an_exam_needs_is_begun_before_other_new_questions(tmp_path: Path) -> None:
    write_set(tmp_path / "set")
    write_set(tmp_path / "set", SET.replace("id: bread\n", "id: rolls\n", 1), "rolls")
    with workspace_over(tmp_path / "set", tmp_path / "home") as workspace:
        day = date.fromordinal(workspace.today + EXAM_WINDOW + 3)
        for set_id in ("bread", "rolls"):
            workspace.settings = workspace.settings._replace(
                new_per_day=4, exam_dates={set_id: day}
            )
            chosen = [uid.partition("/")[0] for uid in plan(workspace, Request())]
            assert len(chosen) == 4
            assert chosen.count(set_id) >= 3


def test_a_day_without_minutes_left_asks_nothing_more_unless_it_is_wanted(
    workspace: Workspace, clock: Clock
) -> None:
    workspace.settings = workspace.settings._replace(minutes_per_day=1)
    assert len(plan(workspace, Request())) == 2  # 25 s each: new ones at first
    for name in IDS[:5]:
        set_up(workspace, name, ago=30, due=-3)
    study = begin(workspace, Request())
    assert study is not None
    assert all(uid.partition("/")[2] in IDS[:5] for uid in study.session.plan)  # due ones first
    clock.now += timedelta(minutes=5)
    study.answer(Response(gave_up=True))
    study.finish()
    now = overview(workspace)
    assert (now.due, now.new, now.used_up) == (0, 0, True)
    assert plan(workspace, Request()) == ()
    assert len(plan(workspace, Request(limit=3))) == 3
    assert len(plan(workspace, Request(all=True))) == 9
    clock.pass_days(1)
    assert len(plan(workspace, Request())) == 2


def test_a_backlog_is_told_as_a_plan_and_the_most_valuable_come_first(workspace: Workspace) -> None:
    workspace.settings = workspace.settings._replace(session_limit=2)
    set_up(workspace, "gas", stability=900, ago=900, due=-1)
    set_up(workspace, "dough", stability=25, ago=25, due=-1)
    set_up(workspace, "held", stability=900, ago=900, due=-1)
    set_up(workspace, "gluten", stability=22, ago=25, due=-1)
    set_up(workspace, "rest", stability=900, ago=900, due=-1)
    assert asked(workspace) == {"dough", "gluten"}
    now = overview(workspace)
    assert (now.due, now.waiting) == (2, 5)
    assert now.notes == ("5 questions are waiting, the most useful first; 2 a day takes 3 days.",)


def test_within_a_backlog_an_exam_that_is_near_and_a_confident_mistake_come_first(
    workspace: Workspace, clock: Clock
) -> None:
    answer(workspace, "gas", "Salt", Confidence.SURE)
    clock.pass_days(1)
    set_up(workspace, "gas", stability=900, ago=1, due=400)
    for name in IDS[1:]:
        set_up(workspace, name, stability=15, ago=25, due=-5)
    workspace.settings = workspace.settings._replace(session_limit=1)
    assert asked(workspace) == {"gas"}


def test_what_keeps_slipping_away_is_told_after_the_verdict_at_home_and_to_the_author(
    workspace: Workspace,
) -> None:
    set_up(workspace, "gas", ago=30, lapses=LEECH - 1)
    set_up(workspace, "dough", due=9, lapses=LEECH - 1)
    assert leeches(workspace) == []
    wrong = answer(workspace, "gas", "Salt", Confidence.UNMARKED)
    assert wrong.lapses == LEECH
    assert any("forgotten 4 times" in line.text for line in reason_lines(wrong))
    (found,) = leeches(workspace)
    entry = workspace.library.entry("bread")
    assert (found.question, found.path, found.lapses) == ("bread/gas", entry.path, LEECH)
    assert found.line == entry.rows["gas"].line
    assert overview(workspace).notes == ("1 question keeps slipping away; the statistics name it.",)


def test_a_right_answer_says_nothing_of_lapses(workspace: Workspace) -> None:
    set_up(workspace, "gas", ago=30, lapses=9)
    right = answer(workspace, "gas", "Gas", Confidence.UNMARKED)
    assert [line for line in reason_lines(right) if line.label == "Note"] == []
