"""The outcome of checking one set file, and the sum of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quiz.core.checking.findings import Finding, Severity


class Guessability(NamedTuple):
    """What someone scores who has read nothing, over `questions` single-choice questions (0 to 1).

    `longest`: always the longest option; `cues`: the option with the most cues; `chance`: any.
    """

    questions: int
    longest: float
    cues: float
    chance: float


class SetReport(NamedTuple):
    """What is known of one file: its set's id, how many sound questions, findings in file order.

    `id_place` is where the id stands: line, column, end line, end column, from 1. `text` is the
    file's own, to quote from; empty where it could not be read.
    """

    path: str
    set: str = ""
    questions: int = 0
    findings: tuple[Finding, ...] = ()
    guessability: Guessability | None = None
    id_place: tuple[int, int, int, int] = (1, 1, 1, 1)
    text: str = ""


def counts(reports: Iterable[SetReport]) -> Mapping[Severity, int]:
    """How many findings there are of each severity."""
    found = Counter(finding.severity for report in reports for finding in report.findings)
    return {severity: found[severity] for severity in Severity}
