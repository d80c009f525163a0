"""The whole words, and the whole sentence, around a place where a quoted text stands."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.grounding.located import occurrences
from quiz.core.revisions.sentence.sentence_edges import Edges, grown
from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage


def whole_sentence(text: str, place: Passage, exact: str, lines: bool = False) -> Passage:
    """A place like a quoted text, grown to the sentence if the text looks like a whole one."""
    begins = exact[:1].isupper() and not text[place.start : place.start + 1].isupper()
    stop = exact.rstrip()[-1:] in (".", "!", "?")
    return grown(text, place, Edges(begins, stop, stop), lines)


def whole_places(text: str, exact: str) -> list[Passage]:
    """Where a text stands as whole words."""
    places = (Passage(at, at + len(exact)) for at in occurrences(text, exact))
    return [place for place in places if not cuts_word(text, place)]


def longer_words(text: str, exact: str) -> Iterator[Passage]:
    """The whole words and numbers in which a text stands, where it stands in no others."""
    at = text.find(exact) if exact else -1
    while at >= 0:
        start, end = at, at + len(exact)
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        while end > at + len(exact) and text[end - 1] in ".,;:!?)]\"'”’":
            end -= 1
        while start < at and text[start] in "([\"'“‘":
            start += 1
        yield Passage(start, end)
        at = text.find(exact, end)
