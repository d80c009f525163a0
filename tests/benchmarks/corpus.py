"""The same made-up questions for us and for others: texts by a seed, in no one's format.

Words are as unequally common as those of a language (Zipf). Each question has four options, an
explanation, and a sentence of its document that proves it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

PER_SET, PARAGRAPHS, VOCABULARY = 5000, 400, 30_000
LETTERS = "eeeettaaooiinnsshhrrdlcumwfgypbvk"


class Item(NamedTuple):
    """One question; `proof` is a sentence of the document of its set."""

    number: int
    stem: str
    answer: str
    wrong: tuple[str, str, str]
    explanation: str
    proof: str


class Words:
    """Made-up words; the first of `all` are the most common."""

    def __init__(self, seed: int = 5) -> None:
        self.chance = random.Random(seed)
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            made["".join(self.chance.choices(LETTERS, k=self.chance.randint(2, 11)))] = None
        self.all = list(made)
        self._weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def some(self, count: int) -> str:
        """So many words in a row."""
        return " ".join(self.chance.choices(self.all, cum_weights=self._weights, k=count))


class Shelf(NamedTuple):
    """A document of paragraphs and the questions on it."""

    paragraphs: list[str]
    items: list[Item]


def shelves(questions: int, words: Words) -> Iterator[Shelf]:
    """So many questions, at most PER_SET on a shelf, numbered from 0."""
    for first in range(0, questions, PER_SET):
        paragraphs = [
            f"Paragraph {n} says {words.some(30)}. {words.some(20).capitalize()}."
            for n in range(PARAGRAPHS)
        ]
        numbers = range(first, min(first + PER_SET, questions))
        yield Shelf(paragraphs, [_item(number, paragraphs, words) for number in numbers])


def _item(number: int, paragraphs: list[str], words: Words) -> Item:
    wrong = (f"{words.some(3)} b", f"{words.some(4)} c", f"{words.some(3)} d")
    stem = f"What is said of the {words.some(8)} {number}?"
    proof = " ".join(paragraphs[number % PARAGRAPHS].split()[:9])
    return Item(number, stem, f"{words.some(3)} a", wrong, f"It says {words.some(20)}.", proof)


def write_ours(folder: Path, shelved: Iterable[Shelf]) -> list[str]:
    """Our files below `folder`: a set and a document for each shelf; the uids of all questions."""
    (folder / "documents").mkdir(parents=True)
    uids = []
    for number, shelf in enumerate(shelved):
        document = folder / "documents" / f"d{number}.txt"
        document.write_text("\n\n".join(shelf.paragraphs) + "\n", encoding="utf-8")
        name = f"s{number:02}"
        head = f"id: {name}\ntitle: Shelf {number}\ndocuments: {{d: documents/d{number}.txt}}\n"
        text = head + "questions:\n" + "".join(map(_ours, shelf.items))
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        uids += [f"{name}/q{item.number}" for item in shelf.items]
    return uids


def _ours(item: Item) -> str:
    wrong = "".join(f"      - '{text}'\n" for text in item.wrong)
    return (
        f"  - id: q{item.number}\n    type: single-choice\n    stem: {item.stem}\n"
        f"    answer: '{item.answer}'\n    distractors:\n{wrong}"
        f"    explanation: {item.explanation}\n"
        f"    sources:\n      - document: d\n        exact: {item.proof}\n"
    )


def first(questions: int) -> list[Item]:
    """The first so many questions."""
    found = (item for shelf in shelves(questions, Words()) for item in shelf.items)
    return list(islice(found, questions))
