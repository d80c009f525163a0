"""Rules about words leave the code of a question apart, and read the rest as learners see it."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.rendering.question_text import read_markup
from tests.core.asking import SOURCE, WHY, rules


def marked(stem: str, answer: str, *wrong: str, why: str = WHY) -> SingleChoice:
    """A question whose texts are Markdown."""
    return SingleChoice(
        id="q",
        stem=read_markup(stem),
        answer=read_markup(answer),
        distractors=tuple(Distractor(read_markup(text), "No such thing.") for text in wrong),
        explanation=read_markup(why),
        sources=(SOURCE,),
    )


BARE = [
    ("absolute-term", marked("What is it?", "Steam rises", "Steam never rises", "Water falls")),
    ("vague-term", marked("What is it?", "It usually rises", "It drops down", "It stays there")),
    ("negative-stem", marked("Which is not a gas?", "Ice", "Steam", "Air")),
    ("doubled-word", marked("What is is it?", "Ice", "Steam", "Air")),
    ("refers-elsewhere", marked("What does the code above print?", "Ice", "Steam", "Air")),
    ("placeholder", marked("What is TODO?", "Ice", "Steam", "Air")),
    ("grammar-cue", marked("The opposite is an", "engine", "motor", "wheel")),
    ("unseen-image", marked("What is it? ![x](y.png)", "Ice", "Steam", "Air")),
]
IN_CODE = [
    ("absolute-term", marked("What is it?", "Steam rises", "`--never` rises", "Water falls")),
    ("vague-term", marked("What is it?", "`usually` rises", "It drops down", "It stays there")),
    ("negative-stem", marked("What is `not x`?", "Ice", "Steam", "Air")),
    ("doubled-word", marked("What is `is is` it, and is `x` is so?", "Ice", "Steam", "Air")),
    ("refers-elsewhere", marked("What does the code below print? `p`", "Ice", "Steam", "Air")),
    ("refers-elsewhere", marked("What does `see above` print?", "Ice", "Steam", "Air")),
    ("placeholder", marked("What is `TODO`?", "Ice", "Steam", "Air")),
    ("grammar-cue", marked("The opposite is `an`", "engine", "motor", "wheel")),
    ("grammar-cue", marked("The opposite is an", "`engine`", "`motor`", "`wheel`")),
    ("unseen-image", marked("What is `![x](y.png)`?", "Ice", "Steam", "Air")),
    ("equal-options", marked("What is it?", "`the list`", "`list`", "`a`")),
]


@pytest.mark.parametrize(("rule", "question"), BARE)
def test_words_are_read(rule: str, question: SingleChoice) -> None:
    assert rule in rules(question)


@pytest.mark.parametrize(("rule", "question"), IN_CODE)
def test_code_is_not_read_as_words(rule: str, question: SingleChoice) -> None:
    assert rule not in rules(question)


def test_marks_hide_nothing() -> None:
    assert "negative-stem" in rules(marked("Which is **not** a gas?", "Ice", "Steam", "Air"))
    assert "absolute-term" in rules(marked("What is it?", "It rises", "*Never* up", "It falls"))
    leak = marked("What does `git push` do? It is git push.", "`git push`", "`a`", "`b`")
    assert "answer-in-stem" in rules(leak)


def test_a_stem_of_code_alone_asks_nothing() -> None:
    code = "```\nprint(1 + 2, 3)\n```"
    assert "no-question" in rules(marked(code, "Ice", "Steam", "Air"))
    assert "no-question" not in rules(marked(f"What is printed?\n{code}", "Ice", "Steam", "Air"))


def test_an_open_block_is_found() -> None:
    assert "open-fence" in rules(marked("What?\n```\nx", "Ice", "Steam", "Air"))
    assert "open-fence" not in rules(marked("What?\n~~~\n```\n~~~", "Ice", "Steam", "Air"))
