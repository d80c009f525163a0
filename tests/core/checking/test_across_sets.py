"""What only shows when several sets are looked at together."""

from __future__ import annotations

import pytest

from quiz.core.checking.report import SetReport
from quiz.core.checking.rules.across_sets import with_rivals


def report(path: str, text: str = "", set: str = "bread") -> SetReport:
    return SetReport(path, set=set, id_place=(2, 5, 2, 10), text=text or path)


@pytest.mark.parametrize(
    "reports",
    [
        [report("a.yaml"), report("b.yaml", set="cake")],
        [report("a.yaml", "the same"), report("b.yaml", "the same")],
        [report("a.yaml", set=""), report("b.yaml", set="")],
        [],
    ],
)
def test_sets_with_ids_of_their_own_or_the_same_text_are_no_rivals(
    reports: list[SetReport],
) -> None:
    assert with_rivals(reports) == reports


def test_the_first_of_two_sets_owns_their_id() -> None:
    first, second = with_rivals([report("a.yaml"), report("b.yaml")])
    assert first.findings == ()
    (finding,) = second.findings
    assert (finding.rule, finding.place) == ("duplicate-set-id", "b.yaml:2:5")
    assert (finding.end_line, finding.end_column, finding.set) == (2, 10, "bread")
    assert finding.message == "the id 'bread' is already used by a.yaml"
    assert finding.hint == "give one of the two another id"
    assert finding.related == (("a.yaml", 2, 5, "first used here"),)


def test_a_file_named_as_a_copy_owns_nothing() -> None:
    copy, original = with_rivals([report("a copy.yaml"), report("a.yaml")])
    assert original.findings == ()
    (finding,) = copy.findings
    assert finding.hint == "delete this copy, or give it an id of its own"
    assert finding.related[0].path == "a.yaml"
