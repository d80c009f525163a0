from __future__ import annotations

import pytest

from quiz.core.checking.findings import Finding, Severity
from quiz.core.text.signs.columns import columns
from quiz.formats.findings_text import to_text
from tests.formats.findings import RELATED, finding, report


def lines(*findings: Finding, width: int = 80) -> list[str]:
    return list(to_text([report(*findings)], width=width))


def test_a_finding_shows_its_line_underlined_and_what_to_do() -> None:
    shown = lines(finding(message="cannot be", related=(RELATED,)))
    assert shown[:7] == [
        "error[bad-value]: cannot be",
        " --> sets, old/sea.yaml:2:8",
        "  |",
        "2 | title: 深い海: 100 %",
        "  |        ^^^^^^",
        "  = help: do: this",
        "  = note: first here: my, docs/sea 1.txt:3:4",
    ]


def test_the_carets_stand_below_the_span_behind_wide_letters() -> None:
    shown = lines(finding(column=13, end_column=18))
    assert shown[4] == "  |" + " " * 16 + "^^^^^"
    assert columns(shown[3]) == len(shown[4])


def test_the_last_lines_sum_up() -> None:
    two = [finding(severity=Severity.WARNING), finding(severity=Severity.INFO)]
    assert lines(finding(), *two, *two)[-2:] == [
        "sea: guessing always the longest option 50 %, all cues 75 %, chance 25 % (4 questions)",
        "1 error, 2 warnings, 2 info in 1 file",
    ]
    assert lines()[-1] == "No findings in 1 file"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize(("column", "end"), [(1, 4), (151, 155), (240, 255), (1, 255)])
def test_a_long_line_is_cut_around_the_span(width: int, column: int, end: int) -> None:
    shown = lines(finding(line=3, column=column, end_column=end), width=width)
    source, carets = shown[3], shown[4]
    assert columns(source) <= width
    assert carets.index("^") >= 4
    assert len(carets) <= width
    if (column, end) == (151, 155):
        assert source[carets.index("^") : carets.rindex("^") + 1] == "YYYY"


def test_control_characters_are_pictures_and_the_carets_still_fit() -> None:
    shown = lines(finding(line=4, column=6, end_column=9, path="a\x1b]52.yaml", message="\x9b1m"))
    assert not {"\x1b", "\x9b", "\t"} & set("".join(shown))
    source, carets = shown[3], shown[4]
    assert source[carets.index("^") : carets.rindex("^") + 1] == "end"


def test_of_a_block_text_the_first_line_is_shown_too() -> None:
    text = "stem: >-\n\tone\n  two  \n"
    shown = list(to_text([report(finding(1, 7, 6, end_line=3), text=text)], width=80))
    assert shown[3:7] == ["1 | stem: >-", "  |       ^^", "2 |     one", "  |     ^^^"]


def test_a_finding_beyond_the_text_has_no_snippet() -> None:
    shown = lines(finding(line=99, message="gone", hint=None))
    assert shown[:3] == ["error[bad-value]: gone", "  --> sets, old/sea.yaml:99:8", ""]


def test_colours_are_laid_around_and_change_no_text() -> None:
    painted = to_text([report(finding())], width=80, paint=lambda text, role: f"<{role}:{text}>")
    assert "<error:error[bad-value]>" in next(iter(painted))
