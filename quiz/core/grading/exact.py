"""Answers of which every character counts: code, formulas, spelling lessons."""

from __future__ import annotations

import re

_SIGNS = str.maketrans(
    {"−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "′": "'"}
)
_CODE = re.compile(
    r"(?<![\w-])--[\w]|(?<![\w-])-[A-Za-z](?![\w])|^-[A-Za-z]\w?(?:\s|$)"  # options
    r"|\w\(\)|[a-z]\((?!(?:s|es)\))[a-z0-9,\s]+\)|(?<!\w)[A-Z]\([a-z0-9^²³\s]+\)|\w\[\w|[{}\\`|]|;\s*$|\w\(.*;|::|&&|==|:=|\+\+$(?<=\w\+\+)(?<![A-Z]\+\+)"
    r"|[A-Za-z]_\w|^\$[A-Za-z]|</?[a-z]\w*>|^/\w+/\w|^[.~]/\w|\*\.\w|^#!|^@\w|^#include"
    r"|(?<![<>=!])=(?![<>=])|->|=>|!=|<=\s*[A-Za-z]|>=\s*[A-Za-z]"
)
_FORMULA = re.compile(
    r"[-+]?(?:\d*[A-Za-z]{1,2}|\d+)(?:[²³¹⁰⁴-⁹]|\^-?\w+|'+|!)*"
    r"(?:\s*[-+*/×·^]\s*(?:\d*[A-Za-z]{1,2}|\d+)(?:[²³¹⁰⁴-⁹]|\^-?\w+|'+|!)*)*"
)
_OPERATOR = re.compile(r"[+*^²³⁰⁴-⁹!']|(?<![\w])-(?=[A-Za-z])|(?<=\b[a-z])\s*-\s*(?=[a-z]\b)")


def looks_exact(answer: str) -> bool:
    """Whether an answer looks like code or a formula, so that its marks and capitals count."""
    answer = answer.strip()
    if "".join(answer.split()).isalpha():
        return False
    return bool(_CODE.search(answer)) or _is_formula(answer)


def _is_formula(answer: str) -> bool:
    if not re.search(r"[A-Za-z]", answer) or not _FORMULA.fullmatch(answer):
        return False
    from quiz.core.grading.units import parse_unit  # few answers are as short

    return bool(_OPERATOR.search(answer)) and parse_unit(answer) is None


def exactly(given: str, answer: str) -> bool:
    """Equal but for outer space."""
    return given.strip() == answer.strip()


def exactly_typed(given: str, answer: str) -> bool:
    """Equal but for what a keyboard has no key for, and for spaces beside operators."""
    return _typed(given) == _typed(answer)


def _typed(text: str) -> str:
    from quiz.core.grading.canonical import raised_to_carets

    text = " ".join(raised_to_carets(text.translate(_SIGNS)).split())
    text = re.sub(r"[×·⋅]", "*", text)
    return re.sub(r"\s*([=+*/<>^,;(){}\[\]])\s*|(?<=\b\w)\s*(-)\s*(?=\w\b)", r"\1\2", text)
