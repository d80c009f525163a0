"""Compare typed words with an accepted answer: the same, close, or neither."""

from __future__ import annotations

import re

from quiz.core.text.normal_form import fold_answer

CLOSE = 0.8
"""Similarity (Levenshtein, 0 to 1, of the folded texts) from which a miss counts as near."""

_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
_NUMBER = re.compile(r"\d+")


def same(given: str, answer: str) -> bool:
    """Equal but for case, spacing, punctuation, accents and a leading English article."""
    return bool(given.strip()) and _bare(given) == _bare(answer)


def _bare(text: str) -> str:
    folded = fold_answer(text)
    return _ARTICLE.sub("", folded)


def close(given: str, answer: str) -> bool:
    """A near miss: alike, with the same numbers; whether it counts is the learner's decision."""
    left, right = fold_answer(given), fold_answer(answer)
    if len(left) < 3 or left == right or _NUMBER.findall(left) != _NUMBER.findall(right):
        return False
    from quiz.core.grounding.similarity import similarity

    return similarity(left, right, CLOSE) >= CLOSE
