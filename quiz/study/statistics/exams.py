"""The exams that were submitted, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.memory.rates import Rate
from quiz.core.memory.records import set_of
from quiz.study.statistics.scope import Scope


@dataclass(frozen=True, slots=True)
class Sat:
    """An exam: its study day, the score, and the percentage (0 to 100) needed to pass, or 0."""

    day: int
    title: str
    score: Rate
    needed: float
    passed: bool


@dataclass(frozen=True, slots=True)
class ExamFigures:
    """Every exam, the first one first."""

    exams: tuple[Sat, ...]

    @property
    def passed(self) -> Rate:
        """Of those with a mark to reach, how many reached it."""
        judged = [exam for exam in self.exams if exam.needed]
        return Rate(sum(exam.passed for exam in judged), len(judged))


def exam_figures(scope: Scope) -> ExamFigures:
    """The exams with at least one question of these sets."""
    found = [
        Sat(
            exam.record.day,
            exam.record.title,
            Rate(exam.score.right, exam.score.total),
            exam.score.pass_percent,
            exam.score.passed,
        )
        for exam in scope.workspace.history.exams()
        if scope.sets is None or any(set_of(uid) in scope.sets for uid in exam.record.plan)
    ]
    return ExamFigures(tuple(reversed(found)))
