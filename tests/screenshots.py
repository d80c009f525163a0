"""Make the pictures of the documentation: `python -m tests.screenshots FOLDER`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from quiz.core.grading import Response
from quiz.core.question import SingleChoice
from quiz.store.history import History
from quiz.store.library import Library
from quiz.store.places import places
from quiz.store.settings import Settings
from quiz.study.begin import begin
from quiz.study.desk import Desk
from quiz.study.request import Request
from quiz.study.study import Study
from quiz.tui.app import QuizApp
from tests.plain.nine_types import Clock
from tests.tui.driving import Learner

QUESTIONS = Path(__file__).parent.parent / "questions"
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


async def keys(learner: Learner) -> None:
    """Open the help."""
    await learner.press("question_mark")


PICTURES: dict[str, tuple[str, tuple[int, int], Script, str]] = {
    "session": ("electronic-mesotherapy/basis", (110, 30), wrong, ""),
    "disputed": ("electronic-mesotherapy/sensations", (110, 30), right, ""),
    "stacked": ("mesotherapy-in-dermatology/tilt-angle", (80, 24), right, ""),
    "small": ("mesotherapy-in-dermatology/tilt-angle", (40, 12), right, ""),
    "light": ("electronic-mesotherapy/basis", (110, 30), wrong, "textual-light"),
    "home": ("", (80, 24), down, ""),
    "help": ("", (80, 36), keys, ""),
}


def learned_a_little(desk: Desk, clock: Clock) -> None:
    """Some days of study, so that home has something to say."""
    for _ in range(3):
        study = begin(desk, Request(seed=1, new=18))
        while study is not None and (turn := study.turn) is not None and turn.slot.attempt == 0:
            study.answer(Response(turn.question.key, (True,) * 9))
            study.go_on()
        clock.pass_days(2)


def desk_in(home: Path, theme: str, clock: Clock) -> Desk:
    """A desk over the shipped sets with a history of its own."""
    where = places({"QUIZ_HOME": str(home)})
    history = History.open(where.history, now_ms=int(clock().timestamp() * 1000))
    library = Library.open([QUESTIONS], places=where)
    return Desk(library, history, Settings(theme=theme), where.settings, clock)


async def picture(desk: Desk, question: str, size: tuple[int, int], script: Script) -> str:
    """The screen after a script, as SVG."""
    study = Study.begin(desk, (question,), title="", seed=2) if question else None
    app = QuizApp(desk, study)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await script(Learner(app, pilot))
        await pilot.pause()
        return app.export_screenshot(title="quiz")


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (question, size, script, theme) in PICTURES.items():
        with tempfile.TemporaryDirectory() as home:
            clock = Clock()
            desk = desk_in(Path(home), theme, clock)
            if not question:
                learned_a_little(desk, clock)
            drawn = asyncio.run(picture(desk, question, size, script))
            desk.history.close()
            desk.library.close()
        (folder / f"{name}.svg").write_text(drawn, encoding="utf-8")
        print(folder / f"{name}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
