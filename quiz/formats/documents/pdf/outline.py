"""Headings by the table of contents that a PDF carries beside its text (its outline)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from quiz.formats.documents.pdf.line import Line

_MOST = 20_000
_NUMBER = re.compile(
    r"(?:(?:chapter|section|part|appendix|kapitel|abschnitt)\s+)?"
    r"(?:[\divxlc.\-–]+[a-z]?[.:)]?|[a-z][.:)])\s+",
    re.IGNORECASE,
)
_CUT_OFF = 40  # signs: programs cut longer titles
_SIGNS = re.compile(r"[\W_]+")
_LINES = 4  # a heading has no more
_ENOUGH = 0.5  # of the entries have to be found, or the outline is not believed
_FEWEST = 2


class Entry(NamedTuple):
    """A title of the outline, how deep it is, and the page it leads to."""

    title: str
    level: int
    page: int


def outline_of(document: Any) -> list[Entry]:
    """The entries of a file's outline that lead to its pages."""
    found: list[Entry] = []
    for bookmark in document.get_toc(max_depth=6):
        if len(found) >= _MOST:
            break
        target = bookmark.get_dest()
        page = target.get_index() if target is not None else None
        title = " ".join(bookmark.get_title().split())
        if page is not None and title:
            found.append(Entry(title, bookmark.level + 1, page))
    return found


def mark_headings(pages: Sequence[list[Line]], entries: Sequence[Entry]) -> bool:
    """Give lines that an entry names its level; whether enough entries were found to believe it."""
    if len(entries) < _FEWEST:
        return False
    marked: list[tuple[Line, int]] = []
    found = 0
    for entry in entries:
        lines = _named(pages, entry)
        found += bool(lines)
        marked += [(line, entry.level) for line in lines]
    if found < _ENOUGH * len(entries):
        return False
    for line, level in marked:
        line.level = line.level or min(level, 6)
    return True


def _named(pages: Sequence[list[Line]], entry: Entry) -> list[Line]:
    """The lines on the entry's page, or the next, that say its title."""
    wanted, bare = _form(entry.title), _form(_bare(entry.title))
    for number in (entry.page, entry.page + 1):
        if not 0 <= number < len(pages):
            continue
        lines = pages[number]
        for start in range(len(lines)):
            text = ""
            for end in range(start, min(start + _LINES, len(lines))):
                text = f"{text} {lines[end].text}".strip()
                said = _form(text)
                whole = said in (wanted, bare) or _form(_bare(text)) == bare
                if whole or (len(wanted) >= _CUT_OFF and said.startswith(wanted)):
                    if bare:
                        return lines[start : end + 1]
                elif not (wanted.startswith(said) or bare.startswith(_form(_bare(text)))):
                    break
    return []


def _bare(title: str) -> str:
    """A title without the number before it."""
    return _NUMBER.sub("", title, count=1) if _NUMBER.match(title) else title


def _form(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
