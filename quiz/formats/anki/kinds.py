"""Note types of a collection: the names of their fields, and which are on the sides of a card."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

_FIELD = re.compile(r"\{\{\s*(?![#^/])([^{}]+?)\s*\}\}")
_STANDARD = ("FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag")


class Card(NamedTuple):
    """A kind of card: the fields on its front, and the others on its back.

    `typed` is the field that is typed, `hints` are those shown on demand.
    """

    name: str
    front: tuple[str, ...]
    back: tuple[str, ...]
    typed: str = ""
    hints: tuple[str, ...] = ()
    cloze: bool = False


class Kind(NamedTuple):
    """A note type."""

    name: str
    fields: tuple[str, ...]
    cards: tuple[Card, ...]


def kinds(database: sqlite3.Connection) -> dict[int, Kind]:
    """Every note type by its number; of whatever age the collection is."""
    tables = {name for (name,) in database.execute("select name from sqlite_master")}
    if "notetypes" in tables:
        return dict(_new(database))
    row = database.execute("select models from col").fetchone()
    try:
        models = json.loads(row[0]) if row else {}
        return {int(number): _old(model) for number, model in models.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _old(model: dict[str, object]) -> Kind:
    fields = model["flds"]
    templates = model["tmpls"]
    assert isinstance(fields, list)
    assert isinstance(templates, list)
    cards = (_card(str(t["name"]), str(t["qfmt"]), str(t["afmt"])) for t in templates)
    return Kind(str(model["name"]), tuple(str(one["name"]) for one in fields), tuple(cards))


def _new(database: sqlite3.Connection) -> Iterator[tuple[int, Kind]]:
    fields: dict[int, list[str]] = {}
    for number, name in database.execute("select ntid, name from fields order by ntid, ord"):
        fields.setdefault(number, []).append(str(name))
    cards: dict[int, list[Card]] = {}
    query = "select ntid, name, config from templates order by ntid, ord"
    for number, name, config in database.execute(query):
        texts = dict(_texts(bytes(config)))
        card = _card(str(name), texts.get(1, ""), texts.get(2, ""))
        cards.setdefault(number, []).append(card)
    for number, name in database.execute("select id, name from notetypes"):
        known = tuple(fields.get(number, ()))
        yield number, Kind(str(name), known, tuple(cards.get(number, ())))


def _card(name: str, front: str, back: str) -> Card:
    shown = list(_fields(front))
    cloze = any("cloze" in filters for filters, _ in shown)
    typed = "" if cloze else next((field for filters, field in shown if "type" in filters), "")
    hints = tuple(dict.fromkeys(field for filters, field in shown if "hint" in filters))
    on_front = tuple(dict.fromkeys(f for _, f in shown if f != typed and f not in hints))
    behind = dict.fromkeys((typed, *(field for _, field in _fields(back))))
    on_back = tuple(field for field in behind if field and field not in (*on_front, *hints))
    return Card(name, on_front, on_back, typed, hints, cloze)


def _fields(template: str) -> Iterator[tuple[list[str], str]]:
    """The fields that a template shows, each with its filters (`type`, `cloze`, `hint`)."""
    for match in _FIELD.finditer(template):
        *filters, name = match[1].split(":")
        if name.strip() not in _STANDARD:
            yield filters, name.strip()


def _texts(message: bytes) -> Iterator[tuple[int, str]]:
    """The texts of a message of Protocol Buffers, by the number of their field."""
    at = 0
    while at < len(message):
        tag, at = _number(message, at)
        if tag & 7 == 2:
            size, at = _number(message, at)
            yield tag >> 3, message[at : at + size].decode("utf-8", "replace")
            at += size
        elif tag & 7 == 0:
            _, at = _number(message, at)
        else:
            at += 8 if tag & 7 == 1 else 4 if tag & 7 == 5 else len(message)


def _number(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message):
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if not byte & 128:
            break
    return value, at
