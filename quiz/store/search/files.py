"""The files that a search looks into, and what is read from each to be indexed."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quiz.core.documents.search_terms import folded_words
from quiz.core.documents.units import units
from quiz.core.questions.question import Field, Question
from quiz.errors import QuizError
from quiz.store.checking.cache import digest
from quiz.store.library.cache import READER, UNSETTLED_NS, ParseCache
from quiz.store.library.entry import Entry
from quiz.store.library.found_files import lies_below
from quiz.store.sets.text import Stamp, read_bytes, stamp
from quiz.store.yaml.problems import Problems

INDEXER = f"2 {READER}"
"""Raise the number whenever other texts are indexed, or the same in another way."""

BATCH = 200
"""Questions that are read in one go: a screen stays awake between two batches."""


class Indexed(NamedTuple):
    """A set, or one of its documents: then `document` is the set's key for it.

    `name` is the same for all ways to one file.
    """

    name: str
    path: Path
    root: Path
    set_id: str
    document: str = ""


class Progress(NamedTuple):
    """How many of the files that have to be indexed are done."""

    done: int
    total: int


class Fresh(NamedTuple):
    """A file just read: rows of a set are id and columns, those of a document as in its table."""

    stamp: Stamp
    settled: bool
    digest: str
    title: str = ""
    questions: tuple[tuple[str, ...], ...] = ()
    units: tuple[tuple[int, int, str, str, str], ...] = ()


def indexed_files(entries: Iterable[Entry]) -> Iterator[Indexed]:
    """The sound sets and their documents; a document of several sets belongs to the first.

    One that lies outside the folder it may be read from is left out, even when it is known from a
    set that may.
    """
    seen: set[str] = set()
    for entry in entries:
        if not entry.ok:
            continue
        yield Indexed(_name(entry.path), entry.path, entry.root, entry.id)
        for key, relative in entry.documents.items():
            path = entry.path.parent / relative
            name = _name(path)
            if name not in seen and lies_below(path, entry.root):
                seen.add(name)
                yield Indexed(name, path, entry.root, entry.id, key)


def unchanged(file: Indexed, known: Stamp, settled: bool, known_digest: str) -> bool:
    """Whether a file still is what it was when it was indexed."""
    try:
        now = stamp(file.path)
    except OSError:
        return False
    if now.size != known.size:
        return False
    if now.mtime_ns == known.mtime_ns and settled:
        return True
    read = read_bytes(file.path, Problems())
    return read is not None and digest(read[0]) == known_digest


def read_fresh(file: Indexed, cache: Path) -> Generator[None, None, Fresh | None]:
    """What is to be indexed of a file; None when it cannot be read. Yields between batches."""
    try:
        read = read_bytes(file.path, Problems())
        if read is None:
            return None
        content, seen = read
        if file.document:
            found = _document(file, cache, seen)
        else:
            found = yield from _questions(file, cache, seen)
        if stamp(file.path) != seen:  # changed while it was read: to be read again next time
            return found._replace(settled=False)
    except (OSError, QuizError):
        return None
    settled = time.time_ns() - seen.mtime_ns > UNSETTLED_NS
    return found._replace(settled=settled, digest=digest(content))


def _questions(file: Indexed, folder: Path, seen: Stamp) -> Generator[None, None, Fresh]:
    from quiz.store.library.contents import open_contents

    rows: list[tuple[str, ...]] = []
    cache = ParseCache(folder)
    try:
        contents = open_contents(file.path, cache)
        ids = [row.id for row in contents.index()]
        for at in range(0, len(ids), BATCH):
            batch = ids[at : at + BATCH]
            found = contents.questions(batch)
            rows += [(id_, *_columns(found[id_])) for id_ in batch if id_ in found]
            yield
    finally:
        cache.close()
    return Fresh(seen, False, "", "", tuple(rows))


def _columns(question: Question) -> list[str]:
    texts: dict[Field, list[str]] = {part: [] for part in Field}
    for part, text in question.texts():
        texts[part].append(text)
    return [folded_words("\n".join(found)) for found in texts.values()]


def _document(file: Indexed, cache: Path, seen: Stamp) -> Fresh:
    from quiz.store.library.documents import read_document

    document = read_document(file.path, root=file.root, name=file.document, cache=cache)
    rows = []
    for unit in units(document):
        section = json.dumps(document.section_path(unit.start), ensure_ascii=False)
        cuts = json.dumps([
            (s.start, s.end, document.line_of(s.start), document.page_of(s)) for s in unit.sentences
        ])  # fmt: skip
        text = document.text[unit.start : unit.end]
        rows.append((unit.start, document.line_of(unit.start), section, text, cuts))
    return Fresh(seen, False, "", document.cited_title, (), tuple(rows))


def _name(path: Path) -> str:
    return os.fsencode(os.path.realpath(path)).decode("utf-8", "backslashreplace")
