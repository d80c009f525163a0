"""Articles: most say nothing, some make another word of the one behind them."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.text.statement.tokens import Token

_ARTICLES = frozenset(("a", "an", "the"))
# Behind these words in front, or in front of these behind, an article says how many or which.
_BEHIND = frozenset(("only", "all", "such", "once", "twice", "per", "times"))
_BEFORE = frozenset(
    """
    few little number only most least more less majority minority lot lots couple bit deal many
    one other others same next last first second third fourth fifth sixth eighth tenth half
    quarter hundred thousand million dozen while time day week month year hour minute
    charge possession question course case front place must people rest whole
    """.split()  # noqa: SIM905
)


def telling(found: Sequence[Token]) -> list[Token]:
    """The tokens without articles that say nothing; their marks stand before the next word."""
    kept: list[Token] = []
    lead = ""
    for i, token in enumerate(found):
        if not token.name and token.key in _ARTICLES:
            if not _tells(found, i):
                lead = _both(lead, token.lead)
                continue
            token = token._replace(key="a" if token.key == "an" else token.key)
        kept.append(token._replace(lead=_both(lead, token.lead)) if lead else token)
        lead = ""
    return kept


def _both(one: str, other: str) -> str:
    return "".join(sorted({*one, *other})) if one and other else one or other


def _tells(found: Sequence[Token], at: int) -> bool:
    before = found[at - 1].plain if at else ""
    behind = found[at + 1].plain if at + 1 < len(found) else ""
    return before in _BEHIND or behind in _BEFORE or before[-1:].isdigit()
