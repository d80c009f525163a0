"""Files that are no text a document can be: what they are, and the command that helps."""

from __future__ import annotations

import shlex
from pathlib import Path

from quiz.errors import DocumentError
from quiz.store.files.kinds import UTF16, FileKind, kind_of, wide_encoding

_SAVE_AS = "save the file as UTF-8"
_TEXTS = ("subtitles", "notebook", "xml")


def refuse_other_kind(data: bytes, path: Path) -> None:
    """Raise DocumentError for what is called a text and is something else."""
    kind = kind_of(data)
    if kind is None or kind.name in _TEXTS or kind.name.startswith("pandoc:latex"):
        return
    if kind.name == UTF16.name:
        encoding = "UTF-32" if wide_encoding(data).startswith("utf-32") else "UTF-16"
        hint = f"{_SAVE_AS}, or have it done: {_command(path)}"
        raise DocumentError(f"the document is {encoding}, not UTF-8", path=str(path), hint=hint)
    raise DocumentError(
        f"the document is {kind.called}, no text", path=str(path), hint=_hint(path, kind)
    )


def advice(path: Path, data: bytes) -> str:
    """What to do about a file that has not the name of a text."""
    kind = kind_of(data, path.name)
    if kind is None:
        return f"save it as plain text: {path.stem}.txt"
    return f"this is {kind.called}; {_hint(path, kind)}"


def suggestion(body: bytes, path: Path) -> str:
    """What to do about a text in another encoding."""
    from quiz.store.files.encodings import likeliest

    return f"{_SAVE_AS}, or have it done: {_command(path)} (it may be {likeliest(body)})"


def _hint(path: Path, kind: FileKind) -> str:
    if not kind.readable:
        return kind.advice
    return f"{_command(path)} makes a document of it"


def _command(path: Path) -> str:
    return f"quiz convert {shlex.quote(str(path))}"
