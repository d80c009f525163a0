"""Write one self-contained HTML page: no script, no address, answers folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.features import said_wrong
from quiz.formats.outgoing.html import block, escape, html, inline
from quiz.formats.outgoing.laid_out import GAP, Laid, choosing_one, laid_out
from quiz.formats.outgoing.losses import Form, Written, pieces
from quiz.formats.outgoing.remarks import reasons, remarks
from quiz.formats.outgoing.simpler import lettered
from quiz.formats.outgoing.xml import escaped
from quiz.formats.web_page.style import STYLE

FORM = Form("HTML", ".html", {})
_GAP = '<input aria-label="gap" size="16">'


def write(bank: Bank) -> Written:
    """Everything on one page."""
    found = pieces(bank, FORM, _question)
    head = bank.head
    about = block(head.description) if head.description else ""
    return found.written(
        f'<!DOCTYPE html>\n<html lang="{escaped(head.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(head.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<header dir="auto"><h1>{escape(head.title)}</h1>{about}</header>\n'
        f"<ol>\n{''.join(found.texts)}</ol>\n</main>\n</body>\n</html>\n"
    )


def _question(out: Outgoing) -> str:
    question = out.question
    laid = laid_out(question, Random(question.id))
    asked = block(laid.stem) + block(laid.text).replace(GAP, _GAP) * bool(laid.text)
    return (
        f'<li id="{escaped(question.id)}" dir="auto">{asked}{"".join(_to_answer(out, laid))}'
        f"<details><summary>Answer</summary>{''.join(_answer(out, laid))}</details></li>\n"
    )


def _to_answer(out: Outgoing, laid: Laid) -> Iterator[str]:
    question = out.question
    if laid.task:
        yield f'<p class="task">{laid.task}</p>'
    if question.type in ("single-choice", "multiple-choice", "true-false"):
        kind = "radio" if choosing_one(question) else "checkbox"
        name = escaped(question.id)
        for at, text in enumerate(laid.options):
            control = f'<input type="{kind}" name="{name}"> {lettered(at)}. {inline(text)}'
            yield f'<label class="option">{control}</label>'
    elif laid.lefts or laid.options:
        yield _listed(laid.lefts or laid.options, laid.options if laid.lefts else ())
    elif question.type == "open":
        yield '<textarea aria-label="your answer" rows="4"></textarea>'
    elif not laid.text:
        yield '<p><input aria-label="your answer" size="40"></p>'


def _listed(rows: Sequence[str], choices: Sequence[str]) -> str:
    """Left sides with a list of right ones to choose from, or items with a place to type."""
    shown = ['<option value=""></option>']
    shown += [f"<option>{lettered(at)}. {escape(text)}</option>" for at, text in enumerate(choices)]
    control = f"<select>{''.join(shown)}</select>" if choices else '<input size="3">'
    lines = []
    for at, text in enumerate(rows):
        letter = "" if choices else f"{lettered(at)}. "
        first, second = (inline(text), control) if choices else (control, letter + inline(text))
        lines.append(f'<label class="option">{first} {second}</label>')
    return "".join(lines)


def _answer(out: Outgoing, laid: Laid) -> Iterator[str]:
    yield f'<p class="right">{"<br>".join(map(inline, laid.answer))}</p>'
    yield "".join(f"<p>{inline(line)}</p>" for line in laid.also)
    yield html(remarks(out))
    for wrong in said_wrong(out.question):
        said = reasons(out, wrong)
        if said:
            yield f"<p><b>{inline(wrong.text)}</b> is wrong.</p>{html(said)}"
    if out.question.hint:
        yield f"<p>Hint: {inline(out.question.hint)}</p>"
