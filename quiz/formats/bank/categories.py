"""Categories of Moodle, as tags."""

from __future__ import annotations

import re

_PART = re.compile(r"(?:[^/]|//)+")
_FIXED = re.compile(r"\$\w+\$|top|(?:Default for|Top for) .*", re.IGNORECASE)


def category_name(path: str) -> str:
    """`$course$/top/Default for Bread/Flour/Rye` as `Flour/Rye`; empty where nothing is left."""
    parts = [part.replace("//", "/").strip() for part in _PART.findall(path)]
    return "/".join(part for part in parts if part and not _FIXED.fullmatch(part))
