"""How a command ends: its exit status, and what is said when it fails. Never a traceback."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable

from quiz.cli.common.output import complain, warn
from quiz.errors import HistoryError, QuizError

FAILED, REFUSED, INTERRUPTED = 1, 2, 130


def guarded(deed: Callable[[], int]) -> int:
    """The exit status of a deed; what it raises is said in words.

    1: the history failed, or this program, or nobody reads the output any more; 2: the input
    cannot be used; 130: interrupted.
    """
    _tolerate_any_text()
    try:
        status = deed()
        sys.stdout.flush()
        return status
    except QuizError as error:
        complain(error)
        return FAILED if isinstance(error, HistoryError) else REFUSED
    except KeyboardInterrupt:
        warn("")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        return _bug(error)


def _tolerate_any_text() -> None:
    """Neither an odd byte typed nor a letter that the terminal lacks may end the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _bug(error: Exception) -> int:
    if os.environ.get("QUIZ_DEBUG"):
        raise error
    warn(f"quiz: something went wrong inside Citequiz: {type(error).__name__}: {error}")
    warn("      please report it; QUIZ_DEBUG=1 shows where it happened")
    return FAILED
