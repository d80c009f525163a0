"""What only shows when several sets are looked at together."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.core.checking.findings import Finding, RelatedPlace
from quiz.core.checking.registry import RULES
from quiz.core.checking.report import SetReport
from quiz.core.text.copies import looks_copied

_RULE = RULES["duplicate-set-id"]


def with_rivals(reports: Iterable[SetReport]) -> list[SetReport]:
    """The reports; each set whose id another one owns gets a finding, unless the two are equal.

    The first one owns it, unless its file is named as a copy.
    """
    listed = list(reports)
    first: dict[str, SetReport] = {}
    found: list[SetReport] = []
    for report in sorted(listed, key=_is_copy):
        first.setdefault(report.set, report)
    for report in listed:
        owner = first[report.set] if report.set else report
        rival = owner is not report and owner.text != report.text
        found.append(_with_rival(report, owner) if rival else report)
    return found


def _is_copy(report: SetReport) -> bool:
    return looks_copied(report.path.rpartition(".")[0])


def _with_rival(report: SetReport, owner: SetReport) -> SetReport:
    finding = Finding(
        _RULE.name,
        _RULE.level,
        report.path,
        *report.id_place,
        message=f"the id '{report.set}' is already used by {owner.path}",
        hint="delete this copy, or give it an id of its own"
        if _is_copy(report)
        else "give one of the two another id",
        set=report.set,
        related=(RelatedPlace(owner.path, *owner.id_place[:2], "first used here"),),
    )
    return report._replace(findings=(finding, *report.findings))
