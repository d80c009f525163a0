"""Read documents in screens, or print them with a gutter."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.cli.common.chosen import paths_in
from quiz.cli.common.output import complain, width
from quiz.errors import QuizError
from quiz.store.library.documents import SUFFIXES
from quiz.store.library.found_files import ENDINGS
from quiz.study.reading.finding_documents import documents_named, lone_document

if TYPE_CHECKING:
    from quiz.core.documents.document import Document
    from quiz.study.common.workspace import Workspace


def paths_for(name: str) -> list[str]:
    """The sets to open, as paths: a set's own; those beside a document; none for the usual ones."""
    path = Path(name)
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return paths_in([name])
    if _is_usual(path):
        return []
    folders = (path.resolve().parent, path.resolve().parent.parent)
    return [str(folder) for folder in folders if _holds_sets(folder)][:1]


def read_in_screens(workspace: Workspace, name: str, problems: Sequence[QuizError]) -> int:
    """Open the reader; leaving it ends the program."""
    from quiz.tui.app import run
    from quiz.tui.screens.reader.screen import ReaderScreen

    pages = [partial(_same, document) for document in _documents(workspace, name)]
    return run(
        workspace,
        first=lambda _: ReaderScreen(pages, workspace=workspace),
        problems=tuple(problems),
    )


def print_documents(workspace: Workspace, name: str, problems: Sequence[QuizError]) -> int:
    """Print each document, lettered, then what the letters mean."""
    from quiz.cli.common.painting import paint, painted
    from quiz.formats.findings_text import plain
    from quiz.formats.reading_text import LEGEND, reading_text
    from quiz.plain.signs import in_letters
    from quiz.study.reading.reading import read

    for problem in problems:
        complain(problem)
    colours = paint if painted() else plain
    for document in _documents(workspace, name):
        reading = read(workspace, document)
        lines = reading_text(
            document, reading.marked, reading.counts, width=min(width(), 100), paint=colours
        )
        for line in lines:
            print(in_letters(line))
        print()
    print(LEGEND)
    return 0


def _documents(workspace: Workspace, name: str) -> list[Document]:
    try:
        found = documents_named(workspace.library, name)
    except QuizError:
        lone = lone_document(name, workspace.library.cache_folder)
        if lone is None:
            raise
        return [lone]
    return [workspace.library.document(one.set_id, one.key) for one in found]


def _same(document: Document) -> Document:
    return document


def _is_usual(path: Path) -> bool:
    """Whether a set in the usual places is about this file."""
    from quiz.store.files.home import places
    from quiz.store.library.library import Library

    real = os.path.realpath(path)
    with Library.open(places=places(os.environ)) as library:
        return any(
            os.path.realpath(entry.path.parent / file) == real
            for entry in library.sets
            for file in entry.documents.values()
        )


def _holds_sets(folder: Path) -> bool:
    return any(path.suffix.lower() in ENDINGS for path in folder.iterdir())
