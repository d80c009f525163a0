"""Make the pictures of the documentation: `python -m tests.screenshots FOLDER [NAME]...`."""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from itertools import product
from pathlib import Path

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Confidence
from quiz.core.questions.matching import Matching
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.study.sitting.study import Study
from quiz.tui.app import QuizApp
from tests import TOP, first_hour
from tests.plain.nine_types import Clock
from tests.tui.driving import Learner
from tests.tui.exam_driving import sitting
from tests.tui.rendered_set import valves

QUESTIONS = TOP / "questions"
Script = Callable[[Learner], Awaitable[None]]


async def wrong(learner: Learner) -> None:
    """Choose a wrong option and submit it."""
    question = learner.question
    assert isinstance(question, SingleChoice)
    await learner.press(str(learner.options.index(question.wrong[0]) + 1), "enter")


async def right(learner: Learner) -> None:
    """Answer as one should."""
    await learner.answer(right=True)


async def hint(learner: Learner) -> None:
    """Take two hints."""
    await learner.press("f2", "f2")


async def nothing(learner: Learner) -> None:
    """Only look."""


async def down(learner: Learner) -> None:
    """Choose the first set."""
    await learner.press("down")


def pressing(*keys: str) -> Script:
    """Press some keys, one after the other."""

    async def script(learner: Learner) -> None:
        for key in keys:
            await learner.press(key)

    return script


async def found(learner: Learner) -> None:
    """Search for a word."""
    await learner.press("slash")
    await learner.type("current")
    await learner.press("down")


async def examined(learner: Learner) -> None:
    """In the middle of an exam: some answered, one flagged, an option struck out."""
    await learner.press("down", "down", "down", "x", "enter")
    exam = sitting(learner).exam
    choices = [i for i in range(exam.total) if exam.presented(i).question.type == "single-choice"]
    for i in choices:
        await sitting(learner).go(i)
        await learner.press("2")
    await learner.press("f")
    await sitting(learner).go((choices or [0])[-1])
    await learner.press("up", "minus")


async def noted(learner: Learner) -> None:
    """A note with the verdict."""
    await wrong(learner)
    await learner.press("w")
    await learner.type("The other article says so of needles only.")
    await learner.press("enter")


async def set_aside(learner: Learner) -> None:
    """For how long a question is set aside."""
    await wrong(learner)
    await learner.press("minus")


async def picked(learner: Learner) -> None:
    """Sentences of a document are picked, beside one with a note."""
    await learner.press("down", "down", "o", "h", "down", "w")
    await learner.type("who says so?")
    await learner.press("enter", "h", "down", "down", "down", "right")


async def notes(learner: Learner) -> None:
    """Two notes and a highlight, listed."""
    await picked(learner)
    await learner.press("h", "escape", "slash")
    await learner.type("current")
    await learner.press("enter", "w")
    await learner.type("mind the unit")
    await learner.press("enter", "escape", "escape", "escape", "m")


async def filtered(learner: Learner) -> None:
    """Search with a filter, the hit beside the list."""
    await learner.press("slash")
    await learner.type("skin tag:mechanism")


async def explained(learner: Learner) -> None:
    """A wrong choice, and why each option is right or wrong."""
    await wrong(learner)
    await learner.press("i")


async def back(learner: Learner) -> None:
    """Some answers, and the first of them again."""
    await wrong(learner)
    await learner.press("enter", "enter", "l")


async def built(learner: Learner) -> None:
    """An exam of chosen questions, before it begins."""
    await learner.press("x", "f", *["down"] * 12, "space", "down", "down", "space", "enter")
    await learner.press(*["down"] * 5, "right", "right", "right")


async def resulted(learner: Learner) -> None:
    """How an exam went."""
    await examined(learner)
    await learner.press("r", "y")


