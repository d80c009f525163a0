"""The bytes of a file that may be anything: a pipe, a device, endless, or being written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

TRIES = 3
"""So often a file is read that changes meanwhile: an editor saves once, a log never stops."""

_FLAGS = sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


class UnfitFileError(Exception):
    """A file that can be opened and cannot be read; the message says why, as in `the file …`."""


def read_regular(path: Path, most: int) -> tuple[bytes, os.stat_result]:
    """The content of a regular file of at most `most` bytes, and its status from before.

    Looks before it opens, and opens without waiting: no pipe blocks, no device is touched. What
    was written to while it was read is read again. Raises OSError and UnfitFileError.
    """
    _check(path.stat(), most)
    handle = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        for _ in range(TRIES):
            before = os.fstat(handle)
            _check(before, most)
            data = _content(handle, most)
            if unchanged(before, os.fstat(handle), data):
                return data, before
    finally:
        os.close(handle)
    raise UnfitFileError("is being written to while it is read")


def _check(found: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnfitFileError("is not a regular file")
    if found.st_size > most:
        size = found.st_size / 1e6
        raise UnfitFileError(f"is larger than {most // 1_000_000} MB ({size:.1f} MB)")


def _content(handle: int, most: int) -> bytes:
    """From the start, and one byte more than allowed, to notice what has grown."""
    os.lseek(handle, 0, os.SEEK_SET)
    with os.fdopen(handle, "rb", closefd=False) as file:
        return file.read(most + 1)


def unchanged(before: os.stat_result, after: os.stat_result, data: bytes) -> bool:
    """Whether nothing was written meanwhile: half of one text and half of another are none."""
    changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
    return not changed and len(data) == before.st_size
