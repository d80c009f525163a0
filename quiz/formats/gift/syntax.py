"""A question of GIFT, taken apart: title, text, what is between the braces, what stands behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from quiz.formats.gift.blocks import Block
from quiz.formats.gift.marks import flattened, marks, split_format, unescaped

_WEIGHT = re.compile(r"\s*%\s*(-?\d+(?:[.,]\d*)?)\s*%")
_NUMBER = r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?"
_VALUE = re.compile(rf"\s*({_NUMBER})\s*(?:(:|\.\.)\s*({_NUMBER}))?\s*$")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


class Kind(StrEnum):
    """Which type of Moodle's a question is."""

    DESCRIPTION = "description"
    ESSAY = "essay"
    NUMERICAL = "numerical"
    CHOICE = "multiple choice"
    MATCHING = "matching"
    TRUE_FALSE = "true-false"
    SHORT = "short answer"


class Text(NamedTuple):
    """A text and its format: html, markdown, plain or moodle."""

    text: str
    format: str


class Number(NamedTuple):
    """A number as written, and how far off (`:`) or up to which (`..`) it may be."""

    value: str
    sign: str = ""
    other: str = ""


class Answer(NamedTuple):
    """An answer: `=` or `~`, its weight in percent if it says one, and its feedback."""

    sign: str
    weight: float | None
    text: Text
    feedback: Text | None
    number: Number | None = None


class Parsed(NamedTuple):
    """A question; `after` is the text behind the braces. `trouble` says what is wrong with it.

    `answers` of a matching question have their right sides in `pairs`. Of a true-false question,
    `answers` are what is said to those who are wrong, and to those who are right.
    """

    title: str
    stem: Text
    kind: Kind
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[Text, str], ...] = ()
    truth: bool = False
    wrong: Text | None = None
    right: Text | None = None
    general: Text | None = None
    after: str = ""
    trouble: str = ""


def parse(block: Block) -> Parsed:
    """Take a question apart; what cannot be is told in its `trouble`."""
    title, body = _title(block.text.strip())
    braces = [(at, mark) for at, mark in marks(body) if mark in "{}"]
    if not braces:
        return Parsed(title, _text(body, "moodle"), Kind.DESCRIPTION)
    start = next((at for at, mark in braces if mark == "{"), -1)
    end = next((at for at, mark in braces if mark == "}" and at > start), -1)
    if start < 0 or end < 0 or (braces and braces[0][1] == "}"):
        missing = "`}`" if end < 0 else "`{`"
        trouble = (
            f"its answers have no {missing}; a brace that means itself is written `\\{missing[1]}`"
        )
        return Parsed(title, _text(body, "moodle"), Kind.DESCRIPTION, trouble=trouble)
    stem = _text(body[:start], "moodle")
    after = body[end + 1 :].strip()
    if after and not body[:start].strip():
        stem = Text("", split_format(after)[0] or "moodle")
    found = _answers(title, stem, body[start + 1 : end].strip())
    return found._replace(after=_text(after, stem.format).text if after else "")


def _title(text: str) -> tuple[str, str]:
    """The title between double colons, and what follows."""
    if not text.startswith("::"):
        return "", text
    end = text.find("::", 2)
    while end > 0 and text[end - 1] == "\\":
        end = text.find("::", end + 1)
    if end < 0:
        return "", text[2:].strip()
    return unescaped(text[2:end]).strip(), text[end + 2 :].strip()


def _text(source: str, inherited: str) -> Text:
    """A text in its own format, else in that of the question."""
    said, rest = split_format(source)
    form = said or inherited
    whole = form in ("html", "markdown")
    return Text(unescaped(rest.strip() if whole else flattened(rest)), form)


