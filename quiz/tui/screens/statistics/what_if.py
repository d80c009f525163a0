"""The page that answers what an exam would come to; the arrows choose its set and its day."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.text.signs.columns import cut
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.text.exams import what_if_lines
from quiz.study.statistics.text.lines import UNICODE, Line, Span, said
from quiz.study.statistics.text.words import day_text
from quiz.study.statistics.what_if import Scoring, WhatIf, exam_day

FURTHEST = 3650


class WhatIfPage:
    """A set, a day, and the score; made when the page is first shown."""

    def __init__(self, scope: Scope, set_id: str = "") -> None:
        self.scope = scope
        self.entries = [entry for entry in scope.entries if entry.count]
        ids = [entry.id for entry in self.entries]
        self.at = ids.index(set_id) if set_id in ids else 0
        self.scoring = Scoring(scope)
        self.day = scope.today
        self.found: WhatIf | None = None
        self.choose(0)

    def choose(self, step: int) -> None:
        """Go to another set, and to the day of its exam."""
        if self.entries:
            self.at = (self.at + step) % len(self.entries)
            self.day = exam_day(self.scope, self.entries[self.at].id)
            self._ask()

    def move(self, days: int) -> None:
        """Go to another day, never before today."""
        if self.entries:
            today = self.scope.today
            self.day = max(today, min(today + FURTHEST, self.day + days))
            self._ask()

    def lines(self, width: int) -> Iterator[Line]:
        """The choice, and the answer."""
        if self.found is None:
            yield from said("There is no question set that can be studied.", width)
            return
        yield ()
        place = f"  {self.at + 1} of {len(self.entries)}"
        title = cut(" ".join(self.found.title.split()), width - 7 - len(place), UNICODE.cut)
        yield (Span("  ↑ ↓  ", "goal"), Span(title), Span(place, "muted"))
        yield (Span("  ← →  ", "goal"), Span(day_text(self.day)))
        yield from what_if_lines(self.found, width, UNICODE, titled=False)

    def _ask(self) -> None:
        self.found = self.scoring.what_if(self.entries[self.at], self.day)
