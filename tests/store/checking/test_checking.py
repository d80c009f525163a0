from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.checking.findings import Severity
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found
from tests.store.checking_sets import (
    GOOD,
    HEAD,
    QUESTION,
    findings_in,
    folder_with,
    one_question,
    places,
    report_on,
)

GOLDEN = Path(__file__).parent / "golden"

FAULTS = [
    (5, 9, "document-unreadable"),
    (12, 5, "unknown-key"),
    (19, 9, "duplicate-id"),
    (22, 13, "bad-value"),
    (31, 13, "bad-value"),
    (33, 5, "duplicate-key"),
    (35, 19, "unknown-document"),
    (38, 9, "bad-id"),
    (42, 13, "wrong-kind"),
    (50, 11, "bad-value"),
    (54, 16, "source-not-found"),
    (60, 7, "bad-value"),
    (64, 16, "source-only-folded"),
    (67, 11, "unknown-type"),
    (74, 16, "source-ambiguous"),
    (78, 11, "refused-yaml"),
    (92, 15, "duplicate-option"),
    (101, 26, "syntax"),
    (107, 12, "empty"),
    (115, 11, "negative-stem"),
    (116, 13, "key-much-longer"),
    (130, 13, "vague-term"),
    (134, 15, "all-of-the-above"),
    (144, 13, "clang"),
    (148, 15, "true-in-source"),
    (155, 16, "unused-ignore"),
    (157, 11, "no-explanation"),
]


def test_a_file_of_many_faults_gets_each_at_its_place_and_nothing_else() -> None:
    report = check_file(Found(GOLDEN / "faults.yaml", GOLDEN)).report
    assert len(FAULTS) >= 25
    assert places(report.findings) == FAULTS


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ("source-not-found", "Dig it out before the last frost."),
        ("source-only-folded", "Dig it  in before the first frost."),
        ("unknown-type", "multiple-chioce"),
        ("true-in-source", "stands in shade grows long"),
        ("key-much-longer", "Because what stays wet for the whole of a night is more easily ill"),
        ("unused-ignore", "# quiz: ignore[clang] nothing here"),
        ("document-unreadable", "documents/pond.md"),
    ],
)
def test_a_finding_spans_just_the_value_it_is_about(found: str, words: str) -> None:
    report = check_file(Found(GOLDEN / "faults.yaml", GOLDEN)).report
    one = next(finding for finding in report.findings if finding.rule == found)
    line = report.text.split("\n")[one.line - 1]
    assert line[one.column - 1 : one.end_column - 1] == words
    assert one.end_line == one.line


def test_a_sound_set_has_no_findings(tmp_path: Path) -> None:
    report = report_on(tmp_path, one_question())
    assert report.findings == ()
    assert (report.set, report.questions) == ("sea", 1)


def test_a_source_may_wrap_its_lines_elsewhere(tmp_path: Path) -> None:
    text = one_question("{document: sea, exact: 'The sea is deep, and cold.'}")
    assert list(findings_in(tmp_path, text)) == []


def test_a_folded_text_is_spanned_to_its_last_letter(tmp_path: Path) -> None:
    text = one_question(
        "document: sea\n        exact: >-\n          One whale\n          hums.\n\n"
    )
    (one,) = findings_in(tmp_path, text)
    assert (one.rule, one.line, one.column) == ("source-not-found", 13, 16)
    assert (one.end_line, one.end_column) == (15, 16)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_are_counted_the_same_whatever_ends_them(tmp_path: Path, ends: str) -> None:
    text = one_question("{document: sea, exact: No whale swims here at all.}")
    found = findings_in(tmp_path, text.replace("\n", ends))
    assert places(found) == [(12, 32, "source-not-found")]


def test_what_is_wrong_elsewhere_in_a_question_does_not_hide_its_sources(tmp_path: Path) -> None:
    broken = one_question("{document: sea, exact: No whale swims here at all.}")
    found = findings_in(tmp_path, broken.replace("short-answer", "shrt-answer"))
    assert places(found) == [(7, 11, "unknown-type"), (12, 32, "source-not-found")]


def test_a_broken_header_does_not_hide_what_is_wrong_below(tmp_path: Path) -> None:
    text = one_question("{document: sea, exact: No whale swims here at all.}")
    found = findings_in(tmp_path, text.replace("title: The sea\n", ""))
    assert [finding.rule for finding in found] == ["missing-key", "source-not-found"]


