"""What can be written at the cursor: keys, types and other values, document names, passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.grounding.selector import Selector, selector
from quiz.core.grounding.sources import find_source
from quiz.core.text.normal_form import fold
from quiz.core.text.passages import Passage
from quiz.formats.schema_keys import COMMON, PARTS, SET, TYPES, Key
from quiz.store.yaml.scalars import new_scalar
from quiz.study.editing.context import Context

MOST_PASSAGES = 50
LABEL = 80
"""Characters of a passage that are listed."""

_PART_OF = {
    "sources": "source",
    "disputed_by": "dispute",
    "not_asked": "not-asked",
    "distractors": "distractor",
    "reject": "distractor",
    "pairs": "pair",
    "exam": "exam",
}
_LISTS = {"sources", "disputed_by", "distractors", "pairs", "questions", "not_asked", "reject"}
_LISTS |= {"answers", "sequence", "points", "accept", "tags", "accept_units"}
_QUOTING = ("sources", "disputed_by", "not_asked")
_QUOTES = "'\""


class Kind(StrEnum):
    """What an offer is."""

    KEY = "key"
    VALUE = "value"
    DOCUMENT = "document"
    PASSAGE = "passage"


class Offer(NamedTuple):
    """Something to write instead of what is typed; `said` tells what it is or where it stands."""

    kind: Kind
    label: str
    text: str
    said: str = ""


def offers(here: Context, documents: Mapping[str, Document]) -> Iterator[Offer]:
    """What fits at the cursor, the likeliest first."""
    if not here.key:
        yield from _keys(here)
    elif here.parents and here.parents[-1] in _QUOTING and here.key == "document":
        for name, document in documents.items():
            yield Offer(Kind.DOCUMENT, name, new_scalar(name, flow=False), document.title)
    elif here.parents and here.parents[-1] in _QUOTING and here.key == "exact":
        named = _document(here, documents)
        if named is not None:
            yield from _passages(here, named)
    elif here.key == "type" and here.parents == ("questions",):
        for name, part in TYPES.items():
            yield Offer(Kind.VALUE, name, name, part.said)
    else:
        yield from _values(_known(here).get(here.key))


def _known(here: Context) -> Mapping[str, Key]:
    """The keys that the part of the set at the cursor may have."""
    if not here.parents:
        return SET.keys
    part = _PART_OF.get(here.parents[-1])
    if part is not None and not _is_text_list(here):
        return PARTS[part].keys
    if here.parents != ("questions",):
        return {}
    own = TYPES.get(here.beside.get("type", ""))
    if own is not None:
        return {**COMMON, **own.keys}
    return {**COMMON, "type": Key("What kind of question it is; else its keys tell.", {})}


def _is_text_list(here: Context) -> bool:
    """Whether the list at the cursor holds texts: the distractors of a matching."""
    return here.parents[-1] == "distractors" and "left" in here.beside


def _keys(here: Context) -> Iterator[Offer]:
    known = {name: key for name, key in _known(here).items() if name not in here.beside}
    for name, key in sorted(known.items(), key=lambda item: not item[1].required):
        yield Offer(Kind.KEY, name, f"{name}:" if name in _LISTS else f"{name}: ", key.said)


def _values(key: Key | None) -> Iterator[Offer]:
    choices = key.shape.get("enum", ()) if key is not None else ()
    seen: set[str] = set()
    for choice in choices if isinstance(choices, list | tuple) else ():
        text = str(choice).lower() if isinstance(choice, bool) else str(choice)
        if choice is not None and text not in seen:
            seen.add(text)
            yield Offer(Kind.VALUE, text, text)


# Passages


def _document(here: Context, documents: Mapping[str, Document]) -> Document | None:
    """The document that the source at the cursor names; the only one where it names none."""
    named = here.beside.get("document", "").strip(_QUOTES)
    if not named and len(documents) == 1:
        return next(iter(documents.values()))
    return documents.get(named)


def _passages(here: Context, document: Document) -> Iterator[Offer]:
    """The sentences that begin with what is typed, then those that hold its words."""
    typed = _folded(here.typed.lstrip(_QUOTES))
    first: list[Passage] = []
    second: list[Passage] = []
    for sentence in sentences(document):
        said = _folded(document.quote(sentence))
        if said.startswith(typed):
            first.append(sentence)
        elif all(word in said for word in typed.split()):
            second.append(sentence)
    for passage in [*first, *second][:MOST_PASSAGES]:
        text = _written(here, document, passage)
        if text:
            words = _on_one_line(document.quote(passage))
            label = words if len(words) <= LABEL else f"{words[: LABEL - 1]}…"
            yield Offer(Kind.PASSAGE, label, text, document.place(passage))


def _written(here: Context, document: Document, passage: Passage) -> str:
    """The source's text, and prefix and suffix where the same words stand elsewhere too."""
    exact = _on_one_line(document.quote(passage))
    if find_source(document, Selector(exact)).passage == passage:
        return _scalar(here, exact)
    found = selector(document.text, passage, Selector(document.quote(passage)))
    if found is None:
        return ""
    lines = [_scalar(here, found.exact)]
    for key, text in (("prefix", found.prefix), ("suffix", found.suffix)):
        if text and key not in here.beside:
            lines.append(f"{' ' * here.indent}{key}: {new_scalar(text, flow=False)}")
    return "\n".join(lines)


def _scalar(here: Context, text: str) -> str:
    """In the quotes that are typed already, else as short as it can go."""
    quote = here.typed[:1]
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    if quote == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return new_scalar(text, flow=False)


def _on_one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def said_of(here: Context) -> str:
    """What the key at the cursor is for; empty for none."""
    key = _known(here).get(here.key)
    return key.said if key is not None else ""
