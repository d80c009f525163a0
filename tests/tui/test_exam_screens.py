"""The exam screens: set-up, question, grid, review, result, and the clock over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading import Response
from quiz.study.desk import Desk
from quiz.study.exam import Exam
from quiz.study.exam_result import ExamResult
from quiz.study.exam_waiting import WaitingExam, waiting_exam, waiting_words
from quiz.tui.actions import actions_of, in_rooms
from quiz.tui.app import QuizApp
from quiz.tui.examining import entrance, show_result
from quiz.tui.screens.exam_answer import ExamAnswerScreen
from quiz.tui.screens.exam_ask import AskScreen
from quiz.tui.screens.exam_grid import ExamGridScreen
from quiz.tui.screens.exam_result import ExamResultScreen
from quiz.tui.screens.exam_review import ExamReviewScreen
from quiz.tui.screens.exam_screen import ExamScreen
from quiz.tui.screens.exam_setup import ExamSetupScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.leave import LeaveScreen
from quiz.tui.screens.room import Room
from tests.plain.nine_types import SET, write_set
from tests.study.examining import World, answer_all, begun, index_of, reopened, sitting_at
from tests.tui.driving import SIZES, Learner, drive

ROOMS: tuple[type[Room], ...] = (
    ExamSetupScreen,
    ExamScreen,
    ExamReviewScreen,
    ExamResultScreen,
    ExamAnswerScreen,
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def desk(tmp_path: Path, world: World) -> Iterator[Desk]:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as opened:
        yield opened


def sitting(learner: Learner) -> ExamScreen:
    screen = learner.app.screen
    assert isinstance(screen, ExamScreen)
    return screen


async def enter(learner: Learner, name: str = "") -> Exam:
    """Go on with the running exam from home, and to one of its questions."""
    await learner.press("enter")
    exam = sitting(learner).exam
    if name:
        await sitting(learner).go(index_of(exam, name))
        await learner.press()
    return exam


def said(learner: Learner, words: str) -> bool:
    """Whether a notice has the words."""
    return any(words in notice.message for notice in learner.app._notifications)


def on_disk(desk: Desk, name: str) -> tuple[str, ...]:
    """What another program would find as the answer to a question."""
    exam = reopened(desk)
    response = exam.response(index_of(exam, name))
    return response.given if response is not None else ()


@pytest.mark.parametrize("screen", ROOMS, ids=lambda s: s.room)
def test_every_action_of_an_exam_room_has_its_method(screen: type[Room]) -> None:
    for action in actions_of(screen.room):
        assert hasattr(screen, f"action_{action.name}"), action.id


@pytest.mark.parametrize("room", [screen.room for screen in ROOMS])
def test_no_key_means_two_things_in_an_exam_room(room: str) -> None:
    keys = [key for a in in_rooms({room, "quiz", "app"}) for key in a.keys.split(",")]
    assert sorted(keys) == sorted(set(keys))


# Home and set-up


def test_home_begins_with_a_running_exam_and_its_true_remaining_time(
    desk: Desk, world: World
) -> None:
    begun(desk)
    world.wait(4.5)

    async def script(learner: Learner) -> None:
        assert learner.lines[2].strip() == "▸ Go on with the exam Baking bread  7 min left"
        await learner.press("down")
        assert learner.sees("▸ Study 9 new")
        await learner.press("up", "enter")
        assert sitting(learner).exam.remaining_ms == 7.5 * 60_000

    drive(desk, script)


def test_home_says_that_an_exam_is_over_and_enter_shows_its_result(
    desk: Desk, world: World
) -> None:
    begun(desk)
    world.wait(12)

    async def script(learner: Learner) -> None:
        assert learner.sees("▸ Your exam is over: see the result Baking bread")
        await learner.press("enter")
        assert learner.sees("The time is over; the exam was submitted.")
        assert learner.sees("Not passed: 0 of 8, 0 % (70 % needed)")
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)
        assert not learner.sees("Your exam")

    drive(desk, script)
    assert len(desk.history.exams()) == 1


@pytest.mark.parametrize(
    ("left_ms", "words"),
    [
        (34 * 60_000 + 59_000, "34 min left"),
        (60_000, "1 min left"),
        (59_999, "less than a minute left"),
    ],
)
def test_the_time_left_is_never_said_to_be_more_than_it_is(
    desk: Desk, left_ms: int, words: str
) -> None:
    assert waiting_words(WaitingExam(begun(desk).record, left_ms))[1] == words


def test_without_a_running_exam_none_waits(desk: Desk) -> None:
    assert waiting_exam(desk) is None
    begun(desk).drop()
    assert waiting_exam(desk) is None


def test_the_set_up_is_turned_with_arrows_and_begins_with_enter(desk: Desk) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "x")
        assert learner.sees("Sets ‹ Baking bread › Questions 8 Minutes 12 Needed to pass 70 %")
        assert learner.sees("You have taken no exam yet.")
        await learner.press("down", "left", "left", "right")
        assert learner.sees("‹ 7 › Minutes 11")
        await learner.press("right", "right", "right", "left")
        assert learner.sees("‹ 7 ›")
        await learner.press("down", "plus", "down", "minus", "left")
        assert learner.sees("Minutes 21 Needed to pass ‹ 59 % ›")
        await learner.press("enter")
        terms = sitting(learner).exam.terms
        assert (terms.questions, terms.minutes, terms.pass_percent) == (7, 21, 59)
        assert learner.sees("1 of 7")

    drive(desk, script)


def test_sets_without_a_question_for_an_exam_begin_none(tmp_path: Path, world: World) -> None:
    head, *_, last = SET.partition("  - id: crust")[0], SET[SET.index("  - id: crust") :]
    only_open = head[: head.index("  - id: gas")] + last
    with sitting_at(write_set(tmp_path / "set", only_open), tmp_path / "home", world) as desk:

        async def script(learner: Learner) -> None:
            await learner.press("x")
            assert learner.sees("These sets have no question that an exam can ask.")
            await learner.press("enter", "down", "right", "enter")
            assert isinstance(learner.app.screen, ExamSetupScreen)

        drive(desk, script)
        assert waiting_exam(desk) is None


def test_a_running_exam_is_dropped_only_after_asking(desk: Desk) -> None:
    first = begun(desk)

    async def script(learner: Learner) -> None:
        await learner.press("x", "enter")
        assert isinstance(learner.app.screen, AskScreen)
        assert learner.sees("Your exam Baking bread is running, 12:00 left.")
        await learner.press("enter")
        assert isinstance(learner.app.screen, AskScreen)
        await learner.press("escape", "enter", "y")
        assert sitting(learner).exam.record.uid != first.record.uid

    drive(desk, script)


def test_old_exams_are_listed_and_looked_at_again(desk: Desk, world: World) -> None:
    exam = begun(desk)
    answer_all(exam, "gas")
    exam.submit()

    async def script(learner: Learner) -> None:
        await learner.press("x", "end")
        assert learner.sees("▸ 2026-03-02 12:00 Baking bread 87.5 % ✓ passed")
        await learner.press("enter")
        assert learner.sees("Passed: 7 of 8, 87.5 % (70 % needed)")
        assert not learner.sees("The time is over")
        await learner.press("escape")
        assert isinstance(learner.app.screen, ExamSetupScreen)
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(desk, script)


# Answering


def test_each_pick_is_on_disk_at_once_and_can_be_cleared(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        options = exam.turn(exam.place).options
        await learner.press("2")
        assert on_disk(desk, "gas") == (options[1],)
        await learner.press("down")
        assert on_disk(desk, "gas") == (options[1],)
        await learner.press("space")
        assert on_disk(desk, "gas") == (options[2],)
        await learner.press("c")
        assert on_disk(desk, "gas") == ()
        assert not learner.sees("●")

    drive(desk, script)


def test_enter_takes_what_the_arrows_point_at_and_then_goes_on(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        place = exam.place
        await learner.press("down", "enter")
        assert (exam.place, on_disk(desk, "gas")) == (place, (exam.turn(place).options[1],))
        await learner.press("enter")
        assert exam.place == place + 1
        await learner.press("left", "c", "enter")
        assert on_disk(desk, "gas") == ()

    drive(desk, script)


def test_an_answer_that_cannot_be_kept_is_not_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quiz.errors import QuizError

    begun(desk)

    def fail(*_: object) -> None:
        raise QuizError("the disk is full")

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        monkeypatch.setattr(Exam, "answer", fail)
        await learner.press("2")
        assert said(learner, "the disk is full")
        assert not learner.sees("●")

    drive(desk, script, notices=True)


def test_options_are_struck_out_with_a_sign_and_come_back_when_picked(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        options = exam.turn(exam.place).options
        await learner.press("down", "minus", "s")
        assert learner.sees("Strike out which option?")
        await learner.press("3")
        assert reopened(desk).struck(exam.place) == (options[1], options[2])
        assert [f"{i} – " in learner.text for i in (1, 2, 3)] == [False, True, True]
        assert options[1] in struck_through(learner)
        await learner.press("2")
        assert exam.struck(exam.place) == (options[2],)
        await learner.press("minus")
        assert exam.struck(exam.place) == (options[2], options[1])
        assert on_disk(desk, "gas") == ()
        await learner.press("s", "escape")
        assert not learner.sees("Strike out which option?")
        assert sitting(learner).exam is exam

    drive(desk, script)


def struck_through(learner: Learner) -> str:
    strips = learner.app.screen._compositor.render_strips()
    struck = [s.text for strip in strips for s in strip if s.style is not None and s.style.strike]
    return " ".join(struck)


def test_where_nothing_is_chosen_there_is_nothing_to_strike(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "gluten")
        await learner.press("escape", "minus")
        assert learner.sees("There are no options to strike out here.")

    drive(desk, script)


@pytest.mark.parametrize("way", [["pagedown"], ["pageup"], ["escape"], ["f4"], ["ctrl+s"], []])
def test_what_is_typed_is_kept_wherever_one_goes(desk: Desk, way: list[str]) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "gluten")
        await learner.type("glut")
        await learner.press(*way)
        if not way:
            await learner.pilot.pause(0.4)
        assert on_disk(desk, "gluten") == ("glut",)

    drive(desk, script)


def test_what_is_typed_is_kept_when_the_program_is_ended(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "cloze")
        await learner.type("Yeast")
        learner.app.exit(143)

    drive(desk, script)
    assert on_disk(desk, "cloze") == ("Yeast", "")


def test_a_typed_answer_can_be_gone_back_to_and_typing_moves_nowhere(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "cloze")
        place = exam.place
        await learner.type("np")
        await learner.press("left", "enter")
        assert exam.place == place
        await learner.type("frg")
        await learner.press("pageup")
        assert exam.place == place - 1
        await learner.press("pagedown")
        assert learner.sees("1 np")
        assert on_disk(desk, "cloze") == ("np", "frg")
        assert exam.flagged == ()

    drive(desk, script)


def test_what_is_missing_in_an_answer_is_said_but_it_is_kept(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "roles")
        right = exam.turn(exam.place).options.index("Gas")
        await learner.press(str(right + 1))
        assert learner.sees("Give every left side a partner.")
        assert on_disk(desk, "roles") == ("Gas", "")
        await learner.press("p", "n")
        assert learner.sees("Salt → Gas")

    drive(desk, script)


def test_nothing_of_a_session_can_be_done_in_an_exam(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        place = exam.place
        before = learner.lines[1:-1]
        await learner.press("o", "y", "h", "k", "u", "z", "ctrl+e", "slash")
        assert (learner.lines[1:-1], exam.place) == (before, place)
        await learner.press("r", "slash", "o")
        assert isinstance(learner.app.screen, ExamReviewScreen)

    drive(desk, script)


# Going about


@pytest.mark.parametrize("size", SIZES)
def test_the_grid_shows_states_filters_them_and_leads_to_a_question(
    desk: Desk, size: tuple[int, int]
) -> None:
    exam = begun(desk)
    exam.answer(0, Response(exam.turn(0).options[:1] or ("5",)))
    exam.flag(1)
    exam.go(2)

    async def script(learner: Learner) -> None:
        exam = await enter(learner)
        if sitting(learner).typing:
            await learner.press("escape")
        await learner.press("g")
        wide = size[0] >= 100
        assert isinstance(learner.app.screen, ExamScreen if wide else ExamGridScreen)
        legend = ("● 1 answered", "○ 7 unanswered", "! 1 flagged")
        for words in ("1●", "2○!", "▸3○", "8○", *legend):
            assert learner.sees(words)
        await learner.press("tab")
        assert learner.sees("Unanswered]")
        assert not learner.sees("1●")
        await learner.press("3")
        assert learner.sees("▸2○!")
        await learner.press("4", "tab", "end", "left", "enter")
        assert isinstance(learner.app.screen, ExamScreen)
        assert exam.place == 6

    drive(desk, script, size=size)


def test_a_cell_that_is_clicked_leads_there(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner)
        cells = sitting(learner).grid.cells
        await learner.pilot.click(cells, offset=(cells.cell * 3 + 2, 0))
        assert exam.place == 3

    drive(desk, script, size=(120, 36))


def test_the_review_names_what_is_open_and_leads_to_it(desk: Desk) -> None:
    exam = begun(desk)
    answer_all(exam)
    exam.clear(index_of(exam, "gas"))
    exam.flag(index_of(exam, "rest"))

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "dough")
        await learner.press("r")
        assert learner.sees("7 of 8 answered ○ 1 not answered; that counts as wrong ! 1 flagged")
        assert learner.sees(f"{index_of(exam, 'gas') + 1} ○ What does yeast make of sugar?")
        assert learner.sees(f"{index_of(exam, 'rest') + 1} ●! How long does a dough rest?")
        first = min(index_of(exam, "gas"), index_of(exam, "rest"))
        await learner.press("down", "enter")
        assert (type(learner.app.screen), exam.place) == (ExamScreen, first)

    drive(desk, script)


def test_the_review_submits_at_the_second_enter(desk: Desk) -> None:
    exam = begun(desk)
    answer_all(exam)
    exam.flag(0)

    async def script(learner: Learner) -> None:
        await enter(learner, "dough")
        await learner.press("r", "enter", "down", "up")
        assert learner.sees("▸ Submit the exam")
        await learner.press("enter")
        assert learner.sees("Enter again: submit for good")
        await learner.press("enter")
        assert learner.sees("Passed: 8 of 8, 100 %")
        await learner.press("w")
        assert isinstance(learner.app.screen, ExamResultScreen)
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(desk, script)


def test_behind_the_last_question_comes_the_review(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner)
        await sitting(learner).go(exam.total - 1)
        await learner.press("pagedown")
        assert isinstance(learner.app.screen, ExamReviewScreen)
        await learner.press("y")
        assert isinstance(learner.app.screen, ExamResultScreen)

    drive(desk, script)


# The clock


def test_the_clock_warns_even_when_it_is_hidden(desk: Desk, world: World) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        assert learner.lines[0].endswith("12:00")
        await learner.press("t")
        assert not learner.sees("12:00")
        for minutes, words in (
            (3, "10 minutes left."),
            (5, "5 minutes left."),
            (3, "1 minute left."),
        ):
            world.wait(minutes)
            sitting(learner).tick()
            await learner.press()
            assert said(learner, words)
        await learner.press("t")
        assert learner.lines[0].endswith("1:00")

    drive(desk, script, notices=True)


@pytest.mark.parametrize("over", [[], ["question_mark"], ["g"], ["r"], ["escape"], ["ctrl+q"]])
def test_when_the_time_is_over_the_exam_is_submitted_whatever_is_on_screen(
    desk: Desk, world: World, over: list[str]
) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        screen = sitting(learner)
        await learner.press("1", *over)
        world.wait(12)
        screen.tick()
        await learner.press()
        assert learner.sees("The time is over; the exam was submitted.")
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(desk, script)
    assert len(desk.history.exams()) == 1


def test_an_answer_after_the_time_is_not_taken_but_submits(desk: Desk, world: World) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        world.wait(13)
        await learner.press("1")
        await learner.press()
        assert learner.sees("The time is over; the exam was submitted.")
        assert learner.sees("8 not answered")

    drive(desk, script)


def test_an_exam_submitted_in_another_window_shows_the_same_result(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        reopened(desk).submit()
        await learner.press("1")
        await learner.press()
        assert learner.sees("Not passed: 0 of 8")

    drive(desk, script)


def test_an_exam_dropped_in_another_window_leads_home(desk: Desk) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        reopened(desk).drop()
        await learner.press("1")
        await learner.press()
        assert isinstance(learner.app.screen, HomeScreen)
        assert said(learner, "this exam was dropped in another window")

    drive(desk, script, notices=True)


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
def test_leaving_asks_and_says_that_the_clock_goes_on(desk: Desk, key: str) -> None:
    begun(desk)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        await learner.press(key)
        assert isinstance(learner.app.screen, AskScreen | LeaveScreen)
        assert learner.sees("Your answers are kept. The clock goes on")
        await learner.press("escape")
        assert sitting(learner).exam is exam
        await learner.press("escape", "enter")
        assert learner.sees("▸ Go on with the exam Baking bread")

    drive(desk, script)


# The result


@pytest.mark.parametrize("size", SIZES)
def test_the_result_leads_to_each_question_with_its_proof(
    desk: Desk, size: tuple[int, int]
) -> None:
    exam = begun(desk)
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
        assert learner.sees("Not quite")
        assert "Yeast turns" in learner.highlighted or "A dough rests" in learner.highlighted
        await learner.press("n")
        assert learner.sees(f"Question {wrong[1] + 1} of 8")
        await learner.press("n", "p")
        assert learner.sees(f"Question {wrong[0] + 1} of 8")
        await learner.press("escape", "f", "home")
        assert isinstance(learner.app.screen, ExamResultScreen)

    drive(desk, script, size=size)


def test_the_result_tells_documents_tags_and_times(tmp_path: Path, world: World) -> None:
    text = SET.replace("    stem: What makes", "    tags: [dough]\n    stem: What makes")
    with sitting_at(write_set(tmp_path / "set", text), tmp_path / "home", world) as desk:
        exam = begun(desk)
        exam.go(index_of(exam, "dough"))
        world.wait(1)
        answer_all(exam, "gas")
        result = exam.submit()

        async def script(learner: Learner) -> None:
            show_result(learner.app, result)
            await learner.press()
            assert learner.sees("By document Bread 7 of 8, 87.5 %")
            assert learner.sees("By tag dough 1 of 1, 100 % (no tag) 6 of 7, 85.7 %")
            await learner.press("end", "up", "up", "up")
            assert learner.sees("right What makes a dough? 1 min 00 s")

        drive(desk, script)


def test_what_was_wrong_is_studied_again(desk: Desk) -> None:
    exam = begun(desk)
    answer_all(exam, "gas", "held")
    result = exam.submit()

    async def script(learner: Learner) -> None:
        show_result(learner.app, result)
        await learner.press("w")
        assert learner.sees("1 of 2")
        assert set(learner.session.study.session.plan) == set(result.missed)
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(desk, script)


def test_a_question_that_vanished_is_named(tmp_path: Path, world: World) -> None:
    set_file = write_set(tmp_path / "set")
    with sitting_at(set_file, tmp_path / "home", world) as desk:
        exam = begun(desk)
        answer_all(exam, "gas")
        result = exam.submit()
        without = SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: dough") :]
        write_set(tmp_path / "set", without)
        desk.library.reload("bread")
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

        drive(desk, script, notices=True)


FIELDS = ("desk", "record", "terms", "answers", "lost", "score", "elapsed_ms")


def test_questions_that_vanish_while_the_exam_runs_are_said(tmp_path: Path, world: World) -> None:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as desk:
        begun(desk)
        without = SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: dough") :]
        write_set(tmp_path / "set", without)
        desk.library.reload("bread")

        async def script(learner: Learner) -> None:
            await enter(learner)
            assert said(learner, "1 question is not in its set any more and does not count:")
            assert learner.sees("1 of 7")

        drive(desk, script, notices=True)


def test_the_command_line_opens_an_exam_or_its_result(desk: Desk, world: World) -> None:
    exam = begun(desk)
    assert isinstance(entrance(exam)(), ExamScreen)
    world.wait(12)
    assert isinstance(entrance(exam)(), ExamResultScreen)
    assert desk.history.unfinished(exam=True) is None


def test_an_exam_opened_from_the_command_line_ends_the_program(desk: Desk) -> None:
    import asyncio

    exam = begun(desk)

    async def run() -> int | None:
        app = QuizApp(desk, first=entrance(exam))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            learner = Learner(app, pilot)
            await learner.press(*(["escape"] if sitting(learner).typing else []), "r", "y")
            assert isinstance(app.screen, ExamResultScreen)
            assert learner.sees("Esc Quit")
            await learner.press("w")
            assert learner.sees("1 of 8")
            await learner.press("escape", "escape")
        return app.return_value

    assert asyncio.run(run()) == 0
