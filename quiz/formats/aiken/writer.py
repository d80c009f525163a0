"""Write Aiken: a line for the stem, a line for each option, a line for the answer."""

from __future__ import annotations

import re

from quiz.core.questions.options import Choice
from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.outgoing import features
from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.losses import GONE, Form, Loss, Written, sorted_out
from quiz.formats.outgoing.mixing import mixed
from quiz.formats.outgoing.simpler import lettered

_NO_TYPE = f"{GONE}, it knows only one right option"
_OUT = "left out"
FORM = Form(
    "Aiken",
    ".txt",
    {
        **dict.fromkeys(
            (
                "multiple-choice",
                "short-answer",
                "numeric",
                "cloze",
                features.SEVERAL_GAPS,
                "matching",
                "ordering",
                "open",
            ),
            _NO_TYPE,
        ),
        "true-false": "as the options True and False",
        features.EXPLANATION: _OUT,
        features.PASSAGES: _OUT,
        features.REASONS: _OUT,
        features.HINT: _OUT,
        features.TAGS: _OUT,
        features.LINES: "joined",
        features.MARKS: "as plain text",
        features.TEX: features.TEX_LEFT,
    },
)
MOST = 26
_LIKE_A_LINE = re.compile(
    r"[A-Z][.)] |(?:ANSWERS?|FEEDBACK|EXPLANATION|RATIONALE)\s*:|<", re.IGNORECASE
)
"""A stem that would be taken for an option, the answer, what is said after it, or for markup."""
_APART = "a stem that reads like another line in Aiken: `Question:` stands before it"


def write(bank: Bank) -> Written:
    """The questions with one right option."""
    kept, losses = sorted_out(bank.questions, FORM)
    wide = [out for out in kept if len(_options(out.question)) > MOST]
    pieces = [_piece(out) for out in kept if out not in wide]
    gone = [_too_many(out.question) for out in wide]
    content = "\n".join(pieces).encode()
    apart = [
        Loss(out.question.id, out.question.line, _APART)
        for out in kept
        if out not in wide and _LIKE_A_LINE.match(_line(out.question.stem))
    ]
    return Written(content, len(pieces), (*losses, *gone, *apart))


def _too_many(question: Question) -> Loss:
    what = f"more than {MOST} options in Aiken: {GONE}, it has no letters for them"
    return Loss(question.id, question.line, what, gone=True)


def _piece(out: Outgoing) -> str:
    options = _options(out.question)
    stem = _line(out.question.stem)
    lines = [f"Question: {stem}" if _LIKE_A_LINE.match(stem) else stem]
    lines += [f"{lettered(at)}. {_line(option)}" for at, option in enumerate(options)]
    right = out.question.key[0].title() if _true_false(out) else out.question.key[0]
    return "\n".join([*lines, f"ANSWER: {lettered(options.index(right))}", ""])


def _true_false(out: Outgoing) -> bool:
    return isinstance(out.question, TrueFalse)


def _options(question: Question) -> tuple[str, ...]:
    """In an order of chance that is always the same: Aiken has no shuffling of its own."""
    if isinstance(question, TrueFalse):
        return ("True", "False")
    assert isinstance(question, Choice)
    return mixed(question)


def _line(text: str) -> str:
    return " ".join(text.split())
