"""What is kept about a passage while its document is as the author knew it, to find it later."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quiz.core.grounding.located import occurrences
from quiz.core.revisions.imprint import document_words, imprint, word_at
from quiz.core.text.edges import cuts_word
from quiz.core.text.folding import FoldedText, fold_spaces, folded_text
from quiz.core.text.passages import Passage

KEPT = 64
"""Characters kept on either side of a passage."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The surroundings of a passage in an earlier state of its document.

    `before` and `after` are `KEPT` characters long, shorter only where the document begins or
    ends. `offset` counts characters of that document; `occurrences` is how often the passage's
    text stood there as whole words, folded; `length` is the document's. `word` counts the words in
    front of the passage, and `imprint` is the document's, empty where none was kept.
    """

    before: str
    after: str
    offset: int
    occurrences: int
    length: int
    word: int = 0
    imprint: str = ""


def anchor(text: str, passage: Passage) -> Anchor:
    """The anchor of a passage."""
    return Anchor(
        before=text[max(0, passage.start - KEPT) : passage.start],
        after=text[passage.end : passage.end + KEPT],
        offset=passage.start,
        occurrences=len(folded_places(text, text[passage.start : passage.end])),
        length=len(text),
        word=word_at(document_words(text), passage.start),
        imprint=imprint(text),
    )


def folded_places(text: str, exact: str) -> list[Passage]:
    """Where a text stands as whole words, apart from case, spaces, quotes and the like."""
    folded, wanted = _folded(text), fold_spaces(exact)
    if not wanted:
        return []
    spans = (folded.passage(at, at + len(wanted)) for at in occurrences(folded.text, wanted))
    return [place for place in spans if place is not None and not cuts_word(text, place)]


@lru_cache(maxsize=2)
def _folded(text: str) -> FoldedText:
    """Documents only: the short texts looked for in one would drive it out of a shared memory."""
    return folded_text(text)
