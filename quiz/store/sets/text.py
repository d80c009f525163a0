"""The bytes of a question-set file as text; everything dangerous is refused before parsing."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from quiz.core.text.safe_text import overlong_line
from quiz.store.files.regular_file import UnfitFileError, read_regular
from quiz.store.yaml.problems import START, Place, Problems

MAX_BYTES = 20_000_000
MAX_LINES = 500_000
MAX_LINE_LENGTH = 1_000_000
MAX_CONTROLS = 20
"""So many control characters of one file are reported, each at its place."""

MOST_CONTROLS = 1000
"""A file with more control characters than this is no text."""

# What no YAML file may hold, and the line breaks that only YAML 1.1 takes for such:
# every editor would count the lines after them differently.
_UNWANTED = re.compile(
    "\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
)

# Without one of these bytes, a text holds none of them: quicker to look for, above all in ASCII.
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
_MARKS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbb\xbf", b"\xef\xbf")

_NAMES = {
    "\x00": "a NUL character",
    "\r": "a carriage return without a line feed",
    "\x1b": "an escape character",
    "\x7f": "a delete character",
    "\x85": "an invisible line break (U+0085)",
    "\u2028": "an invisible line break (U+2028)",
    "\u2029": "an invisible line break (U+2029)",
    "\ufeff": "a byte order mark in the middle of the file",
}


class Stamp(NamedTuple):
    """What tells a changed file from an unchanged one without reading it."""

    size: int
    mtime_ns: int


def stamp(path: Path) -> Stamp:
    """The file's size and time of change; raises OSError."""
    found = path.stat()
    return Stamp(found.st_size, found.st_mtime_ns)


def read_bytes(path: Path, problems: Problems) -> tuple[bytes, Stamp] | None:
    """The content of a regular file of at most `MAX_BYTES`; None when there is a problem."""
    try:
        data, found = read_regular(path, MAX_BYTES)
        return data, Stamp(found.st_size, found.st_mtime_ns)
    except OSError as error:
        _refuse(problems, f"cannot be read: {(error.strerror or str(error)).lower()}")
    except UnfitFileError as error:
        _refuse(problems, str(error))
    except ValueError:
        _refuse(problems, "cannot be read: its name holds a NUL character")
    return None


def decode(data: bytes, problems: Problems) -> str | None:
    """UTF-8 with or without byte order mark; None when it is something else or out of bounds.

    Control characters are reported and become spaces, so that the rest can be checked too.
    """
    if _is_utf16(data):
        _refuse(problems, "is UTF-16, not UTF-8", "save the file as UTF-8")
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_byte(data, error.start, problems)
        return None
    if not _within_bounds(text, problems):
        return None
    return _without_controls(text, problems) if _suspicious(data) else text


def _refuse(problems: Problems, what: str, hint: str | None = None) -> None:
    problems.add("unreadable", f"the file {what}", START, hint=hint)


def _is_utf16(data: bytes) -> bool:
    """By its byte order mark, or because every other byte of its start is zero."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    few, many = sorted((data[0:64:2].count(0), data[1:64:2].count(0)))
    return few == 0 and many > 1 and many >= len(data[:64]) // 2


def _report_byte(data: bytes, offset: int, problems: Problems) -> None:
    line = data.count(b"\n", 0, offset) + 1
    column = len(data[data.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8")) + 1
    problems.add(
        "unreadable",
        f"the byte 0x{data[offset]:02X} is not UTF-8",
        Place(line, column, line, column + 1),
        hint="save the file as UTF-8",
    )


def _within_bounds(text: str, problems: Problems) -> bool:
    if text.count("\n") > MAX_LINES:
        _refuse(problems, f"has more than {MAX_LINES} lines", "split it into several sets")
        return False
    long = overlong_line(text, MAX_LINE_LENGTH)
    if long is not None:
        message = f"the line has more than {MAX_LINE_LENGTH} characters"
        problems.add("unreadable", message, Place(long, 1, long, 1))
    return long is None


def _suspicious(data: bytes) -> bool:
    """Whether a text may hold something that is unwanted."""
    if data.count(b"\r") != data.count(b"\r\n") or any(mark in data for mark in _MARKS):
        return True
    return len(data.translate(None, _CONTROLS)) != len(data)


def _without_controls(text: str, problems: Problems) -> str | None:
    """The text with spaces for control characters; None when there are too many of them."""
    found = list(islice(_UNWANTED.finditer(text), MOST_CONTROLS + 1))
    _report_controls(text, found[:MAX_CONTROLS], problems)
    if len(found) > MOST_CONTROLS:
        _refuse(problems, f"has more than {MOST_CONTROLS} control characters", "is it a text?")
        return None
    return _UNWANTED.sub(" ", text) if found else text


def _report_controls(text: str, found: list[re.Match[str]], problems: Problems) -> None:
    for match in found:
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        name = _NAMES.get(match[0], f"a control character (U+{ord(match[0]):04X})")
        problems.add("unreadable", f"{name} stands here", Place(line, column, line, column + 1))
