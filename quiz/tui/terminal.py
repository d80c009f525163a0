"""What the terminal is and does, beyond what Textual asks it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_UTF8 = re.compile(r"utf-?8$", re.IGNORECASE)


def charset(environment: Mapping[str, str]) -> str:
    """The encoding of a terminal whose locale names another one than UTF-8; else empty.

    `C` and `POSIX` promise ASCII only. No locale at all says nothing: then it is UTF-8.
    """
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = environment.get(name, "")
        if value:
            break
    language, _, encoding = value.partition("@")[0].partition(".")
    if not encoding:
        return "ascii" if language in ("C", "POSIX") else ""
    return "" if _UTF8.match(encoding) else encoding.lower()


def has_hung_up() -> bool:
    """Whether the terminal that keys come from is gone."""
    import select
    import sys

    if sys.__stdin__ is None or not hasattr(select, "poll"):
        return False
    try:
        poll = select.poll()
        poll.register(sys.__stdin__.fileno(), 0)
        return any(event & (select.POLLHUP | select.POLLNVAL) for _, event in poll.poll(0))
    except (OSError, ValueError):
        return True
