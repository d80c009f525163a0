"""What can be done once a verdict is there, and about the question at any time."""

from __future__ import annotations

from functools import partial

from quiz.core.memory.records import set_of
from quiz.core.questions.hints import LookedUp
from quiz.study.common.presented import Feedback
from quiz.study.sitting.wording import LOOKED_UP_WORDS
from quiz.tui.screens.session.judging import JudgingView
from quiz.tui.screens.session.stage_keys import Stage

NOTHING_ANSWERED = "Nothing is answered yet in this session."


class AfterVerdict(JudgingView):
    """Rates an answer anew, walks its passages, looks things up, back and into the set."""

    # The answer, kept in another way

    async def action_easy(self) -> None:
        """Rate the last answer Easy."""
        if self.stage is Stage.VERDICT:
            await self._tell(self.quiz.guarded(self.study.mark_easy, self.action_easy))

    async def own_up(self) -> None:
        """Keep the last answer as a guess, where that is asked."""
        await self._tell(self.quiz.guarded(self.study.mark_guessed, self.own_up))

    def action_count(self) -> None:
        """Count a typed miss as right, asked once with both texts side by side."""
        last = self.study.feedback
        if self.stage is not Stage.VERDICT or last is None or not last.contestable:
            return
        from quiz.study.sitting.wording import CONTEST, both_texts
        from quiz.tui.dialogs.ask import AskScreen

        texts = [f"{line.label}: {line.text}" for line in both_texts(last)]
        asked = AskScreen(CONTEST, texts, "counts it as right", "leaves it", easy=False)
        self.app.push_screen(asked, self._counted)

    async def _counted(self, yes: bool | None) -> None:
        if yes:
            await self._tell(self.quiz.guarded(self.study.contest, partial(self._counted, yes)))

    async def _tell(self, feedback: Feedback | None) -> None:
        if feedback is not None:
            await self.show_feedback(feedback)

    # Passages and documents

    def action_why(self) -> None:
        """Show why each option is right or wrong, or no more."""
        if self.stage is Stage.VERDICT:
            super().action_why()

    def action_next_passage(self) -> None:
        """Show the next passage."""
        if self.stage in (Stage.VERDICT, Stage.JUDGE):
            self.sources.step(1)

    def action_previous_passage(self) -> None:
        """Show the passage before."""
        if self.stage in (Stage.VERDICT, Stage.JUDGE):
            self.sources.step(-1)

    def action_copy(self) -> None:
        """Copy the passage with its place."""
        if self.stage is Stage.VERDICT and self.sources.spread:
            self.frame.copy_text(self.sources.spread[0].citation, "The passage with its place")

    def action_open_document(self) -> None:
        """Read the whole document; before the verdict without any mark, and as help.

        After it, other questions can be answered there, unless this is such an answer already.
        """
        set_id = set_of(self.study.current_uid)
        shown = self.sources.spread if self.stage is Stage.VERDICT else ()
        if shown and shown[0].document is not None:
            passages = [shown[0].passage] if shown[0].passage is not None else []
            aside = not self.study.record.aside
            self.quiz.open_document(set_id, shown[0].source.document, passages, aside=aside)
            return
        presented = self.study.presented
        if presented is not None and self.look_up(LookedUp.SECTION):
            key = next((source.document for source in presented.question.sources), "")
            self.quiz.open_document(set_id, key, marks=False, aside=False)

    @property
    def waits(self) -> bool:
        """Whether an answer is still to come, so that looking something up helps."""
        return self.stage in (Stage.ASK, Stage.CERTAIN) and self.study.feedback is None

    @property
    def waiting_uid(self) -> str:
        """The question whose answer is still to come; '' when none is."""
        return self.study.current_uid if self.waits else ""

    def look_up(self, what: LookedUp) -> bool:
        """Keep that something is looked up while the answer is wanted, and say so; False where
        that could not be kept.
        """
        if not self.waits:
            return True
        news = self.quiz.guarded(lambda: self.study.look_up(what), partial(self.look_up, what))
        if news:
            self.app.clear_notifications()  # that less was looked up
            self.notify(LOOKED_UP_WORDS[what], severity="warning", timeout=6)
            self.show_hints()
        return news is not None

    # Looking back

    def action_look_back(self) -> None:
        """See the answers of this session again; nothing changes by that."""
        from quiz.study.sitting.looking_back import of_session
        from quiz.tui.screens.session.look_back import LookBackScreen

        study, shown = self.study, self.stage is Stage.VERDICT
        answers = self.quiz.guarded(lambda: of_session(study.workspace, study.record))
        if answers is None:
            return
        if not answers.count:
            self.notify(NOTHING_ANSWERED, timeout=3)
            return
        # the verdict on screen is the last one: looking back begins with the one before it
        start = max(0, answers.count - 1 - (shown and answers.count > 1))
        self.app.push_screen(LookBackScreen(answers, start))

    # The author

    def action_flag(self) -> None:
        """Leave the author a remark."""
        from quiz.tui.screens.session.flag import FlagScreen

        self.app.push_screen(FlagScreen(), self._keep_flag)

    def _keep_flag(self, comment: str | None) -> None:
        if comment is None:
            return
        again = partial(self._keep_flag, comment)
        if self.quiz.guarded(lambda: self.study.flag(comment), again):
            self.notify("Flagged. The author finds it with: quiz flags", timeout=3)
