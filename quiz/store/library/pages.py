"""Markdown files as they were read before: a file each in the cache folder, safe to delete.

Reading a megabyte of Markdown takes half a second, and the parser some time to load. What was read
counts as long as the file's text and the reader are the same; a damaged one is read anew.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quiz import __version__
from quiz.core.rendering.blocks import Block, Frame, Kind, Look, Mark
from quiz.core.rendering.rendered import Rendered
from quiz.core.text.derived import DerivedText, Piece
from quiz.store.files.home import private_folder

RENDERER = f"2 {__version__}"
"""Raise the number whenever a file is read as another text, or drawn in another way."""

FOLDER = "pages"
MAX_FILES = 300


def page_of(text: str, cache: Path) -> Rendered:
    """What a person reads of a Markdown file; kept in a folder below `cache`, never raises."""
    name = hashlib.blake2b(f"{RENDERER}\n{text}".encode("utf-8", "surrogatepass"), digest_size=16)
    path = cache / FOLDER / f"{name.hexdigest()}.json"
    found = _kept(path)
    if found is None:
        found = _rendered(text)
        _keep(path, found)
    return found


def _rendered(text: str) -> Rendered:
    from quiz.core.rendering.markdown import render  # what is kept needs no parser

    collecting = gc.isenabled()
    gc.disable()  # nothing of it is garbage before the end
    try:
        return render(text)
    finally:
        if collecting:
            gc.enable()


def _kept(path: Path) -> Rendered | None:
    try:
        digest, _, data = path.read_bytes().partition(b"\n")
        if digest.decode("ascii") != hashlib.blake2b(data, digest_size=16).hexdigest():
            return None
        return _page(json.loads(data))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _keep(path: Path, page: Rendered) -> None:
    data = json.dumps(_row(page), ensure_ascii=False).encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(data, digest_size=16).hexdigest().encode("ascii")
    try:
        private_folder(path.parent)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_bytes(digest + b"\n" + data)
        fresh.replace(path)
        _prune(path.parent)
    except OSError:
        return


def _prune(folder: Path) -> None:
    """Forget the pages that were kept longest ago, once there are many."""
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in kept[:-MAX_FILES]:
        path.unlink(missing_ok=True)


def _row(page: Rendered) -> dict[str, object]:
    return {
        "text": page.text,
        "pieces": [number for piece in page.source.pieces for number in piece],
        "blocks": page.blocks,
        "marks": page.marks,
        "variants": page.variants,
        "title": page.title,
        "language": page.language,
        "origin": page.origin,
        "places": page.places,
    }


def _page(row: Mapping[str, Any]) -> Rendered:
    text, numbers = row["text"], row["pieces"]
    blocks, marks, variants = row["blocks"], row["marks"], row["variants"]
    if not isinstance(text, str) or not isinstance(numbers, list):
        raise TypeError("not a page")
    if (
        not isinstance(blocks, list)
        or not isinstance(marks, list)
        or not isinstance(variants, list)
    ):
        raise TypeError("not a page")
    each = iter(numbers)
    pieces = tuple(map(Piece._make, zip(each, each, each, each, strict=True)))
    return Rendered(
        DerivedText(text, pieces, tuple(numbers[::4])),
        tuple(_block(*values) for values in blocks),
        tuple(Mark(start, end, _LOOKS[look], target) for start, end, look, target in marks),
        tuple((start, end, tuple(ways)) for start, end, ways in variants),
        str(row["title"]),
        str(row["language"]),
        str(row["origin"]),
        tuple((int(at), str(name)) for at, name in row["places"]),
    )


_KINDS = {str(kind): kind for kind in Kind}
_LOOKS = {str(look): look for look in Look}
_PLAIN = Frame()


def _block(
    kind: str, start: int, end: int, text_start: int, text_end: int, level: int, title: str,
    frame: list[object],
) -> Block:  # fmt: skip
    drawn = _PLAIN if frame == _PLAIN_ROW else _frame(*frame)  # type: ignore[arg-type]
    return Block(_KINDS[kind], start, end, text_start, text_end, level, title, drawn)


_PLAIN_ROW = json.loads(json.dumps(_PLAIN))


def _frame(
    lead: str, hang: str, cells: list[list[int]], table: int, head: bool, aligned: list[str],
    language: str,
) -> Frame:  # fmt: skip
    spans = tuple((start, end) for start, end in cells)
    return Frame(lead, hang, spans, table, head, tuple(aligned), language)
