"""Where imported questions go: the set's file, its header, the documents that may prove them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.documents.language import UNKNOWN, language_of
from quiz.core.proposals.proposing import Proposer
from quiz.core.proposals.quoted import with_quoted
from quiz.core.questions.question import Question
from quiz.store.library.documents import read_document
from quiz.store.scaffold.header import (
    free_id,
    header_text,
    language_for,
    output_folder,
    set_name,
    title_for,
)
from quiz.store.scaffold.places import folder_for, named_below, real_path, shown_path
from quiz.store.sets.ids import kebab
from quiz.store.sets.reading import SetFile


@dataclass(frozen=True)
class Target:
    """A set to be written. `named` are the documents given, by key, as paths from its folder."""

    path: Path
    folder: Path
    id: str
    title: str
    language: str
    named: Mapping[str, str]
    documents: Mapping[str, Document]

    def header(self) -> str:
        """What a new set says before its questions."""
        return header_text(self.id, self.title, self.language, self.named)

    def undeclared(self, old: SetFile) -> dict[str, str]:
        """The documents given that a set does not declare yet."""
        declared = set(old.partial.documents.values()) if old.partial else set()
        return {key: path for key, path in self.named.items() if path not in declared}

    def beside(self, old: SetFile | None) -> Target:
        """The same, with the id of the set that is there, and its names for its documents."""
        if old is None or old.partial is None:
            return self
        theirs = {path: key for key, path in old.partial.documents.items()}
        taken = set(theirs.values())
        named: dict[str, str] = {}
        documents: dict[str, Document] = {}
        for key, path in self.named.items():
            name = theirs.get(path) or _free(key, taken)
            taken.add(name)
            named[name], documents[name] = path, self.documents[key]
        return replace(self, id=old.partial.id, named=named, documents=documents)

    def proposed(self, question: Question) -> Question:
        """The question as a draft, with the passages it quotes, else the likest to prove it."""
        quoted = with_quoted(question, self.documents) if self.documents else question
        if quoted.sources:
            return quoted.replaced(draft=True)
        question = quoted
        best = self.proposer.proposals(question, 1) if self.documents else ()
        return question.replaced(draft=True, sources=best)

    @cached_property
    def proposer(self) -> Proposer:
        """What looks through the documents."""
        return Proposer(self.documents)


def target_of(
    files: Sequence[Path],
    documents: Sequence[Path],
    output: Path | None,
    set_id: str | None,
    title: str | None,
    words: str = "",
) -> Target:
    """Where the questions of these banks go: to `output`, else beside documents or first bank.

    `words` are some of the questions', by which their language is told.
    """
    paths = list(dict.fromkeys(map(real_path, documents)))
    if output is not None:
        folder = output_folder(output)
    else:
        folder = folder_for(paths) if paths else real_path(files[0].parent)
    named = named_below(paths, folder)
    read = {key: read_document(shown_path(folder / p), root=folder) for key, p in named.items()}
    name = set_id or (output.stem if output is not None else "") or files[0].stem
    name = kebab(name) or set_name(output, list(read), folder)
    path = output if output is not None else shown_path(folder / f"{name}.yaml")
    found = name if os.path.lexists(path) and not set_id else free_id(set_id, name, folder, path)
    heading = title_for(title or _titled(files[0]), {}, folder)
    language = language_of(words)
    language = language_for(read) if language == UNKNOWN else language
    return Target(path, folder, found, heading, language, named, read)


def _titled(file: Path) -> str:
    return file.stem.replace("_", " ").replace("-", " ").strip().capitalize() or "Questions"


def _free(key: str, taken: set[str]) -> str:
    number, found = 1, key
    while found in taken:
        number += 1
        found = f"{key}-{number}"
    return found
