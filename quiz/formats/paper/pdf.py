"""A sheet as PDF, set by Typst (the extra `print`)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files

from quiz.errors import QuizError
from quiz.formats.outgoing.laid_out import GAP
from quiz.formats.outgoing.remarks import Remark
from quiz.formats.outgoing.simpler import lettered
from quiz.formats.paper.sheet import Asked, Entry, Sheet

_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def pdf(sheet: Sheet) -> bytes:
    """The file; raises QuizError where Typst is missing."""
    try:
        import typst  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        hint = "pip install 'citequiz[print]', or print the HTML from a browser"
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


def _paragraphs(text: str) -> list[str]:
    return _PARAGRAPHS.split(text) if text else []


def _asked(asked: Asked) -> dict[str, object]:
    laid = asked.laid
    options = enumerate(laid.options)
    return {
        "number": asked.number,
        "points": asked.points,
        "stem": _paragraphs(laid.stem),
        "text": laid.text.split(GAP) if laid.text else [],
        "task": laid.task,
        "room": asked.room,
        "lines": asked.lines,
        "unit": asked.unit,
        "lefts": laid.lefts,
        "options": [{"letter": lettered(at), "text": text} for at, text in options],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "label": entry.label,
        "points": entry.points,
        "stem": _paragraphs(entry.stem),
        "answer": entry.answer,
        "also": entry.also,
        "said": _said(entry.said),
        "wrong": [{"text": one.text, "said": _said(one.said)} for one in entry.wrong],
    }


def _said(remarks: Sequence[Remark]) -> list[dict[str, object]]:
    return [
        {"text": _paragraphs(one.text)}
        if one.citation is None
        else {"words": " ".join(one.citation.words.split()), "place": one.citation.place}
        for one in remarks
    ]
