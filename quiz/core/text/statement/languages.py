"""Whether a text is English, as far as its little words tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_ENGLISH = frozenset(
    """
    the of and to are is that with by from this it not for was were be when than after before must
    may can has have which who their its each only should would
    """.split()  # noqa: SIM905
)
_TELLING = ("the", "of", "and", "to")
_OTHERS = frozenset(
    """
    der das und ist nicht ein eine den dem des zu mit von auf für sich wird werden sind oder
    le la les et est une un dans qui pour pas sur avec du que ne au aux sont ou
    el los las y por con para se es del una su lo como más al
    il gli che di sono della nel per anche o os da em um uma não com
    een het van en niet zijn met voor och att det som är inte av för på
    w na nie się jest że do oraz til ikke af og ja ei
    """.split()  # noqa: SIM905
)
_TELLING_OTHERS = ("der", "und", "les", "est", "el", "los", "que", "che", "het", "och", "się")
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str, count: Callable[[str], int] | None = None) -> bool:
    """By its little words; where it has none, by those that `count` finds in the document.

    True where nothing tells another language.
    """
    words = _WORD.findall(text.lower())
    score = _score(words)
    if score == 0 and count is not None:
        score = sum(map(count, _TELLING)) - sum(map(count, _TELLING_OTHERS))
    return score >= 0 and all(word < "\u0250" for word in words)


def _score(words: Iterable[str]) -> int:
    return sum((word in _ENGLISH) - (word in _OTHERS) for word in words)
