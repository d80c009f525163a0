"""Where a command writes: never over something silently."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from quiz.errors import QuizError
from quiz.store.files.atomic import replace_file

STANDARD = "-"
"""What stands for standard output."""


def place_for(output: str | None, name: str, *, force: bool) -> str:
    """The file to write: as asked, in a folder by its usual name, else here.

    Raises QuizError when it is there already and `force` is not given.
    """
    if output == STANDARD:
        return STANDARD
    path = Path(name if output is None else output)
    if path.is_dir():
        path = path / name
    if os.path.lexists(path) and not force:
        hint = "write to another file with --output, or over this one with --force"
        raise QuizError("there is a file of this name already", path=str(path), hint=hint)
    return str(path)


def put(target: str, content: bytes) -> None:
    """Write it; raises QuizError."""
    if target == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        replace_file(Path(target), content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise QuizError(f"cannot be written: {reason}", path=target) from None
