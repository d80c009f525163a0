"""Files of question banks, which may be anything: bounded before anything is parsed.

Nothing is unpacked to disk and no name of an archive becomes a path: members are read in memory.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quiz.core.text.safe_text import overlong_line
from quiz.errors import QuizError
from quiz.store.files.regular_file import UnfitFileError, read_regular

MAX_BYTES = 100_000_000
"""Bytes of a bank; 10,000 questions have 10 to 20 million."""

MAX_TEXT_BYTES = 50_000_000
"""Bytes of a text that is read at once: a member of an archive, or a bank that is no archive."""

MAX_LINE = 2_000_000
"""Characters of one line of a text that is read line by line."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0d-\x1f]")
MAX_MEMBERS = 20_000
MAX_UNPACKED = 300_000_000
"""Bytes of all members of an archive that are read."""

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError),
    *(EOFError, OSError, ValueError, RuntimeError),
)
"""What `zipfile` raises for archives that are damaged or of a kind that it does not know."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")

MAX_ITEMS = 50_000
"""Items of one bank; a set holds 100,000 questions."""


@dataclass(frozen=True)
class BankFile:
    """A bank in memory; `path` is how the user named it, with the member of an archive."""

    path: str
    data: bytes

    @cached_property
    def text(self) -> str:
        """Its text, line ends as LF; the encoding is told by content. Raises QuizError."""
        return decoded(self.data, self.path, lines=not self.looks_like_xml)

    @property
    def looks_like_xml(self) -> bool:
        """Whether it starts with a tag; line ends mean nothing then, and a file may have none."""
        return self.head[:40].replace(b"\x00", b"").lstrip(b"\xff\xfe\xef\xbb\xbf").startswith(b"<")

    @cached_property
    def guessed(self) -> bool:
        """Whether the bytes are neither UTF-8 nor UTF-16: what they are is a guess."""
        if self.is_zip or b"\x00" in self.data[:200] or self.data[:2] in _UTF16:
            return False
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return True
        return False

    @cached_property
    def head(self) -> bytes:
        """What it starts with, without a byte order mark and white space."""
        return self.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()

    @property
    def is_zip(self) -> bool:
        """Whether it is an archive."""
        return self.data.startswith(b"PK\x03\x04")

    @cached_property
    def archive(self) -> Archive:
        """Its members; raises QuizError."""
        return Archive(self)


def read_bank(path: Path) -> BankFile:
    """The bytes of a bank; raises QuizError for what is no file of a possible size."""
    try:
        return BankFile(str(path), read_regular(path, MAX_BYTES)[0])
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise QuizError(f"the file cannot be read: {reason}", path=str(path)) from None
    except UnfitFileError as error:
        hint = "export it in parts, by category" if "larger" in str(error) else None
        raise QuizError(f"the file {error}", path=str(path), hint=hint) from None
    except ValueError:
        raise QuizError("the name of the file holds a NUL character", path=str(path)) from None


class Archive:
    """The members of a zip by name, each read within its bounds."""

    def __init__(self, bank: BankFile) -> None:
        self._path = bank.path
        self._left = MAX_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(bank.data))
            members = self._zip.infolist()
        except _DAMAGE:
            raise self._error("the archive is damaged", "export it again") from None
        if len(members) > MAX_MEMBERS:
            raise self._error(f"the archive holds more than {MAX_MEMBERS} files")
        self._members = {one.filename: one for one in members if not one.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files in it."""
        return tuple(self._members)

    def read(self, name: str, most: int = MAX_TEXT_BYTES) -> bytes:
        """A file of it; raises QuizError for one that is missing, locked, too large or damaged."""
        member = self._members.get(name)
        if member is None:
            raise self._error(f"the archive lacks the file {name}")
        if member.flag_bits & 1:
            raise self._error(f"{name} in the archive is locked with a password")
        try:
            with self._zip.open(member) as file:
                data = file.read(min(most, self._left) + 1)
        except _DAMAGE:
            raise self._error(f"{name} in the archive is damaged", "export it again") from None
        if len(data) > min(most, self._left):
            size = min(most, self._left) // 1_000_000
            raise self._error(f"{name} in the archive is larger than {size} MB when unpacked")
        self._left -= len(data)
        return data

    def member(self, name: str) -> BankFile:
        """A file of it as a bank of its own."""
        return BankFile(f"{self._path}/{name}", self.read(name))

    def _error(self, message: str, hint: str | None = None) -> QuizError:
        return QuizError(message, path=self._path, hint=hint)


def decoded(data: bytes, path: str, *, lines: bool = True) -> str:
    """A text from its bytes: UTF-8, UTF-16, else what old spreadsheets write (Windows-1252).

    With `lines`, none may be longer than `MAX_LINE`. Raises QuizError.
    """
    if len(data) > MAX_TEXT_BYTES:
        size = MAX_TEXT_BYTES // 1_000_000
        raise QuizError(f"the file is larger than {size} MB", path=path, hint="export it in parts")
    text = _text(data, path).replace("\r\n", "\n").replace("\r", "\n")
    if lines and (long := overlong_line(text, MAX_LINE)) is not None:
        raise QuizError(f"the line has more than {MAX_LINE} characters", path=path, line=long)
    if text.count("\x00") or _controls(text[:100_000]) > 100:
        raise QuizError("the file is no text", path=path, hint="which program wrote it?")
    return text


def _text(data: bytes, path: str) -> str:
    if data[:2] in _UTF16:
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise QuizError("the file is damaged UTF-16", path=path) from None
    few, many = sorted((data[0:200:2].count(0), data[1:200:2].count(0)))
    if few == 0 and many > 1 and many >= len(data[:200]) // 3:
        little = data[1:200:2].count(0) > data[0:200:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _controls(text: str) -> int:
    return len(_CONTROL.findall(text))


def lines_before(text: str) -> Iterator[int]:
    """The offsets at which the lines of a text start."""
    yield 0
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)
