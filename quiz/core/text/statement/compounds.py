"""Whether one word is others written together, or with hyphens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.core.text.spelling_variants import one_spelling
from quiz.core.text.statement.counted import COUNTED
from quiz.core.text.statement.slips import Known
from quiz.core.text.statement.tokens import Token

# First parts that make another word when they are written together with the next one.
_PARTED = frozenset(
    """
    any all may every not no over out under some with can for in un re up set on a al non
    more most less least little few half ever only many much
    black blue red white green hot cold dark high light heavy wet dry grand great free hard soft
    short long big small top front back sweet double single full
    """.split()  # noqa: SIM905
)
# Words that a hyphen keeps from being another word, in any of their forms.
_HYPHENED = re.compile(
    r"(?:re-(?:cover|sign|form|creat|sort|sent|present|lay|press|treat|mark|act|count|dress|leas|serv"
    r"|prov|stor|search|solv|plac|bound|pair|sid|petition|fus|call|turn|view|tir|strain|lent|order)"
    r"|un-ioni[sz]ed|co-op|pro-verb|de-part)(?:e|es|s|ed|d|ing|ation|ations)?"
)
_NUMBERS = frozenset((*COUNTED, *"twenty thirty forty fifty hundred odd eating only".split()))  # noqa: SIM905


def same_key(one: str, other: str) -> bool:
    """Whether two keys are one word, with and without hyphens."""
    return one == other or (_unhyphened(one) == _unhyphened(other))


def _unhyphened(key: str) -> str:
    if "-" not in key or _HYPHENED.fullmatch(key):
        return key
    bare = key.replace("-", "")
    return one_spelling(bare) if bare.isalpha() else key


def joined(one: Sequence[Token], parts: Sequence[Token], known: Known) -> bool:
    """Whether one word is the other ones written together, or with hyphens."""
    if len(one) != 1 or len(parts) < 2 or one[0].lead != parts[0].lead:
        return False
    if any(token.lead for token in parts[1:]):
        return False
    whole, pieces = one[0].key, [token.key for token in parts]
    if pieces[0].replace(".", "").isdigit():  # `4 mm` and `4mm`
        return len(pieces) == 2 and pieces[1].isalpha() and whole == "".join(pieces)
    if whole == "-".join(pieces):
        return _hyphens_say_nothing(pieces)
    if any(token.name for token in (*one, *parts)) or not known.english:
        return False
    if whole.replace("-", "") != "".join(pieces):
        return False
    return all(len(piece) > 2 for piece in pieces) and pieces[0] not in _PARTED


def _hyphens_say_nothing(pieces: Sequence[str]) -> bool:
    """Not between numbers, nor where a hyphen says how much of what, or who does it."""
    if not all(piece.isalpha() for piece in pieces) or pieces[0] in _PARTED:
        return False
    return _NUMBERS.isdisjoint(pieces)
