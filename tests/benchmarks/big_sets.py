"""Question sets as large as a learner's of some years, the same ones every time.

Each set stands on one document of sections; the questions are of four kinds, tagged, and each is
grounded in a sentence of its own. `write_sets` writes the files, `question` tells what is in them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse

PER_SET, PER_SECTION = 500, 25
TAGS = ("dose", "history", "law", "mechanism", "risk")


def set_id(number: int) -> str:
    """The set that question `number` (from 0) belongs to."""
    return f"big{number // PER_SET:02}"


def uid(number: int) -> str:
    """The name of question `number` in the history."""
    return question_uid(set_id(number), f"q{number}")


def sentence(number: int) -> str:
    """What the document says, and question `number` asks."""
    return f"The item of number {number} weighs {number % 97 + 3} grams and is called thing{number}"


@cache
def question(number: int) -> Question:
    """Question `number`, equal to what the file says, its line aside."""
    stem, name = f"What about the item of number {number}?", f"thing{number}"
    weight, because = number % 97 + 3, "The document says so."
    source = (Source("d", sentence(number)),)
    tag, label = (TAGS[number % len(TAGS)],), f"q{number}"
    if number % 4 == 1:
        return TrueFalse(
            id=label, stem=stem, answer=True, explanation=because, sources=source, tags=tag
        )
    if number % 4 == 2:
        return ShortAnswer(
            id=label, stem=stem, answer=name, explanation=because, sources=source, tags=tag
        )
    if number % 4 == 3:
        return Numeric(
            id=label, stem=stem, answer=str(weight), explanation=because, sources=source, tags=tag
        )
    wrong = tuple(Distractor(f"thing{number + step}") for step in (1, 2, 3))
    return SingleChoice(
        id=label,
        stem=stem,
        answer=name,
        distractors=wrong,
        explanation=because,
        sources=source,
        tags=tag,
    )


def write_sets(folder: Path, questions: int = 10_000) -> list[Path]:
    """The files of so many questions and their documents below `folder`; the sets' files."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    paths = []
    for first in range(0, questions, PER_SET):
        numbers = range(first, min(first + PER_SET, questions))
        name = set_id(first)
        (folder / "documents" / f"{name}.md").write_text(_document(numbers), encoding="utf-8")
        path = folder / f"{name}.yaml"
        path.write_text(_set(name, numbers), encoding="utf-8")
        paths.append(path)
    return paths


def _document(numbers: range) -> str:
    parts = [f"# Things from {numbers[0]} on"]
    for number in numbers:
        if number % PER_SECTION == 0:
            parts.append(f"## Shelf {number // PER_SECTION}")
        parts.append(f"{sentence(number)}.")
    return "\n\n".join(parts) + "\n"


def _set(name: str, numbers: range) -> str:
    head = f"id: {name}\ntitle: Things from {numbers[0]} on\n"
    return f"{head}documents:\n  d: documents/{name}.md\nquestions:\n" + "".join(
        map(_question, numbers)
    )


def _question(number: int) -> str:
    found = question(number)
    wrong = f"    distractors: [{', '.join(found.wrong)}]\n" if found.wrong else ""
    return (
        f"  - id: {found.id}\n    type: {found.type}\n    stem: {found.stem}\n"
        f"    answer: {found.key[0]}\n{wrong}    explanation: {found.explanation}\n"
        f"    sources:\n      - document: d\n        exact: {found.sources[0].exact}\n"
        f"    tags: [{found.tags[0]}]\n"
    )
