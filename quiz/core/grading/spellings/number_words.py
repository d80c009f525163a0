"""Numbers, ordinals, ranges and dates in words, written in digits."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from quiz.core.grading.spellings.counting import counted
from quiz.core.text.statement.counted import COUNTED

_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": """janvier février mars avril mai juin juillet août septembre octobre novembre
        décembre""",
    "es": """enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
        diciembre""",
    "it": """gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
        dicembre""",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": """janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro
        dezembro""",
}


@lru_cache(maxsize=1)
def _values() -> dict[str, int]:
    found = {word: value for value, word in enumerate(COUNTED)} | {"nought": 0, "naught": 0}
    return found | {word: 10 * tens for tens, word in enumerate(_TENS, 2)}


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    found = {f"{word}th": value for word, value in _values().items() if value > 3}
    found |= {f"{word[:-1]}ieth": value for word, value in _values().items() if value >= 20}
    return found | _ORDINALS | {"hundredth": 100, "thousandth": 1000}


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    words = "|".join(sorted((*_values(), *_SCALES, *_ordinals()), key=len, reverse=True))
    return re.compile(
        rf"(?<!per )(?<!half )(?<!/)(?<![\d.,])\b(?:(?:a|\d+(?:\.\d+)?)\s+)?(?:{words})"
        rf"(?:[\s-]+oh?(?=[\s-]))?"
        rf"(?:(?:[\s-]+(?:and\s+)?)(?:{words}))*\b",
        re.I,
    )


def digits_for_words(text: str, language: str) -> str:
    """`thirty-five` becomes 35, `twenty-first` 21st, `two million` 2000000; the rest stays."""
    if language != "en":
        return counted(text, language)
    return _run().sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    words = re.findall(r"\d+(?:\.\d+)?|[a-z]+", match[0].lower())
    if words[0] == "a" and words[1:2] and words[1] in _ordinals():
        return match[0] if _ENDS.match(match.string, match.end()) else _after_article(match[0])
    year = _year(words)
    if year or {"o", "oh"} & {*words}:
        return str(year) if year else match[0]
    total = current = last = Decimal(0)
    for word in (word for word in words if word != "and"):
        if word in _SCALES:
            scale = _SCALES[word]
            current = (current or 1) * Decimal(scale)
            if scale > 100:
                total, current = total + current, Decimal(0)
            last = Decimal(scale)
            continue
        value = Decimal(word) if word[0].isdigit() else Decimal(1 if word == "a" else _value(word))
        if last and last < 100 and not (20 <= last < 100 and value < 10):
            return _one_by_one(match[0])  # "one two": no number in words
        current, last = current + value, value
    number = total + current
    if number != int(number):
        return match[0]
    tail = _suffix(int(number)) if words[-1] in _ordinals() else ""
    return f"{int(number)}{tail}"


_ENDS = re.compile(r"\s*(?:$|[.,;)]|of\b|the\b)", re.I)


def _after_article(text: str) -> str:
    """`a second chance` is a chance, `a third of it` a part."""
    article, _, rest = text.partition(" ")
    return f"{article} {digits_for_words(rest.lstrip(), 'en')}"


def _one_by_one(text: str) -> str:
    """Several numbers in a row, unless one of them is an ordinal."""
    words = re.findall(r"[a-z]+", text.lower())
    if any(word in _ordinals() or word in _SCALES or word == "a" for word in words):
        return text
    return re.sub(r"[a-z]+", lambda m: str(_values().get(m[0].lower(), m[0])), text, flags=re.I)


def _year(words: list[str]) -> int:
    """A year as it is spoken: `nineteen eighty four`, `nineteen oh five`; 0 where it is none."""
    values = [0 if word in ("o", "oh") else _values().get(word, -1) for word in words]
    if len(values) not in (2, 3) or min(values) < 0 or not 10 <= values[0] <= 20:
        return 0
    first, second, last = (*values, 0)[:3]
    if words[1] in ("o", "oh"):
        return 100 * first + last if 0 < last < 10 else 0
    if second < 10 or (last and not (second >= 20 and last < 10)):
        return 0
    return 100 * first + second + last


def _value(word: str) -> int:
    return _values().get(word) or _ordinals().get(word) or 0


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_TO = {
    "en": "to|until|till|through",
    "de": "bis",
    "fr": "à",
    "es": "a",
    "it": "a",
    "nl": "tot",
    "pt": "a",
}
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?=[\d.,]+\D{0,12}?\s(?:and|to)\s+\d)", re.I)
RANGE = "\ue07e"
"""Stands between the ends of a range: no character that a text has."""


def one_range(text: str, language: str) -> str:
    """`3-4`, `3 – 4`, `3 to 4`, `between 3 and 4` with one sign between."""
    between = _BETWEEN.search(text)
    words = _TO.get(language, "to") + ("|and" if between else "")
    text = _BETWEEN.sub("", text)
    return re.sub(
        rf"(?<![\d.,/-])(\d+(?:[.,]\d+)?)(\s*[^\W\d_]{{1,12}}|\s*[°%])?\s*(?:-|\b(?:{words})\b)\s*"
        rf"(?=(\d+(?:[.,]\d+)?)(?![\d/]|-\d)(\s*[^\W\d_]{{1,12}}|\s*[°%])?)",
        _joined,
        text,
        flags=re.I,
    )


def _joined(match: re.Match[str]) -> str:
    first, last = (match[2] or "").strip(), (match[4] or "").strip()
    if first and first.lower() != last.lower():
        return match[0]
    return f"{match[1]}{RANGE}"


@lru_cache(maxsize=8)
def _dates(language: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(_month_numbers(language))
    month = rf"(?P<m>{names})\.?"
    day = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|\.|er|º)?"
    year = r"(?P<y>\d{4})"
    link = r"\s+(?:of\s+|de\s+|di\s+)?"
    patterns = (
        rf"(?:the\s+)?{day}{link}{month}(?:,?{link}{year})?",
        rf"{month}\s+(?:the\s+)?{day}(?:,?\s+{year})?(?!\d)",
        rf"{month},?{link}{year}",
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
        r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})",
        r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})",
        r"(?P<m>\d{1,2})/(?P<y>\d{4})",
    )
    return tuple(re.compile(rf"(?<!\w){pattern}(?!\w)", re.I) for pattern in patterns)


@lru_cache(maxsize=8)
def _month_numbers(language: str) -> dict[str, int]:
    months = _MONTHS.get(language, _MONTHS["en"]).split()
    found = {month: at for at, month in enumerate(months, 1)}
    if language == "en":
        found |= {month[:3]: at for at, month in enumerate(months, 1)} | {"sept": 9}
    return found


def one_date(text: str, language: str) -> str:
    """`4 July 1776` and `July 4, 1776` as 1776-07-04; what is no date stays."""
    if not re.search(r"\d", text):
        return text
    for pattern in _dates(language):
        text = pattern.sub(lambda match: _iso(match, language), text)
    return text


def _iso(match: re.Match[str], language: str) -> str:
    found = match.groupdict()
    name = found["m"].lower()
    month = int(name) if name.isdigit() else _month_numbers(language)[name]
    day, year = found.get("d"), found.get("y")
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return match[0]
    parts = [year or "", f"{month:02}", f"{int(day):02}" if day else ""]
    return "date" + ":".join(part or "0" for part in parts)
