"""Notes as a Markdown page, each under its question or passage with a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from quiz.core.text.safe_text import sanitise
from quiz.study.noting.listing import KIND_WORDS, Listed

_MEANS = re.compile(r"([\\`*_\[\]<>#|~$])")
_STARTS = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|$)")


def notes_markdown(notes: Sequence[Listed]) -> str:
    """The page; what the learner wrote stays as it is: it may be Markdown itself."""
    return "\n".join(_lines(notes)).rstrip() + "\n"


def _lines(notes: Sequence[Listed]) -> Iterator[str]:
    yield "# My notes"
    for (title, _), of_set in groupby(notes, key=lambda one: (one.set_title, one.set_id)):
        yield from ("", f"## {_plain(title) or 'Elsewhere'}")
        for about, found in groupby(of_set, key=lambda one: one.about):
            yield from ("", f"### {_plain(about)}")
            yield from _of_one(list(found))


def _of_one(notes: Sequence[Listed]) -> Iterator[str]:
    quoted = ""
    for one in notes:
        if one.quote and one.quote != quoted:
            quoted = one.quote
            place = f" ({_plain(one.place)})" if one.place else ""
            yield from ("", f"> “{_plain(one.quote)}”{place}")
        if one.trouble:
            yield from ("", f"*{_plain(one.trouble)}*")
        words = sanitise(one.note.text) or f"*{KIND_WORDS.get(one.note.kind, 'note')}*"
        yield from ("", *words.splitlines())


def _plain(text: str) -> str:
    """A text on one line that means nothing in Markdown."""
    line = " ".join(sanitise(text).split())
    return _STARTS.sub(r"\1\\\2", _MEANS.sub(r"\\\1", line))
