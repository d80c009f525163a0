"""A first draft of a question of each type but cloze, as YAML lines below its id."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_NUMBER = re.compile(r"(?<![\w.,])\d{1,6}(?:\.\d{1,3})?(?![\w,]|\.\d)")
_FEEDBACK = "feedback: Why this is wrong; shown to whoever picks it."
_WHY = "    explanation: Why it is so, in your own words; shown after every answer.\n"


def _single_choice(words: str) -> str:
    return (
        "    type: single-choice\n"
        "    stem: What does the document say about it?\n"
        "    answer: The right option\n"
        "    distractors:\n"
        f"      - text: A wrong option\n        {_FEEDBACK}\n"
        f"      - text: Another wrong one\n        {_FEEDBACK}\n" + _WHY
    )


def _multiple_choice(words: str) -> str:
    return (
        "    type: multiple-choice\n"
        "    stem: Which of these does the document name?\n"
        "    answers:\n      - A right option\n      - Another right one\n"
        "    distractors:\n"
        f"      - text: A wrong option\n        {_FEEDBACK}\n"
        f"      - text: Another wrong one\n        {_FEEDBACK}\n" + _WHY
    )


def _true_false(words: str) -> str:
    return (
        "    type: true-false\n"
        "    stem: A statement that the passage contradicts.\n"
        "    answer: false\n"
        "    correction: What is true instead.\n" + _WHY
    )


def _short_answer(words: str) -> str:
    return (
        "    type: short-answer\n"
        "    stem: What is the name of it?\n"
        "    answer: the word\n"
        "    accept: [another word, a spelling variant]\n" + _WHY
    )


def _numeric(words: str) -> str:
    number = _NUMBER.search(words)
    return (
        "    type: numeric\n"
        "    stem: How many are there?\n"
        f"    answer: {number[0] if number else 30}\n"
        "    tolerance: 0   # or 0.5, or 5%\n"
        "    unit: minutes  # if there is one\n" + _WHY
    )


def _matching(words: str) -> str:
    return (
        "    type: matching\n"
        "    stem: What belongs together?\n"
        "    pairs:\n"
        "      - left: One thing\n        right: What belongs to it\n"
        "      - left: Another thing\n        right: What belongs to that\n"
        "    distractors: [What belongs to neither]\n" + _WHY
    )


def _ordering(words: str) -> str:
    return (
        "    type: ordering\n"
        "    stem: In which order is it done?\n"
        "    sequence: [First step, Second step, Third step]\n" + _WHY
    )


def _open(words: str) -> str:
    return (
        "    type: open\n"
        "    stem: Why is it so?\n"
        "    model_answer: A good answer in two or three sentences.\n"
        "    points:\n      - One thing a good answer says\n      - Another one\n" + _WHY
    )


OFFERED: Mapping[str, Callable[[str], str]] = {
    "choose-one": _single_choice,
    "choose-several": _multiple_choice,
    "true-or-false": _true_false,
    "name-it": _short_answer,
    "how-many": _numeric,
    "what-belongs-together": _matching,
    "in-which-order": _ordering,
    "in-your-own-words": _open,
}
"""By question id: what makes the lines, given the words of the passage that will be quoted."""
