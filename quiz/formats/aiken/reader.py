"""Aiken: a question, options `A.` or `A)`, and `ANSWER: B`.

The question is one line in Moodle; more lines are taken as its text here. A feedback line behind
the answer (`FEEDBACK:`, which some writers add) becomes the explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.making import Choice, Making

_OPTION = re.compile(r"([A-Za-z])\s*[.)]\s+(.*)|([A-Z])[.)](\S.*)?$")
_ANSWER = re.compile(r"ANSWERS?\s*:\s*(.*)$", re.IGNORECASE)
_KEYS = re.compile(r"[A-Za-z](?:\s*[,;&/ ]\s*[A-Za-z])*[.)]?\s*$")
_FEEDBACK = re.compile(r"(?:FEEDBACK|EXPLANATION|RATIONALE)\s*:\s*(.*)$", re.IGNORECASE)


@dataclass
class _Draft:
    """What was read of an item so far."""

    line: int
    stem: list[str] = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    feedback: list[str] = field(default_factory=list)
    trouble: str = ""


def read(bank: BankFile) -> Iterator[Item]:
    """The items of a file; never raises on its content."""
    draft: _Draft | None = None
    for number, line in enumerate(bank.text.split("\n"), 1):
        text = line.strip()
        if not text:
            continue
        said = _FEEDBACK.match(text)
        if draft is not None and draft.keys and said:
            draft.feedback.append(said[1])
            continue
        if draft is not None and (draft.keys or draft.trouble):
            yield _item(draft, bank.path)
            draft = None
        draft = draft or _Draft(number)
        _take(draft, text)
    if draft is not None:
        yield _item(draft, bank.path)


def _take(draft: _Draft, text: str) -> None:
    """One line of an item."""
    answer = _ANSWER.match(text)
    option = _OPTION.match(text)
    if answer and (draft.options or draft.stem):
        _answer(draft, answer[1].strip())
    elif option and draft.stem and _next_letter(draft, option):
        draft.options[(option[1] or option[3]).upper()] = [option[2] or option[4] or ""]
    elif draft.options:
        draft.options[next(reversed(draft.options))].append(text)
    else:
        draft.stem.append(text)


def _next_letter(draft: _Draft, option: re.Match[str]) -> bool:
    """Whether an option's letter is the one that comes next: `I. Introduction` is a stem's line."""
    letter = (option[1] or option[3]).upper()
    if option[1] and option[1].islower() and not draft.options and letter != "A":
        return False
    return letter == chr(ord("A") + len(draft.options)) or (
        bool(draft.options) and letter not in draft.options
    )


def _answer(draft: _Draft, said: str) -> None:
    """The letters of the right options."""
    if not _KEYS.match(said):
        draft.trouble = f"the answer “{said}” is no letter of an option"
        return
    draft.keys = tuple(dict.fromkeys(re.findall(r"[A-Z]", said.upper())))


def _item(draft: _Draft, path: str) -> Item:
    making = Making(Place(path, draft.line), stem="\n".join(draft.stem))
    making.explain("\n".join(draft.feedback))
    missing = [key for key in draft.keys if key not in draft.options]
    if draft.trouble:
        return making.refuse(draft.trouble)
    if not draft.options:
        return making.refuse("it has no options: lines that start with `A.` or `A)`")
    if not draft.keys:
        return making.refuse("it has no line `ANSWER:` with the letter of the right option")
    if missing:
        return making.refuse(f"the answer is {missing[0]}, and there is no such option")
    options = {key: " ".join(lines) for key, lines in draft.options.items()}
    right = [Choice(options[key]) for key in draft.keys]
    wrong = [Choice(text) for key, text in options.items() if key not in draft.keys]
    if len(right) > 1:
        return making.multiple_choice(right, wrong)
    return making.single_choice(right[0], wrong)
