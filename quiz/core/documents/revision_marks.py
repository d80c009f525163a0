"""What a page itself says of a passage: that it is struck out, or only inserted."""

from __future__ import annotations

from quiz.core.documents.document import Document
from quiz.core.documents.revised import REVISED
from quiz.core.rendering.blocks import Look, Mark
from quiz.core.text.passages import Passage


def revision_marks(document: Document, passage: Passage) -> tuple[Look, ...]:
    """Whether a word of a passage is struck out, and whether one is marked as inserted."""
    near = (m for m in document.revised if m.start < passage.end and passage.start < m.end)
    found = {mark.look for mark in near if _holds_word(document.text, mark, passage)}
    return tuple(look for look in REVISED if look in found)


def _holds_word(text: str, mark: Mark, passage: Passage) -> bool:
    common = text[max(mark.start, passage.start) : min(mark.end, passage.end)]
    return any(map(str.isalnum, common))
