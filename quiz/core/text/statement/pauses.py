"""Whether the marks between two words are the same, or say the same."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.text.statement.tokens import COMMA, STOP, Token
from quiz.core.text.statement.typography import DASH

_JOINING = frozenset("and or but und oder sowie et ou y o e ed och eller en of og".split())  # noqa: SIM905
_LIST_ITEM = 4  # words of an item of a list, at most
_TURNING = frozenset(
    """
    not no never nor none neither without nobody nothing cannot hardly only except unless if
    who whom whose which that when where while because although
    nicht kein keine keinen nie ohne nur der die das wenn weil
    pas jamais sans ne que qui dont si nunca sin sino cuando non senza che
    """.split()  # noqa: SIM905
)
_SHORTENED = frozenset(
    """
    dr mr mrs ms prof st vs cf al etc approx ca fig figs art sec ch vol pp eq ed eds inc ltd co
    jr sr dept est max min nr bzw usw evtl ggf bspw vgl abs abb tab bd hrsg z.b d.h u.a av
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun m mme e.g i.e
    """.split()  # noqa: SIM905
)
_PAUSES = frozenset((COMMA, STOP, DASH))


def same_end(old: str, new: str) -> bool:
    """Whether the marks at an end of a text say the same; a pause says nothing there."""
    return _weighty(old) == _weighty(new)


def _weighty(marks: str) -> str:
    return marks.strip("".join(_PAUSES)) if marks else ""


def same_marks(old: Sequence[Token], i: int, new: Sequence[Token], j: int) -> bool:
    """Whether what stands before a word says the same before and now."""
    one, other = old[i].lead, new[j].lead
    if one == other:
        return True
    rest = set(one) ^ set(other)
    if len(one) != len(set(one)) or len(other) != len(set(other)):
        return False
    if rest == {STOP}:
        return _shortened(old, i) or _shortened(new, j)
    if not rest <= _PAUSES:
        return False
    if old[i].plain in _JOINING or new[j].plain == "too":
        if {*one, *other} & _PAUSES == rest and len(one) == len(other) == 1:
            return True
        return rest == {COMMA} and _lists(old if COMMA in one else new, i if COMMA in one else j)
    return rest == {COMMA} and (_for_example(old, i) or _for_example(new, j))


def _shortened(found: Sequence[Token], at: int) -> bool:
    """Whether the word in front of this one is shortened, and a stop behind it says only that."""
    if not at:
        return False
    word = found[at - 1].plain
    single = len(word) == 1 and word.isalpha() and found[at - 1].name
    number = word == "no" and found[at].plain[:1].isdigit()
    return word in _SHORTENED or single or number or _for_example(found, at)


def _lists(found: Sequence[Token], at: int) -> bool:
    """Whether the comma before this word ends the last but one item of a plain list."""
    for i in range(at - 1, max(-1, at - 2 - _LIST_ITEM), -1):
        if found[i].plain in _TURNING:
            return False
        if found[i].lead == COMMA:
            return not any(token.plain in _TURNING for token in found[:i])
        if found[i].lead:
            return False
    return False


def _for_example(found: Sequence[Token], at: int) -> bool:
    behind = found[at - 2 : at] if at >= 2 else []
    return [token.plain for token in behind] in (["for", "example"], ["that", "is"])
