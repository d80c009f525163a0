"""Colours of a theme, moved just so far that every text on every ground can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from textual.color import Color, ColorParseError

ENOUGH = 4.5
"""The contrast that ordinary text needs: WCAG 2.2, success criterion 1.4.3."""

_GROUNDS = ("background", "surface", "panel", "primary-muted")
_TEXTS = ("foreground", "text-primary", "text-accent", "text-success", "text-warning", "text-error")
_FIELD = 0.25
"""How much of the cursor's colour the ground of a field with the cursor holds."""

_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
_STEP = 0.04


@cache
def luminance(color: Color) -> float:
    """The relative luminance, 0 to 1: WCAG 2.2, "relative luminance"."""
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in color.rgb)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two opaque colours, 1 to 21: WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(variables: Mapping[str, str]) -> dict[str, str]:
    """A theme's variables with texts that can be read on all grounds they stand on.

    Adds `on-warning`, for text on that colour. Colours of the terminal's own palette stay.
    """
    try:
        grounds = [Color.parse(variables[name]) for name in _GROUNDS]
        texts = {name: Color.parse(variables[name]) for name in _TEXTS}
        cursor, warning = (
            Color.parse(variables[name]) for name in ("block-cursor-background", "warning")
        )
    except (KeyError, ColorParseError):
        return {"on-warning": "auto 95%", **variables}
    if any(ground.ansi is not None for ground in grounds):
        return {"on-warning": "auto 95%", **variables}
    grounds += [ground.blend(cursor, _FIELD) for ground in grounds[1:3]]
    texts["foreground-muted"] = grounds[0].blend(texts["foreground"], 0.6)
    found = {name: _moved(text, grounds).hex for name, text in texts.items()}
    return {
        **variables,
        **found,
        "block-cursor-foreground": _best_on(cursor).hex,
        "on-warning": _best_on(warning).hex,
    }


def _moved(text: Color, grounds: Iterable[Color]) -> Color:
    """The text's colour, drawn towards black or white until it is readable on all grounds."""
    grounds = list(grounds)
    end = max((_BLACK, _WHITE), key=lambda color: _worst(color, grounds))
    share = 0.0
    while _worst(text.blend(end, share), grounds) < ENOUGH and share < 1:
        share = min(1.0, share + _STEP)
    return text.blend(end, share)


def _worst(color: Color, grounds: Iterable[Color]) -> float:
    return min(contrast(color, ground) for ground in grounds)


def _best_on(ground: Color) -> Color:
    return max((_BLACK, _WHITE), key=lambda color: contrast(color, ground))