PICTURES: dict[str, tuple[str, tuple[int, int], Script, str]] = {
    "session": ("electronic-mesotherapy/what-was-documented", (110, 30), wrong, ""),
    "disputed": ("electronic-mesotherapy/chief-problem", (110, 30), right, ""),
    "stacked": ("mesotherapy-in-dermatology/tilt-angle", (80, 24), right, ""),
    "small": ("mesotherapy-in-dermatology/tilt-angle", (40, 12), right, ""),
    "light": ("electronic-mesotherapy/what-was-documented", (110, 30), wrong, "textual-light"),
    "home": ("", (80, 24), down, ""),
    "help": ("", (80, 36), pressing("question_mark"), ""),
    "reader": ("", (110, 30), pressing("down", "down", "o", "right", "right", "enter"), ""),
    "search": ("", (110, 30), found, ""),
    "statistics": ("", (80, 36), pressing("t"), ""),
    "recall": ("", (80, 36), pressing("t", "right", "right"), ""),
    "settings": ("", (80, 24), pressing("s"), ""),
    "exam": ("", (110, 30), examined, ""),
    "note": ("electronic-mesotherapy/what-was-documented", (80, 24), noted, ""),
    "note-120": ("electronic-mesotherapy/what-was-documented", (120, 36), noted, ""),
    "set-aside": ("electronic-mesotherapy/what-was-documented", (80, 24), set_aside, ""),
    "choosing": ("", (80, 24), pressing("f", "down", "space"), ""),
    "choosing-120": ("", (120, 36), pressing("t", "right", "right", "enter", "enter"), ""),
    "acting": ("", (80, 24), pressing("t", "right", "right", "enter", "down"), ""),
    "marks": ("", (80, 24), picked, ""),
    "marks-120": ("", (120, 36), picked, ""),
    "notes": ("", (80, 24), notes, ""),
    "notes-120": ("", (120, 36), notes, ""),
    "filters": ("", (120, 36), filtered, ""),
    "filters-80": ("", (80, 24), filtered, ""),
    "why-80": ("electronic-mesotherapy/what-was-documented", (80, 24), explained, ""),
    "why-120": ("electronic-mesotherapy/what-was-documented", (120, 36), explained, ""),
    "look-back-80": ("electronic-mesotherapy/what-was-documented", (80, 24), back, ""),
    "look-back-120": ("electronic-mesotherapy/what-was-documented", (120, 36), back, ""),
    "exam-builder-80": ("", (80, 24), built, ""),
    "exam-builder-120": ("", (120, 36), built, ""),
    "exam-result-80": ("", (80, 24), resulted, ""),
    "exam-result-120": ("", (120, 36), resulted, ""),
}

CITED_IN = {"quotation": 2, "list": 3, "table": 4, "code": 6}
"""How many passages further each of these is, in the set over Markdown."""

DAYS = 30


def known(question: Question) -> Response:
    """The right response."""
    if isinstance(question, Matching):
        return Response(tuple(right for _, right in question.pairs))
    points = question.points if isinstance(question, Open) else ()
    return Response(question.key, (True,) * len(points))


def learned_for_weeks(workspace: Workspace, clock: Clock) -> None:
    """Some weeks of study, so that the screens have something to say."""
    chance = random.Random(4)
    for day in range(DAYS):
        study = begin(workspace, Request(seed=day, new=5))
        while study is not None and (presented := study.presented) is not None:
            knows = chance.random() < 0.93 or presented.slot.attempt > 0
            sure = chance.random() < 0.8
            study.confidence = Confidence.SURE if sure else Confidence.UNSURE
            clock.now += timedelta(seconds=chance.randint(6, 30))
            study.answer(known(presented.question) if knows else Response(gave_up=True))
            study.go_on()
        clock.pass_days(1)


def workspace_in(home: Path, theme: str, clock: Clock) -> Workspace:
    """A workspace over the shipped sets with a history of its own."""
    where = places({"QUIZ_HOME": str(home)})
    history = History.open(where.history, now_ms=int(clock().timestamp() * 1000))
    library = Library.open([QUESTIONS], places=where)
    return Workspace(library, history, Settings(theme=theme), where.settings, clock)


async def picture(
    workspace: Workspace, question: str, size: tuple[int, int], script: Script
) -> str:
    """The screen after a script, as SVG."""
    study = Study.begin(workspace, (question,), title="", seed=2) if question else None
    app = QuizApp(workspace, study)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await script(Learner(app, pilot))
        await pilot.pause()
        return app.export_screenshot(title="quiz")


def draw_markdown(folder: Path) -> None:
    """A passage in each part of a Markdown document, at two sizes."""
    for (name, further), size in product(CITED_IN.items(), ((80, 24), (120, 36))):
        with tempfile.TemporaryDirectory() as home, valves(Path(home)) as workspace:
            script = pressing("1", "enter", *["n"] * further)
            drawn = asyncio.run(picture(workspace, "valves/lid", size, script))
        path = folder / f"markdown-{name}-{size[0]}.svg"
        path.write_text(drawn, encoding="utf-8")
        print(path)


def main(folder: Path, names: Sequence[str] = ()) -> None:
    """Write the pictures of these names, or every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    if not names:
        draw_markdown(folder)
        first_hour.draw(folder)
    with tempfile.TemporaryDirectory() as name:
        learned, clock = Path(name), Clock()
        workspace = workspace_in(learned, "", clock)
        # nobody cuts the power here
        workspace.history._connection.execute("PRAGMA synchronous = OFF")
        learned_for_weeks(workspace, clock)
        workspace.history.close()
        workspace.library.close()
        chosen = {name: PICTURES[name] for name in names or PICTURES}
        for title, (question, size, script, theme) in chosen.items():
            with tempfile.TemporaryDirectory() as home:
                if not question:
                    shutil.copytree(learned, home, dirs_exist_ok=True)
                workspace = workspace_in(Path(home), theme, clock)
                drawn = asyncio.run(picture(workspace, question, size, script))
                workspace.history.close()
                workspace.library.close()
            (folder / f"{title}.svg").write_text(drawn, encoding="utf-8")
            print(folder / f"{title}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
