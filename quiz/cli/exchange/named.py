"""The one set that a command is about."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.cli.common.chosen import entries_named, paths_in
from quiz.cli.common.output import complain
from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.library.entry import Entry
from quiz.store.library.library import Library


@contextmanager
def named_set(name: str, *, drafts: bool = False) -> Iterator[tuple[Library, Entry]]:
    """The set with this id, title or path, and the library it is in, with its drafts or without.

    Raises QuizError for none, for several, and for one that cannot be read.
    """
    paths = paths_in([name])
    given, where = [Path(path) for path in paths] or None, places(os.environ)
    with Library.open(given, places=where, drafts=drafts) as library:
        yield library, _sound(_only(entries_named(library, [name], paths), name))


def has_none(entry: Entry, verb: str) -> QuizError:
    """That nothing of a set can be printed or exported, and what would help."""
    hint = f"--drafts {verb}s what nothing proves yet" if entry.drafts else ""
    return QuizError(f"there is nothing to {verb}", path=str(entry.path), hint=hint)


def _only(found: list[Entry], name: str) -> Entry:
    if len(found) != 1:
        listed = ", ".join(entry.id for entry in found[:10])
        raise QuizError(f"{name} means {len(found)} sets", hint=f"name one of them: {listed}")
    return found[0]


def _sound(entry: Entry) -> Entry:
    for problem in entry.problems[1:4]:
        complain(problem)
    if entry.problems:
        raise entry.problems[0]
    return entry
