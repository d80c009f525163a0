"""Which questions stand on which passage: in one set, and in all sets of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.grounding.source import Source
from quiz.core.grounding.sources import find_source
from quiz.core.text.passages import Passage
from quiz.errors import DocumentError
from quiz.store.checking.checking import Checked, Reader
from quiz.store.checking.grounding import Citation, citations
from quiz.store.library.found_files import Found, in_folder
from quiz.store.sets.reading import SetFile, read_set
from quiz.store.sets.text import Stamp, stamp
from quiz.store.yaml.problems import Place

MAX_SETS = 200
"""So many sets of a folder are looked through."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A source of a set that was found in its document. `left_out`: in `not_asked`."""

    path: Path
    question: str
    source: Source
    document: Document
    passage: Passage
    place: Place
    left_out: bool = False


def standing(path: Path, file: SetFile, documents: Mapping[str, Document]) -> Iterator[Standing]:
    """Every source of a set that is grounded in one of its documents."""
    questions = file.partial.questions if file.partial is not None else ()
    for citation in citations(file, questions):
        found = placed(path, citation, documents)
        if found is not None:
            yield found


def placed(path: Path, citation: Citation, documents: Mapping[str, Document]) -> Standing | None:
    """One source with its passage; None when it is not grounded."""
    document = documents.get(citation.source.document)
    node = citation.exact
    if document is None or node is None:
        return None
    located = find_source(document, citation.source)
    if not located.grounded or located.passage is None:
        return None
    out = citation.path[:1] == ("not_asked",)
    return Standing(
        path, citation.question, citation.source, document, located.passage, node.place, out
    )


class Shelf:
    """All sets of some folders, each read again only when its file has changed."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._files: dict[Path, tuple[Stamp, SetFile]] = {}

    def standing(
        self, folders: Iterable[Path], document: Path, held: Mapping[Path, Checked]
    ) -> Iterator[Standing]:
        """What stands on a document; sets that are `held` by an editor are taken from there."""
        seen: set[Path] = set()
        for found in self._found(folders, held):
            real = found.path.resolve()
            if real in seen or len(seen) >= MAX_SETS:
                continue
            seen.add(real)
            checked = held.get(real)
            file = checked.file if checked is not None else self._file(found.path)
            if file is not None:
                yield from self._of_set(found, file, document.resolve())

    def _found(self, folders: Iterable[Path], held: Mapping[Path, Checked]) -> Iterator[Found]:
        for path in held:
            yield Found(path, path.parent)
        for folder in folders:
            yield from in_folder(folder)

    def _file(self, path: Path) -> SetFile | None:
        try:
            now = stamp(path)
        except OSError:
            return None
        kept = self._files.get(path)
        if kept is None or kept[0] != now:
            kept = self._files[path] = (now, read_set(path))
        return kept[1]

    def _of_set(self, found: Found, file: SetFile, document: Path) -> Iterator[Standing]:
        declared = file.partial.documents if file.partial is not None else {}
        language = file.partial.language if file.partial is not None else ""
        own = [k for k, name in declared.items() if name and _same(found.path, name, document)]
        documents: dict[str, Document] = {}
        for key in own:
            path = found.path.parent / declared[key]
            try:
                documents[key] = self._reader(path, root=found.root, name=key, language=language)
            except DocumentError:
                continue
        if documents:
            yield from standing(found.path, file, documents)


def _same(path: Path, name: str, document: Path) -> bool:
    try:
        return (path.parent / name).resolve() == document
    except (OSError, ValueError, RuntimeError):
        return False
