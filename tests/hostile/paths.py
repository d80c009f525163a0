"""Sets and documents that are no files of the library: pipes, devices, links, paths that climb."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from unittest.mock import patch

from tests.hostile.case import MB, SET, Case, citing, holding
from tests.hostile.texts import SOUND

BAD = ("document-unreadable", 4, 6)


def secret(folder: Path) -> None:
    """What no set of the library may show: beside it, and reached by links inside."""
    (folder.parent / "secret.txt").write_text("Water is wet.\n", encoding="utf-8")
    (folder / "link.txt").symlink_to("../secret.txt")
    (folder / "up").symlink_to("..")


def linked(target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "d.txt").symlink_to(target)


def written(data: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda folder: (folder / "d.txt").write_bytes(data())


def listening(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket may be 107 bytes long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("d.txt")
    finally:
        os.chdir(here)


def as_set(prepare: Callable[[Path], object]) -> Callable[[Path], Path]:
    """Makes something that is called like a set."""

    def make(folder: Path) -> Path:
        prepare(folder / SET)
        return folder / SET

    return make


@contextmanager
def growing(path: Path) -> Iterator[None]:
    """Whenever the status of an open file is asked for, `path` has become one byte longer."""
    real = os.fstat

    def fstat(handle: int) -> os.stat_result:
        with path.open("ab") as file:
            file.write(b"\n")
        return real(handle)

    with patch("os.fstat", fstat):
        yield


def growing_document(path: Path) -> AbstractContextManager[None]:
    return growing(path.with_name("d.txt"))


SETS = [
    Case("a pipe as a set", as_set(os.mkfifo), *("unreadable", 1, 1, "not a regular file")),
    Case("a folder as a set", as_set(os.mkdir), *("unreadable", 1, 1, "not a regular file")),
    Case(
        "/dev/zero as a set",
        as_set(lambda path: path.symlink_to("/dev/zero")),
        *("unreadable", 1, 1, "not a regular file"),
    ),
    Case(
        "a link to itself as a set",
        as_set(lambda path: path.symlink_to(SET)),
        *("unreadable", 1, 1, "cannot be read"),
    ),
    Case(
        "a set that changes while it is read",
        holding(lambda: SOUND),
        *("unreadable", 1, 1, "being written to"),
        during=growing,
    ),
]

DOCUMENTS = [
    Case("/etc/passwd", citing("/etc/passwd"), *BAD, ".txt or .md"),
    Case("/etc/hostname.txt", citing("/etc/hostname.txt"), *BAD, "outside"),
    Case("../../x", citing("../../x"), *BAD, ".txt or .md"),
    Case("../../x.txt", citing("../../x.txt"), *BAD, "outside"),
    Case("../secret.txt", citing("../secret.txt", secret), *BAD, "outside"),
    Case("a link out of the folder", citing("link.txt", secret), *BAD, "outside"),
    Case("a folder that leads out", citing("up/secret.txt", secret), *BAD, "outside"),
    Case("a pipe", citing("d.txt", lambda at: os.mkfifo(at / "d.txt")), *BAD, "a pipe"),
    Case("a socket", citing("d.txt", listening), *BAD, "a socket"),
    Case("/dev/zero", citing("/dev/zero"), *BAD, ".txt or .md"),
    Case("a link to /dev/zero", citing("d.txt", linked("/dev/zero")), *BAD, "outside"),
    Case("a link to itself", citing("d.txt", linked("d.txt")), *BAD, "back to itself"),
    Case("a directory", citing("d.txt", lambda at: (at / "d.txt").mkdir()), *BAD, "a folder"),
    Case(
        "a document that changes while it is read",
        citing("d.txt", written(lambda: b"Water is wet.\n")),
        *(*BAD, "being written to"),
        during=growing_document,
    ),
    Case("no document", citing("d.txt"), *BAD, "no such document"),
    Case("a home", citing("~/d.txt"), *BAD, "no such document"),
    Case("a variable", citing("$HOME/d.txt"), *BAD, "no such document"),
    Case("a name of 10 KB", citing(f"{'d' * 10_240}.txt"), *BAD, "cannot be found"),
    Case("a name with NUL", citing(r'"d\0.txt"'), *BAD, "no such document"),
    Case("a name with an escape", citing(r'"d\e[2J.txt"'), *BAD, "no such document"),
    Case("100 MB", citing("d.txt", written(lambda: b"x" * 100 * MB)), *BAD, "too large"),
    Case("1,000,000 lines", citing("d.txt", written(lambda: b"a\n" * MB)), *BAD, "200000 lines"),
    Case("20 MB of line ends", citing("d.txt", written(lambda: b"\n" * 20 * MB)), *BAD, "lines"),
    Case("20 MB of CR", citing("d.txt", written(lambda: b"a\r" * 10 * MB)), *BAD, "lines"),
    Case("10 MB on one line", citing("d.txt", written(lambda: b"x" * 10 * MB)), *BAD, "500000"),
    Case("20 MB of tabs", citing("d.txt", written(lambda: b"\t" * 20 * MB)), *BAD, "too large"),
    Case(
        "20 MB of escapes",
        citing("d.txt", written(lambda: (b"\x1b" * 400_000 + b"\n") * 50)),
        *(*BAD, "control or hidden"),
    ),
    Case("no text", citing("d.txt", written(lambda: b" \n\t\n")), *BAD, "empty"),
    Case("not UTF-8", citing("d.txt", written(lambda: b"a\nb\xff")), *BAD, "byte 0xFF at offset 3"),
    Case("UTF-16", citing("d.txt", written(lambda: "a b".encode("utf-16"))), *BAD, "UTF-16"),
    Case("UTF-32", citing("d.txt", written(lambda: "a b".encode("utf-32"))), *BAD, "UTF-32"),
    Case(
        "NUL and escapes in a document",
        citing("d.txt", written(lambda: b"Water is wet.\0\x1b[2J\n")),
        *("no-explanation", 8, 11, ""),
    ),
]