def _answers(title: str, stem: Text, body: str) -> Parsed:
    """What stands between the braces."""
    body, general = _general(body, stem.format)
    found = [(at, mark) for at, mark in marks(body) if mark in "=~"]
    if not body:
        return Parsed(title, stem, Kind.ESSAY, general=general)
    if body.startswith("#"):
        return _numerical(title, stem, body[1:], general)
    if (truth := _truth(body)) is not None:
        wrong, right = _two_feedbacks(body, stem.format)
        made = Parsed(title, stem, Kind.TRUE_FALSE, truth=truth, general=general)
        return made._replace(wrong=wrong, right=right)
    pieces = _pieces(body, found)
    if not any(mark == "~" for _, mark in found) and pieces:
        pairs = [_pair(piece, stem.format) for _, piece in pieces]
        whole = [pair for pair in pairs if pair is not None]
        if len(whole) == len(pairs):
            return Parsed(title, stem, Kind.MATCHING, pairs=tuple(whole), general=general)
    if not pieces:
        pieces = [("=", body)]
    bare = "~" if any(sign == "~" for sign, _ in pieces) else "="
    answers = tuple(_answer(sign or bare, piece, stem.format) for sign, piece in pieces)
    short = all(answer.sign == "=" for answer in answers)
    return Parsed(title, stem, Kind.SHORT if short else Kind.CHOICE, answers, general=general)


def _general(body: str, form: str) -> tuple[str, Text | None]:
    """The answers, and what is said to everybody."""
    at = next((at for at, mark in reversed(list(marks(body))) if mark == "####"), -1)
    if at < 0:
        return body, None
    said = _text(body[at + 4 :], form)
    return body[:at].strip(), said if said.text else None


def _pieces(body: str, found: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    """Each answer's sign and what follows it. The first one may lack its sign, as in Moodle."""
    if not found:
        return []
    ends = [at for at, _ in found[1:]] + [len(body)]
    pieces = [(mark, body[at + 1 : end]) for (at, mark), end in zip(found, ends, strict=True)]
    first = body[: found[0][0]]
    return [("", first), *pieces] if first.strip() else pieces


def _answer(sign: str, piece: str, form: str) -> Answer:
    weight, rest = _weight(piece)
    text, said = _feedback(rest, form)
    return Answer(sign, weight, _text(text, form), said)


def _weight(piece: str) -> tuple[float | None, str]:
    match = _WEIGHT.match(piece)
    if match is None:
        return None, piece
    return float(match[1].replace(",", ".")), piece[match.end() :]


def _feedback(piece: str, form: str) -> tuple[str, Text | None]:
    """An answer's text, and what is said of it."""
    at = next((at for at, mark in marks(piece) if mark == "#"), -1)
    if at < 0:
        return piece, None
    said = _text(piece[at + 1 :], form)
    return piece[:at], said if said.text else None


def _truth(body: str) -> bool | None:
    """What a true-false question says; None for another one."""
    word = body[: next((at for at, mark in marks(body) if mark == "#"), len(body))].strip()
    return _TRUTH.get(word if len(word) == 1 else word.upper())


def _two_feedbacks(body: str, form: str) -> tuple[Text | None, Text | None]:
    """What is said to those who are wrong, and to those who are right."""
    at = [at for at, mark in marks(body) if mark == "#"][:2]
    ends = [*at[1:], len(body)]
    texts = [_text(body[a + 1 : e], form) for a, e in zip(at, ends, strict=False)]
    found = [text if text.text else None for text in texts] + [None, None]
    return found[0], found[1]


def _pair(piece: str, form: str) -> tuple[Text, str] | None:
    at = next((at for at, mark in marks(piece) if mark == "->"), -1)
    if at < 0:
        return None
    return _text(piece[:at], form), unescaped(flattened(piece[at + 2 :]))


def _numerical(title: str, stem: Text, body: str, general: Text | None) -> Parsed:
    found = [(at, mark) for at, mark in marks(body) if mark in "=~"]
    pieces = _pieces(body, found) or [("=", body)]
    answers = tuple(_numeric_answer(sign or "=", piece, stem.format) for sign, piece in pieces)
    return Parsed(title, stem, Kind.NUMERICAL, answers, general=general)


def _numeric_answer(sign: str, piece: str, form: str) -> Answer:
    weight, rest = _weight(piece)
    text, said = _feedback(rest, form)
    match = _VALUE.match(text)
    number = Number(match[1], match[2] or "", match[3] or "") if match else None
    return Answer(sign, weight, Text(flattened(text) or "*", form), said, number)
