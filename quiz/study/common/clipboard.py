"""The clipboard of the desktop, by the program that is there for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

_WAIT = 2.0
"""Seconds that such a program may take."""
_PROGRAMS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)


def put_on_clipboard(text: str) -> bool:
    """Put a text there; whether it is known to be there. Over ssh the desktop is another one."""
    if "SSH_CONNECTION" in os.environ:
        return False
    return any(_ran(program, text) for program in _programs() if shutil.which(program[0]))


def _programs() -> list[tuple[str, ...]]:
    if sys.platform == "darwin":
        return [("pbcopy",)]
    return [program for variable, program in _PROGRAMS if os.environ.get(variable)]


def _ran(program: tuple[str, ...], text: str) -> bool:
    try:
        ended = subprocess.run(
            program,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return ended.returncode == 0
