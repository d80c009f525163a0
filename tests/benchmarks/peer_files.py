"""The same questions in the formats of others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.corpus import Item

LETTERS = "ABCD"


def quizmd(items: Sequence[Item]) -> str:
    """A Markdown quiz of quizmd."""
    return "# Things\n\n" + "".join(map(_quizmd, items))


def _quizmd(item: Item) -> str:
    options = "".join(f"- {text}\n" for text in (item.answer, *item.wrong))
    return (
        f"## Question {item.number}\n{item.stem}\n\n{options}\n"
        f"Answer: 1\nType: single\nTime: 600\nExplanation: {item.explanation}\n\n"
    )


def mkdocs_quiz(items: Sequence[Item]) -> str:
    """A page of MkDocs with quizzes."""
    return "# Things\n\n" + "".join(map(_mkdocs_quiz, items))


def _mkdocs_quiz(item: Item) -> str:
    wrong = "".join(f"- [ ] {text}\n" for text in item.wrong)
    return f"<quiz>\n{item.stem}\n- [x] {item.answer}\n{wrong}\n{item.explanation}\n</quiz>\n\n"


def text2qti(items: Sequence[Item]) -> str:
    """A quiz of text2qti."""
    return "Quiz title: Things\n\n" + "".join(map(_text2qti, items))


def _text2qti(item: Item) -> str:
    wrong = "".join(f"{letter}) {text}\n" for letter, text in zip("bcd", item.wrong, strict=True))
    return f"{item.number + 1}. {item.stem}\n... {item.explanation}\n*a) {item.answer}\n{wrong}\n"


def whet(items: Sequence[Item], bank: Path) -> None:
    """The files of a bank of anvil-whet, one a question."""
    bank.mkdir(parents=True, exist_ok=True)
    for item in items:
        options = zip(LETTERS, (item.answer, *item.wrong), strict=True)
        body = "".join(f"{letter}. {text}\n" for letter, text in options)
        head = f"---\nqid: q{item.number}\ntype: single\nkp: [things]\nanswer_key: A\n---\n"
        (bank / f"q{item.number}.md").write_text(f"{head}{item.stem}\n\n{body}", encoding="utf-8")


def quizzical(items: Sequence[Item]) -> str:
    """What the Open Trivia Database would send."""
    rows = [
        {
            "type": "multiple",
            "difficulty": "easy",
            "category": "Things",
            "question": item.stem,
            "correct_answer": item.answer,
            "incorrect_answers": item.wrong,
        }
        for item in items
    ]
    return json.dumps(rows)


QUIZZICAL_QUIZ = json.dumps(
    [
        {
            "title": "Things",
            "number_of_questions": 20,
            "category": None,
            "difficulty": None,
            "question_type": None,
            "timer_type": 0,
            "timer_value": 0,
        }
    ]
)
"""The list of quizzes that quizzical keeps."""
