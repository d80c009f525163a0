"""Drive the app as a learner does, and read the screen as text."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from quiz.tui.app import QuizApp
from quiz.tui.screens.session.screen import SessionScreen
from quiz.tui.screens.session.stage_keys import Stage
from tests.tui.waiting import nothing_ready, unpainted

TICKS = 20
"""Most paintings, one asking for the next, that are waited for."""
SIZES = [(80, 24), (120, 36), (40, 12)]
Script = Callable[["Learner"], Awaitable[None]]


class Watcher:
    """A pilot with eyes."""

    def __init__(self, app: App[int], pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each when what the one before did is on screen."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()
        if not keys:
            await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is left to lay out or paint; a painting due at a tick is due now.

        What was laid out may tell parts their new sizes, and these want another painting.
        """
        for _ in range(TICKS):
            await self.pilot.pause()
            await nothing_ready()
            if not unpainted(self.app):
                return

    async def resize(self, columns: int, rows: int) -> None:
        await self.pilot.resize_terminal(columns, rows)
        await self.settle()

    @property
    def lines(self) -> list[str]:
        """The screen as the terminal has it, without style."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def sees(self, words: str) -> bool:
        """Whether the words are on screen, line breaks and the bar beside notices aside."""
        return " ".join(words.split()) in " ".join(self.text.replace("▌", " ").split())


class Learner(Watcher):
    """Who studies."""

    app: QuizApp

    async def type(self, text: str) -> None:
        await self.press(*["space" if char == " " else char for char in text])

    @property
    def session(self) -> SessionScreen:
        assert isinstance(self.app.screen, SessionScreen)
        return self.app.screen

    @property
    def question(self) -> Question:
        presented = self.session.study.presented
        assert presented is not None
        return presented.question

    @property
    def options(self) -> tuple[str, ...]:
        presented = self.session.study.presented
        assert presented is not None
        return presented.options

    @property
    def highlighted(self) -> str:
        """The text shown in the style of a passage, in all document views."""
        from quiz.tui.widgets.document_view import DocumentView

        found = []
        for view in self.app.screen.query(DocumentView):
            if view.display and view.parent is not None and view.region.height:
                style = view.get_component_rich_style("document--passage")
                rows = [view.render_line(y) for y in range(view.size.height)]
                found += ["".join(_styled(part, style) for part in row) for row in rows]
        return " ".join(" ".join(found).split())

    async def answer(self, *, right: bool) -> None:
        """Answer whatever is asked, by keyboard alone."""
        await give(self, self.question, self.options, right=right)
        await self.press("enter")
        if self.session.stage is Stage.JUDGE:
            await self.judge(right=right)

    async def judge(self, *, right: bool) -> None:
        """Say what there is to judge: tick all points or none, count near misses or not."""
        if self.session.choices is None:
            while self.session.stage is Stage.JUDGE:
                await self.press("y" if right else "n")
            return
        count = len(self.session.choices.picker.options)
        await self.press(*[str(i + 1) for i in range(count) if right], "enter")
        if not right:
            await self.press("enter")


def _styled(segment: Segment, style: object) -> str:
    return segment.text if segment.style == style else ""


async def give(
    learner: Learner, question: Question, options: tuple[str, ...], *, right: bool
) -> None:
    """Give a response without submitting it."""

    def keys(wanted: tuple[str, ...]) -> list[str]:
        return [str(options.index(text) + 1) for text in wanted]

    match question:
        case SingleChoice() | MultipleChoice():
            await learner.press(*keys(question.key if right else question.wrong[:1]))
        case TrueFalse():
            await learner.press("1" if question.answer is right else "2")
        case Matching():
            rights = tuple(side for _, side in question.pairs)
            await learner.press(*keys(rights if right else (question.distractors[0],) * 2))
        case Ordering():
            order = question.sequence
            await learner.press(*keys(order if right else (*order[1:], order[0])))
        case ShortAnswer():
            await learner.type(question.answer if right else "sawdust")
        case Numeric():
            await learner.type(question.answer if right else "5")
        case Cloze():
            for gap in question.gaps:
                await learner.type(gap[0] if right else "sawdust")
                if gap is not question.gaps[-1]:
                    await learner.press("enter")
        case Open():
            await learner.type("at 200")


def drive(
    workspace: Workspace,
    script: Script,
    *,
    study: Study | None = None,
    size: tuple[int, int] = (80, 24),
    notices: bool = False,
) -> None:
    """Run the app over a workspace while a script presses keys."""

    async def run() -> None:
        app = QuizApp(workspace, study)
        async with app.run_test(size=size, notifications=notices) as pilot:
            learner = Learner(app, pilot)
            await learner.settle()
            await script(learner)

    asyncio.run(run())
