"""Which document a reader means by a word."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quiz.core.documents.document import Document
from quiz.errors import QuizError
from quiz.store.files.shown import nearest, shown
from quiz.store.library.documents import SUFFIXES, read_document
from quiz.store.library.library import Library


class Citable(NamedTuple):
    """A document of a sound set: the set's id and its key there, and its file."""

    set_id: str
    key: str
    path: str


def documents_named(library: Library, name: str) -> tuple[Citable, ...]:
    """The documents that a name means: the first of these that gives any, each file once.

    A file that exists; a key; a file's name with or without its ending; the start of a title;
    a set, for all of its documents. Raises QuizError with the nearest name when there is none.
    """
    word = name.strip()
    known = list(_all(library))
    for means in (_file(word), _key(word), _file_name(word), _title(library, word)):
        found = _once(one for one in known if word and means(one))
        if found:
            return found
    return _of_set(library, known, word)


def lone_document(name: str, cache: Path | None = None) -> Document | None:
    """A document file that no set is about, if the name is the path of one. Raises QuizError.

    `cache` is a folder where its page may be kept.
    """
    path = Path(name)
    if path.suffix.lower() not in SUFFIXES or not os.path.lexists(path):
        return None
    return read_document(path, root=path.resolve().parent, cache=cache)


def _all(library: Library) -> Iterator[Citable]:
    for entry in library.sets:
        for key, file in entry.documents.items() if entry.ok else ():
            yield Citable(entry.id, key, os.path.realpath(entry.path.parent / file))


def _once(found: Iterator[Citable]) -> tuple[Citable, ...]:
    files: dict[str, Citable] = {}
    for one in found:
        files.setdefault(one.path, one)
    return tuple(files.values())


def _file(word: str) -> Callable[[Citable], bool]:
    if "\0" in word or not Path(word).is_file():
        return lambda one: False
    real = os.path.realpath(word)
    return lambda one: one.path == real


def _key(word: str) -> Callable[[Citable], bool]:
    return lambda one: one.key == word


def _file_name(word: str) -> Callable[[Citable], bool]:
    return lambda one: word in (Path(one.path).name, Path(one.path).stem)


def _title(library: Library, word: str) -> Callable[[Citable], bool]:
    folded = word.casefold()
    return lambda one: _title_of(library, one).casefold().startswith(folded)


def _title_of(library: Library, one: Citable) -> str:
    try:
        return library.document(one.set_id, one.key).title
    except QuizError:
        return ""


def _of_set(library: Library, known: Sequence[Citable], word: str) -> tuple[Citable, ...]:
    try:
        ids = {entry.id for entry in library.find(word)}
    except QuizError:
        ids = set()
    found = _once(one for one in known if one.set_id in ids)
    if found:
        return found
    names = {name: None for one in known for name in (one.key, Path(one.path).stem)}
    names |= {entry.id: None for entry in library.sets if entry.ok}
    near = nearest(word, names)
    some = ", ".join(list(dict.fromkeys(one.key for one in known))[:8])
    hint = f"did you mean {near!r}?" if near else f"there are: {some}" if some else None
    raise QuizError(f"there is no document {shown(word)}", hint=hint)
