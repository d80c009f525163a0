"""Words of a file inside a message."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.core.text.safe_text import sanitise
from quiz.core.text.signs.clusters import boundary

MAX_SHOWN = 60


def shown(text: str) -> str:
    """`text` in quotes, on one line, harmless for a terminal, and cut to a readable length."""
    if len(text) > MAX_SHOWN:
        text = text[: boundary(text, MAX_SHOWN - 1)] + "…"
    return f"'{sanitise(' '.join(text.split()))}'"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one probably means."""
    from difflib import get_close_matches

    matches = get_close_matches(word[:MAX_SHOWN].lower(), list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint, or None when nothing is near."""
    near = nearest(word, known)
    return f"did you mean {near!r}?" if near else None
