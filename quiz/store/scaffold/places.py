"""Where a new set goes, what it calls its documents, and which schema it points at."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from quiz.core.text.safe_text import sanitise
from quiz.errors import QuizError
from quiz.store.library.found_files import MAX_DEPTH
from quiz.store.sets.ids import kebab

_DOCUMENTS = "documents"  # folders of this name are not searched for sets


def real_path(path: Path) -> Path:
    """The path behind all links; raises QuizError for a loop of links."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        raise QuizError("this path leads nowhere", path=str(path)) from None


def shown_path(path: Path) -> Path:
    """Seen from the current folder, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def folder_for(files: Sequence[Path]) -> Path:
    """The folder for a set about these files (absolute paths): beside them or their `documents`.

    Raises QuizError when they have no folder in common that is anybody's own.
    """
    try:
        common = Path(os.path.commonpath([file.parent for file in files]))
    except ValueError:
        common = Path(files[0].anchor)
    if len(files) > 1 and common == Path(common.anchor):
        hint = "put them below one folder, the set's own, and try again"
        raise QuizError("these documents lie in different places", hint=hint)
    here = Path.cwd()
    above = [common, *(p for p in common.parents if p.is_relative_to(here) and p != here)]
    inside = [folder for folder in above if folder.name == _DOCUMENTS]
    return inside[-1].parent if inside else common


def named_below(files: Sequence[Path], folder: Path) -> Mapping[str, str]:
    """The files by the names the set gives them, as paths from its folder.

    Raises QuizError for a file that does not lie below the folder, or whose name a set cannot
    hold.
    """
    found: dict[str, str] = {}
    for file in files:
        if not file.is_relative_to(folder):
            raise _outside(file, folder)
        path = file.relative_to(folder).as_posix()
        if sanitise(path).strip() != path:
            hint = "rename the file: no control characters, no space at either end"
            raise QuizError("a set cannot name this document", path=str(file), hint=hint)
        found[_unused(kebab(file.stem) or "document", found)] = path
    return found


def _outside(file: Path, folder: Path) -> QuizError:
    copy = shown_path(folder / _DOCUMENTS / file.name)
    return QuizError(
        f"the document does not lie below the folder of the set, {folder}",
        path=str(shown_path(file)),
        hint=f"copy it to {copy}, or leave --output out: the set then goes to "
        f"{shown_path(folder_for([file]))}",
    )


def _unused(name: str, taken: Mapping[str, str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def schema_for(set_path: Path, name: str) -> tuple[Path, str]:
    """The schema file for a set, and how the set's first line names it.

    The nearest file of that name in the set's folder or above it; else one beside the set, which
    does not exist yet.
    """
    folder = real_path(set_path.parent)
    for above, place in enumerate([folder, *folder.parents][: MAX_DEPTH + 1]):
        if (place / name).is_file():
            return place / name, "../" * above + name
    return folder / name, name
