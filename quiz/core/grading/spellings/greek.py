"""Greek letters by their names, as a keyboard without them writes: π is pi."""

from __future__ import annotations

import re
import unicodedata

_LETTER = re.compile("(?<![\u0370-\u03ff])[\u0391-\u03a9\u03b1-\u03c9](?![\u0370-\u03ff])")
_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma "
    "tau upsilon phi chi psi omega"
)
_LETTERS = dict(zip(_NAMES.split(), "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_NAME = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(_LETTERS)})(?![^\W\d_])", re.I)


def named(text: str, language: str) -> str:
    """Single letters as words of their own; a word in Greek stays one."""
    if text.isascii() or language == "el":
        return text
    return _LETTER.sub(lambda match: _apart(match, text), text)


def _apart(match: re.Match[str], text: str) -> str:
    name = _name(match[0])
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return f"{' ' if before.isalnum() else ''}{name}{' ' if after.isalnum() else ''}"


def _name(letter: str) -> str:
    name = unicodedata.name(letter, "").rpartition(" ")[2].lower()
    return "lambda" if name == "lamda" else name


def lettered(text: str) -> str:
    """Names of letters as small letters, for formulas."""
    return _NAME.sub(lambda match: _LETTERS[match[0].lower()], text)


def small(text: str) -> str:
    """Greek capitals as small letters."""
    return "".join(c.lower() if "\u0391" <= c <= "\u03a9" else c for c in text)
