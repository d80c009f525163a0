"""Gaps as Anki writes them: `{{c1::answer::hint}}`."""

from __future__ import annotations

import re
from typing import NamedTuple

_GAP = re.compile(r"\{\{c[\d,]+::")


class AnkiCloze(NamedTuple):
    """A text around its gaps, always one part more, the answers, and what hints there are."""

    parts: tuple[str, ...]
    answers: tuple[str, ...]
    hints: tuple[str, ...]


def anki_cloze(text: str) -> AnkiCloze | None:
    """The gaps of a text; None where it has none. A gap within a gap is part of its answer."""
    parts, answers, hints = [""], [], []
    at = 0
    while (start := _gap(text, at)) is not None:
        end = _end(text, start)
        if end < 0:
            break
        inner = text[start:end].partition("::")[2]
        answer, _, hint = _bare(inner).partition("::")
        parts[-1] += text[at : start - 2]
        answers.append(answer.strip())
        parts.append("")
        if hint.strip():
            hints.append(hint.strip())
        at = end + 2
    parts[-1] += text[at:]
    return AnkiCloze(tuple(parts), tuple(answers), tuple(hints)) if answers else None


def _gap(text: str, at: int) -> int | None:
    """Where what stands in the next gap begins: behind its braces."""
    match = _GAP.search(text, at)
    return match.start() + 2 if match else None


def _end(text: str, start: int) -> int:
    """Where the braces of a gap close."""
    depth, at = 1, start
    while depth:
        close = text.find("}}", at)
        if close < 0:
            return -1
        opened = text.find("{{", at, close)
        depth, at = (depth + 1, opened + 2) if opened >= 0 else (depth - 1, close + 2)
    return at - 2


def _bare(text: str) -> str:
    """A text whose own gaps are filled."""
    inner = anki_cloze(text) if "{{c" in text else None
    if inner is None:
        return text
    filled = (a + b for a, b in zip(inner.parts, (*inner.answers, ""), strict=True))
    return "".join(filled)
