from __future__ import annotations

import json

from quiz.core.checking.findings import Severity
from quiz.formats.findings_github import to_github
from quiz.formats.findings_json import to_json
from quiz.formats.findings_sarif import to_sarif
from tests.formats.findings import RELATED, finding, report

WARNING = finding(severity=Severity.WARNING, rule="clang", hint=None, message="echo")
INFO = finding(severity=Severity.INFO, rule="clang")


def test_json_has_just_the_agreed_keys() -> None:
    value = json.loads(to_json([report(finding(), WARNING, INFO)]))
    assert list(value) == ["findings", "summary"]
    assert value["findings"][0] == {
        "rule": "bad-value",
        "severity": "error",
        "path": "sets, old/sea.yaml",
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 11,
        "message": "no 100 %,\nreally: none",
        "hint": "do: this",
        "set": "sea",
        "question": "q",
    }
    assert value["findings"][1]["hint"] is None
    summary = value["summary"]
    assert (summary["files"], summary["errors"], summary["warnings"], summary["infos"]) == (
        1,
        1,
        1,
        1,
    )
    assert summary["rules"] == {"clang": 2, "bad-value": 1}
    assert summary["sets"][0]["guessability"]["cues"] == 0.75


def test_github_lines_are_escaped() -> None:
    assert list(to_github([report(finding(), WARNING, INFO)])) == [
        "::error file=sets%2C old/sea.yaml,line=2,col=8,endLine=2,endColumn=11,title=bad-value"
        "::no 100 %25,%0Areally: none%0Ado: this",
        "::warning file=sets%2C old/sea.yaml,line=2,col=8,endLine=2,endColumn=11,title=clang::echo",
        "::notice file=sets%2C old/sea.yaml,line=2,col=8,endLine=2,endColumn=11,title=clang"
        "::no 100 %25,%0Areally: none%0Ado: this",
    ]


def test_sarif_has_what_its_standard_asks_for() -> None:
    log = json.loads(to_sarif([report(finding(related=(RELATED,)), WARNING, INFO)]))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Citequiz"
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == ["bad-value", "clang"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "sets%2C%20old/sea.yaml"
        assert physical["region"] == {
            "startLine": 2,
            "startColumn": 8,
            "endLine": 2,
            "endColumn": 11,
        }
    (related,) = run["results"][0]["relatedLocations"]
    assert related["message"]["text"] == "first here"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "my%2C%20docs/sea%201.txt"


def test_nothing_found_is_valid_too() -> None:
    assert json.loads(to_json([]))["findings"] == []
    assert json.loads(to_sarif([]))["runs"][0]["results"] == []
    assert list(to_github([report()])) == []
