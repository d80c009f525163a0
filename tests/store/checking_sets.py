"""Small sets for the tests of checking: written to a folder, checked, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz.core.checking.findings import Finding
from quiz.core.checking.report import SetReport
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found

DOCUMENT = "One whale sings. Two whales sing. The sea is deep,\nand cold. Whales sing.\n"
HEAD = "id: sea\ntitle: The sea\ndocuments:\n  sea: documents/sea.txt\nquestions:\n"
QUESTION = """\
  - id: {id}
    type: short-answer
    stem: What do they do?
    answer: sing
    explanation: It carries far in the water.
    sources:
      - {source}
"""
GOOD = "{document: sea, exact: One whale sings.}"


def folder_with(tmp_path: Path, document: str = DOCUMENT) -> Path:
    (tmp_path / "documents").mkdir(exist_ok=True)
    (tmp_path / "documents" / "sea.txt").write_text(document, "utf-8", newline="")
    return tmp_path


def one_question(source: str = GOOD, id: str = "q") -> str:
    return HEAD + QUESTION.format(id=id, source=source)


def report_on(tmp_path: Path, text: str) -> SetReport:
    path = folder_with(tmp_path) / "sea.yaml"
    path.write_text(text, "utf-8", newline="")
    return check_file(Found(path, tmp_path)).report


def findings_in(tmp_path: Path, text: str) -> tuple[Finding, ...]:
    return report_on(tmp_path, text).findings


def places(findings: Sequence[Finding]) -> list[tuple[int, int, str]]:
    return [(finding.line, finding.column, finding.rule) for finding in findings]
