"""Where a folder of sets came from: a hidden file in it, written by `quiz get`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

FILE = ".citequiz-origin.json"
_MAX_BYTES = 5_000_000


class Origin(NamedTuple):
    """An address or a path, the state that was fetched, and the hash of each file as it came."""

    address: str
    state: str
    files: Mapping[str, str]

    @property
    def content(self) -> bytes:
        """As it is kept."""
        return (json.dumps(self._asdict(), ensure_ascii=False, indent=1) + "\n").encode()


def read_origin(folder: Path) -> Origin | None:
    """What is known of a folder; None where nothing is, or nothing that can be read."""
    path = folder / FILE
    try:
        if path.is_symlink() or path.stat().st_size > _MAX_BYTES:
            return None
        whole = json.loads(path.read_bytes())
        files = {str(name): str(value) for name, value in whole["files"].items()}
        return Origin(str(whole["address"]), str(whole["state"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def fetched(questions: Path) -> Iterator[tuple[Path, Origin]]:
    """Every folder below the user's questions that came from somewhere, in order of name."""
    try:
        folders = sorted(path for path in questions.iterdir() if path.is_dir())
    except OSError:
        return
    for folder in folders:
        origin = None if folder.name.startswith(".") else read_origin(folder)
        if origin is not None:
            yield folder, origin


def origin_of(path: Path, questions: Path) -> str:
    """The address that a set file below the user's questions came from; empty for its own."""
    if not path.is_relative_to(questions) or path.parent == questions:
        return ""
    origin = read_origin(questions / path.relative_to(questions).parts[0])
    return origin.address if origin is not None else ""
