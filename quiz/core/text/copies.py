"""File names that say that a file is a copy of another one."""

from __future__ import annotations

import re

from quiz.core.text.late_pattern import LatePattern

_COPY = LatePattern(
    r"(?:[ _-]+(?:copy|kopie|copie|copia)(?: ?\(?\d+\)?)?| ?\(\d+\)|[ ._-]+sync-conflict[-\w]*"
    r"|[ _-]*\([^()]*conflict[^()]*\)|[ ._-]conflict(?:ed)?[-\w ]*|\.(?:orig|bak|old)|~)$",
    re.IGNORECASE,
)


def looks_copied(name: str) -> bool:
    """Whether a name without its ending is what file managers and sync programs give a copy.

    `one copy`, `one (1)`, `one.sync-conflict-20260101`, `one (conflicted copy)`, `one - Copy`.
    """
    return _COPY.search(name) is not None
