"""Whether a word that is written with another capital is still the same word."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.text.statement.tokens import Case, Token

# Short words that people write in capitals to stress them; others are another word then (US, WHO).
_STRESSED = frozenset(
    """
    not no all and or only must may never always any every some most none if when before after
    both each do don does is are be can cannot should shall will new first last one two very
    but nor too yes stop open wait keep use turn
    """.split()  # noqa: SIM905
)
_LONG = 5  # letters from which a word in capitals is a stressed one
_ACRONYMS = frozenset("start smart scuba radar laser basic cobol".split())  # noqa: SIM905


def same_case(old: Sequence[Token], i: int, new: Sequence[Token], j: int) -> bool:
    """Whether the capitals of two equal words say the same.

    At the start of a sentence a capital says nothing, elsewhere it makes a name or another word.
    """
    one, other = old[i], new[j]
    if one.case is other.case or not (one.key.isalpha() and other.key.isalpha()):
        return True
    cases = {one.case, other.case}
    if cases == {Case.LOWER, Case.TITLE}:
        return one.opens or other.opens
    if Case.OTHER in cases:
        return False
    if _shouted(old) or _shouted(new) or one.plain in _STRESSED:
        return True
    return len(one.plain) >= _LONG and one.plain not in _ACRONYMS


def _shouted(found: Sequence[Token]) -> bool:
    """Whether a text is in capitals altogether."""
    words = [token for token in found if token.plain.isalpha() and len(token.plain) > 1]
    return len(words) > 1 and all(token.case is Case.UPPER for token in words)
