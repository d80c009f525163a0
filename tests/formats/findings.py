"""A report with odd findings, for the tests of the formats."""

from __future__ import annotations

from quiz.core.checking.findings import Finding, RelatedPlace, Severity
from quiz.core.checking.report import Guessability, SetReport

TEXT = "id: sea\ntitle: 深い海: 100 %\n" + "x" * 150 + "YYYY" + "z" * 100 + "\n\x1b[2J\tend\n"
RELATED = RelatedPlace("my, docs/sea 1.txt", 3, 4, "first here")


def finding(
    line: int = 2,
    column: int = 8,
    end_column: int = 11,
    *,
    severity: Severity = Severity.ERROR,
    rule: str = "bad-value",
    message: str = "no 100 %,\nreally: none",
    hint: str | None = "do: this",
    path: str = "sets, old/sea.yaml",
    end_line: int | None = None,
    related: tuple[RelatedPlace, ...] = (),
) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        path=path,
        line=line,
        column=column,
        end_line=end_line or line,
        end_column=end_column,
        message=message,
        hint=hint,
        set="sea",
        question="q",
        related=related,
    )


def report(*findings: Finding, text: str = TEXT) -> SetReport:
    return SetReport(
        "sets, old/sea.yaml", "sea", 4, findings, Guessability(4, 0.5, 0.75, 0.25), text=text
    )
