"""What home says there is to do, against a slow look at every memory."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quiz.core.memory.daily_load import before_exam
from quiz.core.memory.scheduling import Memory, Rating
from quiz.core.questions.question_set import question_uid
from quiz.store.history.tables.memories import MASTERED_DAYS, Remembered
from quiz.store.settings.settings import Settings
from quiz.study.common.workspace import Workspace
from quiz.study.today.notes import backlog_note, exam_note
from quiz.study.today.overview import SetRow, overview, set_rows
from quiz.study.today.progress import progress_report
from tests.plain.nine_types import SET, workspace_over, write_set


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    for name in ("bread", "rolls", "cakes"):
        text = SET.replace("id: bread\n", f"id: {name}\n", 1)
        write_set(tmp_path / "set", text, name)
    broken = SET.replace("id: bread\n", "id: broken\n", 1).replace("answer: Gas", "anser: Gas")
    write_set(tmp_path / "set", broken, "broken")
    with workspace_over(tmp_path / "set", tmp_path / "home") as workspace:
        yield workspace


def remember(workspace: Workspace, chance: random.Random) -> None:
    """Memories of some questions, some of another key, some of questions that are gone."""
    with workspace.history._writing() as connection:
        for entry in workspace.library.sets:
            for row in entry.index:
                if chance.random() < 0.3 or entry.id == "cakes":
                    continue
                name = row.id if chance.random() < 0.9 else f"{row.id}-gone"
                key = row.key_hash if chance.random() < 0.8 else "another"
                day = workspace.today - chance.randrange(60)
                due = day + chance.randrange(1, 90)
                stability = chance.choice((1.0, MASTERED_DAYS, 90.0))
                memory = Memory(stability, 5.0, day, due, 2, 0, Rating.GOOD)
                found = Remembered(question_uid(entry.id, name), key, memory, "correct")
                workspace.history._store(connection, found)


def slowly(workspace: Workspace) -> list[tuple[str, int, int, int]]:
    """Set, due, new and known, one question after another."""
    memories = workspace.history.memories()
    figures = []
    for entry in workspace.library.sets:
        due = new = known = 0
        exam = workspace.settings.exam_dates.get(entry.id)
        for row in entry.index:
            uid = question_uid(entry.id, row.id)
            found = memories.get(uid)
            if found is None or found.key_hash != row.key_hash:
                new += 1
                continue
            asked = found.memory.due
            presented = before_exam(uid, found.memory.day, exam.toordinal()) if exam else None
            due += min(asked, asked if presented is None else presented) <= workspace.today
            known += found.memory.stability >= MASTERED_DAYS
        figures.append((entry.id, due, new, known))
    return figures


@pytest.mark.parametrize("seed", range(8))
def test_the_figures_of_every_set_are_those_of_its_questions_one_by_one(
    workspace: Workspace, seed: int
) -> None:
    chance = random.Random(seed)
    remember(workspace, chance)
    if seed % 2:
        exam = date.fromordinal(workspace.today + chance.randrange(1, 14))
        workspace.settings = Settings(exam_dates={"bread": exam, "cakes": exam, "unknown": exam})
    rows = set_rows(workspace)
    assert [(r.entry.id, r.due, r.new, r.known) for r in rows] == slowly(workspace)
    assert overview(workspace).waiting == sum(row.due for row in rows)


def test_home_makes_no_object_of_any_memory(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(workspace, random.Random(1))

    def refuse(*_: object) -> None:
        raise AssertionError("a memory was read")

    monkeypatch.setattr("quiz.store.history.tables.memories._remembered", refuse)
    assert overview(workspace).rows


def test_a_broken_set_has_no_figures(workspace: Workspace) -> None:
    broken = next(row for row in set_rows(workspace) if row.entry.id == "broken")
    assert broken == SetRow(broken.entry)


BACKLOGS: list[tuple[int, int, dict[int, int], str]] = [
    (120, 40, {}, "120 questions are waiting, the most useful first; 40 a day takes 3 days."),
    (120, 1, {}, "120 questions are waiting. The most useful come first; the rest can wait."),
]


@pytest.mark.parametrize(("waiting", "a_day", "ahead", "words"), BACKLOGS)
def test_a_backlog_is_told_as_a_plan(
    waiting: int, a_day: int, ahead: dict[int, int], words: str
) -> None:
    assert backlog_note(waiting, a_day, ahead).startswith(words)


EXAMS = [
    (0, 0, "Exam on Bread today. All the best!"),
    (1, 0, "Exam on Bread tomorrow: each question comes once more until then."),
    (14, 0, "Exam on Bread in 14 days: each question comes once more until then."),
    (90, 20, "Exam on Bread in 3 months."),
    (20, 21, "Exam on Bread in 20 days: 21 new questions today, to have seen all in time."),
]


@pytest.mark.parametrize(("days", "must", "words"), EXAMS)
def test_an_exam_is_told_with_what_it_asks_of_today(days: int, must: int, words: str) -> None:
    assert exam_note("Bread", days, must, 20) == words


def test_statistics_by_set_count_as_due_what_home_does(workspace: Workspace) -> None:
    remember(workspace, random.Random(3))
    exam = date.fromordinal(workspace.today + 2)
    workspace.settings = Settings(exam_dates={"bread": exam})
    rows = [row for row in set_rows(workspace) if row.entry.ok]
    assert [found.due for found in progress_report(workspace).sets] == [row.due for row in rows]
