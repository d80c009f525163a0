"""Which sets a learner means: by id or title in the library, or by path."""

from __future__ import annotations

import os
from collections.abc import Sequence

from quiz.store.files.home import places
from quiz.store.library.found_files import ENDINGS
from quiz.store.library.library import Entry, Library


def paths_in(names: Sequence[str]) -> list[str]:
    """Those of the names that are meant as files or folders.

    A bare word that exists as one is, unless a set of the library has it as its id.
    """
    looks = [_looks_like_path(name) for name in names]
    doubtful = [n for n, path in zip(names, looks, strict=True) if not path and os.path.lexists(n)]
    ids: set[str] = set()
    if doubtful:
        with Library.open(places=places(os.environ)) as library:
            ids = {entry.id for entry in library.sets}
    return [
        name
        for name, path in zip(names, looks, strict=True)
        if path or (name in doubtful and name not in ids)
    ]


def entries_named(library: Library, names: Sequence[str], paths: Sequence[str]) -> list[Entry]:
    """The sets that the names mean, each once; names beside paths choose among the paths' sets.

    Raises QuizError for a name that means none.
    """
    found: list[Entry] = []
    for name in [name for name in names if name not in paths] or paths:
        found += [entry for entry in library.find(name) if entry not in found]
    return found


def _looks_like_path(name: str) -> bool:
    separators = [mark for mark in (os.sep, os.altsep) if mark]
    return any(mark in name for mark in separators) or name.lower().endswith(ENDINGS)
