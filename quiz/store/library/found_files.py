"""Which files are question sets: given paths, `./questions`, the user's own, the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from quiz.core.text.copies import looks_copied
from quiz.errors import QuizError
from quiz.store.files.home import Places, there

ENDINGS = (".yaml", ".yml")
LOCK_ENDING = ".quiz-lock.json"
"""Of the file that `quiz new` and `quiz check --fix` write beside a set."""
MAX_DEPTH = 4
MAX_FILES = 2000
MAX_SEEN = 50_000
"""So many names of a folder are looked at: `.` may be a whole disk."""


class Found(NamedTuple):
    """A file that is taken for a question set, and the folder it was found from."""

    path: Path
    root: Path


def shipped_questions() -> Path:
    """The folder of the sets that come with the program: in the wheel, or in the checkout."""
    package = Path(__file__).resolve().parents[2]
    inside = package / "questions"
    return inside if inside.is_dir() else package.parent / "questions"


def is_address(text: str) -> bool:
    """Whether a path is meant as an address of the web; paths lose the second slash of one."""
    scheme, colon, rest = text.partition(":/")
    return bool(colon) and rest[:1] != "" and len(scheme) > 1 and scheme.isalpha()


def lies_below(path: Path, folder: Path) -> bool:
    """Whether a file, behind all symbolic links, lies in a folder or below it."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def set_files(paths: Sequence[Path] | None, places: Places, cwd: Path) -> Iterator[Found]:
    """Every set file once, in order of precedence; given paths leave out all other places.

    Raises QuizError for a given path that does not exist or a given folder without sets.
    """
    seen: set[str] = set()
    for root in _given(paths) if paths else _usual(places, cwd):
        for found in root:
            real = os.path.realpath(found.path)
            if real not in seen:
                seen.add(real)
                yield found


def authored(cwd: Path) -> list[Path]:
    """An author's sets: the folder ./questions, or those right here that have a lock file."""
    folder = cwd / "questions"
    if folder.is_dir():
        return [folder]
    with suppress(OSError), os.scandir(cwd) as entries:
        locked = (e.name.removesuffix(LOCK_ENDING) for e in entries if e.name.endswith(LOCK_ENDING))
        sets = sorted(cwd / f"{name}{ending}" for name in locked for ending in ENDINGS)
        return [path for path in sets if path.is_file()]
    return []


def _given(paths: Sequence[Path]) -> Iterator[list[Found]]:
    for path in paths:
        if is_address(str(path)) and not os.path.lexists(path):
            address = str(path).replace(":/", "://", 1)
            hint = "save the set and its documents as files"
            raise QuizError(f"an address is not opened: {address}", hint=hint)
        if path.is_dir():
            found = list(in_folder(path))
            if not found:
                hint = f"question sets are files that end in {' or '.join(ENDINGS)}"
                raise QuizError(
                    "there is no question set in this folder", path=str(path), hint=hint
                )
            yield found
        elif os.path.lexists(path):
            yield [Found(path, path.parent)]
        else:
            raise QuizError("there is no such file or folder", path=str(path))


def _usual(places: Places, cwd: Path) -> Iterator[list[Found]]:
    for folder in _folders(places, cwd):
        if there(folder) and folder.is_dir():
            yield list(in_folder(folder))


def _folders(places: Places, cwd: Path) -> tuple[Path, ...]:
    return (cwd / "questions", places.questions, shipped_questions())


def watched(places: Places, cwd: Path) -> Iterator[Path]:
    """What decides which sets are in the usual places: their files, all folders looked into."""
    for folder in _folders(places, cwd):
        walk = _Walk(folder)
        walk.visit(folder, 0)
        yield from (folder, *walk.folders, *walk.found)


def in_folder(folder: Path) -> Iterator[Found]:
    """The sets in `folder` and below, sorted by name; hidden ones and `documents` left out.

    At most `MAX_FILES` of them. Links that leave the folder are not followed.
    """
    walk = _Walk(folder)
    walk.visit(folder, 0)
    for path in walk.found:
        yield Found(path, folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads back to itself
        return False


def _copied(name: str) -> bool:
    """Copies come behind what they are copies of, which then owns its id."""
    return looks_copied(name.rpartition(".")[0])


class _Walk:
    def __init__(self, root: Path) -> None:
        self.found: list[Path] = []
        self.folders: list[Path] = []
        self._real_root = os.path.realpath(root)
        self._seen = 0

    def visit(self, folder: Path, depth: int) -> None:
        """Note the set files of a folder, then those of its folders, in order of their names."""
        try:
            with os.scandir(folder) as entries:
                names = sorted((_copied(entry.name), entry.name, entry) for entry in entries)
        except OSError:
            return
        folders: list[Path] = []
        for _, name, entry in names:
            self._seen += 1
            if self._seen > MAX_SEEN or len(self.found) >= MAX_FILES:
                return
            if name.startswith(".") or (entry.is_symlink() and not self._inside(entry.path)):
                continue
            if _is_folder(entry):
                folders.append(folder / name)
            elif name.lower().endswith(ENDINGS):
                self.found.append(folder / name)
        for below in folders:
            if depth < MAX_DEPTH and below.name != "documents":
                self.folders.append(below)
                self.visit(below, depth + 1)

    def _inside(self, path: str) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self._real_root)
