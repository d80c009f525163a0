"""What a page itself says of a passage: that it is struck out, or only inserted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.revised import TAGS, OpenTags
from quiz.core.text.passages import Passage

if TYPE_CHECKING:
    from quiz.core.rendering.rendered import Rendered

_REVISED = (Look.STRUCK, Look.INSERTED)
_TILDES = re.compile(r"~~(?=\S)([^~]+)(?<=\S)~~")
_TAG = re.compile(rf"<(/?)({'|'.join(TAGS)})\b[^<>]{{0,200}}>", re.IGNORECASE)
_STROKES = re.compile("(?:[^\\W_][\u0335\u0336][\\W_]*)+")


class Page(Protocol):
    """What is looked at of a document: its text, how it was rendered, what it revises itself."""

    @property
    def text(self) -> str:
        """The reading text."""

    @property
    def rendered(self) -> Rendered | None:
        """What rendering left of its marks."""

    @property
    def revised(self) -> tuple[Mark, ...]:
        """What the page strikes out or marks as inserted."""


def revision_marks(document: Page, passage: Passage) -> tuple[Look, ...]:
    """Whether a word of a passage is struck out, and whether one is marked as inserted."""
    near = (m for m in document.revised if m.start < passage.end and passage.start < m.end)
    found = {mark.look for mark in near if _holds_word(document.text, mark, passage)}
    return tuple(look for look in _REVISED if look in found)


def _holds_word(text: str, mark: Mark, passage: Passage) -> bool:
    common = text[max(mark.start, passage.start) : min(mark.end, passage.end)]
    return any(map(str.isalnum, common))


def revised(document: Page) -> Iterator[Mark]:
    """What a page strikes out or inserts; in plain text as Markdown and HTML do."""
    text = document.text
    if document.rendered is not None:
        yield from (mark for mark in document.rendered.marks if mark.look in _REVISED)
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
