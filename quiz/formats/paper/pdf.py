"""A sheet as PDF, set by Typst (the extra `print`)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files
from typing import TypeAlias

from quiz.core.rendering.blocks import Look
from quiz.core.rendering.marked import blocks_in, marks_of, piece
from quiz.errors import QuizError
from quiz.extras import install
from quiz.formats.outgoing.laid_out import GAP
from quiz.formats.outgoing.remarks import Remark
from quiz.formats.outgoing.simpler import lettered
from quiz.formats.paper.sheet import Asked, Entry, Sheet

_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
Runs: TypeAlias = "str | list[tuple[str, str]]"
"""A text, or stretches of it with the names of their looks."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def pdf(sheet: Sheet) -> bytes:
    """The file; raises QuizError where Typst is missing."""
    try:
        import typst  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        hint = f"{install('print')}, or print the HTML from a browser"
        raise QuizError("PDF needs Typst, which is not installed", hint=hint) from None
    template = files("quiz.formats.paper").joinpath("paper.typ").read_bytes()
    data = json.dumps(_data(sheet), ensure_ascii=False)
    try:
        content = typst.compile(template, sys_inputs={"sheet": data}, format="pdf")
    except (RuntimeError, ValueError) as error:
        raise QuizError(f"Typst cannot set this: {error}", hint="print the HTML instead") from None
    assert isinstance(content, bytes)
    return content


def _data(sheet: Sheet) -> dict[str, object]:
    known = _LANGUAGE.match(sheet.language)
    return {
        "title": sheet.title,
        "lang": known[0] if known else "en",
        "subtitle": sheet.subtitle,
        "facts": " · ".join(sheet.facts),
        "fields": sheet.fields,
        "about": _paragraphs(sheet.about),
        "asked": [_asked(one) for one in sheet.asked],
        "key": [_entry(one) for one in sheet.key],
    }


def _paragraphs(text: str) -> list[Runs]:
    """The paragraphs of a text; one with a block of code is not taken apart."""
    if not text:
        return []
    if blocks_in(text):
        return [_runs(text)]
    ends = [found.span() for found in _PARAGRAPHS.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [_runs(piece(text, a, b)) for a, b in zip(starts, stops, strict=True)]


def _runs(text: str) -> Runs:
    """A text as it is, or, with marks, its runs and how each looks; of nested marks the outer."""
    whole = str(text)
    found: list[tuple[str, str]] = []
    at = 0
    for mark in marks_of(text):
        if mark.start >= at:
            before = whole[at : mark.start]
            found.append((before.rstrip("\n") if mark.look is Look.FENCE else before, ""))
            found.append((whole[mark.start : mark.end], mark.look))
            at = mark.end
    rest = whole[at:]
    return [*found, (rest.lstrip("\n"), "")] if found else whole


def _asked(asked: Asked) -> dict[str, object]:
    laid = asked.laid
    options = enumerate(laid.options)
    return {
        "number": asked.number,
        "points": asked.points,
        "stem": _paragraphs(laid.stem),
        "text": _between_gaps(laid.text),
        "task": laid.task,
        "room": asked.room,
        "lines": asked.lines,
        "unit": asked.unit,
        "lefts": [_runs(left) for left in laid.lefts],
        "options": [{"letter": lettered(at), "text": _runs(text)} for at, text in options],
    }


def _between_gaps(text: str) -> list[Runs]:
    """The texts around the gaps of a cloze."""
    if not text:
        return []
    places = [at for at, sign in enumerate(text) if sign == GAP]
    starts, stops = [0, *(at + 1 for at in places)], [*places, len(text)]
    return [_runs(piece(text, a, b)) for a, b in zip(starts, stops, strict=True)]


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "label": entry.label,
        "points": entry.points,
        "stem": _paragraphs(entry.stem),
        "answer": [_runs(line) for line in entry.answer],
        "also": [_runs(line) for line in entry.also],
        "said": _said(entry.said),
        "wrong": [{"text": _runs(one.text), "said": _said(one.said)} for one in entry.wrong],
    }


def _said(remarks: Sequence[Remark]) -> list[dict[str, object]]:
    return [
        {"text": _paragraphs(one.text)}
        if one.citation is None
        else {"words": " ".join(one.citation.words.split()), "place": one.citation.place}
        for one in remarks
    ]
