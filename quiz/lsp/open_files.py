"""The files that an editor has open: sets with their findings, documents with their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types

from quiz.lsp.converting import edit_of
from quiz.store.checking.checking import Checked
from quiz.store.library.documents import SUFFIXES
from quiz.store.library.found_files import ENDINGS, Found
from quiz.study.editing.buffer import Units, changed, clamped, joined, lines_in
from quiz.study.editing.cited import Shelf, Standing
from quiz.study.editing.live_check import LiveCheck
from quiz.study.editing.open_documents import OpenDocuments

_A_SET = re.compile(r"^(?:questions|documents):", re.MULTILINE)

Change = types.TextDocumentContentChangeEvent


class OpenFiles:
    """What is open, by path. `folders` are those of the editor's workspace."""

    def __init__(self) -> None:
        self.sets: dict[Path, LiveCheck] = {}
        self.texts: dict[Path, list[str]] = {}
        self.documents = OpenDocuments()
        self.shelf = Shelf(self.documents)
        self.folders: list[Path] = []
        self.units = Units.UTF16

    def open(self, path: Path, text: str) -> bool:
        """Take a file in; whether it is a set or may be a document of one."""
        suffix = path.suffix.lower()
        if suffix in ENDINGS and _A_SET.search(text):
            self.sets[path] = LiveCheck(Found(path, path.parent), text, self.documents)
        elif suffix in SUFFIXES:
            self.texts[path] = lines_in(text)
            self.documents.hold(path, text)
        else:
            return False
        return True

    def close(self, path: Path) -> None:
        """Forget a file; a document is its file again."""
        self.sets.pop(path, None)
        if self.texts.pop(path, None) is not None:
            self.documents.release(path)

    def change(self, path: Path, changes: Sequence[Change]) -> bool:
        """Take the changes of a file in, in order; whether it is open."""
        live = self.sets.get(path)
        for change in changes:
            if live is not None:
                self._change_set(live, change)
            elif path in self.texts:
                self.texts[path] = self._changed(self.texts[path], change)
        if path in self.texts:
            self.documents.hold(path, joined(self.texts[path]))
        return live is not None or path in self.texts

    def _change_set(self, live: LiveCheck, change: Change) -> None:
        if isinstance(change, types.TextDocumentContentChangePartial):
            live.edit(edit_of(change, live.lines, self.units))
        else:
            live.replace(change.text)

    def _changed(self, lines: list[str], change: Change) -> list[str]:
        if not isinstance(change, types.TextDocumentContentChangePartial):
            return lines_in(change.text)
        edit = clamped(lines, edit_of(change, lines, self.units))
        new = changed(lines, edit)
        return [*lines[: edit.start.line], *new, *lines[edit.end.line + 1 :]]

    def lines(self, path: Path) -> list[str]:
        """The lines of a file as the editor has them, else as it is on the disk."""
        if path in self.sets:
            return self.sets[path].lines
        if path in self.texts:
            return self.texts[path]
        try:
            return lines_in(path.read_text("utf-8", "replace"))
        except OSError:
            return [""]

    # Who cites what

    @property
    def checked(self) -> dict[Path, Checked]:
        """What the last checks of the open sets have read."""
        return {
            path.resolve(): live.checked
            for path, live in self.sets.items()
            if live.checked is not None
        }

    def standing(self, document: Path) -> list[Standing]:
        """The sources of all sets, open or in the workspace, on a document."""
        return list(self.shelf.standing(self._looked_through(document), document, self.checked))

    def _looked_through(self, document: Path) -> Iterator[Path]:
        yield from self.folders
        if not self.folders:
            beside = document.parent
            yield beside.parent if beside.name == "documents" else beside

    def citing(self, document: Path) -> Iterator[Path]:
        """The open sets that have a document."""
        real = document.resolve()
        for path, live in self.sets.items():
            partial = live.checked.file.partial if live.checked is not None else None
            names = partial.documents.values() if partial is not None else ()
            if any(name and (path.parent / name).resolve() == real for name in names):
                yield path
