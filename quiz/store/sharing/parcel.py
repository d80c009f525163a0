"""What is shared: set files, their documents and lock files, by names below one folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from quiz.core.questions.question_set import QuestionSet
from quiz.errors import QuizError
from quiz.store.files.regular_file import UnfitFileError, read_regular
from quiz.store.library.documents import MAX_BYTES as MAX_DOCUMENT
from quiz.store.library.documents import SUFFIXES, read_document
from quiz.store.library.found_files import ENDINGS, Found
from quiz.store.revisions.lock_place import lock_path
from quiz.store.sets.reading import read_set

MAX_FILE = 100_000_000
MAX_TOTAL = 300_000_000
MAX_FILES = 5_000
LOCK_ENDING = ".quiz-lock.json"
KINDS = (*ENDINGS, *SUFFIXES, LOCK_ENDING)
"""How the names of shared files end; nothing else is packed or written."""


class Parcel(NamedTuple):
    """Files by name, and the sets among them by the name of their file."""

    files: Mapping[str, bytes]
    sets: Mapping[str, QuestionSet]

    @property
    def hashes(self) -> dict[str, str]:
        """The digest of each file."""
        return {name: digest(content) for name, content in self.files.items()}


def digest(content: bytes) -> str:
    """SHA-256, as everybody can check it."""
    return hashlib.sha256(content).hexdigest()


def gather(found: Iterable[Found]) -> Parcel:
    """The sets with all that belongs to them, from their folders.

    Raises QuizError for a set that cannot be read, and for a document that cannot be read or lies
    outside the folder of its set.
    """
    files: dict[str, bytes] = {}
    sets: dict[str, QuestionSet] = {}
    for one in found:
        read = read_set(one.path)
        if read.set is None:
            raise read.problems[0]
        name = _name(one.path, one.root)
        files[name], sets[name] = read.content, read.set._replace(path="")
        files.update(_belonging(one, read.set))
        if sum(map(len, files.values())) > MAX_TOTAL or len(files) > MAX_FILES:
            raise QuizError("these sets are too large to share at once", path=str(one.root))
    return _shortened(Parcel(files, sets))


def _belonging(found: Found, whole: QuestionSet) -> Iterator[tuple[str, bytes]]:
    """Documents and lock file."""
    for key, name in whole.documents.items():
        path = found.path.parent / name
        read_document(path, root=found.root, name=key)  # lies inside, is regular, is a text
        yield _name(path, found.root), content_of(path.resolve(), MAX_DOCUMENT)
    lock = lock_path(found.path)
    if lock.is_file() and not lock.is_symlink():
        yield _name(lock, found.root), content_of(lock, MAX_FILE)


def content_of(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most so many; raises QuizError."""
    try:
        return read_regular(path, most)[0]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise QuizError(f"the file cannot be read: {reason}", path=str(path)) from None
    except UnfitFileError as error:
        raise QuizError(f"the file {error}", path=str(path)) from None


def _name(path: Path, root: Path) -> str:
    """Below the root, as zip files and other systems write it."""
    return Path(os.path.relpath(path, root)).as_posix()


def _shortened(parcel: Parcel) -> Parcel:
    """Without the folders that all files share."""
    parents = [PurePosixPath(name).parent for name in parcel.files]
    shared = os.path.commonpath(parents) if parents else ""
    lead = len(shared) + 1 if shared else 0
    return Parcel(
        {name[lead:]: content for name, content in parcel.files.items()},
        {name[lead:]: whole for name, whole in parcel.sets.items()},
    )


def safe_name(name: str) -> bool:
    """Whether a name stays below its folder on every system, is visible, and of a shared kind."""
    parts = name.split("/")
    plain = all(part and part == part.strip(" .") for part in parts)
    printable = name.isprintable() and not set(name) & set('\\:*?"<>|')
    return plain and printable and len(name) < 250 and name.lower().endswith(KINDS)
