"""Roman numerals in digits, where a text is likely to mean them."""

from __future__ import annotations

import re

_SMALL = r"X{0,3}(?:IX|IV|V?I{0,3})"
_WHOLE = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# Two signs or more of the small ones, four or more with the large ones, which spell many words; a
# single one behind another word that is no word of one letter.
_NUMERAL = re.compile(
    rf"(?<![\w.'’-])(?:(?=[IVX]{{2}}){_SMALL}|(?=[IVXLCDM]{{4}}){_WHOLE})(?!(?!(?:e|er|ème|ère|º|ª)\b)[\w'’-])"
    r"|(?<=[^\W\d_]{2} )[IVX](?![\w'’.-])"
)
_THE = re.compile(r"\bthe (\d+)(?:st|nd|rd|th)\b", re.I)


def has_numeral(text: str) -> bool:
    """Whether a Roman numeral stands in a text, in capitals."""
    return any(match[0] for match in _NUMERAL.finditer(text))


def in_digits(text: str) -> str:
    """The text with its Roman numerals, in capitals, in digits."""
    return _NUMERAL.sub(lambda match: str(_value(match[0])) if match[0] else "", text)


def in_digits_like(text: str, key: str) -> str:
    """The same of a text typed for a key with numerals, in whatever case; `the 8th` is 8."""
    words = {match[0].lower() for match in _NUMERAL.finditer(key)}
    typed = re.sub(
        r"(?<![\w.'’-])[ivxlcdm]+(?![\w'’-])",
        lambda match: match[0].upper() if match[0] in words else match[0],
        text,
    )
    return _THE.sub(r"\1", in_digits(typed))


def _value(numeral: str) -> int:
    values = [_SIGNS[sign] for sign in numeral]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
