"""Earlier answers, reasons for options, looking up, and judging, by keyboard."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Rating
from quiz.core.questions.hints import LookedUp
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.screens.session.look_back import LookBackScreen
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.screens.session.summary import SummaryScreen
from tests.plain.nine_types import begin_all, only
from tests.tui.driving import SIZES, Learner, drive


def ratings(study: Study) -> list[int]:
    reviews = study.workspace.history.reviews_of(study.record.uid)
    return [review.rating for review in reviews]


BOTH = [(80, 24), (120, 36)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_answers_are_looked_back_at_and_the_question_waits_as_it_was(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    study = begin_all(workspace)

    async def script(learner: Learner) -> None:
        stems = []
        for _ in range(3):
            stems.append(learner.question.stem)
            await learner.press("f3", "enter")
        here = learner.question.stem
        await learner.press("ctrl+r")
        assert isinstance(learner.app.screen, LookBackScreen)
        assert learner.sees("Answer 3 of 3")
        assert learner.sees("Now you know")
        await learner.press("p", "p")
        assert learner.sees("Answer 1 of 3")
        await learner.press("escape")
        assert learner.question.stem == here
        assert learner.session.stage is Stage.ASK

    drive(workspace, script, study=study, size=size)
    assert len(list(workspace.history.reviews())) == 3


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_from_a_verdict_one_looks_back_at_the_answer_before_it(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("f3", "enter", "f3", "l")
        assert learner.sees("Answer 1 of 2")
        await learner.press("l")
        assert learner.session.stage is Stage.VERDICT

    drive(workspace, script, study=begin_all(workspace), size=size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_summary_opens_each_answer_with_its_proof(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        await learner.press("enter")
        assert isinstance(learner.app.screen, SummaryScreen)
        assert learner.sees("Right at once")
        await learner.press("down")
        assert learner.sees("Enter See its proof")
        await learner.press("enter")
        assert learner.sees("Correct")
        assert "Yeast turns sugar into gas." in learner.highlighted
        await learner.press("escape")
        assert isinstance(learner.app.screen, SummaryScreen)

    drive(workspace, script, study=only(workspace, "gas"), size=size)


@pytest.mark.parametrize("size", BOTH, ids=str)
def test_after_the_verdict_a_digit_shows_why_an_option_is_wrong_with_its_passage(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        salt = str(learner.options.index("Salt") + 1)
        await learner.answer(right=True)
        assert not learner.sees("Salt is added, not made.")
        await learner.press(salt)
        assert learner.sees("Salt is added, not made.")
        assert "salt gives it taste" in learner.highlighted
        await learner.press(salt)
        assert not learner.sees("Salt is added, not made.")
        assert "Yeast turns sugar into gas." in learner.highlighted
        await learner.press("i")
        assert learner.sees("Salt is added, not made.")

    drive(workspace, script, study=only(workspace, "gas"), size=size)


@pytest.mark.parametrize("size", BOTH, ids=str)
def test_a_multiple_choice_verdict_keeps_its_options(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        options = learner.options
        await learner.answer(right=False)
        assert all(learner.sees(option) for option in options)
        assert learner.sees("← your choice")
        assert learner.sees("← missed")

    drive(workspace, script, study=only(workspace, "dough"), size=size)


@pytest.mark.parametrize(("key", "rating"), [("y", Rating.GOOD), ("n", Rating.AGAIN)])
def test_a_near_miss_is_judged_beside_its_passage_by_yes_or_no_alone(
    workspace: Workspace, key: str, rating: Rating
) -> None:
    study = only(workspace, "gluten")

    async def script(learner: Learner) -> None:
        await learner.type("glutten")
        await learner.press("enter")
        assert learner.session.stage is Stage.JUDGE
        assert learner.question.sources[0].exact in learner.highlighted
        await learner.press("enter", "enter")
        assert learner.session.stage is Stage.JUDGE
        assert learner.sees("y, it counts")
        await learner.press(key)
        assert not learner.sees("Does it count?")

    drive(workspace, script, study=study)
    assert ratings(study) == [rating]


def test_an_open_answer_is_judged_beside_the_passage_and_stays_beside_the_model(
    workspace: Workspace,
) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("when golden")
        await learner.press("enter")
        assert "the crust is done at 200 degrees" in learner.highlighted
        await learner.press("enter")
        assert learner.sees("Nothing is ticked. Enter again, if you had none of it.")
        await learner.press("1", "enter")
        assert learner.sees("You when golden")
        assert learner.sees("Model At 200 degrees, some say.")

    drive(workspace, script, study=only(workspace, "crust"))


def test_opening_the_document_before_the_answer_is_said_and_counts(workspace: Workspace) -> None:
    study = only(workspace, "gas")

    async def script(learner: Learner) -> None:
        await learner.press("o")
        assert learner.sees("right or wrong, the question comes again")
        await learner.press("escape")
        assert learner.sees("The passage was in view")
        assert study.looked_up is LookedUp.PASSAGE
        await learner.answer(right=True)
        assert learner.sees("Correct, looked up")

    drive(workspace, script, study=study, notices=True)
    assert ratings(study) == [Rating.AGAIN]


def test_a_search_before_the_answer_counts_as_looking_up(workspace: Workspace) -> None:
    study = only(workspace, "gas")

    async def script(learner: Learner) -> None:
        await learner.press("slash")
        await learner.press("escape")
        assert study.looked_up.value == "section"
        await learner.press("slash")
        await learner.type("sugar")
        await learner.press("escape", "escape")
        assert study.looked_up is LookedUp.PASSAGE

    drive(workspace, script, study=study)


def test_the_reader_leads_to_every_answer_ever_given(
    workspace: Workspace,
) -> None:
    only(workspace, "gas").answer(Response(("Salt",)))
    only(workspace, "gas").answer(Response(("Gas",)))

    async def script(learner: Learner) -> None:
        learner.app.open_document("bread", "bread")
        await learner.press()
        reader = learner.app.screen
        assert isinstance(reader, ReaderScreen)
        while reader.reading is None:
            await learner.pilot.pause(0.01)
        while reader.passage is None or "bread/gas" not in reader.passage.questions:
            await learner.press("right")
        await learner.press("l")
        assert learner.sees("Answer 2 of 2")
        await learner.press("p")
        assert learner.sees("← your choice")
        await learner.press("escape")
        assert learner.app.screen is reader

    drive(workspace, script)
