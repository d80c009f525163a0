"""A walk through a set for its author: what is on show, and what becomes of it after an edit."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest

from quiz.core.checking.findings import Severity
from quiz.store.library.found_files import Found
from quiz.study.authoring.previewing import Preview
from quiz.study.authoring.wording import key_lines, note_lines, open_options
from quiz.study.common.evidence import Role
from tests.plain.nine_types import DOCUMENT, SET, write_set

KINDS = ["gas", "dough", "held", "gluten", "rest", "cloze", "roles", "steps", "crust"]
MOMENTS = count(1_700_000_000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_set(tmp_path / "set")


@pytest.fixture
def preview(path: Path) -> Preview:
    return Preview(Found(path, path.parent))


def save(path: Path, text: str) -> None:
    """Write a file at a moment of its own: tests are quicker than some clocks of disks."""
    path.write_text(text, encoding="utf-8")
    moment = next(MOMENTS)
    os.utime(path, (moment, moment))


def at(preview: Preview) -> str:
    return preview.question.id if preview.question else ""


def go_to(preview: Preview, question_id: str) -> None:
    preview.go(preview.shown.ids[question_id])


def without(question_id: str) -> str:
    """The set without one of its questions."""
    head, *items = SET.split("  - id: ")
    return "  - id: ".join([head, *(item for item in items if not item.startswith(question_id))])


def test_the_questions_are_walked_through_in_the_order_of_the_file(preview: Preview) -> None:
    seen = [at(preview)]
    while preview.step(1):
        seen.append(at(preview))
    assert seen == KINDS
    assert not preview.step(1)
    assert preview.go(0)
    assert not preview.step(-1)


def test_every_question_has_just_its_own_findings_the_worst_first(preview: Preview) -> None:
    go_to(preview, "roles")
    assert [finding.rule for finding in preview.findings] == ["source-not-found", "no-explanation"]
    go_to(preview, "gas")
    assert {finding.question for finding in preview.findings} == {"gas"}
    assert preview.elsewhere == ()
    assert preview.count == sum(len(found) for found in preview.shown.by_question.values())


def test_a_comment_that_silences_nothing_is_a_finding_of_the_question_it_stands_in(
    path: Path, preview: Preview
) -> None:
    save(path, SET.replace("    hint: It", "    # quiz: ignore[clang] not so\n    hint: It"))
    assert preview.poll() == "reloaded"
    assert "unused-ignore" in [finding.rule for finding in preview.findings]
    assert preview.elsewhere == ()


def unexplained(names: str) -> str:
    """A set of five questions, of which those named have a finding: nothing explains them."""
    head = "id: bread\ntitle: Bread\ndocuments: {bread: documents/bread.txt}\nquestions:\n"
    why = "    explanation: Without it the loaf would stay as flat as it was.\n"
    return head + "".join(
        f"  - id: {name}\n    type: short-answer\n    stem: What is {name * 2}?\n"
        f"    answer: {name * 3}\n"
        "    sources: [{document: bread, exact: Yeast turns sugar into gas.}]\n"
        + ("" if name in names else why)
        for name in "abcde"
    )


@pytest.mark.parametrize(
    ("with_findings", "by", "seen"),
    [
        ("bd", 1, "bdb"),
        ("bd", -1, "dbd"),
        ("ad", 1, "dad"),
        ("a", 1, "aaa"),
        ("", -1, "aaa"),
    ],
)
def test_jumping_goes_from_finding_to_finding_and_round_the_ends(
    tmp_path: Path, with_findings: str, by: int, seen: str
) -> None:
    path = write_set(tmp_path, unexplained(with_findings))
    preview = Preview(Found(path, tmp_path))
    assert [name for name, found in preview.shown.by_question.items() if found] == [*with_findings]
    found = []
    for _ in seen:
        before = preview.index
        assert preview.jump(by) is (preview.index != before)
        found.append(at(preview))
    assert "".join(found) == seen


def test_the_passages_prove_dispute_and_refute_wrong_options_that_nobody_chose(
    preview: Preview,
) -> None:
    assert [item.role for item in preview.evidence] == [Role.PROOF, Role.REFUTES]
    assert all(item.passage is not None for item in preview.evidence)
    go_to(preview, "crust")
    assert [item.role for item in preview.evidence] == [Role.PROOF, Role.DISPUTE]
    go_to(preview, "roles")
    (lost,) = preview.evidence
    assert (lost.passage, lost.trouble) == (None, "source not found in the document")


def test_the_order_of_the_options_stays_when_their_wording_changes(
    path: Path, preview: Preview
) -> None:
    before = preview.options
    save(path, SET.replace("- Water\n", "- Steam\n"))
    assert preview.poll() == "reloaded"
    assert preview.options == tuple("Steam" if text == "Water" else text for text in before)


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_key_is_told_whatever_the_type(preview: Preview, kind: str) -> None:
    go_to(preview, kind)
    question = preview.question
    assert question is not None
    right = {option.text for option in open_options(question, preview.options) if option.right}
    said = " ".join(line.text for line in key_lines(question))
    if kind != "roles":  # pairs are shown as pairs
        assert all(key in right or key in said or key.capitalize() in right for key in question.key)


def test_a_wrong_option_says_why_and_which_passage_refutes_it(preview: Preview) -> None:
    question = preview.question
    assert question is not None
    remarks = {option.text: option.remark for option in open_options(question, preview.options)}
    assert remarks == {"Gas": "", "Water": "", "Salt": "Salt is added, not made. (passage 2)"}
    assert [line.label for line in note_lines(question)] == ["Hint", "Why"]
    assert preview.evidence[1].source.exact == "salt gives it taste"


def test_passages_against_wrong_options_are_numbered_as_they_are_shown(tmp_path: Path) -> None:
    two = """      - text: Salt
        sources:
          - {document: bread, exact: salt gives it taste}
          - {document: bread, exact: Flour and water make a dough}
      - text: Steam
        sources: [{document: bread, exact: The gas is held by gluten.}]
