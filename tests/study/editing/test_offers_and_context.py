from __future__ import annotations

import pytest

from quiz.core.documents.document import Document
from quiz.study.editing.buffer import Point
from quiz.study.editing.context import context
from quiz.study.editing.offers import Kind, offers

SET = """\
documents:
  bread: documents/bread.txt
questions:
  - id: gas
    type: single-choice
    answer: Gas
    distractors:
      - text: Salt
        sources:
          - document: bread
            exact: salt gi
      - Water
    sources:
    - document: bread
      exact: "Yeast
    explanation: so
  - id: two
    ty
not_asked:
  - document: bread
    exact: Br
exam:
  near: """
LINES = SET.split("\n")
BREAD = Document(
    "bread",
    "Salt gives taste.\n\nYeast turns sugar into gas.\n\nIt rises.\n\nWarm dough: It rises.\n",
    "bread.txt",
)


def at_end_of(words: str) -> Point:
    line = next(i for i, text in enumerate(LINES) if text.endswith(words))
    return Point(line, len(LINES[line]))


@pytest.mark.parametrize(
    ("words", "parents", "key", "typed"),
    [
        ("single-choice", ("questions",), "type", "single-choice"),
        ("salt gi", ("questions", "distractors", "sources"), "exact", "salt gi"),
        ('"Yeast', ("questions", "sources"), "exact", '"Yeast'),
        ("    ty", ("questions",), "", "ty"),
        ("exact: Br", ("not_asked",), "exact", "Br"),
        ("near: ", ("exam",), "near", ""),
        ("documents/bread.txt", ("documents",), "bread", "documents/bread.txt"),
    ],
)
def test_what_is_written_is_told_from_the_indents(
    words: str, parents: tuple[str, ...], key: str, typed: str
) -> None:
    here = context(LINES, at_end_of(words))
    assert (here.parents, here.key, here.typed) == (parents, key, typed)


def texts(words: str, kind: Kind) -> list[str]:
    found = offers(context(LINES, at_end_of(words)), {"bread": BREAD})
    return [offer.text for offer in found if offer.kind is kind]


def test_keys_that_are_there_are_not_offered_again() -> None:
    keys = texts("    ty", Kind.KEY)
    assert "type: " in keys
    assert "id: " not in keys
    assert "sources:" in keys


def test_values_come_from_the_schema() -> None:
    assert texts("near: ", Kind.VALUE) == ["asked", "wrong"]
    assert "matching" in texts("single-choice", Kind.VALUE)


def test_a_passage_is_written_in_the_quotes_that_are_typed() -> None:
    assert texts('"Yeast', Kind.PASSAGE)[0] == '"Yeast turns sugar into gas."'


def test_sentences_that_begin_so_come_before_those_that_hold_the_words() -> None:
    lines = ["sources:", "- document: bread", "  exact: "]

    def first(typed: str) -> str:
        here = context([*lines[:2], lines[2] + typed], Point(2, len(lines[2] + typed)))
        return next(offers(here, {"bread": BREAD})).label

    assert first("salt") == "Salt gives taste."
    assert first("gas sugar") == "Yeast turns sugar into gas."
    assert first("YEAST TURNS") == "Yeast turns sugar into gas."


def test_where_the_words_stand_twice_prefix_or_suffix_is_written_too() -> None:
    here = context(["sources:", "- exact: It"], Point(1, 11))
    found = [o.text for o in offers(here, {"bread": BREAD}) if o.label == "It rises."]
    assert any("\n  suffix: " in text or "\n  prefix: " in text for text in found)
