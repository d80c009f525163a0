"""Anki's packages (`.apkg`, `.colpkg`) and collections: each kind of card of a note is an item."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from quiz.formats.anki.kinds import Card, Kind, kinds
from quiz.formats.anki.opening import collection
from quiz.formats.bank.anki_cloze import AnkiCloze, anki_cloze
from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.html_text import html_text
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.making import Making
from quiz.formats.bank.texts import flat
from quiz.formats.tables.cards import answered

_SOUND = re.compile(r"\[sound:([^\]\n]*)\]")
_IMAGES = re.compile(r"(?:\[image\]\s*)+")
_DRAWN = re.compile(r"\{\{c\d+::image-occlusion:")
_NOTES = "select id, guid, mid, tags, flds from notes order by id"
_APART = "\x1f"


def read(bank: BankFile) -> Iterator[Item]:
    """The items of a collection; raises QuizError for one that cannot be read."""
    with collection(bank) as database:
        known = kinds(database)
        decks = _decks(database)
        made = _made(database)
        for number, guid, kind, tags, fields in database.execute(_NOTES):
            texts = str(fields).split(_APART)
            place = Place(f"{bank.path}:note {number}")
            making = (place, str(guid), str(tags).split())
            for item in _items(*making, known.get(kind), texts, made.get(number)):
                yield item._replace(category=decks.get(number, ""))


def _items(
    place: Place,
    guid: str,
    tags: list[str],
    kind: Kind | None,
    texts: Sequence[str],
    made: set[int] | None,
) -> Iterator[Item]:
    """A note's items: one for each of its cards, of a cloze one for the whole text."""
    if kind is None or not kind.cards:
        names = tuple(str(at) for at in range(len(texts)))
        kind = Kind("", names, (Card("", names[:1], names[1:]),))
    by_name = dict(zip(kind.fields, texts, strict=False))
    for at, card in enumerate(kind.cards):
        if made is not None and at not in made and not card.cloze:
            continue
        making = Making(place, uid=guid if at == 0 else f"{guid}-{at + 1}", tags=list(tags))
        item = _item(making, card, by_name, first=at == 0)
        if item is not None:
            yield item


def _item(making: Making, card: Card, fields: Mapping[str, str], *, first: bool) -> Item | None:
    """The item of a kind of card; None for one that this note does not have."""
    raw = [fields.get(name, "") for name in card.front]
    if any(_DRAWN.search(text) for text in raw):
        return making.refuse("it is answered on a picture") if first else None
    front = "\n\n".join(filter(None, (_text(making, text) for text in raw)))
    behind = [_text(making, fields.get(name, "")) for name in card.back]
    making.hint = "\n".join(filter(None, (_text(making, fields.get(h, "")) for h in card.hints)))
    making.name = flat(front)[:60]
    if not flat(front):
        return making.refuse("its front is empty") if first else None
    gaps = anki_cloze(front)
    if gaps is not None:
        return _gapped(making, gaps, behind)
    if card.cloze:
        return making.refuse("its text has no gap")
    making.stem = front
    answer, *more = behind or [""]
    if _IMAGES.fullmatch(answer):
        return making.refuse("its answer is an image")
    making.explain(*more)
    if card.typed and flat(answer):
        return making.short_answer([answer])
    return answered(making, answer)


def _gapped(making: Making, gaps: AnkiCloze, behind: Sequence[str]) -> Item:
    """A text with gaps; a paragraph of its own before them is what is asked."""
    making.explain(*behind)
    making.hint = "\n".join(filter(None, (making.hint, *gaps.hints)))
    stem, apart, before = gaps.parts[0].rpartition("\n\n")
    if apart:
        making.stem = stem
    parts = (before, *gaps.parts[1:])
    return making.cloze(parts, [(answer,) for answer in gaps.answers])


def _text(making: Making, html: str) -> str:
    for name in _SOUND.findall(html):
        making.lose(f"a sound ({name[:60]})")
    found = html_text(_SOUND.sub("", html).replace("\n", " "))
    for loss in found.losses:
        making.lose(loss)
    return found.text


def _made(database: sqlite3.Connection) -> dict[int, set[int]]:
    """Which of the cards of its type each note has: some are made only where a field is filled."""
    found: dict[int, set[int]] = {}
    try:
        for note, at in database.execute("select nid, ord from cards"):
            found.setdefault(note, set()).add(at)
    except sqlite3.OperationalError:
        return {}
    return found


def _decks(database: sqlite3.Connection) -> dict[int, str]:
    """The deck of each note by its number, its parts parted by `/`; `Default` says nothing."""
    names = {number: name for number, name in _deck_names(database) if name != "Default"}
    try:
        rows = database.execute("select nid, did from cards order by ord desc")
        return {note: names[deck] for note, deck in rows if deck in names}
    except sqlite3.OperationalError:
        return {}


def _deck_names(database: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    tables = {name for (name,) in database.execute("select name from sqlite_master")}
    if "decks" in tables:
        for number, name in database.execute("select id, name from decks"):
            yield number, str(name).replace(_APART, "/").replace("::", "/")
        return
    row = database.execute("select decks from col").fetchone()
    try:
        for number, deck in json.loads(row[0]).items() if row else ():
            yield int(number), str(deck["name"]).replace("::", "/")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return
