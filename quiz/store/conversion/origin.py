"""The head of a converted document: which file it was made from, with what, and whether edited."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from quiz.core.rendering.front_matter import front_matter
from quiz.core.text.safe_text import sanitise

_FIELD = re.compile(r"^([a-z0-9_]+): '((?:[^'\n]|'')*)'$", re.MULTILINE)
_HASH_LINE = re.compile(r"^text_sha256: '[0-9a-f]{64}'\n", re.MULTILINE)


class Origin(NamedTuple):
    """The file a document was made from: its name, the SHA-256 of its bytes, and with what."""

    name: str
    sha256: str
    converter: str


class Made(NamedTuple):
    """A document that was converted before; `edited` says that its text has changed since."""

    origin: Origin
    edited: bool


def with_head(markdown: str, origin: Origin, title: str = "", language: str = "") -> str:
    """A whole document: the head that says where it comes from, then its text."""
    fields = {
        "title": title,
        "lang": language if re.fullmatch(r"[A-Za-z]{2,3}([-_]\w+)*", language) else "",
        "origin": origin.name,
        "origin_sha256": origin.sha256,
        "converter": origin.converter,
    }
    head = "".join(f"{key}: {_quoted(value)}\n" for key, value in fields.items() if value)
    text = f"---\n{head}---\n\n{markdown}"
    return text.replace("\n---\n", f"\ntext_sha256: '{_hash(text)}'\n---\n", 1)


def made_from(text: str) -> Made | None:
    """What the head of a document says of its origin; None for one that was not converted."""
    text = text.replace("\r\n", "\n")
    length = front_matter(text).length
    found = {key: value.replace("''", "'") for key, value in _FIELD.findall(text[:length])}
    if not found.get("origin") or not found.get("origin_sha256"):
        return None
    origin = Origin(found["origin"], found["origin_sha256"], found.get("converter", ""))
    head = _HASH_LINE.sub("", text[:length])
    return Made(origin, _hash(head + text[length:]) != found.get("text_sha256", ""))


def sha256(data: bytes) -> str:
    """The SHA-256 of a file, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "replace"))


def _quoted(value: str) -> str:
    return "'" + " ".join(sanitise(value).split()).replace("'", "''") + "'"
