from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.matching import Matching
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.gift.writer import escape, write
from tests.formats.outgoing.banks import bank_of


def gift(question: Question) -> str:
    return write(bank_of(question)).content.decode().partition("\n\n")[2]


def test_every_sign_of_gift_means_itself_and_a_line_end_is_no_line_end() -> None:
    assert escape("a:b#c=d{e}~f\\g\nh") == r"a\:b\#c\=d\{e\}\~f\\g\nh"


@pytest.mark.parametrize("stem", ["a < b", "[html] is a mark", "Tom & Jerry"])
def test_a_stem_that_moodle_would_take_for_markup_is_marked_as_plain(stem: str) -> None:
    assert f"[plain]{stem}" in gift(TrueFalse(id="q", stem=stem, answer=True))


def test_a_wrong_option_that_begins_like_a_weight_has_a_weight_of_its_own() -> None:
    wrong = (Distractor("%50% of it", "Less."),)
    said = gift(SingleChoice(id="q", stem="s", answer="all", distractors=wrong))
    assert "\n~%0%%50% of it#Less.\n" in said


def test_a_star_in_an_answer_is_no_wildcard() -> None:
    assert "\n=2\\\\*3\n" in gift(ShortAnswer(id="q", stem="s", answer="2*3"))


def test_rejected_answers_are_worth_nothing_and_say_why() -> None:
    asked = ShortAnswer(id="q", stem="s", answer="a", reject=(Distractor("b", "No."),))
    assert "\n=%0%b#No.\n" in gift(asked)


@pytest.mark.parametrize(
    ("answer", "tolerance", "written"),
    [("60", "", "#60"), ("1 000", "5%", "#1000:50"), ("-4.50", "0.5", "#-4.5:0.5")],
)
def test_a_number_is_written_with_a_point_and_an_absolute_tolerance(
    answer: str, tolerance: str, written: str
) -> None:
    asked = Numeric(id="q", stem="s", answer=answer, tolerance=tolerance)
    assert f"{{{written}\n" in gift(asked)


def test_an_arrow_would_make_a_matching_question_and_is_told() -> None:
    asked = ShortAnswer(id="q", stem="s", answer="a -> b")
    written = write(bank_of(asked))
    assert "=a → b" in written.content.decode()
    assert "`->` in GIFT: as an arrow" in {loss.what for loss in written.losses}


def test_right_sides_that_belong_nowhere_have_no_left_side() -> None:
    asked = Matching(id="q", stem="s", pairs=(("a", "b"), ("c", "d")), distractors=("e",))
    assert "\n=a -> b\n=c -> d\n= -> e\n" in gift(asked)


def test_code_and_emphasis_are_told_as_plain_text() -> None:
    from quiz.core.rendering.question_text import read_markup

    asked = ShortAnswer(id="q", stem=read_markup("What does `len` do?"), answer="a b c")
    written = write(bank_of(asked))
    assert "What does len do?" in written.content.decode()
    assert [loss.what for loss in written.losses] == ["code and emphasis in GIFT: as plain text"]
