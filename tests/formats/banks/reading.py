"""Banks in memory, read."""

from __future__ import annotations

from quiz.core.questions.question import Question
from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.item import Item
from quiz.formats.banks import read_items


def items(text: str | bytes, form: str = "", name: str = "bank") -> list[Item]:
    """The items of a bank."""
    data = text.encode() if isinstance(text, str) else text
    return list(read_items(BankFile(name, data), form))


def only(text: str | bytes, form: str = "") -> Item:
    """The only item of a bank."""
    (found,) = items(text, form)
    return found


def question(text: str | bytes, form: str = "") -> Question:
    """The only question of a bank."""
    found = only(text, form)
    assert found.question is not None, found.reason
    return found.question
