"""Typed words against their keys, gap by gap."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.grading.grading import Part, Response, padded
from quiz.core.grading.typed_answers import close, same


def typed_parts(keys: Sequence[Sequence[str]], response: Response) -> tuple[Part, ...]:
    """A part for each key, a list of wordings of which the first is shown."""
    judged = padded(response.judged, len(keys))
    parts = []
    for i, (variants, accepted) in enumerate(zip(keys, judged, strict=True)):
        given = response.given[i].strip() if i < len(response.given) else ""
        exact = any(same(given, variant) for variant in variants)
        near = not exact and any(close(given, variant) for variant in variants)
        label = f"gap {i + 1}" if len(keys) > 1 else ""
        parts.append(Part(given, variants[0], exact or (near and accepted), near, label))
    return tuple(parts)
