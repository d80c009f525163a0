"""Phrases that are said in several ways: contractions, rates, bounds, keys that are pressed."""

from __future__ import annotations

import re

_PERCENTS = {
    "en": r"per ?cent|pct\.?",
    "de": "prozent",
    "fr": "pour ?cent",
    "es": "por ?ciento",
    "it": "per ?cento",
    "nl": "procent",
    "pt": "por ?cento",
}
_ABOUT = {
    "en": r"about|around|approximately|approx\.?|circa|ca\.?|roughly|nearly|some",
    "de": r"etwa|ungefähr|circa|ca\.?|rund|zirka",
    "fr": r"environ|à peu près|près de",
    "es": r"aproximadamente|unos|alrededor de|cerca de",
}
# What bounds a number in words and as a sign, and its one form; the first that fits is taken.
_BOUNDS = (
    (r"no more than|not more than|up to|at (?:the )?most|a maximum of", "≤", "atmost"),
    (r"no (?:less|fewer) than|not less than|at least|a minimum of", "≥", "atleast"),
    (r"more than|greater than|higher than|over|above", ">", "morethan"),
    (r"less than|fewer than|lower than|under|below", "<", "lessthan"),
)
_RATE = re.compile(
    r"(?:(?<=[\d×])|(?<=once)) (?:an?|each|every|per) "
    r"(?=(?:second|minute|hour|day|night|week|month|year)\b)",
    re.I,
)
_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year",
}  # fmt: skip
_RATED = re.compile(rf"(?:(?<=×)|(?<=once)) ({'|'.join(_ADVERBS)})\b", re.I)
_TIMES = re.compile(r"\b(?:twice|thrice|(\d+)\s?times)\b", re.I)
_OUT_OF = re.compile(r"(?<=\d) out of (?=\d)", re.I)
_SHORT_NOT = re.compile(r"\b(\w+)n't\b", re.I)
_ELIDED = re.compile(r"(?<![^\W_])((?:[ldnmtscj]|qu|un|all|dell|nell|sull|dall))'(?=\w)", re.I)
_KEYS = re.compile(r"\b(ctrl|alt|shift|cmd|strg)\s*[-+]\s*(?=\w)", re.I)
_UMLAUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_UMLAUTS = re.compile("[äöüß]", re.I)


def parted(text: str, language: str) -> str:
    """Contractions and elisions in two words: `does not` for `doesn't`, `l eau` for `l'eau`."""
    if language == "en":
        return re.sub(r"\bcannot\b", "can not", _SHORT_NOT.sub(_whole_not, text), flags=re.I)
    return _ELIDED.sub(r"\1 ", text) if language in ("fr", "it") else text


def _whole_not(match: re.Match[str]) -> str:
    return {"ca": "can", "wo": "will", "sha": "shall"}.get(match[1].lower(), match[1]) + " not"


def percent(text: str, language: str) -> str:
    """The sign for the words."""
    names = _PERCENTS.get(language)
    return re.sub(rf"(?<=\d)\s*(?:{names})(?!\w)", "%", text, flags=re.I) if names else text


def bounded(text: str, language: str) -> str:
    """Numbers without what only says that they are rounded, and with one form of each bound."""
    about = _ABOUT.get(language)
    if about:
        text = re.sub(rf"(?<!\w)(?:(?:{about})\s|[~≈≃]\s?)(?=\d)", "", text, flags=re.I)
    if language == "en":
        for names, sign, form in _BOUNDS:
            words = rf"(?<![\w)])(?<!\d )(?:{names})\s|\s*{sign}\s?"
            text = re.sub(rf"(?:{words})(?=-?\d)", f" {form} ", text, flags=re.I)
    return text


def rated(text: str, language: str) -> str:
    """`twice a day` and `2 times daily` as `2× per day`; `5 out of 6` as `5 of 6`."""
    if language != "en":
        return text
    text = _TIMES.sub(_often, _OUT_OF.sub(" of ", text))
    return _RATED.sub(lambda match: f" per {_ADVERBS[match[1].lower()]}", _RATE.sub(" per ", text))


def _often(match: re.Match[str]) -> str:
    return f"{ {'twice': 2, 'thrice': 3}.get(match[0].lower()) or match[1] }×"


def pressed(text: str) -> str:
    """`Ctrl-C` as `Ctrl+C`."""
    return _KEYS.sub(r"\1+", text)


def umlauts_spelt(text: str) -> str:
    """German letters as keyboards without them write them."""
    return _UMLAUTS.sub(lambda match: _UMLAUT[match[0].lower()], text)
