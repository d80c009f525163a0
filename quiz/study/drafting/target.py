"""The set that drafts are written into: the one that has the document, or a new one beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.grounding.sources import find_source
from quiz.core.questions.question import Question
from quiz.core.text.passages import Passage
from quiz.errors import QuizError
from quiz.store.banks.appending import with_left_out, with_question, write
from quiz.store.checking.grounding import citations
from quiz.store.library.documents import read_document
from quiz.store.library.found_files import in_folder
from quiz.store.revisions.repair import renew_lock
from quiz.store.scaffold.header import free_id, header_text, language_for, set_name, title_for
from quiz.store.scaffold.places import folder_for, named_below, real_path, shown_path
from quiz.store.sets.reading import SetFile, read_set, read_text


@dataclass
class Target:
    """A set file, the document by the set's own `name` for it, and the header of a new set."""

    path: Path
    name: str
    document: Document
    language: str
    header: str = ""

    @property
    def file(self) -> SetFile:
        """The set as it stands there now; of a new one its header."""
        return read_set(self.path) if self.path.exists() else read_text(self.path, self.header)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The sound questions that are there."""
        partial = self.file.partial
        return partial.questions if partial is not None else ()

    @property
    def ids(self) -> set[str]:
        """The ids that are taken."""
        return set(self.file.nodes)

    def asked(self) -> list[Passage]:
        """The passages that are asked, or left out on purpose."""
        return list(self._asked())

    def _asked(self) -> Iterator[Passage]:
        file = self.file
        questions = file.partial.questions if file.partial is not None else ()
        for citation in citations(file, questions):
            if citation.source.document == self.name:
                located = find_source(self.document, citation.source)
                if located.grounded and located.passage is not None:
                    out = citation.path[:1] == ("not_asked",)
                    yield self.document.whole(located.passage) if out else located.passage

    def add(self, question: Question) -> int:
        """Write a question behind the others; its line. Raises SetError."""
        file, there = self.file, self.path.exists()
        write(self.path, file.text if there else "", with_question(file, question))
        self._lock()
        return self.file.nodes[question.id].place.line

    def leave_out(self, question: Question, reason: str) -> None:
        """Write the passages of a question into `not_asked`; raises SetError."""
        for source in question.sources:
            file = self.file
            if not self.path.exists():
                raise QuizError("accept a question first: there is no set yet")
            write(self.path, file.text, with_left_out(file, source, reason))
        self._lock()

    def undo(self, text: str) -> None:
        """Put the set back as it was; raises SetError."""
        write(self.path, self.file.text, text)
        self._lock()

    def _lock(self) -> None:
        renew_lock(self.path, self.path.parent, {})


def target_for(document: Path, set_path: Path | None = None) -> Target:
    """Where drafts of a document go; raises QuizError."""
    real = real_path(document)
    for path in [set_path] if set_path is not None else _sets_near(real):
        found = _declared(path, real)
        if found is not None:
            return found
    if set_path is not None and set_path.exists():
        hint = "name it under `documents` first"
        raise QuizError(f"the set does not have {document.name}", path=str(set_path), hint=hint)
    return _new(real, set_path)


def _sets_near(document: Path) -> list[Path]:
    folder = document.parent
    beside = folder.parent if folder.name == "documents" else folder
    return [found.path for found in in_folder(beside)]


def _declared(path: Path, document: Path) -> Target | None:
    """The set at a path, if it has the document."""
    if not path.exists():
        return None
    partial = read_set(path).partial
    for name, relative in partial.documents.items() if partial is not None else ():
        if relative and (path.parent / relative).resolve() == document:
            language = partial.language if partial is not None else ""
            there = path.parent / relative
            read = read_document(there, root=path.parent, name=name, language=language)
            return Target(path, name, read, language)
    return None


def _new(file: Path, path: Path | None) -> Target:
    folder = path.parent.resolve() if path is not None else folder_for([file])
    named = named_below([file], folder)
    name, relative = next(iter(named.items()))
    read = {name: read_document(shown_path(folder / relative), root=folder, name=name)}
    called = set_name(path, [name], folder)
    where = path if path is not None else shown_path(folder / f"{called}.yaml")
    language = language_for(read)
    there = shown_path(folder / relative)
    document = read_document(there, root=folder, name=name, language=language)
    found_id = free_id(None, called, folder, where)
    title = title_for(None, read, folder)
    header = header_text(found_id, title, language, named, markup=True)
    return Target(where, name, document, language, header)
