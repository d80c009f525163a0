"""What a new set says before its questions: id, title, language, documents."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.documents.language import UNKNOWN, language_of
from quiz.core.text.safe_text import sanitise
from quiz.errors import QuizError
from quiz.store.library.found_files import ENDINGS, in_folder
from quiz.store.scaffold.places import real_path
from quiz.store.sets.fields import visible
from quiz.store.sets.header_fields import MARKDOWN
from quiz.store.sets.ids import kebab
from quiz.store.sets.text import read_bytes
from quiz.store.yaml.problems import Problems
from quiz.store.yaml.scalars import new_scalar

_LONGEST_TITLE = 100
_ID = re.compile(rb"^id:[ \t]*[\"']?([A-Za-z0-9._-]+)", re.MULTILINE)
_HEAD_BYTES = 10_000  # of a set, in which its id is looked for
_LANGUAGE_UNKNOWN = "  # could not be told: write en, nl, pt-BR ..."


def output_folder(output: Path) -> Path:
    """The folder of a set that is to be written there; raises QuizError where none can be."""
    if not output.name.lower().endswith(ENDINGS):
        hint = f"a set's file ends in {' or '.join(ENDINGS)}: {output.name}.yaml"
        raise QuizError("this is no name for a question set", path=str(output), hint=hint)
    folder = real_path(output.parent)
    if not folder.is_dir():
        raise QuizError("there is no such folder", path=str(output.parent), hint="make it first")
    return folder


def set_name(output: Path | None, keys: Sequence[str], folder: Path) -> str:
    """What the set is called: as its file, else its only document, else its folder."""
    names = [output.stem] if output is not None else keys if len(keys) == 1 else []
    return next(filter(None, map(kebab, [*names, folder.name])), "set")


def free_id(given: str | None, name: str, folder: Path, path: Path) -> str:
    """The id given, else one of the name that no set below the folder has; raises QuizError."""
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


def title_for(given: str | None, documents: Mapping[str, Document], folder: Path) -> str:
    """The title given, else those of the documents, else the folder's name; raises QuizError."""
    if given is not None:
        if not given.strip():
            raise QuizError("the title is empty", hint="leave --title out, or write one")
        return " ".join(sanitise(given).split())
    titles = " · ".join(" ".join(document.title.split()) for document in documents.values())
    if visible(titles) and len(titles) <= _LONGEST_TITLE:
        return titles
    name = next(iter(documents)) if len(documents) == 1 else folder.name
    return sanitise(re.sub(r"[-_\s]+", " ", name)).strip().capitalize() or "Questions"


def language_for(documents: Mapping[str, Document]) -> str:
    """The language of the documents, as a tag."""
    return language_of("\n".join(document.text for document in documents.values()))


def header_text(
    set_id: str, title: str, language: str, named: Mapping[str, str], *, markup: bool = False
) -> str:
    """The first keys of a set, with an empty line behind them; with `markup` it holds Markdown."""
    lines = [
        f"id: {new_scalar(set_id, flow=False)}",
        f"title: {new_scalar(title, flow=False)}",
        f"language: {language}{_LANGUAGE_UNKNOWN if language == UNKNOWN else ''}",
        *([f"markup: {MARKDOWN}"] if markup else []),
        *(["documents:"] if named else []),
        *(f"  {key}: {new_scalar(path, flow=False)}" for key, path in named.items()),
    ]
    return "\n".join(lines) + "\n\n"
