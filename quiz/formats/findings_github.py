"""Findings as the lines that GitHub Actions turns into annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from quiz.core.checking.findings import Finding, Severity
from quiz.core.checking.report import SetReport
from quiz.core.text.safe_text import sanitise

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_VALUES = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def to_github(reports: Sequence[SetReport]) -> Iterator[str]:
    """One workflow command a finding: one line, whatever a file name or a text holds."""
    for report in reports:
        yield from map(_command, report.findings)


def _command(finding: Finding) -> str:
    values = {
        "file": PurePath(finding.path).as_posix(),
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "title": finding.rule,
    }
    properties = ",".join(
        f"{name}={sanitise(str(value)).translate(_IN_VALUES)}" for name, value in values.items()
    )
    message = finding.message if finding.hint is None else f"{finding.message}\n{finding.hint}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{sanitise(message).translate(_IN_DATA)}"
