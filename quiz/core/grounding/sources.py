"""Find a source in a document, whose words may be copied from the page or from its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from quiz.core.grounding.locate import exact_places, locate
from quiz.core.grounding.located import MISSING, How, Located, occurrences, settled
from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage

_WRAP = re.compile(r"\s*\n\s*")
_GAP = re.compile(r"[^\S\n]{3,}|\t")  # the reading text has two spaces between cells

if TYPE_CHECKING:
    from quiz.core.text.derived import Spelling

    class Cited(Protocol):
        """A text that sources are looked up in, and the other forms of its own words."""

        @property
        def text(self) -> str:
            """The text that passages are spans of."""

        def spellings(self) -> Iterator[Spelling]:
            """The other forms."""

    class Quoted(Protocol):
        """What a source says about its passage (W3C TextQuoteSelector)."""

        @property
        def exact(self) -> str:
            """The passage's words."""

        @property
        def prefix(self) -> str:
            """What stands before it."""

        @property
        def suffix(self) -> str:
            """What stands after it."""


def find_source(document: Cited, source: Quoted) -> Located:
    """Find a source in a document; its words may be copied from the page or from the file.

    As `locate`, but what the document says in one of its other forms is grounded too.
    """
    text, exact = document.text, source.exact
    if not exact.strip():
        return MISSING
    found = settled(text, exact_places(text, exact, source.prefix, source.suffix), exact)
    found = found or respelled(document, source) or _in_columns(text, source)
    return found or locate(text, exact, source.prefix, source.suffix)


def grounded_source(document: Cited, source: Quoted) -> Passage | None:
    """Where a source is grounded, else None: as `find_source`, without looking for what is near."""
    text, exact = document.text, source.exact
    if exact in text:
        found: Located | None = find_source(document, source)
    else:
        found = respelled(document, source) or _in_columns(text, source)
    return found.passage if found is not None and found.grounded else None


def _in_columns(text: str, source: Quoted) -> Located | None:
    """Where a row of a table stands, copied from a page that sets its columns further apart."""
    exact, prefix, suffix = (
        _GAP.sub("  ", part) for part in (source.exact, source.prefix, source.suffix)
    )
    return settled(text, exact_places(text, exact, prefix, suffix), exact)


def respelled(document: Cited, source: Quoted) -> Located | None:
    """Where a source stands in one of the document's other forms, the first that has it.

    None where none has; nothing is looked for that is only near.
    """
    wanted = _on_one_line(source)
    if not wanted[0]:
        return None
    for spelling in document.spellings():
        places = dict.fromkeys(_places_in(spelling, *wanted))
        whole = [p for p in places if any(wanted[1:]) or not cuts_word(document.text, p)]
        if len(whole) > 1:
            return Located(How.AMBIGUOUS, others=tuple(whole), score=1.0)
        if whole:
            return Located(How.EXACT, whole[0], score=1.0)
    return None


def _on_one_line(source: Quoted) -> tuple[str, str, str]:
    exact, prefix, suffix = (
        _WRAP.sub(" ", text).strip() for text in (source.exact, source.prefix, source.suffix)
    )
    return exact, prefix, suffix


def _places_in(spelling: Spelling, exact: str, prefix: str, suffix: str) -> Iterator[Passage]:
    text = spelling.text
    for start in occurrences(text, exact):
        end = start + len(exact)
        before = text[max(0, start - len(prefix) - 1) : start].rstrip()
        after = text[end : end + len(suffix) + 1].lstrip()
        place = spelling.passage(start, end)
        if place is not None and before.endswith(prefix) and after.startswith(suffix):
            yield place
