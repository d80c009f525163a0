from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.errors import QuizError
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found
from quiz.study.drafting.elsewhere import made_by, sections_of
from quiz.study.drafting.gate import LEFT_TO_AUTHORS, Gate
from quiz.study.drafting.picker import Picker
from quiz.study.drafting.target import Target, target_for
from tests.core.drafting.test_drafts import TEXT, kettles


@pytest.fixture
def target(tmp_path: Path) -> Target:
    (tmp_path / "documents").mkdir()
    path = tmp_path / "documents" / "kettle.md"
    path.write_text(TEXT, "utf-8")
    return target_for(path)


def rules(target: Target) -> set[str]:
    report = check_file(Found(target.path, target.path.parent)).report
    return {finding.rule for finding in report.findings}


def test_every_offer_of_a_document_passes_every_rule_but_what_is_left_to_authors(
    target: Target,
) -> None:
    picker = Picker(target)
    while picker.offer is not None:
        picker.accept()
    assert picker.tally.accepted >= 6
    assert rules(target) <= LEFT_TO_AUTHORS | {"answer-elsewhere", "clang"}


def test_what_is_accepted_is_not_offered_again(target: Target) -> None:
    picker = Picker(target)
    first = picker.passage
    picker.accept()
    assert Picker(target_for(Path(target.document.path))).passage not in (None, first)


def test_what_is_not_worth_asking_is_left_out_for_good(target: Target) -> None:
    picker = Picker(target)
    picker.accept()
    first = picker.passage
    picker.reject("known to all")
    again = target_for(Path(target.document.path))
    assert Picker(again).passage not in (None, first)
    assert "reason: known to all" in target.path.read_text("utf-8")


def test_the_last_writing_is_taken_back(target: Target) -> None:
    picker = Picker(target)
    picker.accept()
    before = target.path.read_text("utf-8")
    picker.accept()
    assert picker.undo()
    assert target.path.read_text("utf-8") == before
    assert picker.tally.accepted == 1


def test_no_answer_is_offered_twice(tmp_path: Path) -> None:
    path = tmp_path / "k.md"
    path.write_text("# K\n\nThe limit is 55 bar here.\n\nThe main holds 55 bar.\n", "utf-8")
    target = target_for(path)
    picker = Picker(target)
    while picker.offer is not None:
        picker.accept()
    keys = [question.key for question in target.questions]
    assert len(keys) == 2
    assert len(set(keys)) == 2


def test_only_a_section_is_gone_through(tmp_path: Path) -> None:
    path = tmp_path / "k.md"
    path.write_text(TEXT + "\n## Care\n\nThe lid is cleaned with warm vinegar.\n", "utf-8")
    picker = Picker(target_for(path), "care")
    assert "Care" in picker.place
    picker.skip()
    assert picker.offer is None


def test_signs_of_markdown_in_a_draft_are_read_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "k.md"
    said = r"The *valve* costs 5 \* 4 euros in \[all\] shops of the town."
    text = f"# K{chr(10) * 2}{said}{chr(10)}"
    path.write_text(text, "utf-8")
    target = target_for(path)
    picker = Picker(target)
    picker.accept()
    cloze = target.file.partial
    assert cloze is not None
    text = "".join(cloze.questions[0].fields["parts"])  # type: ignore[arg-type]
    assert "5 * 4 euros in [all] shops" in text.replace("  ", " ")


@pytest.mark.parametrize(
    ("source", "answer", "wrong", "fault"),
    [
        ("The tank holds 13 litres", "12", "40", "quote not verbatim"),
        ("The tank holds 12 litres of water.", "a bucket", "40", "key not in the quote"),
        ("The tank holds 12 litres of water.", "12", "water", "a wrong option in the quote"),
    ],
)
def test_the_gate_lets_nothing_through_that_its_quote_does_not_prove(
    source: str, answer: str, wrong: str, fault: str
) -> None:
    gate = Gate({"kettle": kettles()})
    asked = SingleChoice(
        id="x",
        stem="How much does it hold?",
        answer=answer,
        distractors=(Distractor(wrong), Distractor("90")),
        sources=(Source("kettle", source),),
    )
    assert any(one.startswith(fault) for one in gate.faults(asked))


def test_the_gate_runs_the_rules() -> None:
    asked = ShortAnswer(
        id="x",
        stem="Does the tank hold 12 litres?",
        answer="12 litres",
        sources=(Source("kettle", "The tank holds 12 litres of water."),),
    )
    assert "answer-in-stem" in Gate({"kettle": kettles()}).faults(asked)


GOOD = {
    "type": "short-answer",
    "stem": "What does a descaler dissolve?",
    "answer": "limescale",
    "sources": [
        {"document": "kettle", "exact": "A descaler is a mild acid that dissolves limescale."}
    ],
}


def program(tmp_path: Path, answer: str) -> str:
    """A command that reads a text and writes this."""
    path = tmp_path / "program.py"
    path.write_text(f"import sys\nsys.stdin.read()\nsys.stdout.write({answer!r})\n", "utf-8")
    return shlex.join([sys.executable, str(path)])


def test_what_another_program_writes_passes_the_same_gate(target: Target, tmp_path: Path) -> None:
    bad = {**GOOD, "sources": [{"document": "kettle", "exact": "Nothing like it."}]}
    wrong = {**GOOD, "type": "nosuch"}
    answer = json.dumps([GOOD, bad, wrong, "text", GOOD])
    made = made_by(program(tmp_path, answer), "any", target)
    assert [one.id for one in made.questions] == ["draft-1", "draft-5"]
    assert all(one.draft for one in made.questions)
    assert made.refused.total() == 3


@pytest.mark.parametrize("answer", ["no JSON", "{}", ""])
def test_a_program_that_writes_something_else_is_named(
    target: Target, tmp_path: Path, answer: str
) -> None:
    with pytest.raises(QuizError, match="wrote no"):
        made_by(program(tmp_path, answer), "any", target)


def test_a_program_that_is_not_there_is_named(target: Target) -> None:
    with pytest.raises(QuizError, match="cannot be started"):
        made_by("no-such-program-anywhere", "any", target)


def test_sections_are_sent_one_by_one(target: Target) -> None:
    assert "".join(sections_of(target.document)).strip() == target.document.text.strip()
    with pytest.raises(QuizError, match="no section like"):
        list(sections_of(target.document, "nowhere"))
