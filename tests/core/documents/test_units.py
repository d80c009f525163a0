from __future__ import annotations

from quiz.core.documents.document import Document
from quiz.core.documents.units import UNIT, units


def found(text: str, name: str = "d.txt") -> list[str]:
    document = Document("d", text, name)
    return [document.text[unit.start : unit.end] for unit in units(document)]


def test_headings_code_and_paragraphs_are_units() -> None:
    text = "# Bread\n\nIt rises. It bakes.\n\n```\nmix. bake.\n```\n\n- One. Two.\n"
    whole = found(text, "d.md")
    assert whole[0].endswith("Bread")
    assert whole[1] == "It rises. It bakes."
    assert "mix. bake." in whole[2]
    assert whole[3].endswith("One. Two.")
    assert len(whole) == 4


def test_a_unit_knows_its_sentences() -> None:
    document = Document("d", "It rises. It bakes.\n", "d.txt")
    (unit,) = units(document)
    assert [document.text[one.start : one.end] for one in unit.sentences] == [
        "It rises.",
        "It bakes.",
    ]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "Y" + "x" * 398 + "."  # 400 characters
    whole = found(" ".join([sentence] * 5) + "\n")
    assert [len(one) for one in whole] == [801, 801, 400]
    assert found("z" * (UNIT - 1) + ".\n") == ["z" * (UNIT - 1) + "."]
    exact = "A" + "a" * 498 + ". B" + "b" * 497 + "."
    assert len(exact) == UNIT
    assert found(exact + "\n") == [exact]
