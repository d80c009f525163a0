"""Drafts that another program makes: it reads a section, writes questions, and gets no credit.

What it writes passes the same gate as what is found here; what fails is counted, never repaired.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quiz.core.documents.document import Document
from quiz.core.questions.question import Question
from quiz.errors import QuizError
from quiz.store.files.filter_command import filtered
from quiz.store.sets.reading import read_text
from quiz.study.drafting.gate import Gate
from quiz.study.drafting.naming import free
from quiz.study.drafting.target import Target

LARGEST = 40_000
"""Characters of a stretch that is sent at once."""


class Made(NamedTuple):
    """The questions that passed, and how often each reason kept one out."""

    questions: list[Question]
    refused: Counter[str]


def sections_of(document: Document, section: str = "") -> Iterator[str]:
    """The text of each section that has a title like that; without one, of all of them."""
    tops = [one for one in document.sections if one.level <= 1]
    if section:
        wanted = section.casefold()
        tops = [one for one in document.sections if wanted in one.title.casefold()]
        if not tops:
            raise QuizError(f"there is no section like {section!r}", path=document.path)
    starts = [(one.start, one.end) for one in tops] or [(0, len(document.text))]
    if not section and starts[0][0] > 0:
        starts.insert(0, (0, starts[0][0]))
    for start, end in starts:
        for at in range(start, end, LARGEST):
            text = document.text[at : min(end, at + LARGEST)]
            if text.strip():
                yield text


def made_by(command: str, text: str, target: Target) -> Made:
    """What a command makes of a section; raises QuizError when it fails or writes no JSON."""
    answer = filtered(command, text)
    try:
        found = json.loads(answer)
    except ValueError as error:
        message = f"{command} wrote no JSON: {error}"
        raise QuizError(message, hint="`quiz schema --draft` prints what it has to be") from None
    if not isinstance(found, list):
        hint = "`quiz schema --draft` prints what it has to be"
        raise QuizError(f"{command} wrote no list of questions", hint=hint)
    return _passed(found, target)


def _passed(found: list[object], target: Target) -> Made:
    gate = Gate({target.name: target.document}, target.language)
    taken, made = set(target.ids), Made([], Counter())
    for number, one in enumerate(found, 1):
        question = _read(one, f"draft-{number}", target, made.refused)
        if question is None:
            continue
        faults = gate.faults(question)
        if faults:
            made.refused[faults[0]] += 1
            continue
        name = free(question.id, taken)
        taken.add(name)
        made.questions.append(question.replaced(id=name, draft=True))
    return made


def _read(one: object, name: str, target: Target, refused: Counter[str]) -> Question | None:
    """The question that a piece of JSON is; None when it is none, which is counted."""
    if not isinstance(one, dict):
        refused["no question"] += 1
        return None
    data = {"id": name, **one}
    head = {"id": "drafts", "title": "Drafts", "documents": {target.name: "document.txt"}}
    text = json.dumps({**head, "questions": [data]}, ensure_ascii=True)
    file = read_text(Path("drafts.yaml"), text)
    if file.problems or file.partial is None:
        refused[file.problems[0].rule if file.problems else "no question"] += 1
        return None
    return file.partial.questions[0]
