from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.core.questions.short_answer import ShortAnswer
from quiz.formats.paper.making import handout
from quiz.formats.paper.sheet import Sheet
from tests.formats.outgoing.banks import bank_of, nine_types

typst = pytest.importorskip("typst")


def pages(sheet: Sheet) -> int:
    from quiz.formats.paper.pdf import pdf

    content = pdf(sheet)
    assert content.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", content))


def test_questions_and_answers_stand_on_pages_of_their_own(tmp_path: Path) -> None:
    assert pages(handout(nine_types(tmp_path))) >= 2


def test_what_typst_would_read_as_code_or_markup_is_text() -> None:
    nasty = '#panic("x") *a _b $c$ `d` @e <f> [g] {h} \\ " // /* = - + #let x = 1'
    asked = ShortAnswer(id="q", stem=nasty, answer=nasty, explanation=nasty)
    assert pages(handout(bank_of(asked))) == 2


def test_a_question_longer_than_a_page_goes_on_on_the_next() -> None:
    long = ShortAnswer(id="q", stem="\n".join(f"line {at}" for at in range(150)), answer="a")
    assert pages(handout(bank_of(long))) > 4


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hant", "und", "", "x-nothing"])
def test_any_language_of_a_set_is_taken(language: str) -> None:
    bank = bank_of(ShortAnswer(id="q", stem="من أين؟ 太陽 नमस्ते", answer="a"))
    assert pages(handout(bank._replace(head=bank.head._replace(language=language)))) == 2


def test_code_and_emphasis_are_set_as_such() -> None:
    from quiz.core.rendering.question_text import read_markup
    from quiz.formats.paper.pdf import pdf

    said = "Say *why* `len(x)` is **two**:\n\n```python\nx = [1, 2]\n```\n\nand go on."
    marked = ShortAnswer(id="q", stem=read_markup(said), answer="a")
    plain = ShortAnswer(id="q", stem=str(marked.stem), answer="a")
    fonts = [pdf(handout(bank_of(one))).count(b"/BaseFont") for one in (marked, plain)]
    assert fonts[0] > fonts[1]


def test_a_block_of_code_is_not_left_out() -> None:
    from quiz.core.rendering.question_text import read_markup

    code = "\n".join(f"line {at}" for at in range(200))
    stem = read_markup(f"What is it?\n\n```\n{code}\n```\n\nSay.")
    assert pages(handout(bank_of(ShortAnswer(id="q", stem=stem, answer="a")))) > 5
