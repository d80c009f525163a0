"""The lock file beside a set: what was around each source when the document was last as known.

`NAME.quiz-lock.json` beside `NAME.yaml`: a line for each state of a document that is known, with
the imprint of its words, and one for each source; the same for the same state. Version 1 had no
imprints.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from quiz.core.grounding.selector import Selector
from quiz.core.revisions.anchor import Anchor
from quiz.core.revisions.imprint import is_imprint
from quiz.errors import SetError
from quiz.store.files.regular_file import UnfitFileError, read_regular
from quiz.store.revisions.lock_place import lock_path

VERSION = 2
_READ = (1, VERSION)
MAX_BYTES = 50_000_000

_NUMBERS = ("offset", "occurrences", "length", "word")
_TEXTS = ("source", "document", "hash", "before", "after")
_MARKS = ("reading", "revised")
_ANCHOR = ("before", "after", *_NUMBERS)


@dataclass(frozen=True, slots=True)
class Locked:
    """A source's anchor, in the state of the document whose file has this hash.

    `reading` tells whether the anchor counts characters of the reading text; else the file's, as
    for plain text, and for Markdown in locks of before. `revised` tells whether the page marked a
    word of its sentence as struck out or inserted.
    """

    document: str
    hash: str
    anchor: Anchor
    reading: bool = False
    revised: bool = False


Lock = Mapping[str, Locked]
"""By `source_key`."""


def source_key(document: str, quoted: Selector) -> str:
    """What a source is known by: a digest of all it says."""
    return _digest(json.dumps([document, quoted.exact, quoted.prefix, quoted.suffix]))


def text_hash(text: str) -> str:
    """A digest of a document's file, normalised."""
    return _digest(text)


def _digest(text: str) -> str:
    import hashlib  # a lock file may be read without being compared

    data = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=12).hexdigest()


class LockFile(NamedTuple):
    """What a lock file holds: sources, and what is known of the questions by their ids."""

    sources: Lock
    questions: Mapping[str, str]


def read_lock(path: Path) -> Lock:
    """The lock of the set at `path`, empty when there is none; raises SetError."""
    return read_lock_file(path).sources


def read_lock_file(path: Path) -> LockFile:
    """All that the lock of the set at `path` holds, empty when there is none; raises SetError."""
    file = lock_path(path)
    try:
        found = json.loads(read_regular(file, MAX_BYTES)[0])
    except FileNotFoundError:
        return LockFile({}, {})
    except UnfitFileError as error:
        raise _damaged(file, str(error)) from None
    except OSError as error:
        raise _damaged(file, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, RecursionError):
        raise _damaged(file, "is damaged") from None
    if not isinstance(found, dict) or not isinstance(found.get("sources"), list):
        raise _damaged(file, "is damaged")
    if found.get("version") not in _READ:
        hint = "update Citequiz, or delete the file"
        raise SetError("the lock file is of another version", path=str(file), hint=hint)
    imprints = dict(_imprint(row, file) for row in _states(found, file))
    sources = dict(_entry(row, imprints, file) for row in found["sources"])
    return LockFile(sources, _questions(found, file))


def _questions(found: dict[str, object], file: Path) -> dict[str, str]:
    rows = found.get("questions", {})
    if not isinstance(rows, dict) or not all(isinstance(text, str) for text in rows.values()):
        raise _damaged(file, "is damaged")
    return rows


def _damaged(file: Path, what: str) -> SetError:
    hint = "delete it, or take it from version control; `quiz check --fix` writes a new one"
    return SetError(f"the lock file {what}", path=str(file), hint=hint)


def _states(found: dict[str, object], file: Path) -> list[object]:
    rows = found.get("documents", [] if found["version"] == 1 else None)
    if not isinstance(rows, list):
        raise _damaged(file, "is damaged")
    return rows


def _imprint(row: object, file: Path) -> tuple[str, str]:
    """A state of a document: its hash and its imprint."""
    if isinstance(row, dict):
        hash_, imprint = row.get("hash"), row.get("imprint")
        if isinstance(hash_, str) and isinstance(imprint, str) and is_imprint(imprint):
            return hash_, imprint
    raise _damaged(file, "is damaged")


def _entry(row: object, imprints: Mapping[str, str], file: Path) -> tuple[str, Locked]:
    if not isinstance(row, dict):
        raise _damaged(file, "is damaged")
    row = {"word": 0, **row}
    if not all(isinstance(row.get(key), str) for key in _TEXTS):
        raise _damaged(file, "is damaged")
    if not all(type(row.get(key)) is int and row[key] >= 0 for key in _NUMBERS):
        raise _damaged(file, "is damaged")
    imprint = imprints.get(row["hash"], "")
    anchor = Anchor(**{key: row[key] for key in _ANCHOR}, imprint=imprint)
    marks = (row.get(key) is True for key in _MARKS)
    return row["source"], Locked(row["document"], row["hash"], anchor, *marks)


def dump_lock(lock: Lock, questions: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The content of a lock file."""
    rows = sorted(lock.items(), key=lambda row: (row[1].document, row[1].anchor.offset, row[0]))
    imprints = {locked.hash: locked.anchor.imprint for _, locked in rows if locked.anchor.imprint}
    states = [{"hash": hash_, "imprint": imprint} for hash_, imprint in imprints.items()]
    documents, sources = _lines(states), _lines([_row(*row) for row in rows])
    known = json.dumps(dict(questions), ensure_ascii=False, sort_keys=True).replace(", ", ",\n")
    parts = [f'"version": {VERSION}', f'"documents": {documents}', f'"sources": {sources}']
    parts += [f'"questions": {known}'] if questions else []
    text = f"{{{', '.join(parts)}}}\n"
    return text.encode("utf-8", "backslashreplace")


def _lines(rows: Sequence[Mapping[str, object]]) -> str:
    """A JSON list with one line a row."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]"


def _row(key: str, locked: Locked) -> dict[str, object]:
    place = {name: getattr(locked.anchor, name) for name in _ANCHOR}
    marks = {name: True for name in _MARKS if getattr(locked, name)}
    return {"source": key, "document": locked.document, "hash": locked.hash, **place, **marks}


def write_lock(path: Path, lock: Lock, questions: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Write the lock of the set at `path`; False when it is there already. Raises SetError.

    No file is made for a set without sources.
    """
    from quiz.store.files.atomic import replace_file

    file, content = lock_path(path), dump_lock(lock, questions)
    try:
        if (file.read_bytes() if file.exists() else b"") == content or not (lock or file.exists()):
            return False
        replace_file(file, content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SetError(f"the lock file cannot be written: {reason}", path=str(file)) from None
    return True
