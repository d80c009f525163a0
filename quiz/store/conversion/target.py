"""Where the document made from a file goes, and what may stand there already."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from quiz.errors import DocumentError, QuizError
from quiz.store.conversion.origin import Made, Origin, made_from
from quiz.store.files.regular_file import UnfitFileError, read_regular

MAX_ORIGINAL = 300 * 1024 * 1024
"""The largest file that is converted."""

_MAX_DOCUMENT = 64 * 1024 * 1024
_FOLDER = "documents"
_ENDING = ".md"


class Standing(Enum):
    """What is to be done about a target."""

    NEW = "new"
    NEWER = "newer"
    SAME = "same"
    EDITED = "edited"  # by hand, and the original is newer
    FOREIGN = "foreign"  # not made from this file


class Target(NamedTuple):
    """Where a document goes, and how what stands there relates to the file."""

    path: Path
    standing: Standing


def original(path: Path) -> bytes:
    """The content of a file to convert. Raises DocumentError."""
    try:
        real = path.resolve()
        folder = path.parent.resolve()
        if path.is_symlink() and not real.is_relative_to(folder):
            hint = f"name the file itself: {real}"
            raise _trouble(path, "this link leads out of its folder", hint)
        if path.is_dir():
            raise _trouble(path, "this is a folder", f"name the files in it: {path}/*")
        return read_regular(path, MAX_ORIGINAL)[0]
    except UnfitFileError as error:
        raise _trouble(path, f"the file {error}") from None
    except FileNotFoundError:
        raise _trouble(path, "there is no such file", _near(path)) from None
    except DocumentError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its path leads nowhere"
        raise _trouble(path, f"the file cannot be read: {reason}".lower()) from None


def target_for(path: Path, output: Path | None, origin: Origin) -> Target:
    """Where the document made from the file at `path` goes: `output`, or beside it in `documents`.

    A name that another file's document has gets the file's ending: `policy-docx.md`. Raises
    QuizError where nothing may be written.
    """
    if output is not None:
        names = [output / f"{path.stem}{_ENDING}" if is_folder(output) else output]
    else:
        parent = path.parent if path.parent.name == _FOLDER else path.parent / _FOLDER
        ending = path.suffix.lstrip(".").lower() or "text"
        stems = (path.stem, f"{path.stem}-{ending}")
        if path.suffix.lower() == _ENDING:  # a web page, or in another encoding
            stems = (path.stem, f"{path.stem}-converted")
        names = [parent / f"{stem}{_ENDING}" for stem in stems]
        names = [name for name in names if name != path]
    found = Target(names[0], Standing.NEW)
    for name in names:
        _check_place(name, path)
        found = Target(name, _standing(name, origin))
        if found.standing is not Standing.FOREIGN:
            return found
    return found if output is not None else Target(names[0], Standing.FOREIGN)


def is_folder(output: Path) -> bool:
    """Whether an output is meant as a folder: there is one, or it has no ending."""
    return output.is_dir() or not output.suffix


def _check_place(name: Path, path: Path) -> None:
    """Nothing is written through a link, nor over the file itself."""
    if name.suffix.lower() not in (_ENDING, ".markdown"):
        raise QuizError("a converted document is a .md file", path=str(name))
    if name.is_symlink() or (name.parent.name == _FOLDER and name.parent.is_symlink()):
        raise QuizError("this is a link: nothing is written through it", path=str(name))
    if name.exists() and path.exists() and name.samefile(path):
        hint = "say another name with --output"
        raise QuizError("this would overwrite the original", path=str(path), hint=hint)


def _standing(name: Path, origin: Origin) -> Standing:
    if not os.path.lexists(name):
        return Standing.NEW
    made = _made(name)
    if made is None or made.origin.name != origin.name:
        return Standing.FOREIGN
    if made.origin.sha256 == origin.sha256 and (
        made.edited or made.origin.converter.partition(",")[0] == origin.converter
    ):
        return Standing.SAME
    return Standing.EDITED if made.edited else Standing.NEWER


def _made(name: Path) -> Made | None:
    try:
        text = read_regular(name, _MAX_DOCUMENT)[0].decode("utf-8")
    except (OSError, UnfitFileError, UnicodeDecodeError):
        return None
    return made_from(text)


def _near(path: Path) -> str | None:
    from quiz.store.files.shown import nearest

    if path.parts and path.parts[0] in ("http:", "https:", "ftp:"):
        return "nothing is fetched: save the page or file, and convert that"
    try:
        near = nearest(path.name, (p.name for p in path.parent.iterdir() if p.is_file()))
    except OSError:
        return None
    return f"did you mean {near}?" if near else None


def _trouble(path: Path, message: str, hint: str | None = None) -> DocumentError:
    return DocumentError(message, path=str(path), hint=hint)
