"""A program of the user's own that reads a text and writes another."""

from __future__ import annotations

import shlex
import subprocess

from quiz.errors import QuizError

LONGEST = 600
"""Seconds that it may take."""
MOST = 5_000_000
"""Characters that are taken from it."""


def filtered(command: str, text: str) -> str:
    """What the command writes when it reads the text; raises QuizError when it fails.

    No shell is started: words are parted as a shell parts them.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise QuizError(f"the command cannot be read: {error}") from None
    if not words:
        raise QuizError("there is no command")
    try:
        done = subprocess.run(
            words, input=text.encode("utf-8", "replace"), capture_output=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        raise QuizError(f"{words[0]} took longer than {LONGEST // 60} minutes") from None
    except OSError as error:
        raise QuizError(f"{words[0]} cannot be started: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = f": {said[-1]}" if said else ""
        raise QuizError(f"{words[0]} ended with {done.returncode}{reason}")
    return done.stdout.decode("utf-8", "replace")[:MOST]
