"""Looking back at answers: each with its verdict and its proof, without changing anything."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from quiz.core.grading.grading import Verdict
from quiz.study.common.presented import Feedback
from quiz.study.sitting.looking_back import EarlierAnswers, response_of
from quiz.study.sitting.wording import VERDICTS
from quiz.tui.actions import bindings
from quiz.tui.screens.session.answer import AnswerScreen
from quiz.tui.text import Block, join, one_line, words

ROOMY, NARROW = 64, 48
"""From so many columns on, the title also says whose answers these are."""


class LookBackScreen(AnswerScreen):
    """Walks through earlier answers, beginning with one of them."""

    room = "lookback"
    BINDINGS: ClassVar[list[BindingType]] = bindings("lookback")

    def __init__(self, answers: EarlierAnswers, place: int) -> None:
        super().__init__()
        self.answers = answers
        self._place = max(0, min(place, answers.count - 1))

    @property
    def place(self) -> int:
        """Which of the answers is on screen."""
        return self._place

    @property
    def count(self) -> int:
        """How many answers there are."""
        return self.answers.count

    def move_to(self, place: int) -> None:
        """Choose another answer."""
        self._place = place

    def feedback(self) -> Feedback | None:
        """The feedback as it was given, with today's text."""
        return self.answers.feedback(self.place)

    def vanished(self) -> list[Block]:
        """The verdict and what was given are kept; the question is not there any more."""
        review = self.answers.reviews[self.place]
        given = " / ".join(response_of(review).filled)
        return [
            Block(words(VERDICTS[Verdict(review.verdict)], "bold")),
            Block(words(f"You: {given}" if given else "Nothing was given.")),
            Block(words(f"The question {review.question} is not in its set any more.")),
        ]

    def tell_title(self) -> None:
        """Which answer it is, and when it was given."""
        place = one_line(f"Answer {self.place + 1} of {self.count}", "bold")
        head = self.answers.head(self.place)
        if self.app.size.width < NARROW:
            head = head.partition(" · ")[0]
        if self.app.size.width >= ROOMY:
            place = join(place, "  ", one_line(self.answers.title, "$foreground-muted"))
        self.title_line.tell(place, Content.styled(head, "$foreground-muted"))

    def tell_keys(self) -> None:
        """The keys that do something now."""
        walk = ["next_passage"] if self.sources.display and self.sources.pages > 1 else []
        before = ["previous"] if self.place else []
        after = ["next"] if self.place < self.count - 1 else []
        names = [*before, *after, *(["why"] if self.explains else []), *walk]
        shown = ["open_document", "copy"] if self.sources.display else []
        self.show_keys([*names, *shown, "help", "back"])
