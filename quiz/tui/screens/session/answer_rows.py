"""The answers of a session that is over, as rows that can be opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from quiz.core.grading.grading import Verdict
from quiz.core.memory.records import Review
from quiz.study.sitting.looking_back import EarlierAnswers
from quiz.study.sitting.wording import short_answer
from quiz.tui.text import Block, fit, join, one_line
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet

SIGNS = {
    Verdict.CORRECT: ("✓", "$text-success"),
    Verdict.PARTLY: ("◐", "$text-warning"),
    Verdict.WRONG: ("✗", "$text-error"),
}
HELPED = ("?", "$text-warning")
"""The sign of what was right with help."""


class AnswerRows(Sheet, can_focus=True):
    """First tries, those not right at once before the others; no row is chosen at first."""

    class Moved(Message):
        """Another row, or none, is chosen."""

    def __init__(self) -> None:
        super().__init__(id="rows")
        self.answers: EarlierAnswers | None = None
        self.order: tuple[int, ...] = ()
        self.cursor = -1
        self._missed = 0

    def tell(self, answers: EarlierAnswers) -> None:
        """Show the answers of a session."""
        self.answers = answers
        first = [i for i, review in enumerate(answers.reviews) if review.attempt == 0]
        missed = [i for i in first if not answers.reviews[i].right_at_once]
        self.order = (*missed, *(i for i in first if i not in missed))
        self._missed = len(missed)
        self.show(())

    @property
    def chosen(self) -> int | None:
        """The answer (from 0) that the cursor is on."""
        return self.order[self.cursor] if 0 <= self.cursor < len(self.order) else None

    def move_to(self, cursor: int) -> None:
        """Choose a row, or none above the first; it comes into view."""
        self.cursor = max(-1, min(cursor, len(self.order) - 1))
        self.show(())
        self.post_message(self.Moved())
        self.call_after_refresh(self.reveal, max(0, self.cursor))

    def on_key(self, event: events.Key) -> None:
        """Arrows, Home and End, and pages."""
        page = max(1, self.screen.size.height - 6)
        last = len(self.order) - 1
        places = {"up": self.cursor - 1, "down": self.cursor + 1, "home": 0, "end": last}
        places |= {"pageup": self.cursor - page, "pagedown": self.cursor + page}
        if event.key in places and self.order:
            event.stop()
            event.prevent_default()
            self.move_to(places[event.key])

    def blocks(self, width: int) -> Sequence[Block]:
        """Two headings and the rows."""
        return list(self._lines(width)) if self.answers is not None else []

    def _lines(self, width: int) -> Iterator[Block]:
        for at, index in enumerate(self.order):
            if at in (0, self._missed):
                yield from [Block(Content(""))] if at else []
                head = "To look at again" if at < self._missed else "Right at once"
                yield Block(Content.styled(head, "bold $text-accent"))
            yield from self._row(at, index, width)

    def _row(self, at: int, index: int, width: int) -> Iterator[Block]:
        assert self.answers is not None
        review, question = self.answers.reviews[index], self.answers.question(index)
        chosen = at == self.cursor
        sign, style = sign_of(review)
        stem = question.stem if question is not None else f"{review.question} (gone)"
        text = fit(join(Content.styled(f"{sign} ", style), one_line(stem)), width - 2)
        lead = Content.styled("▸ ", "bold $text-accent") if chosen else Content("  ")
        if chosen:
            text = Content(text.plain)
        yield Block(text, lead, style=CHOSEN if chosen else "", mark=at)
        if at < self._missed and question is not None:
            answer = one_line(short_answer(question), "$foreground-muted")
            yield Block(answer, Content("    → "), mark=at)


def sign_of(review: Review) -> tuple[str, str]:
    """A sign and its style for how an answer went."""
    helped = review.verdict == Verdict.CORRECT and review.hints
    return HELPED if helped else SIGNS[Verdict(review.verdict)]
