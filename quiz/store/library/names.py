"""Which set a user means by a word."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from quiz.core.text.safe_text import sanitise
from quiz.errors import QuizError
from quiz.store.files.shown import nearest, shown
from quiz.store.library.entry import Entry
from quiz.store.library.found_files import ENDINGS

MAX_NAME = 200
"""Characters of a name or title that are looked at."""


def find_entries(entries: Sequence[Entry], name: str) -> list[Entry]:
    """The sets that `name` means: the first of these that gives any.

    The id; a file or a folder that exists; the file's or its folder's name; the start of an id
    or a title; words of the title or id, or how they begin. Raises QuizError with the nearest
    name when there is none.
    """
    word = name.strip()
    simple = (_id(word), _path(word), _file_name(word), _start(word))
    for means in chain(simple, _words(word)):
        found = [entry for entry in entries if word and means(entry)]
        if found:
            return found
    raise QuizError(f"there is no question set {shown(name)}", hint=_hint(entries, word))


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


def _words(word: str) -> Iterator[Callable[[Entry], bool]]:
    """All typed words stand in the title or the id; then: each begins one that does."""
    from quiz.core.text.normal_form import fold  # only where nothing simpler has helped

    typed = _parts(fold(word[:MAX_NAME]))
    if typed:
        yield lambda entry: set(typed) <= set(_parts(fold(_named(entry))))
        yield lambda entry: all(_begins(part, _parts(fold(_named(entry)))) for part in typed)


def _named(entry: Entry) -> str:
    return f"{entry.title} {entry.id}"


def _parts(text: str) -> list[str]:
    """The words of a text: what is between signs and spaces."""
    return "".join(c if c.isalnum() else " " for c in text).split()


def _begins(part: str, words: Sequence[str]) -> bool:
    return any(word.startswith(part) for word in words)


def _file_here(word: str) -> str:
    """What to type for a file of this name in the current folder; '' where there is none."""
    for ending in ENDINGS if word.isprintable() and len(word) <= MAX_NAME else ():
        if os.path.lexists(f"{word}{ending}"):
            return f"a file of the folder you are in is named with its ending: {word}{ending}"
    return ""


def _hint(entries: Sequence[Entry], word: str) -> str:
    """The set that is nearest by its id, its title or a word of them, by the id to type."""
    if here := _file_here(word):
        return here
    known: dict[str, str] = {}
    for entry in entries:
        for text in (entry.id, entry.title, *_parts(_named(entry))):
            known.setdefault(text.lower()[:MAX_NAME], entry.id)
    near = known.get(nearest(word, known) or "")
    if near is None:
        return "`quiz list` shows all sets"
    title = next(entry.title for entry in entries if entry.id == near)
    also = "" if title in (near, "") else f" ({sanitise(' '.join(title.split()))[:MAX_NAME]})"
    return f"did you mean {near!r}?{also}"
