"""Parts of one in words and signs: `two thirds` is 2/3, `half` and ½ are 0.5."""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd

_NAMES = {
    "en": {
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
        "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
        "tenth": 10, "tenths": 10,
    },
    "de": {"halb": 2, "halbe": 2, "hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5,
        "zehntel": 10},
    "fr": {"demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5,
        "cinquièmes": 5, "dixième": 10, "dixièmes": 10},
    "es": {"medio": 2, "media": 2, "mitad": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4,
        "quinto": 5, "quintos": 5, "décimo": 10, "décimos": 10},
}  # fmt: skip
_ONE = {"en": "an?|one|1", "de": "eine?|die|1", "fr": "une?|la|1", "es": "una?|la|un|1"}
_OF = {"en": "of|the", "de": "von|der|des", "fr": "de|des|du", "es": "de|del"}
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y"}
_EXACT = frozenset((2, 4, 5, 8, 10))
"""Denominators of fractions that are decimals as well."""
_MIXED = re.compile(r"(?<![\w./,:])(\d{1,4}) (\d{1,2})/(\d{1,2})(?![\w./,:])")
_BARE = re.compile(r"(?<![\w./,:^-])(\d{1,2})/(\d{1,2})(?![\w./,:])")


def parts_of_one(text: str, language: str) -> str:
    """Fractions in words as digits, and those that are decimals as decimals; number words are read.

    `third` alone is an ordinal, `half` of a compound a word.
    """
    names = _NAMES.get(language)
    if names:
        text = _in_words(text, language, names)
    text = _MIXED.sub(
        lambda match: _decimal(int(match[1]), int(match[2]), int(match[3]), match[0]), text
    )
    return _BARE.sub(lambda match: _decimal(0, int(match[1]), int(match[2]), match[0]), text)


def _in_words(text: str, language: str, names: dict[str, int]) -> str:
    one, of, also = _ONE[language], _OF[language], _AND[language]
    every = "|".join(sorted(names, key=len, reverse=True))
    halves = "|".join(name for name, below in names.items() if below == 2)
    ends = rf"(?=\s*(?:$|[.,;)%]|(?:{of})\b))"
    text = re.sub(
        rf"\b(\d+)\s+{also}\s+(?:(?:{one})[\s-]+)?({every})\b",
        lambda match: f"{match[1]} 1/{names[match[2].lower()]}",
        text,
        flags=re.I,
    )
    text = re.sub(
        rf"(?<![\d./])\b([2-9])[\s-]+({every})\b(?!-\w)",
        lambda match: _over(int(match[1]), names[match[2].lower()], match[0]),
        text,
        flags=re.I,
    )
    text = re.sub(
        rf"\b(?:{one})[\s-]+({every}){ends}",
        lambda match: f"1/{names[match[1].lower()]}",
        text,
        flags=re.I,
    )
    text = re.sub(rf"^\s*(?:(?:the|die|la)\s+)?(?:{halves}){ends}", "1/2", text, flags=re.I)
    return re.sub(r"(?<=\d/\d) of\b", "", text) if language == "en" else text


def _over(above: int, below: int, whole: str) -> str:
    return f"{above}/{below}" if above < below else whole


def _decimal(whole: int, above: int, below: int, text: str) -> str:
    """A number and a fraction in lowest terms as a decimal, if it ends soon; else as it stands."""
    if below not in _EXACT or not 0 < above < below or gcd(above, below) > 1:
        return text
    return f"{whole + Decimal(above) / Decimal(below)}"
