"""Colours for what commands print, where there is a terminal that wants them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

import click

_STYLES: Mapping[str, Mapping[str, object]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "blue", "bold": True},
    "frame": {"fg": "blue", "bold": True},
    "strong": {"bold": True},
    "help": {"fg": "cyan"},
    "dim": {"dim": True},
    "good": {"fg": "green"},
}


def painted() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody asked for none."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()


def paint(text: str, role: str) -> str:
    """The text in the colours of its role."""
    style = _STYLES.get(role)
    return click.style(text, **style) if style and text else text  # type: ignore[arg-type]
