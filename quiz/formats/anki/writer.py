"""Write an Anki package (`.apkg`) with the standard library: a zip of an SQLite file.

The file is in the format of Anki 2.1 to 2.1.49 (schema 11), which every later one imports. A note
is known again by its GUID, made from the set's and the question's id: importing twice adds nothing,
importing a newer export changes what has changed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from html import unescape

from quiz.core.questions.question_set import question_uid
from quiz.formats.anki.note_types import ALL
from quiz.formats.anki.notes import Note, note_of
from quiz.formats.anki.schema import COLLECTION, SCHEMA, collection_row
from quiz.formats.outgoing import features
from quiz.formats.outgoing.archive import archive
from quiz.formats.outgoing.bank import Bank
from quiz.formats.outgoing.losses import Form, Written, sorted_out
from quiz.formats.outgoing.naming import stable_number

_TURNED = "as a card to turn over"
FORM = Form(
    "Anki",
    ".apkg",
    {
        **dict.fromkeys(
            ("single-choice", "multiple-choice", "true-false", "matching", "ordering", "open"),
            _TURNED,
        ),
        features.SEVERAL_GAPS: "a card for each gap",
        features.VARIANTS: "shown, not accepted",
        features.TOLERANCE: "shown, not accepted",
        features.REJECTED: "shown behind the answer",
        features.ANY_ORDER: "each gap takes its own answer",
        features.TEX: features.TEX_LEFT,
    },
)
_TAG = re.compile(r"<[^>]*>")
_FIRST_NUMBER = 1_500_000_000_000
_NUMBERS = 100_000_000_000
_FIRST_DECK = 1 << 30


def write(bank: Bank) -> Written:
    """All questions as notes of one deck that is called as the set."""
    kept, losses = sorted_out(bank.questions, FORM)
    uids = [question_uid(bank.head.id, out.question.id) for out in kept]
    deck = _FIRST_DECK + stable_number(bank.head.id, _FIRST_DECK)
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(SCHEMA)
        row = collection_row(deck, bank.head.title, bank.head.description, bank.made)
        models = {str(kind.number): kind.json(deck, bank.made) for kind in ALL}
        database.execute(COLLECTION, [*row[:9], json.dumps(models), *row[9:]])
        notes = [note_of(out) for out in kept]
        _fill(database, notes, uids, deck, bank.made)
        database.commit()
        content = archive([("collection.anki2", database.serialize()), ("media", "{}")])
    finally:
        database.close()
    return Written(content, len(kept), losses)


def _fill(
    database: sqlite3.Connection, notes: Sequence[Note], uids: Sequence[str], deck: int, made: int
) -> None:
    numbers = list(_numbers(deck, notes))
    database.executemany(
        "insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
        (
            _note_row(note, uid, number, made)
            for note, uid, number in zip(notes, uids, numbers, strict=True)
        ),
    )
    cards = (
        (number + at, number, at)
        for note, number in zip(notes, numbers, strict=True)
        for at in range(note.cards)
    )
    database.executemany(
        "insert into cards values (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
        ((card, note, deck, at, made, due) for due, (card, note, at) in enumerate(cards, 1)),
    )


def _note_row(note: Note, uid: str, number: int, made: int) -> tuple[object, ...]:
    first = unescape(_TAG.sub("", note.fields[0])).strip()
    checksum = int(hashlib.sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    fields = "\x1f".join(note.fields)
    return number, guid(uid), note.kind.number, made, tags, fields, first, checksum


def guid(uid: str) -> str:
    """The lasting name of a note."""
    digest = hashlib.blake2b(uid.encode("utf-8", "surrogatepass"), digest_size=9).digest()
    return base64.urlsafe_b64encode(digest).decode()


def _numbers(deck: int, notes: Sequence[Note]) -> Iterator[int]:
    """A number for each note, in their order; its cards are numbered on from it.

    Anki knows notes by their GUIDs, and gives them other numbers where these are taken.
    """
    number = _FIRST_NUMBER + stable_number(str(deck), _NUMBERS)
    for note in notes:
        yield number
        number += max(1, note.cards)
