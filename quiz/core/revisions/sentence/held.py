"""Whether the passages of a question hold its answer, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.text.statement.tokens import tokens

_TELLING = 3  # letters of a word that tells something


def holds(keys: Sequence[str], passages: Sequence[str]) -> bool:
    """Whether every telling word and number of the right answers stands in the passages.

    False where nothing tells, as in `true`.
    """
    there = {token.key for passage in passages for token in tokens(passage)}
    told = {token.key for key in keys for token in tokens(key) if _tells(token.key)}
    return bool(told) and told <= there


def _tells(word: str) -> bool:
    return len(word) >= _TELLING or any(map(str.isdigit, word)) or not word.isalnum()
