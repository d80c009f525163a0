"""What `quiz due` last said, kept with all it follows from, so that saying it again is quick.

A prompt asks for it with every line that is typed: nothing is imported here but what Python has
loaded anyway. There is one file in the cache folder for each `./questions`; it may be deleted.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT = "citequiz due 1"
_VARIABLES = ("HOME", "QUIZ_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
TEXT, QUIET, JSON = range(3)
_ARGUMENTS = {
    (): TEXT,
    ("-q",): QUIET,
    ("--quiet",): QUIET,
    ("--format", "text"): TEXT,
    ("--format=text",): TEXT,
    ("--format", "json"): JSON,
    ("--format=json",): JSON,
}
_LARGEST = 10_000_000
_COUNTER = slice(24, 28)
"""Where SQLite counts the changes of a file (sqlite.org/fileformat2.html, section 1.3.7)."""


def form_of(arguments: Sequence[str]) -> int | None:
    """TEXT, QUIET or JSON, as the usual arguments say; None for others."""
    return _ARGUMENTS.get(tuple(arguments))


def said(form: int) -> tuple[str, int] | None:
    """What to print, and the exit status; None when it has to be worked out anew."""
    path = place()
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            text = file.read(_LARGEST).decode("utf-8", "surrogateescape")
        head, around, day, history, counter, stamps, status, line, json = text.split("\0")
        fits = head == FORMAT and around == surroundings() and is_day(day)
        if not fits or changes(history) != counter or not _unchanged(stamps.split("\n")):
            return None
        return ((line, line * (status == "0"), json)[form], int(status))
    except (OSError, ValueError):
        return None


def place() -> str:
    """The file for where one stands; '' where it is not known without looking it up."""
    folder = _cache_folder()
    if not folder:
        return ""
    try:
        here = os.stat("questions")
    except OSError:
        return os.path.join(folder, "due")
    return os.path.join(folder, f"due-{here.st_dev:x}-{here.st_ino:x}")


def _cache_folder() -> str:
    home = os.environ.get("QUIZ_HOME", "").strip()
    if home:
        return os.path.join(os.getcwd(), os.path.expanduser(home), "cache")
    if not sys.platform.startswith("linux"):
        return ""
    folder = os.environ.get("XDG_CACHE_HOME", "")
    found = os.path.join(os.path.expanduser(folder if folder.strip() else "~/.cache"), "citequiz")
    return found if os.path.isabs(found) else ""


def surroundings() -> str:
    """What decides where things are kept."""
    return repr([os.environ.get(name) for name in _VARIABLES])


def days(first: time.struct_time, second: time.struct_time, hour: int) -> str:
    """The two days that a study day lies on, and the hour of both at which it changes."""
    return " ".join(str(n) for t in (first, second) for n in (t.tm_year, t.tm_yday)) + f" {hour}"


def is_day(text: str) -> bool:
    """Whether it is now the study day of `days`."""
    now = time.localtime()
    year, day, next_year, next_day, hour = map(int, text.split())
    if now.tm_hour >= hour:
        return (now.tm_year, now.tm_yday) == (year, day)
    return (now.tm_year, now.tm_yday) == (next_year, next_day)


def changes(path: str) -> str:
    """What tells a state of the history from others; '' where it is being written."""
    try:
        if os.stat(f"{path}-journal").st_size:
            return ""
    except OSError:
        pass
    try:
        with open(path, "rb", buffering=0) as file:
            return f"{stamp(path)} {file.read(100)[_COUNTER].hex()}"
    except OSError:
        return "none"


def stamp(path: str) -> str:
    """What tells a state of a file or folder from others; `-` where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return "-"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def stamped(paths: Iterable[str]) -> list[str]:
    """Each path behind its stamp."""
    return [f"{stamp(path)}\t{path}" for path in paths]


def _unchanged(stamps: Iterable[str]) -> bool:
    return all(stamp(line.partition("\t")[2]) == line.partition("\t")[0] for line in stamps)
