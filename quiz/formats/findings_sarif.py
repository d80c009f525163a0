"""Findings as SARIF 2.1.0, which code hosts and editors read (OASIS standard, 2020)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from quiz import __version__
from quiz.core.checking.findings import Finding, RelatedPlace, Severity
from quiz.core.checking.registry import RULES, Rule
from quiz.core.checking.report import SetReport
from quiz.formats.json_text import json_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(reports: Sequence[SetReport]) -> str:
    """One run, with the rules that have findings."""
    findings = [finding for report in reports for finding in report.findings]
    names = sorted({finding.rule for finding in findings})
    driver = {
        "name": "Citequiz",
        "semanticVersion": __version__,
        "rules": [_rule(RULES[name]) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, names.index(finding.rule)) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": f"`quiz rules {rule.name}` explains this rule."},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(finding: Finding, index: int) -> dict[str, object]:
    hint = f" ({finding.hint})" if finding.hint else ""
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    found: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [_location(finding.path, region)],
    }
    if finding.related:
        found["relatedLocations"] = [_related(i, p) for i, p in enumerate(finding.related)]
    return found


def _location(path: str, region: dict[str, int]) -> dict[str, object]:
    uri = quote(PurePath(path).as_posix(), errors="surrogateescape")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _related(number: int, place: RelatedPlace) -> dict[str, object]:
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "id": number,
        **_location(place.path, region),
        "message": {"text": place.message},
    }
