"""Answers of which every character counts: code, formulas, spelling lessons."""

from __future__ import annotations

import re

from quiz.core.text.late_pattern import LatePattern

_SIGNS = str.maketrans(
    {"−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "′": "'"}
)
_CODE = LatePattern(
    r"(?<![\w-])--[\w]|(?<![\w.-])-[A-Za-z](?![\w])|^-[A-Za-z]\w?(?:\s|$)"  # options
    r"|(?:^|\s|/)\.{1,2}(?=/|\s|$)|^\.[a-z]\w+$|^[a-z]{3,}:\d{2,5}$"  # paths, files, ports
    r"|\w\(\)|[a-z]\((?!(?:s|es)\))[a-z0-9,\s]+\)|(?<!\w)[A-Z]\([a-z0-9^²³\s]+\)|\w\[\w|[{}\\`|]|;\s*$|\w\(.*;|::|&&|==|:=|\+\+$(?<=\w\+\+)(?<![A-Z]\+\+)"
    r"|[A-Za-z]_\w|^\$[A-Za-z]|</?[a-z]\w*>|^/\w+/\w|^[.~]/\w|\*\.\w|^#!|^@\w|^#include"
    r"|(?<![<>=!])=(?![<>=])|->|=>|!=|<=\s*[A-Za-z]|>=\s*[A-Za-z]"
)
_FORMULA = LatePattern(
    r"[-+]?(?:\d*[A-Za-z]{1,2}|\d+)(?:[²³¹⁰⁴-⁹]|\^-?\w+|'+|!)*"
    r"(?:\s*[-+*/×·^]\s*(?:\d*[A-Za-z]{1,2}|\d+)(?:[²³¹⁰⁴-⁹]|\^-?\w+|'+|!)*)*"
)
_OPERATOR = LatePattern(r"[+*^²³⁰⁴-⁹!']|(?<![\w])-(?=[A-Za-z])|(?<=\b[a-z])\s*-\s*(?=[a-z]\b)")
_GREEK = "\u0391-\u03a9\u03b1-\u03c9"
_TERMS = LatePattern(
    rf"(?:\d+(?:\.\d+)?|(?<![A-Za-z])[A-Za-z]{{1,2}}(?![A-Za-z])|[{_GREEK}]|[²³¹⁰⁴-⁹]|\^-?\w+"
    r"|['!]+|[-+*/×·=<>≤≥≠()]|\s)+"
)
_PRODUCT = LatePattern(
    rf"(?<=[A-Za-z0-9])[{_GREEK}]|[{_GREEK}](?=[A-Za-z0-9(])|\w\(\w\s*[-+]\s*\w\)"
)


_PRIMED = 3
"""Characters of the longest name with a prime, `AB'`; a longer word has an apostrophe."""


def looks_exact(answer: str) -> bool:
    """Whether an answer looks like code or a formula, so that its marks and capitals count."""
    answer = answer.strip()
    if all(map(_is_plain, answer.replace(",", " ").split())):
        return False
    return bool(_CODE.search(answer)) or _is_formula(answer)


def _is_plain(part: str) -> bool:
    """Whether a part is a number or a word, or words of two letters or more with hyphens."""
    if part.isalpha() or (part.isascii() and part.isalnum()):
        return True
    if len(part) > _PRIMED:
        part = part.replace("'s", "").removesuffix("'")
    pieces = part.split("-")
    return all(len(piece) > 1 and piece.isalpha() for piece in pieces)


def _is_formula(answer: str) -> bool:
    product = _PRODUCT.search(answer) is not None and _TERMS.fullmatch(answer) is not None
    if not product and not (re.search(r"[A-Za-z]", answer) and _FORMULA.fullmatch(answer)):
        return False
    from quiz.core.grading.units import parse_unit  # few answers are as short

    return (product or bool(_OPERATOR.search(answer))) and parse_unit(
        answer.lstrip("0123456789., ")
    ) is None


def exactly(given: str, answer: str) -> bool:
    """Equal but for outer space."""
    return given.strip() == answer.strip()


def exactly_typed(given: str, answer: str) -> bool:
    """Equal but for what a keyboard has no key for, and for spaces beside operators."""
    if _typed(given) == _typed(answer):
        return True
    return _TERMS.fullmatch(answer) is not None and _same_terms(given, answer)


def _same_terms(given: str, answer: str) -> bool:
    """Whether two formulas of short names are equal, Greek letters by name and products by `*`."""
    from quiz.core.grading.spellings.greek import lettered, small

    mine, theirs = (_typed(small(lettered(text))) for text in (given, answer))
    if "*" not in theirs:
        mine = mine.replace("*", "")
    return _close_up(mine) == _close_up(theirs)


def _close_up(text: str) -> str:
    """Without spaces, but for those between two numbers."""
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", text)


def _typed(text: str) -> str:
    from quiz.core.grading.canonical import raised_to_carets

    text = " ".join(raised_to_carets(text.translate(_SIGNS)).split())
    text = re.sub(r"[×·⋅]", "*", text).replace("≠", "!=").replace("≤", "<=").replace("≥", ">=")
    return re.sub(r"\s*([=+*/<>^,;(){}\[\]])\s*|(?<=\b\w)\s*(-)\s*(?=\w\b)", r"\1\2", text)
