"""Files become documents: for `quiz convert`, and for `quiz new` before it begins."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz import __version__
from quiz.cli.common.failing import REFUSED
from quiz.cli.common.output import complain, say, warn
from quiz.errors import DocumentError, QuizError
from quiz.store.conversion.origin import Origin, sha256, with_head
from quiz.store.conversion.target import Standing, Target, is_folder, original, target_for
from quiz.store.files.kinds import kind_of

if TYPE_CHECKING:
    from quiz.core.documents.document import Document

_TEXTS = (".txt", ".md", ".markdown")
_CONVERTED = ("text", "html", "mhtml", "subtitles", "notebook")
"""What is text, and yet no document."""

_NO_DOCUMENTS = (".yaml", ".yml", ".json", ".toml", ".lock", ".sqlite")


class Manner(NamedTuple):
    """Where documents go, in which encoding texts are, whether anything is overwritten."""

    output: Path | None = None
    encoding: str = ""
    force: bool = False


def convert_all(files: Sequence[Path], manner: Manner) -> int:
    """Convert each file; what is wrong with one does not keep the others from it."""
    if manner.output is not None and not is_folder(manner.output) and len(files) > 1:
        hint = "name a folder for several files"
        raise QuizError(
            "one document cannot hold several files", path=str(manner.output), hint=hint
        )
    status = 0
    for file in dict.fromkeys(files):
        try:
            data = original(file)
            if file.suffix.lower() in _NO_DOCUMENTS:
                hint = "name files that people read"
                raise DocumentError("this is no document", path=str(file), hint=hint)
            if is_document(file, data) and not manner.encoding:
                say(f"{file} is a document already: there is nothing to convert")
            else:
                convert_one(file, data, manner)
        except QuizError as error:
            complain(error)
            status = REFUSED
    return status


def is_document(file: Path, data: bytes) -> bool:
    """Whether a file is text or Markdown in UTF-8, as documents are."""
    if file.suffix.lower() not in _TEXTS:
        return False
    kind = kind_of(data)
    if kind is not None and (kind.name in _CONVERTED or not _is_utf8(data)):
        return False
    return _is_utf8(data) and not data.startswith(b"%PDF-") and not data.startswith(b"{\\rtf")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def convert_one(file: Path, data: bytes, manner: Manner) -> Path:
    """Make the document of a file, if it is not there already; where it is. Raises QuizError."""
    origin = Origin(file.name, sha256(data), f"citequiz {__version__}")
    target = target_for(file, manner.output, origin)
    if target.standing is Standing.SAME and not manner.force:
        say(f"{target.path} is made from this {file.name} already")
        return target.path
    _refuse(target, file, manner)
    _write(file, data, target, origin, manner)
    return target.path


def _refuse(target: Target, file: Path, manner: Manner) -> None:
    if manner.force or target.standing not in (Standing.EDITED, Standing.FOREIGN):
        return
    what = (
        f"{file.name} is newer, but this document was edited by hand since it was made"
        if target.standing is Standing.EDITED
        else f"there is a document of this name already, not made from {file.name}"
    )
    hint = "overwrite it with --force, or make another one with --output"
    raise QuizError(what, path=str(target.path), hint=hint)


def _write(file: Path, data: bytes, target: Target, origin: Origin, manner: Manner) -> None:
    from quiz.formats.documents.converting import convert
    from quiz.store.files.atomic import replace_file
    from quiz.store.library.documents import document_of

    shown = _Progress(file.name)
    try:
        made = convert(data, file, encoding=manner.encoding, progress=shown.tell)
    finally:
        shown.clear()
    whole = with_head(
        made.markdown, origin._replace(converter=made.converter), made.title, made.language
    )
    document = document_of(whole, target.path)
    try:
        target.path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target.path, whole.encode("utf-8", "replace"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DocumentError(f"cannot be written: {reason}", path=str(target.path)) from None
    _tell(file, target, document, made.notes)


def _tell(file: Path, target: Target, document: Document, notes: Sequence[str]) -> None:
    words = len(document.text.split())
    sections = len(document.sections)
    headings = "1 heading" if sections == 1 else f"{sections} headings"
    counted = "1 word" if words == 1 else f"{words:,} words"
    say(f"wrote {target.path} from {file}: {counted}, {headings}")
    for note in notes:
        say(f"  {note}")
    if target.standing is Standing.NEWER:
        quoting = " ".join(shlex.quote(str(path)) for path in _sets_quoting(target.path))
        if quoting:
            say(f"  quiz reanchor {quoting}   follows the passages that are quoted from it")


def _sets_quoting(path: Path) -> list[Path]:
    """The question sets beside a document that name it."""
    from quiz.store.library.found_files import in_folder
    from quiz.store.scaffold.places import shown_path

    folder = path.parent.parent if path.parent.name == "documents" else path.parent
    found = []
    for entry in in_folder(folder.resolve()):
        try:
            if path.name.encode() in entry.path.read_bytes()[:20_000]:
                found.append(shown_path(entry.path))
        except OSError:
            continue
    return found


class _Progress:
    """A line on the terminal that says how far a long conversion is."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.shown = False
        self.wanted = sys.stderr is not None and sys.stderr.isatty()

    def tell(self, done: int, total: int) -> None:
        """So many of so many pages or parts are done."""
        if self.wanted and total > 1:
            self.shown = True
            sys.stderr.write(f"\r{self.name[:40]}: {done + 1:,} of {total:,}\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away again."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def documents_of(files: Sequence[Path]) -> list[Path]:
    """The files themselves, or the documents made from those that are none. Raises QuizError."""
    found = []
    for file in files:
        if file.suffix.lower() in _TEXTS and not file.exists():
            found.append(file)  # `new_set` says what is wrong
            continue
        data = original(file)
        if is_document(file, data):
            found.append(file)
            continue
        warn(f"{file} is no text: a document is made of it first, as by `quiz convert`")
        found.append(convert_one(file, data, Manner()))
    return found
