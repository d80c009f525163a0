"""A new question set for documents: its header filled in, and something to start from.

What is made passes `quiz check` without errors: every passage it quotes was looked up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

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
from quiz.store.scaffold.questions import skeleton


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
    folder = output_folder(output) if output is not None else folder_for(files)
    named = named_below(files, folder)
    read = {
        key: read_document(shown_path(folder / path), root=folder) for key, path in named.items()
    }
    name = set_id or set_name(output, list(read), folder)
    path = output if output is not None else shown_path(folder / f"{name}.yaml")
    found_id = free_id(set_id, name, folder, path)
    made = skeleton(read)
    said = title_for(title, read, folder)
    header = header_text(found_id, said, language_for(read), named, markup=True)
    return NewSet(path, header + made.text, made.asked, made.offered)
