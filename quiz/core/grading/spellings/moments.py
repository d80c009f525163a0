"""Years before and after Christ, centuries, and times of day, in one spelling."""

from __future__ import annotations

import re

_BEFORE = {
    "en": r"b\.?\s?c\.?(?:\s?e\.?)?|before christ",
    "de": r"v\.?\s?chr\.?|vor christus|v\.?\s?u\.?\s?z\.?",
    "fr": r"av(?:ant)?\.?\s?j\.?-?\s?c\.?|avant jésus-christ|avant notre ère",
    "es": r"a\.?\s?(?:de\s)?c\.?|antes de cristo",
}
_AFTER = {
    "en": r"a\.?\s?d\.?|c\.?\s?e\.?|anno domini",
    "de": r"n\.?\s?chr\.?|nach christus|n\.?\s?u\.?\s?z\.?",
    "fr": r"ap(?:rès)?\.?\s?j\.?-?\s?c\.?|après jésus-christ|de notre ère",
    "es": r"d\.?\s?(?:de\s)?c\.?|después de cristo",
}
_CENTURY = re.compile(r"(?<=\d(?:st|nd|rd|th))\s+c(?:ent)?\b\.?", re.I)
_CLOCK = re.compile(
    r"(?<![\d:.])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s?(?:([ap])\.?\s?m\.?)(?!\w)", re.I
)
_PADDED = re.compile(r"(?<![\d:.])0(\d:[0-5]\d)(?![\d:])")


def one_era(text: str, language: str) -> str:
    """`44 BCE` as `44 bc`, `AD 44` as `44 ad`."""
    for table, sign in ((_BEFORE, "bc"), (_AFTER, "ad")):
        names = table.get(language)
        if names:
            text = re.sub(
                rf"(?:(?<=\d)|(?<=century)|(?<=hundert)|(?<=siècle))\s?(?:{names})(?!\w)",
                f" {sign}",
                text,
                flags=re.I,
            )
            text = re.sub(rf"(?<!\w)(?:{names})\s?(\d+)(?!\w)", rf"\1 {sign}", text, flags=re.I)
    return text


def one_clock(text: str, language: str) -> str:
    """`2:30 pm` as `14:30`, `10 a.m.` as `10:00`; `19th c.` in full."""
    if language == "en":
        text = _CLOCK.sub(_hours, _CENTURY.sub(" century", text))
    return _PADDED.sub(r"\1", text)


def _hours(match: re.Match[str]) -> str:
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour}:{match[2] or '00'}"
