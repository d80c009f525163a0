from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.documents.document import Document
from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.proposals.quoted import with_quoted
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.formats.writers import writer
from tests.formats.banks.reading import items
from tests.formats.outgoing.banks import nine_types
from tests.plain.nine_types import DOCUMENT

DOCUMENTS = {"bread": Document("bread", DOCUMENT, "bread.txt")}
CITED = "“Yeast turns sugar into gas.” (Bread › Making dough › line 5)"


def asked(explanation: str) -> ShortAnswer:
    return ShortAnswer(id="q", stem="s", answer="a", explanation=explanation)


def test_a_quoted_passage_becomes_a_source_and_leaves_the_explanation() -> None:
    found = with_quoted(asked(f"Because.\n\n{CITED}"), DOCUMENTS)
    assert found.explanation == "Because."
    assert found.sources == (Source("bread", "Yeast turns sugar into gas."),)


def test_what_disputes_the_answer_is_known_by_what_is_said_before_it() -> None:
    text = f"Because.\n\nAnother passage says otherwise: Not so.\n\n{CITED}"
    found = with_quoted(asked(text), DOCUMENTS)
    assert (found.explanation, found.sources) == ("Because.", ())
    assert found.disputed_by == (Source("bread", "Yeast turns sugar into gas.", note="Not so."),)


def test_what_refutes_a_wrong_option_goes_to_it() -> None:
    wrong = (Distractor("b", f"No.\n\n{CITED}"),)
    found = with_quoted(SingleChoice(id="q", stem="s", answer="a", distractors=wrong), DOCUMENTS)
    assert isinstance(found, SingleChoice)
    (one,) = found.distractors
    assert (one.feedback, len(one.sources)) == ("No.", 1)


@pytest.mark.parametrize(
    "text",
    [
        "“These words stand nowhere.” (Bread › Making dough › line 5)",
        "“Yeast turns sugar into gas.” (somebody)",
        "He said “Yeast turns sugar into gas.” (Bread › line 5) and left.",
        "“gas” (Bread › line 5)",
        "Because of it.",
        "",
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert with_quoted(asked(text), DOCUMENTS) == asked(text)


@pytest.mark.parametrize("name", ["moodle-xml", "gift", "csv", "qti", "canvas-qti", "anki"])
def test_what_was_exported_finds_its_passages_again(name: str, tmp_path: Path) -> None:
    bank = nine_types(tmp_path)
    before = {source for out in bank.questions for source in out.question.sources}
    read = [item.question for item in items(writer(name).write(bank).content) if item.question]
    after = {source for one in read for source in with_quoted(one, DOCUMENTS).sources}
    nowhere = {Source("bread", "This sentence is nowhere.")}
    only_in_model = {Source("bread", "the crust is done at 200 degrees")}
    assert before - nowhere - only_in_model <= after
