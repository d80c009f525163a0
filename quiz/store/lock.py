"""The lock file beside a set: what was around each source when the document was last as known.

`NAME.quiz-lock.json` beside `NAME.yaml`, one line a source, the same for the same state.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from quiz.core.anchor import Anchor
from quiz.core.selector import Selector
from quiz.errors import SetError

ENDING = ".quiz-lock.json"
VERSION = 1
MAX_BYTES = 50_000_000

_NUMBERS = ("offset", "occurrences", "length")
_TEXTS = ("source", "document", "hash", "before", "after")


@dataclass(frozen=True, slots=True)
class Locked:
    """A source's anchor, in the state of the document that has this hash."""

    document: str
    hash: str
    anchor: Anchor


Lock = Mapping[str, Locked]
"""By `source_key`."""


def lock_path(path: Path) -> Path:
    """The lock file of a set; of a symbolic link, beside the file it leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.stem}{ENDING}")


def source_key(document: str, quoted: Selector) -> str:
    """What a source is known by: a digest of all it says."""
    return _digest(json.dumps([document, quoted.exact, quoted.prefix, quoted.suffix]))


def text_hash(text: str) -> str:
    """A digest of a document's normalised text."""
    return _digest(text)


def _digest(text: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=12).hexdigest()


def read_lock(path: Path) -> Lock:
    """The lock of the set at `path`, empty when there is none; raises SetError."""
    file = lock_path(path)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise _damaged(file, "is too large")
        found = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _damaged(file, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, RecursionError):
        raise _damaged(file, "is damaged") from None
    if not isinstance(found, dict) or not isinstance(found.get("sources"), list):
        raise _damaged(file, "is damaged")
    if found.get("version") != VERSION:
        hint = "update Citequiz, or delete the file"
        raise SetError("the lock file is of another version", path=str(file), hint=hint)
    return dict(_entry(row, file) for row in found["sources"])


def _damaged(file: Path, what: str) -> SetError:
    hint = "delete it, or take it from version control; `quiz check --fix` writes a new one"
    return SetError(f"the lock file {what}", path=str(file), hint=hint)


def _entry(row: object, file: Path) -> tuple[str, Locked]:
    if not isinstance(row, dict):
        raise _damaged(file, "is damaged")
    if not all(isinstance(row.get(key), str) for key in _TEXTS):
        raise _damaged(file, "is damaged")
    if not all(type(row.get(key)) is int and row[key] >= 0 for key in _NUMBERS):
        raise _damaged(file, "is damaged")
    anchor = Anchor(row["before"], row["after"], row["offset"], row["occurrences"], row["length"])
    return row["source"], Locked(row["document"], row["hash"], anchor)


def dump_lock(lock: Lock) -> bytes:
    """The content of a lock file."""
    rows = sorted(lock.items(), key=lambda row: (row[1].document, row[1].anchor.offset, row[0]))
    lines = ",\n".join(json.dumps(_row(*row), ensure_ascii=False) for row in rows)
    text = f'{{"version": {VERSION}, "sources": [\n{lines}\n]}}\n'
    return text.encode("utf-8", "backslashreplace")


def _row(key: str, locked: Locked) -> dict[str, object]:
    return {
        "source": key,
        "document": locked.document,
        "hash": locked.hash,
        **asdict(locked.anchor),
    }


def write_lock(path: Path, lock: Lock) -> bool:
    """Write the lock of the set at `path`; False when it is there already. Raises SetError.

    No file is made for a set without sources.
    """
    from quiz.store.atomic import replace_file

    file, content = lock_path(path), dump_lock(lock)
    try:
        if (file.read_bytes() if file.exists() else b"") == content or not (lock or file.exists()):
            return False
        replace_file(file, content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SetError(f"the lock file cannot be written: {reason}", path=str(file)) from None
    return True
