"""Files in memory, read as sets before anything of them is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from quiz.core.questions.question_set import QuestionSet
from quiz.errors import QuizError
from quiz.store.library.documents import read_document
from quiz.store.library.found_files import ENDINGS
from quiz.store.sets.reading import read_set


def unpacked_sets(files: Mapping[str, bytes], origin: str) -> dict[str, QuestionSet]:
    """The sets among the files, by name, with all their documents at hand.

    Raises QuizError for one that cannot be read, as `ORIGIN/NAME:line:column`.
    """
    with tempfile.TemporaryDirectory(prefix="citequiz-") as folder:
        write_files(Path(folder), files)
        names = [name for name in files if name.lower().endswith(ENDINGS)]
        try:
            found = {name: _set(Path(folder), name) for name in names}
        except QuizError as error:
            raise _moved(error, folder, origin) from None
    if not found:
        raise QuizError("there is no question set in it", path=origin)
    return found


def _set(folder: Path, name: str) -> QuestionSet:
    read = read_set(folder / name)
    if read.set is None:
        raise read.problems[0]
    for key, document in read.set.documents.items():
        read_document(read.path.parent / document, root=folder, name=key)
    return read.set._replace(path="")


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder; their names are known to be safe. Raises OSError."""
    for name, content in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _moved(error: QuizError, folder: str, origin: str) -> QuizError:
    path = (error.path or "").replace(folder, origin)
    return QuizError(
        error.message, path=path, line=error.line, column=error.column, hint=error.hint
    )
