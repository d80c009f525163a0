"""What an exam is to be, line by line, and the exams taken before, under one cursor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from quiz.core.questions.question_set import ExamPlan
from quiz.store.history.tables.exams import FinishedExam
from quiz.study.exams.wording import NO_LIMIT, percent_text, when_text
from quiz.tui.text import Block, cells, cropped, fit, join, one_line
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet

SETS, QUESTIONS, MINUTES, PASS, ONLY, EACH, VERDICTS = range(7)
KNOBS = ("Sets", "Questions", "Minutes", "Needed to pass", "Only", "So many of each", "Verdicts")
NAME = 18
"""Columns of the names."""

NOTHING = "These sets have no question that an exam can ask."
NEVER = "You have taken no exam yet. Your results will be listed here."
OPEN_LEFT_OUT = "Questions answered in your own words are left out: an exam marks itself."


class ExamForm(Sheet, can_focus=True):
    """Values to turn, then old exams; up and down move the cursor through both."""

    class Moved(Message):
        """Another line is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = SETS
        self.sets = ""
        self.plan = ExamPlan()
        self.further = ("", "", "")
        self.exams: tuple[FinishedExam, ...] = ()
        self.offset_min = 0

    def tell(self, sets: str, plan: ExamPlan, further: tuple[str, str, str]) -> None:
        """Show other values: the name of the sets, what the exam comes to, and which questions,
        how many of each, and when the verdicts are told.
        """
        self.sets, self.plan, self.further = sets, plan, further
        self.show(())

    def tell_exams(self, exams: Sequence[FinishedExam], offset_min: int) -> None:
        """Show old exams, with their dates so many minutes from UTC."""
        self.exams, self.offset_min = tuple(exams), offset_min
        self.cursor = min(self.cursor, len(KNOBS) + len(self.exams) - 1)
        self.show(())

    @property
    def exam(self) -> FinishedExam | None:
        """The old exam at the cursor."""
        at = self.cursor - len(KNOBS)
        return self.exams[at] if 0 <= at < len(self.exams) else None

    def move_to(self, cursor: int) -> None:
        """Choose a line and bring it into view."""
        self.cursor = max(0, min(cursor, len(KNOBS) + len(self.exams) - 1))
        self.show(())
        self.post_message(self.Moved())
        self.call_after_refresh(self.reveal, self.cursor)

    def on_key(self, event: events.Key) -> None:
        """Choose a line."""
        last = len(KNOBS) + len(self.exams) - 1
        places = {"up": self.cursor - 1, "down": self.cursor + 1, "home": 0, "end": last}
        if event.key in places:
            event.stop()
            event.prevent_default()
            self.move_to(places[event.key])

    def blocks(self, width: int) -> Sequence[Block]:
        """The values, what they mean, and the old exams."""
        return [*self._steppers(width), Block(Content("")), *self._old(width)]

    def _steppers(self, width: int) -> Iterator[Block]:
        plan = self.plan
        values = (
            self.sets,
            str(plan.questions),
            str(plan.minutes) if plan.minutes else NO_LIMIT,
            percent_text(plan.pass_percent),
            *self.further,
        )
        for i, (name, value) in enumerate(zip(KNOBS, values, strict=True)):
            chosen = i == self.cursor
            text = f"‹ {value} ›" if chosen else f"  {value}"
            room = width - NAME
            if cells(text) > room:
                text = f"{cropped(one_line(text), room - 3).plain}… ›"
            line = join(fit(Content(name), NAME), one_line(text, "bold"))
            yield Block(fit(line, width), style=CHOSEN if chosen else "", mark=i)
        note = NOTHING if not plan.questions else OPEN_LEFT_OUT
        yield Block(Content(""))
        yield Block(Content.styled(note, "$foreground-muted"))

    def _old(self, width: int) -> Iterator[Block]:
        yield Block(Content.styled("Exams you took", "bold $text-accent"))
        if not self.exams:
            yield Block(Content.styled(NEVER, "$foreground-muted"))
        for i, exam in enumerate(self.exams, len(KNOBS)):
            chosen = i == self.cursor
            line = fit(self._row(exam, width - 2), width - 2)
            lead = Content.styled("▸ ", "bold $text-accent") if chosen else Content("  ")
            yield Block(line, lead, style=CHOSEN if chosen else "", mark=i)

    def _row(self, exam: FinishedExam, width: int) -> Content:
        record, score = exam
        when = when_text(record, self.offset_min)
        when = when[:10] if width < 56 else when
        outcome = "✓ passed" if score.passed else "✗ not passed"
        if width < 56:
            outcome = "✓ passed" if score.passed else "✗ failed"
        figures = f"{percent_text(score.percent):>8}  {outcome:<12}".rstrip()
        figures = figures.ljust(10 + (10 if width < 56 else 12))
        room = width - cells(when) - 2 - cells(figures)
        return join(when, "  ", fit(one_line(record.title), max(0, room)), figures)
