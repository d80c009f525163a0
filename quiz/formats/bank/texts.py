"""Texts of a bank as a question may hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.core.text.safe_text import sanitise
from quiz.store.sets.option_fields import same_option

MAX_TEXT = 50_000
"""Characters of one text, without the pictures within it; more is no part of a question."""

MAX_SAID = 300
"""Characters of a remark on an item."""

_BEFORE_BREAK = re.compile(r"[ \t\u00a0]+(?=\n|$)")
_BREAKS = re.compile(r"\n{3,}")


def plain(text: str) -> str:
    """Safe, without outer space, at most one empty line in a row; its own lines stay.

    A space that must not break is a space: editors of HTML write it for layout.
    """
    text = sanitise(text).replace("\u00a0", " ").strip()
    if "\n" in text:
        text = _BREAKS.sub("\n\n", _BEFORE_BREAK.sub("", text))
    return text


def flat(text: str) -> str:
    """The same on one line, every run of white space one space."""
    return " ".join(sanitise(text).split())


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, by how it reads; empty ones are left out."""
    found: dict[str, str] = {}
    for text in texts:
        if text:
            found.setdefault(same_option(text), text)
    return tuple(found.values())


def shortened(said: str) -> str:
    """A remark on an item, which may quote it, cut to a length that is read."""
    return said if len(said) <= MAX_SAID else f"{said[: MAX_SAID - 1]}…"
