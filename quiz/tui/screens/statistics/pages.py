"""The pages of the statistics: their figures, worked out when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from quiz.study.statistics.certainty import certainty_figures
from quiz.study.statistics.exams import exam_figures
from quiz.study.statistics.memory import memory_figures
from quiz.study.statistics.recall import recall_figures
from quiz.study.statistics.retention import retention_figures
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.text import exams as tell_exams
from quiz.study.statistics.text import memory as tell_memory
from quiz.study.statistics.text import recall as tell_recall
from quiz.study.statistics.text import today as tell_today
from quiz.study.statistics.text.lines import UNICODE, Line, Marks
from quiz.study.statistics.today import today_figures

Found = TypeVar("Found")
Tell = Callable[[int], Iterable[Line]]
"""What a page shows at a width."""

MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Page(Generic[Found]):
    """A page: how its figures are found, and how they are told."""

    figures: Callable[[Scope], Found]
    lines: Callable[[Found, int, Marks], Iterable[Line]]

    def load(self, scope: Scope) -> Tell:
        """Find the figures now; raises HistoryError and the like."""
        found = self.figures(scope)
        return lambda width: self.lines(found, width, UNICODE)


PAGES: dict[str, Callable[[Scope], Tell]] = {
    "Today": Page(today_figures, tell_today.today_lines).load,
    "Retention": Page(retention_figures, tell_recall.retention_lines).load,
    "Recall": Page(
        recall_figures,
        lambda found, width, marks: tell_recall.recall_lines(found, width, marks, MOST_ROWS),
    ).load,
    "Memory": Page(memory_figures, tell_memory.memory_lines).load,
    "Certainty": Page(certainty_figures, tell_memory.certainty_lines).load,
    "Exams": Page(exam_figures, tell_exams.exam_lines).load,
}

SECTIONS, WHAT_IF = "Sections", "What if"
NAMES = ("Today", "Retention", "Recall", SECTIONS, "Memory", "Certainty", "Exams", WHAT_IF)