"""
    start, end = SET.index("      - text: Salt"), SET.index("      - Water")
    preview = Preview(Found(write_set(tmp_path, SET[:start] + two + SET[end:]), tmp_path))
    question = preview.question
    assert question is not None
    remarks = {option.text: option.remark for option in open_options(question, preview.options)}
    assert remarks["Salt"] == "(passages 2, 3)"
    assert remarks["Steam"] == "(passage 4)"
    assert preview.evidence[3].source.exact == "The gas is held by gluten."


# Following the files


def test_nothing_is_read_again_while_nothing_changes(preview: Preview) -> None:
    reading = preview.latest
    assert preview.poll() == ""
    assert preview.latest is reading


def test_the_same_question_stays_when_others_come_before_it(path: Path, preview: Preview) -> None:
    go_to(preview, "rest")
    save(path, without("gas"))
    assert preview.poll() == "reloaded"
    assert (at(preview), preview.index) == ("rest", 3)


@pytest.mark.parametrize(("gone", "instead"), [("rest", "cloze"), ("crust", "steps")])
def test_when_the_question_is_removed_its_neighbour_is_shown(
    path: Path, preview: Preview, gone: str, instead: str
) -> None:
    go_to(preview, gone)
    save(path, without(gone))
    assert preview.poll() == f"reloaded; {gone} is gone"
    assert at(preview) == instead


def test_a_question_that_gets_another_id_stays_on_show(path: Path, preview: Preview) -> None:
    go_to(preview, "rest")
    save(path, SET.replace("id: rest", "id: pause"))
    preview.poll()
    assert at(preview) == "pause"


def test_an_edited_document_is_looked_through_again(path: Path, preview: Preview) -> None:
    assert preview.evidence[0].passage is not None
    save(path.parent / "documents" / "bread.txt", DOCUMENT.replace("Yeast turns", "Yeast makes"))
    assert preview.poll() == "reloaded"
    assert preview.evidence[0].passage is None
    assert preview.findings[0].rule == "source-not-found"


def test_a_document_that_vanishes_and_comes_back_is_noticed_both_times(
    path: Path, preview: Preview
) -> None:
    document = path.parent / "documents" / "bread.txt"
    document.unlink()
    assert preview.poll() == "reloaded"
    assert "there is no such document" in preview.evidence[0].trouble
    assert [finding.rule for finding in preview.errors] == ["document-unreadable"]
    save(document, DOCUMENT)
    assert preview.poll() == "reloaded"
    assert preview.errors == ()


BREAKS = {
    "this question": ("type: multiple-choice", "tpye: multiple-choice"),
    "the file": ("answers: [Flour, Water]", "answers: [Flour, Water"),
    "all of it": (SET, "\x00"),
    "the header": ("questions:", "questoins:"),
}


@pytest.mark.parametrize("what", BREAKS)
def test_while_the_file_is_broken_the_question_stays_as_it_was(
    path: Path, preview: Preview, what: str
) -> None:
    go_to(preview, "dough")
    question = preview.question
    save(path, SET.replace(*BREAKS[what]))
    assert preview.poll() == "not reloaded"
    assert preview.question is question
    assert preview.kept
    assert preview.errors
    assert all(finding.line and finding.column for finding in preview.errors)
    save(path, SET.replace("makes a dough", "makes dough"))
    assert preview.poll() == "reloaded"
    assert (at(preview), preview.kept, preview.errors) == ("dough", False, ())
    assert preview.question is not None
    assert preview.question.stem == "What makes dough?"


def test_a_file_that_stops_being_yaml_further_down_keeps_its_other_questions_too(
    path: Path, preview: Preview
) -> None:
    save(path, SET.replace("[Heat the oven, ", "[Heat the oven, ["))
    assert preview.poll() == "not reloaded"
    assert len(preview.latest.questions) < len(preview.shown.questions) == len(KINDS)


def test_in_a_file_that_never_was_yaml_the_sound_questions_can_be_edited(tmp_path: Path) -> None:
    broken = SET.replace("[Heat the oven, ", "[Heat the oven, [")
    path = write_set(tmp_path, broken)
    preview = Preview(Found(path, tmp_path))
    save(path, broken.replace("What does yeast", "What does it"))
    assert preview.poll() == "reloaded"
    assert preview.question is not None
    assert preview.question.stem == "What does it make of sugar?"


def test_a_file_that_is_gone_for_a_moment_takes_nothing_away(path: Path, preview: Preview) -> None:
    path.unlink()
    assert preview.poll() == "not reloaded"
    assert at(preview) == "gas"
    save(path, SET)
    assert preview.poll() == "reloaded"
    assert not preview.kept


def test_a_mistake_in_another_question_leaves_this_one_alive(path: Path, preview: Preview) -> None:
    go_to(preview, "dough")
    broken = SET.replace("answer: Gas\n", "answr: Gas\n")
    save(path, broken.replace("makes a dough", "makes dough"))
    assert preview.poll() == "reloaded"
    assert preview.question is not None
    assert preview.question.stem == "What makes dough?"
    assert (preview.index, len(preview.shown.questions)) == (0, 8)
    assert [finding.severity for finding in preview.errors] == [Severity.ERROR]


def test_a_set_that_is_broken_from_the_start_shows_what_is_sound(tmp_path: Path) -> None:
    path = write_set(tmp_path, SET.replace("answer: Gas\n", "answr: Gas\n"))
    preview = Preview(Found(path, tmp_path))
    assert at(preview) == "dough"
    assert preview.errors[0].question == "gas"
    assert preview.line == SET[: SET.index("  - id: dough")].count("\n") + 1


def test_without_any_sound_question_the_errors_remain_and_the_first_one_is_the_place(
    tmp_path: Path,
) -> None:
    path = write_set(tmp_path, "id: bread\ntitle: [Bread\n")
    preview = Preview(Found(path, tmp_path))
    assert (preview.question, preview.options, preview.evidence, preview.findings) == (
        None,
        (),
        (),
        (),
    )
    assert preview.line == preview.errors[0].line == 2
    assert [preview.step(1), preview.step(-1), preview.jump(1)] == [False] * 3
    save(path, SET)
    assert preview.poll() == "reloaded"
    assert at(preview) == "gas"


def test_of_two_questions_with_one_id_the_walk_misses_none(tmp_path: Path) -> None:
    path = write_set(tmp_path, SET.replace("id: held", "id: dough"))
    preview = Preview(Found(path, tmp_path))
    seen = [at(preview)]
    while preview.step(1):
        seen.append(at(preview))
    assert seen == [question.id for question in preview.shown.questions]
    preview.go(1)
    assert "duplicate-id" in [finding.rule for finding in preview.findings]
