"""The stretches of a document that are struck out or marked as inserted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.rendered import Rendered
from quiz.core.rendering.revised import TAGS, OpenTags

REVISED = (Look.STRUCK, Look.INSERTED)
"""How they look."""

_TILDES = re.compile(r"~~(?=\S)([^~]+)(?<=\S)~~")
_TAG = re.compile(rf"<(/?)({'|'.join(TAGS)})\b[^<>]{{0,200}}>", re.IGNORECASE)
_STROKES = re.compile("(?:[^\\W_][\u0335\u0336][\\W_]*)+")


def revised(text: str, rendered: Rendered | None) -> Iterator[Mark]:
    """What a page strikes out or inserts; in plain text as Markdown and HTML do."""
    if rendered is not None:
        yield from (mark for mark in rendered.marks if mark.look in REVISED)
    elif "~~" in text or "</" in text:
        yield from chain(_tildes(text), _tagged(text))
    if "\u0335" in text or "\u0336" in text:  # letters with a stroke through each
        yield from (Mark(*match.span(), Look.STRUCK) for match in _STROKES.finditer(text))


def _tildes(text: str) -> Iterator[Mark]:
    return (Mark(*match.span(1), Look.STRUCK) for match in _TILDES.finditer(text))


def _tagged(text: str) -> Iterator[Mark]:
    tags = OpenTags()
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if not match[1]:
            tags.open(name, match.end(), TAGS[name])
        elif mark := tags.close(name, match.start()):
            yield mark
