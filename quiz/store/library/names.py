"""Which set a user means by a word."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from quiz.errors import QuizError
from quiz.store.files.shown import nearest, shown
from quiz.store.library.entry import Entry


def find_entries(entries: Sequence[Entry], name: str) -> list[Entry]:
    """The sets that `name` means: the first of these that gives any.

    The id; a file or a folder that exists; the file's or its folder's name; the start of an id
    or a title. Raises QuizError with the nearest name when there is none.
    """
    word = name.strip()
    for means in (_id(word), _path(word), _file_name(word), _start(word)):
        found = [entry for entry in entries if word and means(entry)]
        if found:
            return found
    near = nearest(word, [entry.id for entry in entries])
    hint = f"did you mean {near!r}?" if near else "`quiz list` shows all sets"
    raise QuizError(f"there is no question set {shown(name)}", hint=hint)


def _id(word: str) -> Callable[[Entry], bool]:
    return lambda entry: entry.id == word


def _path(word: str) -> Callable[[Entry], bool]:
    if "\0" in word or not os.path.lexists(word):
        return lambda entry: False
    real = os.path.realpath(word)
    return lambda entry: Path(os.path.realpath(entry.path)).is_relative_to(real)


def _file_name(word: str) -> Callable[[Entry], bool]:
    return lambda entry: word in (entry.path.name, entry.path.stem, entry.path.parent.name)


def _start(word: str) -> Callable[[Entry], bool]:
    folded = word.casefold()
    return lambda entry: (
        entry.id.casefold().startswith(folded) or (entry.title.casefold().startswith(folded))
    )
