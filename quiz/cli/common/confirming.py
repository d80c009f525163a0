"""Ask before something that cannot be taken back."""

from __future__ import annotations

import sys

from quiz.cli.common.output import say
from quiz.errors import QuizError


def confirmed(question: str, *, yes: bool) -> bool:
    """Whether the user agrees; `yes` does beforehand. Raises QuizError without anybody to ask."""
    if yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise QuizError(f"this needs a yes: {question}", hint="nothing was changed; --yes says it")
    say(f"{question} Type yes to do it:")
    try:
        agreed = input().strip().lower() in ("yes", "y")
    except EOFError:
        agreed = False
    if not agreed:
        say("Nothing was changed.")
    return agreed
