from __future__ import annotations

import pytest

from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.single_choice import SingleChoice
from tests.formats.banks.reading import items, only, question

ONE = "What heats water?\nA. A kettle\nB. A sieve\nANSWER: A\n"


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        ONE.replace(". A", ") A"),
        ONE.replace("ANSWER: A", "answer:a"),
        ONE.replace("ANSWER: A", "Answer : A"),
        ONE.replace("\n", "\r\n"),
        "\ufeff" + ONE,
        "\n\n" + ONE.replace("\n", "\n\n"),
        ONE.rstrip("\n"),
        ONE.replace("A. A", "  A.   A"),
    ],
)
def test_an_item_is_read_however_it_is_written(text: str) -> None:
    found = question(text)
    assert isinstance(found, SingleChoice)
    assert found.stem == "What heats water?"
    assert found.answer == "A kettle"
    assert found.wrong == ("A sieve",)


def test_each_item_knows_its_line() -> None:
    assert [item.place.line for item in items(f"\n{ONE}\n{ONE}")] == [2, 7]


def test_a_stem_may_have_several_lines_and_begin_like_an_option() -> None:
    found = question("I. Read this.\nWhich is it?\n" + ONE.partition("\n")[2])
    assert found.stem == "I. Read this.\nWhich is it?"


def test_several_letters_make_a_multiple_choice() -> None:
    found = question(ONE.replace("ANSWER: A", "C. A spoon\nANSWER: A, C"))
    assert isinstance(found, MultipleChoice)
    assert found.answers == ("A kettle", "A spoon")


def test_more_than_ten_options_are_read() -> None:
    options = "".join(f"{chr(65 + i)}) option {i}\n" for i in range(26))
    found = question(f"Which?\n{options}ANSWER: Z\n")
    assert isinstance(found, SingleChoice)
    assert found.answer == "option 25"
    assert len(found.wrong) == 25


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ONE.replace("ANSWER: A", "ANSWER: C"), "there is no such option"),
        (ONE.replace("ANSWER: A", "ANSWER: the kettle"), "is no letter of an option"),
        (ONE.replace("ANSWER: A", ""), "no line `ANSWER:`"),
        ("What?\nANSWER: A\n", "it has no options"),
        (ONE.replace("B. A sieve\n", ""), "there is no wrong option"),
    ],
)
def test_what_is_no_item_is_refused_in_words(text: str, reason: str) -> None:
    found = only(text, "aiken")
    assert found.question is None
    assert reason in found.reason
    assert found.place.line == 1
