"""A screen with a verdict and its passages; on demand, the reason for each option with its own."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.study.common.evidence import Evidence
from quiz.study.common.presented import Feedback
from quiz.study.sitting.reasons import Reason, has_reasons, reasons
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.text import Block
from quiz.tui.widgets.choice_pad import option_of_key
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.source_pane import SourcePane
from quiz.tui.widgets.verdict import said, verdict_blocks

NO_REASONS = "There are no options here, so no further reasons."


def keeps_options(question: Question) -> bool:
    """Whether the options stay in view with their verdict."""
    return isinstance(question, SingleChoice | TrueFalse | MultipleChoice)


class ReasonedScreen(FramedScreen):
    """Shows what is said of an answer; digits, or `i` for all, show why each option is what it is.

    Whoever inherits places `said` and `sources`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.said = Sheet(id="said")
        self.sources = SourcePane()
        self.told: Feedback | None = None
        self._after: tuple[Block, ...] = ()
        self._reasons: tuple[Reason, ...] = ()
        self._explained: frozenset[int] = frozenset()

    def tell_verdict(self, feedback: Feedback, after: Sequence[Block] = ()) -> None:
        """Show a verdict and its passages; `after` stands below it."""
        self.told, self._after = feedback, tuple(after)
        self._reasons, self._explained = (), frozenset()
        self._tell_said()
        self.said.display = True
        self.sources.show(feedback.evidence)

    @property
    def explains(self) -> bool:
        """Whether there are options to explain."""
        return self.told is not None and has_reasons(self.told.presented.question)

    @property
    def shows_options(self) -> bool:
        """Whether the options are in view with their verdict."""
        hidden = self.has_class("-low") and self.has_class("-stacked")
        question = self.told.presented.question if self.told is not None else None
        return question is not None and keeps_options(question) and not hidden

    def action_why(self) -> None:
        """Show the reasons for all options, or no more."""
        found = self._found()
        if not found:
            self.notify(NO_REASONS, timeout=3)
            return
        everything = frozenset(reason.number for reason in found)
        self._explain(frozenset() if self._explained == everything else everything)

    def explain(self, key: str, character: str | None) -> bool:
        """Show the reason for the option that a key means; whether it means one."""
        option = option_of_key(key, character, len(self._found()))
        if option is None:
            return False
        self.explain_option(option)
        return True

    def explain_option(self, option: int) -> None:
        """Show the reason for an option (from 0), or no more."""
        number = frozenset({option + 1})
        self._explain(frozenset() if self._explained == number else number)

    def _found(self) -> tuple[Reason, ...]:
        """The reasons, looked up when they are first wanted."""
        if self.told is not None and self.explains and not self._reasons:
            self._reasons = reasons(self.quiz.workspace.library, self.told)
        return self._reasons

    def _explain(self, numbers: frozenset[int]) -> None:
        assert self.told is not None
        self._explained = numbers
        self._tell_said()
        chosen = [one for one in self._reasons if one.number in numbers]
        self.sources.show(_passages(chosen) or self.told.evidence)
        if chosen:
            self.call_after_refresh(self.call_after_refresh, self.said.reveal, chosen[0].number)
        self.tell_why()

    def tell_why(self) -> None:
        """Other keys fit now; for heirs."""

    def _tell_said(self) -> None:
        assert self.told is not None
        chosen = [one for one in self._reasons if one.number in self._explained]
        verdict = verdict_blocks(
            self.told,
            options_shown=self.shows_options,
            explained=[one.text for one in chosen],
        )
        blocks = [said(one.line)._replace(mark=one.number) for one in chosen]
        self.said.show([*verdict, *blocks, *self._after])


def _passages(chosen: Sequence[Reason]) -> tuple[Evidence, ...]:
    """The passages of some reasons, each once."""
    found = {(one.role, one.source): one for reason in chosen for one in reason.evidence}
    return tuple(found.values())
