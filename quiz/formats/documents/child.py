"""Reads one file in a process of its own, with an end to memory and time: a file may be a bomb."""

from __future__ import annotations

import contextlib
import json
import sys

from quiz import __version__
from quiz.formats.documents.converted import Converted, UnreadableError
from quiz.formats.documents.readers import EXTRAS, read
from quiz.store.files.kinds import UTF16, kind_of

MEMORY = 3 * 1024**3
"""Bytes of addresses that reading may use."""

CPU_SECONDS = 600


def main(arguments: list[str]) -> int:
    """Read standard input as the file `arguments[0]`; answer in JSON, tell progress on the way."""
    name, encoding = arguments
    _bound()
    data = sys.stdin.buffer.read()
    try:
        answer = _answer(data, name, encoding)
    except UnreadableError as error:
        answer = {"error": error.message, "hint": error.hint}
    except ImportError as error:
        missing = (error.name or str(error)).partition(".")[0].partition(" ")[0]
        if missing not in EXTRAS:
            raise
        answer = {"missing": missing}
    except (MemoryError, RecursionError, OverflowError):
        message = f"reading it takes more than {MEMORY // 1024**3} GB of memory"
        answer = {"error": message, "hint": "split it"}

    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    return 0


def _answer(data: bytes, name: str, encoding: str) -> dict[str, object]:
    if not data:
        raise UnreadableError("the file is empty")
    kind = kind_of(data, name) or UTF16._replace(called="text")
    found = read(data, kind, name, encoding, _tell)
    if not found.markdown.strip():
        raise UnreadableError("there is no text in this file")
    return {
        "markdown": found.markdown,
        "title": found.title,
        "language": found.language,
        "converter": _converter(found, kind.name),
        "notes": list(found.notes),
    }


def _converter(found: Converted, kind: str) -> str:
    """The program and the library that made it, with their versions."""
    library = found.converter
    if kind == "pdf":
        from importlib.metadata import version

        library = f"pypdfium2 {version('pypdfium2')}"
    return f"citequiz {__version__}" + (f", {library}" if library else "")


def _tell(done: int, total: int) -> None:
    sys.stderr.write(f"{done} {total}\n")
    sys.stderr.flush()


def _bound() -> None:
    """Set the limits, where the system has such."""
    try:
        import resource
    except ImportError:  # Windows: the caller's clock is the only limit
        return
    limits = [(resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_CORE, 0)]
    if hasattr(resource, "RLIMIT_AS") and sys.platform != "darwin":
        limits.append((resource.RLIMIT_AS, MEMORY))
    for what, most in limits:
        with contextlib.suppress(ValueError, OSError):  # a lower one is in force already
            resource.setrlimit(what, (most, most))
