"""Reading documents from disk: which files, how large, in which encoding."""

from __future__ import annotations

import codecs
import os
import stat
import unicodedata
from dataclasses import replace
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.core.text.safe_text import count_unsafe, overlong_line, sanitise
from quiz.core.text.signs.columns import TAB_WIDTH
from quiz.errors import DocumentError
from quiz.store.files.regular_file import TRIES, unchanged

MAX_BYTES = 20 * 1024 * 1024
"""The largest document that is read; a long novel has 3 MB."""

MAX_LINES = 200_000
"""The most lines; the King James Bible has 100,000."""

MAX_LINE_LENGTH = 500_000
"""Characters of the longest line, which may be a whole chapter."""

MAX_HIDDEN = 200_000
"""Characters that have to be made visible or left out; what has more is no text."""

MAX_MARKS = 400_000
"""Signs of emphasis, links, code and HTML in Markdown; a megabyte of a handbook has 20,000."""

_MARKS_OF_MARKDOWN = "[*_`<&"

MAX_GROWTH = 2_000_000
"""Characters that folding may add; the ligatures of a long book are some 10,000."""

SUFFIXES = (".txt", ".md", ".markdown")

_HEAD = 4_096
_SIGNS = (
    b"<",
    b"%PDF-",
    b"{\\rtf",
    b"%!PS",
    b"PK\3\4",
    *(codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
)
"""What a file may begin with that is no text, though all of it can be read as UTF-8."""

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_UNFOLLOWED = ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
_FLAGS = sum(getattr(os, flag, 0) for flag in _UNFOLLOWED)


def read_document(
    path: Path,
    *,
    root: Path,
    name: str | None = None,
    language: str = "",
    cache: Path | None = None,
) -> Document:
    """Read a text or Markdown file that lies below `root`, normalised and sanitised.

    `name` is what the set calls the document, by default the file's name without suffix, and
    `language` the set's; `cache` is a folder where the page of a Markdown file may be kept. Raises
    DocumentError for anything that is no regular UTF-8 file of at most `MAX_BYTES` with text in it.
    """
    if any(part in ("http:", "https:", "ftp:") for part in path.parts):
        hint = "save it as a file below the folder of the set"
        raise _trouble(path, "an address of the web is not opened", hint)
    if path.suffix.lower() not in SUFFIXES:
        raise _trouble(path, "a document is a .txt or .md file", _other_kind(path, root))
    data = _read(_inside(path, root), root.resolve(), path)
    found = document_of(_decode(data, path), path, name=name, language=language)
    if cache is None or not found.markdown:
        return found
    from quiz.store.library.pages import page_of

    return replace(found, kept=page_of(found.file_text, cache))


def document_of(text: str, path: Path, *, name: str | None = None, language: str = "") -> Document:
    """The document that a file with this text is; raises DocumentError as `read_document` does."""
    text = _clean(text, path)
    if not text or text.isspace():
        raise _trouble(path, "the document is empty", "write its text into it")
    _check_marks(text, path)
    return Document(path.stem if name is None else name, text, str(path), language)


def _other_kind(path: Path, root: Path) -> str:
    """What to do about a file that is no text by its name."""
    from quiz.store.library.other_kinds import advice

    try:
        return advice(path, _read(_inside(path, root), root.resolve(), path))
    except DocumentError as error:  # it is not there, or cannot be read
        return f"{error.message}; save it as plain text"


def _trouble(
    path: Path, message: str, hint: str | None = None, line: int | None = None
) -> DocumentError:
    column = None if line is None else 1
    return DocumentError(message, path=str(path), line=line, column=column, hint=hint)


def _inside(path: Path, root: Path) -> Path:
    """The file behind all symbolic links, which has to be there and to lie below the root."""
    try:
        real, allowed = path.resolve(), root.resolve()
        if not real.is_relative_to(allowed):
            hint = f"move it below {root}"
            raise _trouble(path, "the document lies outside the folder it may be read from", hint)
        if not real.exists():
            real = _spelt_otherwise(real)
        if not real.exists():
            raise _trouble(path, "there is no such document", _near(real))
    except RuntimeError:
        raise _trouble(path, "the document is a link that leads back to itself") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be a file's"
        raise _trouble(path, f"the document cannot be found: {reason}") from None
    return real


def _spelt_otherwise(path: Path) -> Path:
    """The file whose name is the same but for its Unicode form, as some systems write names."""
    wanted = unicodedata.normalize("NFC", path.name)
    if path.name.isascii():
        return path
    parent = path.parent if path.parent.exists() else _spelt_otherwise(path.parent)
    try:
        return next(
            (p for p in parent.iterdir() if unicodedata.normalize("NFC", p.name) == wanted), path
        )
    except OSError:
        return path


def _near(path: Path) -> str | None:
    """A hint naming the file beside a missing one whose name is most like it."""
    if "\\" in path.name:
        return f"write / instead of \\: {path.name.replace(chr(92), '/')}"
    try:
        names = {p.stem: p.name for p in path.parent.iterdir() if p.suffix.lower() in SUFFIXES}
    except OSError:
        return f"there is no folder {path.parent.name} either"
    same = next((name for name in names.values() if name.casefold() == path.name.casefold()), None)
    if same is not None:
        return f"capitals count in file names: it is called {same}"
    from difflib import get_close_matches

    nearest = get_close_matches(path.stem, names, n=1)
    return f"did you mean {names[nearest[0]]}?" if nearest else None


def _read(real: Path, root: Path, path: Path) -> bytes:
    """The bytes of a regular file; looks before it opens, so that no pipe or device blocks."""
    try:
        for _ in range(TRIES):
            _check(real.stat(), path)
            with open(_open_below(root, real), "rb") as file:
                before = os.fstat(file.fileno())
                _check(before, path)
                data = file.read(MAX_BYTES + 1)
                if unchanged(before, os.fstat(file.fileno()), data):
                    return data
    except OSError as error:
        raise _trouble(path, f"the document cannot be read: {error.strerror}") from None
    raise _trouble(path, "the document is being written to while it is read", "try again later")


def _open_below(root: Path, real: Path) -> int:
    """A handle of a file below the root, its folders opened one by one and no link followed.

    A folder that is exchanged for a link meanwhile leads nowhere. Without waiting for a pipe.
    """
    if os.open not in os.supports_dir_fd:
        return os.open(real, os.O_RDONLY | _FLAGS)
    through = os.O_DIRECTORY | _FLAGS | getattr(os, "O_PATH", os.O_RDONLY)
    *folders, name = real.relative_to(root).parts
    folder = os.open(root, through)
    try:
        for inner in folders:
            outer = folder
            folder = os.open(inner, through, dir_fd=outer)
            os.close(outer)
        return os.open(name, os.O_RDONLY | _FLAGS, dir_fd=folder)
    finally:
        os.close(folder)


def _check(status: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "no regular file")
        raise _trouble(path, f"the document is {kind}", "only regular files are read")
    if status.st_size > MAX_BYTES:
        raise _too_large(path)


def _too_large(path: Path) -> DocumentError:
    most = f"at most {MAX_BYTES // 2**20} MB are read"
    return _trouble(path, "the document is too large", f"{most}; split it into chapters")


def _decode(data: bytes, path: Path) -> str:
    body = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data[:_HEAD] or body[:_HEAD].lstrip().startswith(_SIGNS):
        from quiz.store.library.other_kinds import refuse_other_kind

        refuse_other_kind(data, path)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        from quiz.store.library.other_kinds import refuse_other_kind, suggestion

        refuse_other_kind(data, path)
        hint = suggestion(body, path)
        raise _not_utf8(body, error.start, len(data) - len(body), path, hint) from None


def _clean(text: str, path: Path) -> str:
    """The text sanitised, once it is known to be no bomb: neither too many lines nor too long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        hint = "split it into chapters"
        raise _trouble(path, f"the document has more than {MAX_LINES} lines", hint)
    if len(text) + text.count("\t") * (TAB_WIDTH - 1) > MAX_BYTES:
        raise _too_large(path)
    text = text.replace("\t", " " * TAB_WIDTH)
    long = overlong_line(text, MAX_LINE_LENGTH)
    if long is not None:
        message = f"line {long} has more than {MAX_LINE_LENGTH} characters"
        raise _trouble(path, f"the document's {message}", "break it into paragraphs", long)
    if count_unsafe(text.replace("\n", ""), MAX_HIDDEN + 1) > MAX_HIDDEN:
        message = f"the document has more than {MAX_HIDDEN} control or hidden characters"
        raise _trouble(path, message, "is it a text?")
    if not text.isascii() and _growth(text) > MAX_GROWTH:
        message = "the document consists of signs that stand for whole words"
        raise _trouble(path, message, "write the words out, or split it into chapters")
    return sanitise(text)


def _check_marks(text: str, path: Path) -> None:
    """Refuse Markdown that is made to be slow to read."""
    if path.suffix.lower() != ".txt" and sum(map(text.count, _MARKS_OF_MARKDOWN)) > MAX_MARKS:
        message = f"the document has more than {MAX_MARKS} marks of Markdown"
        raise _trouble(path, message, "split it into chapters, or save it as plain text")


def _growth(text: str) -> int:
    from quiz.core.text.normal_form import growth  # few documents need it

    return growth(text)


def _not_utf8(body: bytes, start: int, skipped: int, path: Path, hint: str) -> DocumentError:
    """Names the first byte that is not UTF-8: `start` counts without the byte order mark."""
    before = body[:start].decode().replace("\r\n", "\n").replace("\r", "\n")
    return DocumentError(
        f"byte 0x{body[start]:02X} at offset {start + skipped} is not UTF-8",
        path=str(path),
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        hint=hint,
    )
