from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.checking_sets import findings_in, one_question, places

AMBIGUOUS = "{document: sea, exact: sing.}"


def silenced(comment_above: str = "", behind: str = "", source: str = AMBIGUOUS) -> str:
    text = one_question(source + behind)
    return text.replace(f"      - {source}", f"{comment_above}      - {source}")


def test_a_comment_behind_the_line_silences_it(tmp_path: Path) -> None:
    text = silenced(behind="  # quiz: ignore[source-ambiguous] any of them")
    assert findings_in(tmp_path, text) == ()


def test_a_comment_above_the_line_silences_it(tmp_path: Path) -> None:
    above = "      # quiz: ignore[source-ambiguous] any of them\n      # truly\n\n"
    assert findings_in(tmp_path, silenced(above)) == ()


def test_only_the_named_rule_is_silenced(tmp_path: Path) -> None:
    found = findings_in(tmp_path, silenced(behind=" # quiz: ignore[clang]"))
    assert [finding.rule for finding in found] == ["source-ambiguous", "unused-ignore"]


def test_several_rules_may_be_named_and_each_must_be_of_use(tmp_path: Path) -> None:
    text = silenced(behind=" # quiz: ignore[clang, source-ambiguous] both")
    (one,) = findings_in(tmp_path, text)
    assert one.rule == "unused-ignore"
    assert "clang" in one.message


def test_a_comment_on_another_line_silences_nothing(tmp_path: Path) -> None:
    text = one_question(AMBIGUOUS).replace("sing\n", "sing # quiz: ignore[source-ambiguous] x\n")
    assert places(findings_in(tmp_path, text)) == [
        (9, 18, "unused-ignore"),
        (12, 32, "source-ambiguous"),
    ]


@pytest.mark.parametrize(
    ("comment", "hint"),
    [
        ("# quiz: ignore[source-ambigous] x", "did you mean 'source-ambiguous'?"),
        ("# quiz: ignore x", "write `# quiz: ignore[rule] reason`"),
        ("# quiz: ignore[] x", "write `# quiz: ignore[rule] reason`"),
    ],
)
def test_a_comment_that_names_no_rule_is_reported(tmp_path: Path, comment: str, hint: str) -> None:
    found = findings_in(tmp_path, silenced(behind=f"  {comment}"))
    one = next(finding for finding in found if finding.rule == "unused-ignore")
    assert one.hint == hint


@pytest.mark.parametrize(
    "value",
    [
        '"# quiz: ignore[clang] this"',
        "is a#quiz:ignore[clang] this",
        ">-\n      # quiz: ignore[clang] this\n      and more",
    ],
)
def test_text_that_looks_like_a_comment_is_none(tmp_path: Path, value: str) -> None:
    text = one_question() + f"    hint: {value}\n"
    assert findings_in(tmp_path, text) == ()


def test_a_comment_in_a_question_that_cannot_be_read_is_not_called_useless(tmp_path: Path) -> None:
    text = silenced(behind=" # quiz: ignore[clang] so").replace("answer: sing", "answer: [")
    assert "unused-ignore" not in [finding.rule for finding in findings_in(tmp_path, text)]
