"""What a typed text can mean only beside its key: `20 pounds` for £20, `1 to 10` for 1:10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.grading.spellings.number_words import digits_for_words
from quiz.core.grading.spellings.roman import has_numeral, in_digits, in_digits_like

_RATIO = re.compile(r"(?<!\d)\d+\s?:\s?\d+(?!\d)")
_OVER = re.compile(r"(?<!\d)\d+\s?/\s?\d+(?!\d)")
_ODDS = re.compile(r"\bin\b", re.I)
_SHARE = re.compile(r"\d (?:out )?of \d|\bout of\b", re.I)
_DAYS_AND_MONTHS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december
"""
_LONG = frozenset(_DAYS_AND_MONTHS.split())
_DEGREE = re.compile(r"°\s?([CF])\b")
_DECADE = re.compile(r"(?<!\d)\d\d(\d0)['’]?s\b")
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_CHARGE = re.compile(r"(?<=[A-Za-z\d])\^\d[+-]$")
_SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"}
_UMLAUT = re.compile("[äöüßøå]", re.I)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*)(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|von|van|da|la|le|der|del))+")
_INVERTED = re.compile(r"([^,]+),\s*([^,]+)")


def meant(given: str, key: str, language: str) -> Iterator[tuple[str, str]]:
    """Other readings of a typed text, each with the key it is to be compared with."""
    for text in _readings(given, key):
        if text != given:
            yield text, key
    if _CHARGE.search(key):
        yield given, key.replace("^", "")
    if has_numeral(key) or has_numeral(given):
        yield in_digits_like(digits_for_words(given, language), key), in_digits(key)
    if _UMLAUT.search(key) and language != "de":
        yield given, _UMLAUT.sub(lambda match: _SPELT[match[0].lower()], key)
    if language == "de" and re.fullmatch(r"\d{1,2}\.", given.strip()):
        yield f"{given.strip()[:-1]}º", key


def _readings(given: str, key: str) -> Iterator[str]:
    if _RATIO.fullmatch(key.strip()):
        yield re.sub(r"(?<=\d)\s+to\s+(?=\d)", ":", given)
    if _OVER.fullmatch(key.strip()):
        yield re.sub(r"(?<=\d)\s+over\s+(?=\d)", "/", given)
    if _ODDS.search(key):
        yield re.sub(r"\bout of\b", "in", given)
    if _SHARE.search(key):
        yield re.sub(r"(?<=\d)\s?/\s?(?=\d)", " of ", given)
    if key.strip().lower() in _LONG and given.strip(". ").lower() in _abbreviated(key.strip()):
        yield key
    degree = _DEGREE.search(key)
    if degree is not None:
        yield re.sub(rf"(?<=\d)\s?{degree[1]}\b", f" °{degree[1]}", given)
    if "£" in key:
        yield re.sub(r"\bpounds?\b", "£", given, flags=re.I)
    yield from _decades(given, key)
    yield _SLASHED.sub(r"\2/\1/\3", given)
    if _NAME.fullmatch(key.strip()):
        yield _INVERTED.sub(r"\2 \1", given)


def _abbreviated(name: str) -> tuple[str, ...]:
    """What a day or a month is shortened to; not to what is a word."""
    name = name.lower()
    short = () if name[:3] in ("sun", "sat", "mar") else (name[:3],)
    return (
        *short,
        *{"september": ("sept",), "tuesday": ("tues",), "thursday": ("thurs", "thur")}.get(
            name, ()
        ),
    )


def _decades(given: str, key: str) -> Iterator[str]:
    """`the sixties` and `the 60s` for the sixties that the key speaks of."""
    found = _DECADE.search(key)
    if found is None:
        return
    text = re.sub(
        rf"\b({'|'.join(_DECADES)})\b",
        lambda match: f"{_DECADES[match[1].lower()]}s",
        given,
        flags=re.I,
    )
    yield re.sub(rf"(?<!\d)['’]?{found[1]}['’]?s\b", found[0], text)
