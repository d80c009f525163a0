"""Whether plain lines are wanted in place of screens: for once, by the settings, or anyhow."""

from __future__ import annotations

import os

from quiz.cli.common.output import on_terminal
from quiz.store.files.home import places

VARIABLE = "QUIZ_PLAIN"
_NO = ("0", "no", "false", "off")


def in_lines(*, plain: bool = False) -> bool:
    """Whether to speak in lines: as asked, as set, or where there is no terminal for screens."""
    return plain or not on_terminal() or lines_wanted()


def lines_wanted() -> bool:
    """What `QUIZ_PLAIN` says, else `plain` in the settings."""
    said = os.environ.get(VARIABLE, "").strip().lower()
    if said:
        return said not in _NO
    path = places(os.environ).settings
    try:
        if b"plain" not in path.read_bytes():  # most files say nothing of it
            return False
    except OSError:
        return False
    from quiz.store.settings.settings import load

    return load(path)[0].plain
