"""The score of an exam, in all and by document and tag.

One question is one point, and only a response that is right in every part earns it: what is partly
right counts like what is wrong, as it does for the schedule. `credit` shows beside it how much was
right. An unanswered question is worth nothing. A question that dropped out of its set before the
exam was submitted does not count at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quiz.core.exams.record import ExamAnswer, Mark


class Share(NamedTuple):
    """A part of an exam: right of total, and the credit (points with partly right ones)."""

    name: str
    right: int
    total: int
    credit: float = 0.0

    @property
    def percent(self) -> float:
        """0 to 100; of nothing, 0."""
        return percent_of(self.right, self.total)


class ExamScore(NamedTuple):
    """How an exam went. `documents` add up to `total`; a question counts under each of its tags.

    A name of '' stands for questions without document or tag. `spent_ms` is the time with a
    question on screen.
    """

    right: int
    partly: int
    wrong: int
    unanswered: int
    credit: float
    pass_percent: float
    spent_ms: int = 0
    documents: tuple[Share, ...] = ()
    tags: tuple[Share, ...] = ()

    @property
    def total(self) -> int:
        """How many questions count."""
        return self.right + self.partly + self.wrong + self.unanswered

    @property
    def percent(self) -> float:
        """0 to 100."""
        return percent_of(self.right, self.total)

    @property
    def passed(self) -> bool:
        """Whether the score reaches what is needed; an exam without questions is not passed."""
        return self.total > 0 and 100 * self.right >= self.pass_percent * self.total


def percent_of(right: int, total: int) -> float:
    """A share as 0 to 100; of nothing, 0."""
    return 100 * right / total if total else 0.0


def score(answers: Iterable[ExamAnswer], pass_percent: float) -> ExamScore:
    """Count the marked answers of an exam; `pass_percent` is 0 to 100."""
    counted = [answer for answer in answers if answer.mark is not Mark.NONE]
    marks = Counter(answer.mark for answer in counted)
    by_document: dict[str, list[ExamAnswer]] = defaultdict(list)
    by_tag: dict[str, list[ExamAnswer]] = defaultdict(list)
    for answer in counted:
        by_document[answer.document].append(answer)
        for tag in dict.fromkeys(answer.tags) or ("",):
            by_tag[tag].append(answer)
    return ExamScore(
        right=marks[Mark.CORRECT],
        partly=marks[Mark.PARTLY],
        wrong=marks[Mark.WRONG],
        unanswered=marks[Mark.UNANSWERED],
        credit=sum(answer.credit for answer in counted),
        pass_percent=pass_percent,
        spent_ms=sum(answer.spent_ms for answer in counted),
        documents=_shares(by_document),
        tags=_shares(by_tag),
    )


def _shares(groups: dict[str, list[ExamAnswer]]) -> tuple[Share, ...]:
    """By name, what has none last."""
    names = sorted(groups, key=lambda name: (not name, name.casefold(), name))
    return tuple(_share(name, groups[name]) for name in names)


def _share(name: str, answers: Sequence[ExamAnswer]) -> Share:
    right = sum(answer.mark is Mark.CORRECT for answer in answers)
    return Share(name, right, len(answers), sum(answer.credit for answer in answers))
