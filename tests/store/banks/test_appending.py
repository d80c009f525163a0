from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.grounding.source import Source
from quiz.core.questions.short_answer import ShortAnswer
from quiz.errors import SetError
from quiz.store.banks.appending import with_left_out, with_question, write
from quiz.store.sets.reading import read_text
from tests.plain.nine_types import SET

SOURCE = Source("bread", "Yeast turns sugar into gas.")
NEW = ShortAnswer(id="new", stem="What does yeast make?", answer="gas", sources=(SOURCE,))
PATH = Path("set.yaml")
TAILS = (
    "",
    "\n\n",
    "# the end\n",
    "not_asked:\n  - document: bread\n    exact: Some say\n    reason: hearsay\n",
    "\nexam:\n  questions: 2\n",
)


@given(st.sampled_from(TAILS), st.sampled_from(["", "  ", "    "]), st.booleans())
def test_one_more_question_changes_no_other_line(tail: str, indent: str, asked: bool) -> None:
    head, mark, questions = SET.partition("questions:\n")
    lines = [f"{indent}{line[2:]}" if line else line for line in questions.split("\n")]
    text = head + mark + "\n".join(lines) + tail
    file = read_text(PATH, text)
    assert not file.problems
    after = with_question(file, NEW) if asked else with_left_out(file, SOURCE, "known: to all")
    kept = iter(after.split("\n"))
    assert all(line in kept for line in text.rstrip("\n").split("\n"))
    found = read_text(PATH, after)
    assert not found.problems
    assert found.partial is not None
    names = [question.id for question in found.partial.questions]
    assert names[-1] == "new" if asked else names == list(file.nodes)
    left_out = [one.reason for one in found.partial.not_asked]
    assert asked or left_out[-1] == "known: to all"


def test_a_list_in_brackets_is_left_alone() -> None:
    file = read_text(PATH, "id: x\ntitle: t\ndocuments: {bread: bread.txt}\nquestions: [{id: a}]\n")
    with pytest.raises(SetError, match="in brackets"):
        with_question(file, NEW)


def test_the_first_question_of_a_set_makes_the_list() -> None:
    for empty in ("questions:\n", "questions: []\n", ""):
        text = f"id: x\ntitle: t\ndocuments:\n  bread: bread.txt\n{empty}"
        after = with_question(read_text(PATH, text), NEW)
        found = read_text(PATH, after)
        assert not found.problems
        assert list(found.nodes) == ["new"]


def test_what_another_program_has_written_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text("theirs", "utf-8")
    with pytest.raises(SetError, match="another program"):
        write(path, "ours before", "ours after")
    assert path.read_text("utf-8") == "theirs"


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_bytes(b"a\r\nb\r\n")
    write(path, "a\nb\n", "a\nb\nc\n")
    assert path.read_bytes() == b"a\r\nb\r\nc\r\n"
