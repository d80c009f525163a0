"""The result of an exam on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response
from quiz.study.common.workspace import Workspace
from quiz.study.exams.result import ExamResult
from quiz.study.exams.wording import SPELLING
from quiz.tui.app import QuizApp
from quiz.tui.screens.exam.answer import ExamAnswerScreen
from quiz.tui.screens.exam.examining import entrance, show_result
from quiz.tui.screens.exam.result import ExamResultScreen
from quiz.tui.screens.exam.screen import ExamScreen
from quiz.tui.screens.home.screen import HomeScreen
from quiz.tui.screens.search.screen import SearchScreen
from tests.plain.nine_types import SET, write_set
from tests.study.examining import World, answer_all, begun, index_of, sitting_at
from tests.tui.driving import SIZES, Learner, drive
from tests.tui.exam_driving import enter, said, sitting


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def workspace(tmp_path: Path, world: World) -> Iterator[Workspace]:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as opened:
        yield opened


@pytest.mark.parametrize("size", SIZES)
def test_the_result_leads_to_each_question_with_its_proof(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    exam = begun(workspace)
    answer_all(exam, "gas", "rest")
    exam.flag(index_of(exam, "rest"))
    result = exam.submit()
    wrong = sorted(index_of(exam, name) for name in ("gas", "rest"))

    async def script(learner: Learner) -> None:
        show_result(learner.app, result)
        await learner.press()
        assert learner.sees("Passed: 6 of 8, 75 % (70 % needed)")
        await learner.press("f", "right")
        assert isinstance(learner.app.screen, ExamAnswerScreen)
        assert learner.sees(f"Question {wrong[0] + 1} of 8")
        assert learner.sees("Wrong")
        assert "Yeast turns" in learner.highlighted or "A dough rests" in learner.highlighted
        await learner.press("n")
        assert learner.sees(f"Question {wrong[1] + 1} of 8")
        await learner.press("n", "p")
        assert learner.sees(f"Question {wrong[0] + 1} of 8")
        await learner.press("escape", "f", "home")
        assert isinstance(learner.app.screen, ExamResultScreen)

    drive(workspace, script, size=size)


def test_the_result_tells_documents_tags_and_times(tmp_path: Path, world: World) -> None:
    text = SET.replace("    stem: What makes", "    tags: [dough]\n    stem: What makes")
    with sitting_at(write_set(tmp_path / "set", text), tmp_path / "home", world) as workspace:
        exam = begun(workspace)
        exam.go(index_of(exam, "dough"))
        world.wait(1)
        answer_all(exam, "gas")
        result = exam.submit()

        async def script(learner: Learner) -> None:
            show_result(learner.app, result)
            await learner.press()
            await learner.press("end", "end")
            shown = ("By document", "7 of 8, 87.5 %", "By tag", "1 of 1, 100 %", "6 of 7, 85.7 %")
            assert all(learner.sees(text) for text in shown)
            dough = next(i for i, a in enumerate(result.answers) if a.question == "bread/dough")
            await learner.press("home", *["down"] * dough)
            assert learner.sees("right What makes a dough? 1 min 00 s you: ")

        drive(workspace, script)


def test_what_was_wrong_is_studied_again(workspace: Workspace) -> None:
    exam = begun(workspace)
    answer_all(exam, "gas", "held")
    result = exam.submit()

    async def script(learner: Learner) -> None:
        show_result(learner.app, result)
        await learner.press("w")
        assert learner.sees("1 of 2")
        assert set(learner.session.study.session.plan) == set(result.missed)
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)


def test_a_question_that_vanished_is_named(tmp_path: Path, world: World) -> None:
    set_file = write_set(tmp_path / "set")
    with sitting_at(set_file, tmp_path / "home", world) as workspace:
        exam = begun(workspace)
        answer_all(exam, "gas")
        result = exam.submit()
        without = SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: dough") :]
        write_set(tmp_path / "set", without)
        workspace.library.reload("bread")
        result = ExamResult(**{f: getattr(result, f) for f in FIELDS}, _moved=frozenset())

        async def script(learner: Learner) -> None:
            show_result(learner.app, result)
            await learner.press("f")
            assert learner.sees("bread/gas (not in its set any more)")
            await learner.press("enter")
            assert learner.sees("The question bread/gas is not in its set any more.")
            await learner.press("w")
            await learner.press()
            assert isinstance(learner.app.screen, ExamResultScreen)
            assert said(learner, "What was wrong is not in its set any more.")

        drive(workspace, script, notices=True)


FIELDS = ("workspace", "record", "terms", "answers", "lost", "score", "elapsed_ms")


def test_questions_that_vanish_while_the_exam_runs_are_said(tmp_path: Path, world: World) -> None:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as workspace:
        begun(workspace)
        without = SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: dough") :]
        write_set(tmp_path / "set", without)
        workspace.library.reload("bread")

        async def script(learner: Learner) -> None:
            await enter(learner)
            assert said(learner, "1 question is not in its set any more and does not count:")
            assert learner.sees("1 of 7")

        drive(workspace, script, notices=True)


def test_the_command_line_opens_an_exam_or_its_result(workspace: Workspace, world: World) -> None:
    exam = begun(workspace)
    app = QuizApp(workspace)
    assert isinstance(entrance(exam)(app), ExamScreen)
    world.wait(12)
    assert isinstance(entrance(exam)(app), ExamResultScreen)
    assert workspace.history.unfinished(exam=True) is None


def test_an_exam_opened_from_the_command_line_ends_the_program(workspace: Workspace) -> None:
    import asyncio

    exam = begun(workspace)

    async def run() -> int | None:
        app = QuizApp(workspace, first=entrance(exam))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            learner = Learner(app, pilot)
            await learner.press(*(["escape"] if sitting(learner).typing else []), "r", "y")
            assert isinstance(app.screen, ExamResultScreen)
            assert learner.sees("Esc Quit")
            await learner.press("slash")
            assert isinstance(app.screen, SearchScreen)
            await learner.press("escape")
            await learner.press("w")
            assert learner.sees("1 of 8")
            await learner.press("escape", "escape")
        return app.return_value

    assert asyncio.run(run()) == 0


@pytest.mark.parametrize("size", SIZES)
def test_near_misses_are_asked_about_one_after_another(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    exam = begun(workspace)
    answer_all(exam)
    exam.answer(index_of(exam, "gluten"), Response(("glutten",)))
    exam.answer(index_of(exam, "cloze"), Response(("Yaest", "suger")))
    result = exam.submit()

    async def script(learner: Learner) -> None:
        show_result(learner.app, result)
        await learner.press()
        assert learner.sees("A near miss: does yours count?")
        await learner.press("escape")
        assert isinstance(learner.app.screen, ExamResultScreen)
        assert learner.sees("2 near misses not decided yet")
        await learner.press("c")
        for _ in range(3):
            assert learner.sees("A near miss: does yours count?")
            await learner.press("y" if learner.sees("glut[-t-]en") else "n")
        assert isinstance(learner.app.screen, ExamResultScreen)
        assert learner.sees("Passed: 7 of 8, 87.5 % (70 % needed)")
        assert learner.sees("near miss counted as right")
        await learner.press("c")
        assert isinstance(learner.app.screen, ExamResultScreen)

    drive(workspace, script, size=size)


def test_what_was_said_of_a_near_miss_is_taken_back_and_asked_again(workspace: Workspace) -> None:
    exam = begun(workspace)
    answer_all(exam)
    exam.answer(index_of(exam, "gluten"), Response(("glutten",)))
    result = exam.submit()

    async def script(learner: Learner) -> None:
        show_result(learner.app, result)
        await learner.press()
        await learner.press("y")
        assert learner.sees("Passed: 8 of 8, 100 %")
        await learner.press("u")
        assert learner.sees("A near miss: does yours count?")
        await learner.press("n")
        assert learner.sees("Passed: 7 of 8")
        await learner.press("u", "escape")
        assert learner.sees("1 near miss not decided yet")
        await learner.press("u")
        assert said(learner, "Nothing was said of a near miss here.")

    drive(workspace, script, notices=True)


def test_an_old_exam_asks_again_about_what_was_put_off(workspace: Workspace) -> None:
    exam = begun(workspace)
    answer_all(exam)
    exam.answer(index_of(exam, "gluten"), Response(("glutten",)))
    exam.submit()

    async def script(learner: Learner) -> None:
        await learner.press("x", "end", "enter", "y")
        assert learner.sees("Passed: 8 of 8, 100 %")
        await learner.press("end", *["up"] * (7 - index_of(exam, "gluten")), "enter")
        assert learner.sees("near miss, counted by you")
        assert learner.sees("glut[-t-]en")

    drive(workspace, script)


def test_where_spelling_counts_an_exam_says_so_first(tmp_path: Path, world: World) -> None:
    text = SET.replace("questions:\n", "exam:\n  near: wrong\nquestions:\n", 1)
    with sitting_at(write_set(tmp_path / "set", text), tmp_path / "home", world) as workspace:
        begun(workspace)

        async def script(learner: Learner) -> None:
            await enter(learner)
            assert said(learner, SPELLING)

        drive(workspace, script, notices=True)
