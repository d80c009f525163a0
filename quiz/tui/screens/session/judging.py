"""What only the learner can judge: points of an open answer, near misses of typed words."""

from __future__ import annotations

from quiz.core.grading.grading import Response
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.study.common.presented import Judgement
from quiz.study.sitting.picking import Mode, Picker
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.screens.session.text import judge_blocks
from quiz.tui.screens.session.view import SessionView
from quiz.tui.text import Block, words
from quiz.tui.widgets.choice_pad import ChoicePad

NONE_TICKED = "Nothing is ticked. Enter again, if you had none of it."
YES_OR_NO = "Say which: y, it counts; n, it does not."


class JudgingView(SessionView):
    """Lets the learner judge beside the passage. Whoever inherits takes what was judged."""

    judgement: Judgement | None = None
    _judged: tuple[bool, ...] = ()
    _asked_again = False

    async def take(self, response: Response) -> None:
        """Take a response."""
        raise NotImplementedError

    async def judge(self, judgement: Judgement) -> None:
        """Ask the learner to judge."""
        presented = self.study.presented
        if presented is None:
            return
        self.judgement, self._judged, self._asked_again = judgement, (), False
        with self.app.batch_update():
            await self._show_judging(presented.question, judgement)

    async def _show_judging(self, question: Question, judgement: Judgement) -> None:
        self.stage = Stage.JUDGE
        self.add_class("-judged")
        self.said.display = False
        self.sources.show(judgement.evidence)
        if isinstance(question, Open):
            await self._place(ChoicePad(question, Picker(Mode.MANY, question.points)))
            self._focus_pad()
        else:
            await self.pad_holder.remove_children()
            self.pad_holder.display = False
            self.set_focus(None)
        self._tell_judging()
        self.left.scroll_home(animate=False)

    def _tell_judging(self, notice: str = "") -> None:
        presented, judgement = self.study.presented, self.judgement
        if presented is None or judgement is None:
            return
        place = len(self._judged)
        blocks = list(judge_blocks(presented.question, judgement, place))
        blocks += [Block(words(notice, "bold $text-warning"))] if notice else []
        self.hints.show(blocks)
        self.hints.display = True
        self.show_stage_keys()

    async def confirm(self) -> None:
        """Enter: take the ticks; nothing ticked is asked about once, y or n is not guessed at."""
        judgement, pad = self.judgement, self.choices
        if judgement is None:
            return
        if pad is None:
            self._tell_judging(YES_OR_NO)
        elif not pad.picker.picked and not self._asked_again:
            self._asked_again = True
            self._tell_judging(NONE_TICKED)
        else:
            ticked = {judgement.parts[i] for i in pad.picker.picked}
            await self._hand_in(ticked)

    async def action_counts(self) -> None:
        """What was typed says the same."""
        await self._decide(True)

    async def action_counts_not(self) -> None:
        """What was typed does not say the same."""
        await self._decide(False)

    async def _decide(self, counts: bool) -> None:
        judgement = self.judgement
        if self.stage is not Stage.JUDGE or judgement is None or self.choices is not None:
            return
        self._judged = (*self._judged, counts)
        if len(self._judged) < len(judgement.parts):
            self._tell_judging()
        else:
            said = zip(judgement.parts, self._judged, strict=True)
            await self._hand_in({part for part, counted in said if counted})

    def take_judgement_back(self) -> None:
        """One near miss back, where there are several."""
        self._judged = self._judged[:-1]
        self._tell_judging()

    async def _hand_in(self, right: set[int]) -> None:
        assert self.judgement is not None
        flags = tuple(i in right for i in range(len(self.judgement.grade.parts)))
        await self.take(Response(self.judgement.response.given, flags))
