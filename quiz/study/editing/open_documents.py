"""The documents of sets that are being edited: as editors hold them, else as their files are."""

from __future__ import annotations

import os
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.store.library.documents import document_of, read_document
from quiz.store.sets.text import Stamp, stamp

_Key = tuple[str, str, str]
"""Path, name in the set, language."""


class OpenDocuments:
    """Reads documents once, and again when the file or what an editor holds of it has changed."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}
        self._kept: dict[_Key, tuple[Stamp | str, Document]] = {}

    def hold(self, path: Path, text: str) -> None:
        """From now on a document is what an editor holds."""
        self._held[os.path.realpath(path)] = text

    def release(self, path: Path) -> None:
        """From now on it is its file again."""
        self._held.pop(os.path.realpath(path), None)

    def __call__(self, path: Path, *, root: Path, name: str, language: str) -> Document:
        """The document; raises DocumentError."""
        key = (str(path), name, language)
        state = self._state(path)
        kept = self._kept.get(key)
        if kept is not None and state is not None and kept[0] == state:
            return kept[1]
        found = self._read(path, state, root, name, language)
        if state is not None:
            self._kept[key] = (state, found)
        return found

    def _state(self, path: Path) -> Stamp | str | None:
        """What tells whether it has changed; None where it cannot be told."""
        held = self._held.get(os.path.realpath(path))
        if held is not None:
            return held
        try:
            return stamp(path)
        except (OSError, ValueError):
            return None

    def _read(
        self, path: Path, state: Stamp | str | None, root: Path, name: str, language: str
    ) -> Document:
        if isinstance(state, str):
            return document_of(state, path, name=name, language=language)
        return read_document(path, root=root, name=name, language=language)
