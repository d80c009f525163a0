"""A hostile file: how it is made, and what it must get."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

SET = "set.yaml"

HEAD = "id: hostile\ntitle: Hostile\ndocuments:\n  d: d.txt\n"
"""The first four lines of a sound set; its document is made by `sound_document`."""

MB = 1_000_000


@dataclass(frozen=True)
class Limit:
    """CPU milliseconds and megabytes of the whole process, and why they are no smaller."""

    ms: int = 200
    mb: int = 100
    why: str = ""


@dataclass(frozen=True)
class Case:
    """A file, or a set with one document, and the finding it must get.

    `make` puts everything into an empty folder, the library, and returns the set's path; beside
    that folder it may put what must not be read. `rule` is empty for a file that is fine. `during`
    is entered while the set is read.
    """

    name: str
    make: Callable[[Path], Path]
    rule: str
    line: int = 0
    column: int = 0
    words: str = ""
    limit: Limit = Limit()
    during: Callable[[Path], AbstractContextManager[object]] = nullcontext


def holding(content: Callable[[], str | bytes]) -> Callable[[Path], Path]:
    """Makes a set file with this content, and a sound document."""

    def make(folder: Path) -> Path:
        data = content()
        path = folder / SET
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        sound_document(folder)
        return path

    return make


def sound_document(folder: Path) -> None:
    """The document that `HEAD` declares."""
    (folder / "d.txt").write_text("Water is wet. Fire is hot.\n", encoding="utf-8")


def question(number: int, exact: str = "Water is wet.") -> str:
    """A sound question, seven lines long."""
    return (
        f"  - id: q{number}\n    type: short-answer\n    stem: What is number {number}?\n"
        f"    answer: wet {number}\n    sources:\n      - document: d\n        exact: {exact}\n"
    )


def citing(name: str, prepare: Callable[[Path], object] = lambda _: None) -> Callable[[Path], Path]:
    """Makes a set whose one document, at 4:6, has this name, after `prepare` did its work."""

    def make(folder: Path) -> Path:
        prepare(folder)
        path = folder / SET
        head = HEAD.replace("d.txt", name)
        path.write_text(f"{head}questions:\n{question(1)}", encoding="utf-8")
        return path

    return make
