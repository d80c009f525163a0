"""Words of a text as they are compared when a passage for a question is looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quiz.core.documents.search_terms import plain_words
from quiz.core.text.normal_form import fold

_EMPTY_WORDS = """
    a an the and or but of in on at to for from by with as is are was were be been being am it its
    this that these those there their they them he she his her him we our you your i my me us
    what which who whom whose when where why how do does did done has have had can could will would
    shall should may might must not no nor so if than then also into about over under between
    most many much more some any all each both either such only same other own very just
    one following statement true false correct according text article name called
    der die das und oder ein eine einer eines einem einen ist sind war im in den dem des zu von mit
    auf fur als was wer wie wo wann warum welche welcher welches
    le la les un une des du de et ou est sont dans pour par sur que qui quoi quel quelle quels
    el los las una uno y o es son en por para con que cual cuales como donde cuando
    il lo gli uno di che per con nel della sono quale quali
    het een van is zijn op met voor dat die wat wie welke hoe waar
"""
EMPTY = frozenset(_EMPTY_WORDS.split())
"""Words that tell nothing apart."""

_ENDINGS = re.compile(
    r"(?:ations?|ional|ically|ingly|edly|ments?|ness|able|ible|ing|ings|ies|ied|ed|er|ers|es|ly|al|s|e|y)$"
)


def terms(text: str) -> list[str]:
    """The words of a text in its order, each without its ending; what says nothing stays in."""
    return [stem(word) for word in plain_words(fold(text))]


def telling(found: Sequence[str]) -> list[str]:
    """Those that tell something apart."""
    return [term for term in found if term not in _EMPTY_STEMS]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending; of another language than English, its beginning."""
    if len(word) < 4 or not word.isalpha():
        return word
    if not word.isascii():
        return word[:6]
    for _ in range(2):
        match = _ENDINGS.search(word)
        if match is None or match.start() < 3:
            break
        word = word[: match.start()]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:8]


_EMPTY_STEMS = frozenset(map(stem, EMPTY))
