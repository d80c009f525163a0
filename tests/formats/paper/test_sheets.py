from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.formats.outgoing.bank import Bank
from quiz.formats.outgoing.simpler import lettered
from quiz.formats.paper.making import Variant, exam, exam_key, handout, points_of, variants
from quiz.formats.paper.page import page
from tests.effort import examples
from tests.formats.outgoing.banks import bank_of, nine_types, questions
from tests.formats.outgoing.test_writers import Tags


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return nine_types(tmp_path)


def ids(variant: Variant) -> list[str]:
    return [out.question.id for out, _ in variant.order]


def test_a_seed_makes_the_same_papers_again(bank: Bank) -> None:
    assert variants(bank, ["A", "B"], 7) == variants(bank, ["A", "B"], 7)
    assert variants(bank, ["A"], 7) != variants(bank, ["A"], 8)


def test_variants_ask_the_same_in_another_order(bank: Bank) -> None:
    first, second = variants(bank, ["A", "B"], 7)
    assert (
        sorted(ids(first)) == sorted(ids(second)) == sorted(o.question.id for o in bank.questions)
    )
    assert ids(first) != ids(second)


def test_a_variant_stays_as_it_is_when_another_is_added(bank: Bank) -> None:
    assert variants(bank, ["A", "B"], 7)[0] == variants(bank, ["A"], 7)[0]


def test_the_key_names_the_number_and_the_letter_of_each_variant(bank: Bank) -> None:
    papers = variants(bank, ["A", "B"], 3)
    sheets = {variant.name: exam(bank, variant, 3) for variant in papers}
    entries = exam_key(bank, papers, 3).key
    entry = next(one for one in entries if one.stem == "What does yeast make of sugar?")
    for name, number in re.findall(r"([AB]) (\d+)", entry.label):
        asked = sheets[name].asked[int(number) - 1]
        assert asked.laid.stem == entry.stem
        right = f"{lettered(asked.laid.options.index('Gas'))}. Gas"
        assert any(right in line and line.startswith((f"{name}: ", right)) for line in entry.answer)


def test_the_key_has_the_passages_with_lines_and_the_paper_has_no_answer(bank: Bank) -> None:
    (paper,) = variants(bank, [""], 1)
    key, asked = page(exam_key(bank, [paper], 1)), page(exam(bank, paper, 1))
    assert "“Yeast turns sugar into gas.” (<cite>Bread › Making dough › line 5</cite>)" in key
    assert "Salt is added, not made." in key
    for secret in ("Yeast feeds on sugar", "gluten</", "blockquote", "Answers", "60"):
        assert secret not in asked.partition("</style>")[2]


def test_a_passage_of_a_document_with_pages_has_its_page(tmp_path: Path) -> None:
    from quiz.core.documents.document import Document, Passage

    document = Document("d", "One.\n␌\nTwo.\n␌Three.\n", "d.txt")
    starts = [document.text.index(word) for word in ("One", "Two", "Three")]
    pages = [document.page_of(Passage(start, start + 3)) for start in starts]
    assert pages == ["page 1", "page 2", "page 3"]
    assert document.place(Passage(starts[1], starts[1] + 3)) == "One. › line 3 › page 2"
    assert Document("d", "One.\n", "d.txt").page_of(Passage(0, 3)) == ""


def test_what_has_to_be_known_is_worth_a_point_each(bank: Bank) -> None:
    worth = {out.question.id: points_of(out.question) for out in bank.questions}
    assert worth == {
        **{"gas": 1, "dough": 2, "held": 1, "gluten": 1, "rest": 1, "cloze": 2},
        **{"roles": 2, "steps": 3, "crust": 2},
    }
    (paper,) = variants(bank, [""], 1)
    assert exam(bank, paper, 1).facts == ("9 questions", "15 points", "paper 1")


def test_an_open_question_has_lines_to_write_on_for_each_point() -> None:
    asked = Open(id="q", stem="s", model_answer="m", points=tuple("abc"))
    assert page(handout(bank_of(asked))).count('<div class="line">') == 6


@settings(max_examples=examples(150), deadline=None)
@given(asked=st.lists(questions(), min_size=1, max_size=3))
def test_a_page_is_whole_and_loads_nothing_whatever_the_texts_hold(asked: list[Question]) -> None:
    bank = bank_of(*asked)
    papers = variants(bank, ["A", "B"], 1)
    for sheet in (handout(bank), exam(bank, papers[0], 1), exam_key(bank, papers, 1)):
        tags = Tags()
        tags.feed(page(sheet))
        assert tags.open == []
        assert not tags.seen & {"script", "link", "img", "iframe", "a", "object", "base"}


def test_no_question_is_cut_by_the_end_of_a_page(bank: Bank) -> None:
    whole = page(handout(bank))
    assert re.search(r"article \{[^}]*break-inside: avoid", whole)
    assert whole.count("<article") == 18
