"""JSON that is the same value and harmless for whoever shows it: what is unsafe is escaped."""

from __future__ import annotations

import json
import re


def json_text(value: object, *, indent: int | None = 2) -> str:
    r"""A value as JSON; control, bidi and other hidden characters as `\\u` escapes.

    So is the half of a pair that a file name which is no UTF-8 holds.
    """
    separators = None if indent else (",", ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return escaped(text)


def escaped(text: str) -> str:
    """JSON text with every unsafe character as an escape; its own line ends stay."""
    if text.replace("\n", "").isprintable():
        return text
    from quiz.core.text.unsafe import UNSAFE

    return UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1].replace("\x7f", "\\u007f")
