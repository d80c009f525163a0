"""In which language a text is written, told by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

UNKNOWN = "und"
"""The language tag for a language that could not be told (BCP 47)."""

_SCRIPTS = (
    ("\u3040", "\u30ff", "ja"),
    ("\uac00", "\ud7a3", "ko"),
    ("\u4e00", "\u9fff", "zh"),
    ("\u0370", "\u03ff", "el"),
    ("\u0590", "\u05ff", "he"),
    ("\u0e00", "\u0e7f", "th"),
)
"""The first and the last letter of a script that one language has."""
_FIRST = min(first for first, _, _ in _SCRIPTS)
# Words that hardly any other of these languages has.
_COMMON = {
    "en": "the of and to is that with which this are from by not was it on at or be because where",
    "de": "der die und das ist nicht mit ein eine von auch wird sich auf",
    "fr": "le les des est une dans qui pour pas sur avec cette aux du",
    "es": "el los las una por con para como más pero este esta del y",
    "it": "il di che per una con sono della nel gli anche più dei come",
    "nl": "het een van en niet dat zijn met voor ook wordt door naar aan",
    "pt": "o os uma não com para por são mais como dos ao pela também",
    "sv": "och att det som är en för inte med av till har den ett",
    "pl": "i w na nie się jest do że z to przez oraz od jak",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")

MUCH = 20_000
"""Characters that are looked at."""

_SHARE = 0.08  # of all words; running text has 0.2 and more
_AHEAD = 1.3  # times as many as of any other language
_OF_SCRIPT = 0.2  # of all letters


def language_of(text: str) -> str:
    """A language tag; `UNKNOWN` where the text is too short or its language not among these."""
    text = text[:MUCH]
    script = "" if text.isascii() else _language_of_script(text)
    if script:
        return script
    counts = Counter(_WORD.findall(text.lower()))
    scores = {name: sum(counts[word] for word in words) for name, words in _WORDS.items()}
    (best, most), (_, next_most) = sorted(scores.items(), key=lambda s: -s[1])[:2]
    enough = most >= max(2, _SHARE * counts.total())
    return best if enough and most >= _AHEAD * next_most else UNKNOWN


def _language_of_script(text: str) -> str:
    """The language whose script a fifth of the letters are of; '' where there is none."""
    letters = sum(map(str.isalpha, text))
    foreign = [char for char in text if char >= _FIRST]
    for first, last, language in _SCRIPTS:
        if letters and sum(first <= char <= last for char in foreign) >= _OF_SCRIPT * letters:
            return language
    return ""
