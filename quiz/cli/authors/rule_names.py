"""Names of rules as they are typed."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.errors import QuizError


def chosen_rules(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str] | None:
    """The rules to report; None for all. Raises QuizError for a name that is no rule."""
    chosen, left_out = list(_names(select)), set(_names(ignore))
    if not chosen and not left_out:
        return None
    from quiz.core.checking.registry import RULES

    for name in (*chosen, *left_out):
        known_rule(name)
    return frozenset(chosen or RULES) - left_out


def known_rule(name: str) -> str:
    """The name, if it is one; raises QuizError with the nearest."""
    from quiz.core.checking.registry import RULES

    if name not in RULES:
        from quiz.store.files.shown import did_you_mean, shown

        hint = did_you_mean(name, RULES) or "`quiz rules` lists all rules"
        raise QuizError(f"there is no rule {shown(name)}", hint=hint)
    return name


def _names(texts: Iterable[str]) -> Iterable[str]:
    return (name.strip() for text in texts for name in text.split(",") if name.strip())
