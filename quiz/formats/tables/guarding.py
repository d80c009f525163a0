"""Cells that a spreadsheet takes for text, whatever they begin with (OWASP: CSV injection)."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_QUOTED = re.compile(f"'{_FORMULA.pattern}")


def guarded(cell: str) -> str:
    """With a quote in front of what would be a formula; a plain number is none."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before it was guarded."""
    return cell[1:] if _QUOTED.match(cell) else cell
