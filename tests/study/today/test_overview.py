"""What home says there is to do, against a slow look at every memory."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quiz.core.memory.daily_load import before_exam
from quiz.core.memory.scheduling import Memory, Rating
from quiz.core.questions.question import question_uid
from quiz.store.history.tables.memories import MASTERED_DAYS, Remembered
from quiz.store.settings.settings import Settings
from quiz.study.common.workspace import Desk
from quiz.study.today.notes import backlog_note, exam_note
from quiz.study.today.overview import SetRow, overview, set_rows
from quiz.study.today.progress import standings
from tests.plain.nine_types import SET, desk_over, write_set


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    for name in ("bread", "rolls", "cakes"):
        text = SET.replace("id: bread\n", f"id: {name}\n", 1)
        write_set(tmp_path / "set", text, name)
    broken = SET.replace("id: bread\n", "id: broken\n", 1).replace("answer: Gas", "anser: Gas")
    write_set(tmp_path / "set", broken, "broken")
    with desk_over(tmp_path / "set", tmp_path / "home") as desk:
        yield desk


def remember(desk: Desk, chance: random.Random) -> None:
    """Memories of some questions, some of another key, some of questions that are gone."""
    with desk.history._writing() as connection:
        for entry in desk.library.sets:
            for row in entry.index:
                if chance.random() < 0.3 or entry.id == "cakes":
                    continue
                name = row.id if chance.random() < 0.9 else f"{row.id}-gone"
                key = row.key_hash if chance.random() < 0.8 else "another"
                day = desk.today - chance.randrange(60)
                due = day + chance.randrange(1, 90)
                stability = chance.choice((1.0, MASTERED_DAYS, 90.0))
                memory = Memory(stability, 5.0, day, due, 2, 0, Rating.GOOD)
                found = Remembered(question_uid(entry.id, name), key, memory, "correct")
                desk.history._store(connection, found)


def slowly(desk: Desk) -> list[tuple[str, int, int, int]]:
    """Set, due, new and known, one question after another."""
    memories = desk.history.memories()
    figures = []
    for entry in desk.library.sets:
        due = new = known = 0
        exam = desk.settings.exam_dates.get(entry.id)
        for row in entry.index:
            uid = question_uid(entry.id, row.id)
            found = memories.get(uid)
            if found is None or found.key_hash != row.key_hash:
                new += 1
                continue
            asked = found.memory.due
            turn = before_exam(uid, found.memory.day, exam.toordinal()) if exam else None
            due += min(asked, asked if turn is None else turn) <= desk.today
            known += found.memory.stability >= MASTERED_DAYS
        figures.append((entry.id, due, new, known))
    return figures


@pytest.mark.parametrize("seed", range(8))
def test_the_figures_of_every_set_are_those_of_its_questions_one_by_one(
    desk: Desk, seed: int
) -> None:
    chance = random.Random(seed)
    remember(desk, chance)
    if seed % 2:
        exam = date.fromordinal(desk.today + chance.randrange(1, 14))
        desk.settings = Settings(exam_dates={"bread": exam, "cakes": exam, "unknown": exam})
    rows = set_rows(desk)
    assert [(r.entry.id, r.due, r.new, r.known) for r in rows] == slowly(desk)
    assert overview(desk).waiting == sum(row.due for row in rows)


def test_home_makes_no_object_of_any_memory(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(desk, random.Random(1))

    def refuse(*_: object) -> None:
        raise AssertionError("a memory was read")

    monkeypatch.setattr("quiz.store.history.tables.memories._remembered", refuse)
    assert overview(desk).rows


def test_a_broken_set_has_no_figures(desk: Desk) -> None:
    broken = next(row for row in set_rows(desk) if row.entry.id == "broken")
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


def test_statistics_by_set_count_as_due_what_home_does(desk: Desk) -> None:
    remember(desk, random.Random(3))
    exam = date.fromordinal(desk.today + 2)
    desk.settings = Settings(exam_dates={"bread": exam})
    rows = [row for row in set_rows(desk) if row.entry.ok]
    assert [found.due for found in standings(desk).sets] == [row.due for row in rows]
