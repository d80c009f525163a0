"""A sheet as an HTML page made for printing: no script, no address, no question cut in two."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.formats.outgoing.html import block, escape, html, inline
from quiz.formats.outgoing.laid_out import GAP
from quiz.formats.outgoing.simpler import lettered
from quiz.formats.outgoing.xml import escaped
from quiz.formats.paper.making import counted
from quiz.formats.paper.sheet import Asked, Entry, Sheet
from quiz.formats.paper.style import STYLE

_GAP = '<span class="gap" role="img" aria-label="gap"></span>'
_LINE = '<div class="line"></div>'


def page(sheet: Sheet) -> str:
    """The whole page."""
    title = " – ".join(filter(None, (sheet.title, sheet.subtitle)))
    asked = "".join(map(_asked, sheet.asked))
    key = "".join(map(_entry, sheet.key))
    apart = ' class="apart"' if sheet.asked else ""
    answers = f"<section{apart}><h2>Answers</h2>{key}</section>" if key else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(sheet.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{escape(title)}</title>\n<style>{STYLE}</style>\n'
        f"</head>\n<body>\n<main>\n{_head(sheet)}\n{asked}{answers}</main>\n</body>\n</html>\n"
    )


def _head(sheet: Sheet) -> str:
    parts = [f"<h1>{escape(sheet.title)}</h1>"]
    parts += [f"<p class=sub>{escape(sheet.subtitle)}</p>"] * bool(sheet.subtitle)
    parts += [f"<p>{escape(' · '.join(sheet.facts))}</p>"] * bool(sheet.facts)
    fields = "".join(f"<span>{escape(name)} <i></i></span>" for name in sheet.fields)
    parts += [f"<p class=fields>{fields}</p>"] * bool(fields)
    parts += [block(sheet.about)] * bool(sheet.about)
    return f'<header dir="auto">{"".join(parts)}</header>'


def _asked(asked: Asked) -> str:
    laid = asked.laid
    points = f'<span class="points">{counted(asked.points, "point")}</span>' if asked.points else ""
    text = block(laid.text).replace(GAP, _GAP) if laid.text else ""
    task = f"<p><i>{laid.task}</i></p>" if laid.task else ""
    return (
        f'<article dir="auto"><h3>{asked.number}.</h3>{points}{block(laid.stem)}{text}{task}'
        f"{''.join(_room(asked))}</article>\n"
    )


def _room(asked: Asked) -> Iterator[str]:
    laid = asked.laid
    if asked.room in ("one", "several"):
        mark = "○" if asked.room == "one" else "☐"
        for at, text in enumerate(laid.options):
            yield f'<p class="option">{mark} {lettered(at)}. {inline(text)}</p>'
    if asked.room == "letters":
        rows = (f"<p class=option><b></b> {inline(left)}</p>" for left in laid.lefts)
        options = enumerate(laid.options)
        rights = (f"<p class=option>{lettered(at)}. {inline(text)}</p>" for at, text in options)
        yield f'<div class="pairs"><div>{"".join(rows)}</div><div>{"".join(rights)}</div></div>'
    if asked.room == "order":
        for at, text in enumerate(laid.options):
            yield f"<p class=option><b></b> {lettered(at)}. {inline(text)}</p>"
    if asked.room == "lines" and asked.lines == 1:
        yield f'<p>{_GAP}<span class="gap"></span> {escape(asked.unit)}</p>'
    elif asked.lines:
        yield _LINE * asked.lines


def _entry(entry: Entry) -> str:
    points = f'<span class="points">{counted(entry.points, "point")}</span>' if entry.points else ""
    also = "".join(f"<p>{inline(line)}</p>" for line in entry.also)
    wrong = "".join(
        f"<p><b>{inline(one.text)}</b> is wrong.</p>{html(one.said)}" for one in entry.wrong
    )
    return (
        f'<article dir="auto"><h3>{escape(entry.label)}</h3>{points}{block(entry.stem)}'
        f'<p class="right">{"<br/>".join(map(inline, entry.answer))}</p>'
        f"{also}{html(entry.said)}{wrong}</article>\n"
    )
