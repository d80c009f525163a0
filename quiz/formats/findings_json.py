"""Findings as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quiz.core.checking.findings import Finding
from quiz.core.checking.report import SetReport, counts
from quiz.formats.json_text import json_text


def to_json(reports: Sequence[SetReport]) -> str:
    """`findings`, and a `summary` with the counts and, by set, its guessability (0 to 1)."""
    findings = [_finding(one) for report in reports for one in report.findings]
    value = {"findings": findings, "summary": _summary(reports)}
    return json_text(value)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "message": finding.message,
        "hint": finding.hint,
        "set": finding.set,
        "question": finding.question,
    }


def _summary(reports: Sequence[SetReport]) -> dict[str, object]:
    rules = Counter(finding.rule for report in reports for finding in report.findings)
    by_severity = {f"{severity}s": count for severity, count in counts(reports).items()}
    return {
        "files": len(reports),
        **by_severity,
        "rules": dict(rules.most_common()),
        "sets": [_set(report) for report in reports],
    }


def _set(report: SetReport) -> dict[str, object]:
    guess = report.guessability
    scores = guess and {
        "questions": guess.questions,
        "longest": round(guess.longest, 4),
        "cues": round(guess.cues, 4),
        "chance": round(guess.chance, 4),
    }
    return {
        "path": report.path,
        "set": report.set,
        "questions": report.questions,
        "guessability": scores,
    }
