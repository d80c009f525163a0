"""What an import remembers beside a set, so that the next one knows what the author has edited.

`NAME.quiz-import.json` beside `NAME.yaml`: a line for each item that came in.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quiz.core.questions.question import Question
from quiz.errors import SetError
from quiz.store.files.regular_file import UnfitFileError, read_regular

ENDING = ".quiz-import.json"
VERSION = 1
MAX_BYTES = 50_000_000


class Record(NamedTuple):
    """An item that came in: where from, what its bank calls it, and which question it became.

    `stem` and `content` are digests of what the bank said, `block` of what was written of it.
    """

    question: str
    file: str
    uid: str
    name: str
    stem: str
    content: str
    block: str


def record_path(path: Path) -> Path:
    """The record of a set; of a symbolic link, beside the file it leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.stem}{ENDING}")


def read_record(path: Path) -> list[Record]:
    """What was imported into the set at `path`; nothing where there is no record.

    Raises SetError for one that cannot be used.
    """
    found = record_path(path)
    if not os.path.lexists(found):
        return []
    try:
        data = json.loads(read_regular(found, MAX_BYTES)[0])
        if data["version"] != VERSION:
            raise ValueError
        records = [Record._make(map(str, row)) for row in data["items"]]
    except (OSError, UnfitFileError, ValueError, KeyError, TypeError, RecursionError):
        hint = "restore it; without it (delete it), what you edited is told by its wording alone"
        raise SetError(
            "the record of what was imported is damaged", path=str(found), hint=hint
        ) from None
    return records


def record_bytes(records: Iterable[Record]) -> bytes:
    """A record as a file, a line an item."""
    rows = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f'{{"version": {VERSION}, "items": [\n{rows}\n]}}\n'.encode("utf-8", "surrogatepass")


def stem_digest(question: Question) -> str:
    """What is asked, as a digest; of a text with gaps, the text around them."""
    from quiz.core.questions.cloze import Cloze

    around = "".join(question.parts) if isinstance(question, Cloze) else ""
    return digest("\n".join((question.type, question.stem, around)))


def content_digest(question: Question) -> str:
    """All that a bank says of a question, as a digest."""
    skipped = ("id", "line", "draft", "sources")
    values = [str(v) for k, v in question.fields.items() if k not in skipped]
    return digest("\n".join((question.type, *values)))


def digest(text: str) -> str:
    """A short digest of a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
