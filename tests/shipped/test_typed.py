"""The typed answers of the shipped sets count fair wordings, and no wrong ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Part, Response, grade
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from tests.shipped.words import questions

TABLE = Path(__file__).with_name("phrasings.txt")
_ROW = re.compile(r"(\S+) (\d) (right|wrong): (.+)")


def phrasings() -> Iterator[tuple[str, int, str, bool]]:
    """Question, place of the answer (from 0), what is typed, and whether it has to count."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if (row := _ROW.fullmatch(line)) is not None:
            for typed in row[4].split("; "):
                yield row[1], max(0, int(row[2]) - 1), typed, row[3] == "right"


def typed_questions() -> dict[str, Question]:
    found = {question.id: question for _, question in questions()}
    return {k: q for k, q in found.items() if isinstance(q, Cloze | Numeric | ShortAnswer)}


def part_of(question: Question, place: int, typed: str) -> Part:
    """How one answer is judged, whatever stands in the others."""
    return grade(question, Response(("",) * place + (typed,))).parts[place]


@pytest.mark.parametrize(("name", "place", "typed", "counts"), list(phrasings()))
def test_a_fair_wording_counts_and_a_wrong_one_does_not(
    name: str, place: int, typed: str, counts: bool
) -> None:
    assert part_of(typed_questions()[name], place, typed).right is counts


def test_every_typed_answer_has_its_wordings_in_the_table() -> None:
    wanted = {
        (name, place)
        for name, question in typed_questions().items()
        for place in range(len(question.gaps) if isinstance(question, Cloze) else 1)
    }
    assert wanted == {(name, place) for name, place, _, counts in phrasings() if counts}


def test_no_gap_takes_the_answer_of_another_gap() -> None:
    taken = [
        (name, key)
        for name, question in typed_questions().items()
        for at, key in enumerate(question.key)
        for place in range(len(question.key))
        if place != at and part_of(question, place, key).right
    ]
    assert taken == []
