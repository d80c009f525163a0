"""A new question set for documents: its header filled in, and something to start from.

What is made passes `quiz check` without errors: every passage it quotes was looked up.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.documents.language import UNKNOWN, language_of
from quiz.core.text.safe_text import sanitise
from quiz.errors import QuizError
from quiz.store.library.documents import read_document
from quiz.store.library.found_files import ENDINGS, in_folder
from quiz.store.scaffold.places import folder_for, named_below, real_path, shown_path
from quiz.store.scaffold.questions import skeleton
from quiz.store.sets.header_fields import MARKDOWN
from quiz.store.sets.ids import kebab
from quiz.store.sets.text import read_bytes
from quiz.store.yaml.problems import Problems
from quiz.store.yaml.scalars import new_scalar

_LONGEST_TITLE = 100
_ID = re.compile(rb"^id:[ \t]*[\"']?([A-Za-z0-9._-]+)", re.MULTILINE)
_HEAD_BYTES = 10_000  # of a set, in which its id is looked for
_LANGUAGE_UNKNOWN = "  # could not be told from the documents: write en, nl, pt-BR ..."


@dataclass(frozen=True, slots=True)
class NewSet:
    """A set to be written to `path`: its text, but for the first line that names the schema.

    `asked` questions work as they are, `offered` ones stand there as comments.
    """

    path: Path
    text: str
    asked: int
    offered: int


def new_set(
    documents: Sequence[Path],
    output: Path | None = None,
    set_id: str | None = None,
    title: str | None = None,
) -> NewSet:
    """A set about these documents, to be written to `output`, else beside them; writes nothing.

    Raises QuizError for documents that cannot be read or do not lie below the set's folder, for
    an id that is malformed or taken, and for an output that is no set file.
    """
    files = list(dict.fromkeys(map(real_path, documents)))
    folder = _folder_of(output) if output is not None else folder_for(files)
    named = named_below(files, folder)
    read = {
        key: read_document(shown_path(folder / path), root=folder) for key, path in named.items()
    }
    name = set_id or _name(output, list(read), folder)
    path = output if output is not None else shown_path(folder / f"{name}.yaml")
    found_id = _id(set_id, name, folder, path)
    made = skeleton(read)
    header = _header(found_id, _title(title, read, folder), _language(read), named)
    return NewSet(path, header + made.text, made.asked, made.offered)


def _folder_of(output: Path) -> Path:
    if not output.name.lower().endswith(ENDINGS):
        hint = f"a set's file ends in {' or '.join(ENDINGS)}: {output.name}.yaml"
        raise QuizError("this is no name for a question set", path=str(output), hint=hint)
    folder = real_path(output.parent)
    if not folder.is_dir():
        raise QuizError("there is no such folder", path=str(output.parent), hint="make it first")
    return folder


def _name(output: Path | None, keys: Sequence[str], folder: Path) -> str:
    """What the set is called: as its file, else its only document, else its folder."""
    names = [output.stem] if output is not None else keys if len(keys) == 1 else []
    return next(filter(None, map(kebab, [*names, folder.name])), "set")


def _id(given: str | None, name: str, folder: Path, path: Path) -> str:
    taken = dict(_ids_in(folder, path))
    if given is not None:
        _check_id(given)
        if given in taken:
            message = f"the id {given} is taken by another set"
            raise QuizError(message, path=str(taken[given]), hint="choose another --id")
        return given
    free = (name if number < 2 else f"{name}-{number}" for number in count(1))
    return next(found for found in free if found not in taken)


def _ids_in(folder: Path, path: Path) -> Iterator[tuple[str, Path]]:
    """The ids of the sets in a folder and below, but for the one at `path`."""
    for found in in_folder(folder):
        read = read_bytes(found.path, Problems())
        match = _ID.search(read[0][:_HEAD_BYTES]) if read is not None else None
        if match and os.path.realpath(found.path) != os.path.realpath(path):
            yield match[1].decode(), found.path


def _check_id(given: str) -> None:
    """Raises QuizError in the words of the reader."""
    from quiz.store.sets.fields import Fields
    from quiz.store.sets.question_fields import read_id
    from quiz.store.yaml.nodes import Mapping as MappingNode
    from quiz.store.yaml.tree import read_tree

    problems = Problems()
    tree = read_tree(f"id: {new_scalar(given, flow=False)}\n", problems)
    if isinstance(tree, MappingNode):
        read_id(Fields(tree, ("id",), problems, "the set"), "the set", given)
    for problem in problems:
        raise QuizError(problem.message, hint=problem.hint)


def _title(given: str | None, documents: Mapping[str, Document], folder: Path) -> str:
    if given is not None:
        if not given.strip():
            raise QuizError("the title is empty", hint="leave --title out, or write one")
        return " ".join(sanitise(given).split())
    titles = " · ".join(" ".join(document.title.split()) for document in documents.values())
    if titles and len(titles) <= _LONGEST_TITLE:
        return titles
    name = next(iter(documents)) if len(documents) == 1 else folder.name
    return sanitise(re.sub(r"[-_\s]+", " ", name)).strip().capitalize() or "Questions"


def _language(documents: Mapping[str, Document]) -> str:
    return language_of("\n".join(document.text for document in documents.values()))


def _header(set_id: str, title: str, language: str, named: Mapping[str, str]) -> str:
    lines = [
        f"id: {new_scalar(set_id, flow=False)}",
        f"title: {new_scalar(title, flow=False)}",
        f"language: {language}{_LANGUAGE_UNKNOWN if language == UNKNOWN else ''}",
        f"markup: {MARKDOWN}",
        "documents:",
        *(f"  {key}: {new_scalar(path, flow=False)}" for key, path in named.items()),
    ]
    return "\n".join(lines) + "\n\n"