def test_an_unreadable_document_is_one_finding_however_many_sources_name_it(
    tmp_path: Path,
) -> None:
    text = one_question().replace("sea.txt", "see.txt") + QUESTION.format(id="r", source=GOOD)
    (one,) = [f for f in findings_in(tmp_path, text) if f.severity is Severity.ERROR]
    assert (one.rule, one.line, one.column) == ("document-unreadable", 4, 8)
    assert one.hint == "did you mean sea.txt?"


def test_a_document_with_a_wrong_byte_is_named_with_the_place_of_the_byte(tmp_path: Path) -> None:
    folder_with(tmp_path)
    (tmp_path / "documents" / "bad.txt").write_bytes(b"One\nwh\xffale")
    text = one_question().replace("sea.txt", "bad.txt")
    (one,) = findings_in(tmp_path, text)
    assert [(place.line, place.column) for place in one.related] == [(2, 3)]


@pytest.mark.parametrize(
    ("source", "rule", "hint"),
    [
        ("{document: sea, exact: No whale swims here at all.}", "source-not-found", "copy"),
        ("{document: sea, exact: one Whale sings.}", "source-only-folded", '"One whale sings."'),
        (
            "{document: sea, exact: 'The  sea is deep, and cold.'}",
            "source-only-folded",
            r'"The sea is deep,\nand cold."',
        ),
        ("{document: sea, exact: sing.}", "source-ambiguous", "prefix"),
    ],
)
def test_a_source_that_is_not_grounded_comes_with_what_to_do(
    tmp_path: Path, source: str, rule: str, hint: str
) -> None:
    (one,) = findings_in(tmp_path, one_question(source))
    assert (one.rule, one.question, one.set) == (rule, "q", "sea")
    assert hint in (one.hint or "")


def test_the_places_of_an_ambiguous_source_are_shown(tmp_path: Path) -> None:
    (one,) = findings_in(tmp_path, one_question("{document: sea, exact: sing.}"))
    assert "2 times" in one.message
    assert [(place.line, place.column) for place in one.related] == [(1, 29), (2, 18)]


def test_a_source_with_enough_context_is_not_ambiguous(tmp_path: Path) -> None:
    assert not findings_in(
        tmp_path, one_question('{document: sea, exact: sing., prefix: "Two whales "}')
    )


@pytest.mark.parametrize(
    "extra",
    [
        "    disputed_by: [{document: sea, exact: They are mute fish., note: no}]\n",
        "not_asked: [{document: sea, exact: They are mute fish., reason: dull}]\n",
    ],
)
def test_every_kind_of_source_is_looked_for(tmp_path: Path, extra: str) -> None:
    (one,) = findings_in(tmp_path, one_question() + extra)
    assert one.rule == "source-not-found"
    assert one.line == 13


def test_the_sources_of_distractors_are_looked_for(tmp_path: Path) -> None:
    text = (
        HEAD
        + """\
  - id: q
    type: single-choice
    stem: What do they do?
    answer: They sing
    distractors:
      - text: They dance
        feedback: They cannot.
        sources: [{document: sea, exact: They are mute fish.}]
      - {text: They walk, feedback: They cannot.}
    explanation: It carries far in the water.
    sources: [{document: sea, exact: One whale sings.}]
"""
    )
    assert places(findings_in(tmp_path, text)) == [(13, 42, "source-not-found")]


def test_the_exact_text_in_the_middle_of_a_word_is_not_found(tmp_path: Path) -> None:
    (one,) = findings_in(tmp_path, one_question("{document: sea, exact: hale sings}"))
    assert one.rule == "source-not-found"


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    report = check_file(Found(tmp_path / "none.yaml", tmp_path)).report
    assert [finding.rule for finding in report.findings] == ["unreadable"]


def test_a_finding_about_two_questions_points_at_both(tmp_path: Path) -> None:
    found = findings_in(tmp_path, one_question() + QUESTION.format(id="r", source=GOOD))
    (one,) = found
    assert (one.rule, one.line, one.question) == ("duplicate-question", 15, "r")
    assert [(place.line, place.column) for place in one.related] == [(8, 11)]


def test_what_stands_in_a_file_and_is_not_read_is_no_source(tmp_path: Path) -> None:
    text = one_question("{document: sea, exact: 'http://e.org/deep'}")
    text = text.replace("sea.txt", "sea.md")
    (folder_with(tmp_path) / "documents" / "sea.md").write_text(
        "The [sea](http://e.org/deep) is deep.", "utf-8"
    )
    (one,) = findings_in(tmp_path, text)
    assert one.rule == "source-not-found"
    assert "are not read" in one.message
