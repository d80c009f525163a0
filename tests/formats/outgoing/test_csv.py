from __future__ import annotations

import csv
import io

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.formats.tables.guarding import guarded, unguarded
from quiz.formats.tables.writer import write
from tests.formats.outgoing.banks import bank_of


def row(question: Question) -> dict[str, str]:
    text = write(bank_of(question)).content.decode("utf-8-sig")
    (found,) = csv.DictReader(io.StringIO(text))
    return found


def test_the_right_option_is_told_by_its_number() -> None:
    wrong = tuple(map(Distractor, "abc"))
    found = row(SingleChoice(id="q", stem="s", answer="right", distractors=wrong))
    assert found[f"option {found['correct']}"] == "right"


def test_where_options_are_numbers_the_right_one_is_told_by_its_letter() -> None:
    wrong = tuple(map(Distractor, "1234"))
    found = row(SingleChoice(id="q", stem="s", answer="5", distractors=wrong))
    assert found[f"option {'ABCDE'.index(found['correct']) + 1}"] == "5"


def test_several_right_ones_are_told_together() -> None:
    wrong = (Distractor("c"),)
    found = row(MultipleChoice(id="q", stem="s", answers=("a", "b"), distractors=wrong))
    assert {found[f"option {one}"] for one in found["correct"].split(", ")} == {"a", "b"}


def test_a_bar_within_a_listed_text_is_told() -> None:
    written = write(bank_of(Ordering(id="q", stem="s", sequence=("a|b", "c"))))
    assert [loss.what for loss in written.losses] == ["`|` in CSV: as `¦`"]


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", " =x", "'=x", "＝x"])
def test_what_would_be_a_formula_is_text_and_comes_back(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["-40", "+1.5", "a=b", "", "it's", "x"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert (guarded(text), unguarded(text)) == (text, text)


def test_spreadsheets_are_told_the_encoding() -> None:
    content = write(bank_of(ShortAnswer(id="q", stem="ä", answer="漢"))).content
    assert content.startswith(b"\xef\xbb\xbfid,type,question,answer\r\n")
