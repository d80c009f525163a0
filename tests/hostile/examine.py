"""One hostile file through the real reader and checker."""

from __future__ import annotations

from pathlib import Path

from quiz.core.checking.findings import Finding, Severity
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found
from tests.hostile.case import Case


def library_in(folder: Path) -> Path:
    """An empty folder in which a case is made; what lies beside it is outside of the library."""
    made = folder / "library"
    made.mkdir(parents=True)
    return made


def examine(case: Case, path: Path) -> tuple[Finding, ...]:
    """What is found in the set at `path`, which `case` made."""
    with case.during(path):
        return check_file(Found(path, path.parent), digesting=True).report.findings


def expected(case: Case, findings: tuple[Finding, ...]) -> Finding | None:
    """The finding the case must get, at its place."""
    place = (case.rule, case.line, case.column)
    hits = (f for f in findings if (f.rule, f.line, f.column) == place and case.words in f.message)
    return next(hits, None)


def satisfied(case: Case, findings: tuple[Finding, ...]) -> bool:
    """Whether the case got its finding, or none that is an error where it is fine."""
    if case.rule:
        return expected(case, findings) is not None
    return not any(finding.severity.reaches(Severity.ERROR) for finding in findings)
