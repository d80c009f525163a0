"""Write Markdown that reads well as text and as a page: questions, then answers with passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.marked import CODE, blocks_in, code_first, marks_of, parted, written
from quiz.core.rendering.question_text import read_markup
from quiz.formats.outgoing.bank import Bank, Citation, Outgoing
from quiz.formats.outgoing.features import said_wrong
from quiz.formats.outgoing.laid_out import GAP, Laid, laid_out
from quiz.formats.outgoing.losses import Form, Loss, Written
from quiz.formats.outgoing.remarks import Remark, reasons, remarks
from quiz.formats.outgoing.simpler import lettered

FORM = Form("Markdown", ".md", {})
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>|~$]|^[ ]*(?:#|[-+](?= )|\d+(?=[.)] ))|&(?=#?\w+;)", re.MULTILINE
)
_TICKS = re.compile(r"`+")
_BLANK = r"\_\_\_\_\_"


def write(bank: Bank) -> Written:
    """Everything, the answers folded away where a page can fold."""
    parts = [f"# {escape(bank.head.title)}"]
    if bank.head.description:
        parts.append(escape(bank.head.description))
    losses: list[Loss] = []
    for number, out in enumerate(bank.questions, 1):
        parts += _question(number, out)
        losses += FORM.losses(out)
    content = "\n\n".join(parts) + "\n"
    return Written(content.encode(), len(bank.questions), tuple(losses))


def escape(text: str) -> str:
    """Text that means itself."""
    return _SPECIAL.sub(_escaped, text)


def _marked(text: str) -> str:
    """The same with its emphasis and inline code, as far as Markdown has a way to write it.

    Emphasis inside or right beside emphasis often has none: then the code alone is marked.
    """
    for dress in (_dressed, _code_alone) if marks_of(text) else ():
        made = written(text, escape, dress)
        if read_markup(made) == str(text):
            return made
    return escape(str(text))


def _code_alone(mark: Mark, inside: str, raw: str) -> str:
    return _dressed(mark, inside, raw) if mark.look in CODE else inside


def _dressed(mark: Mark, inside: str, raw: str) -> str:
    if mark.look in CODE:
        return _code(" ".join(raw.split("\n")))
    return f"**{inside}**" if mark.look is Look.STRONG else f"*{inside}*"


def _code(raw: str) -> str:
    fence = "`" * (1 + max(map(len, _TICKS.findall(raw)), default=0))
    room = " " if raw.startswith("`") or raw.endswith("`") else ""
    return f"{fence}{room}{raw}{room}{fence}"


def _code_block(mark: Mark, text: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    return f"{fence}{mark.target}\n{text}\n{fence}"


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    return f"{found}\\" if found[-1].isdigit() else f"{found[:-1]}\\{found[-1]}"


def _flat(text: str) -> str:
    return " ".join(_marked(text).split())


def _within(sign: str, text: str) -> str:
    """A text on one line in emphasis, which has none inside it then."""
    only_code = all(mark.look in CODE for mark in marks_of(text))
    return f"{sign}{_flat(text if only_code else str(text))}{sign}"


def _block(text: str) -> str:
    """Lines broken where the author breaks them."""
    parts = (
        _code_block(blocks_in(part)[0], part) if code_first(part) else _broken(part)
        for part in parted(text)
    )
    return "\n\n".join(parts)


def _broken(text: str) -> str:
    return re.sub(r"(?<=\S)[ ]*\n(?=[ ]*\S)", "\\\\\n", _marked(text))


def _question(number: int, out: Outgoing) -> Iterator[str]:
    laid = laid_out(out.question, Random(out.question.id))
    yield f"## {number}."
    yield _block(laid.stem)
    if laid.text:
        yield _block(laid.text).replace(GAP, _BLANK)
    if laid.task:
        yield f"*{laid.task}*"
    if laid.lefts:
        yield "\n".join(f"- {_flat(left)}" for left in laid.lefts)
    if laid.options:
        options = enumerate(laid.options)
        yield "\\\n".join(f"{lettered(at)}. {_flat(text)}" for at, text in options)
    yield "<details><summary>Answer</summary>"
    yield from _answer(out, laid)
    yield "</details>"


def _answer(out: Outgoing, laid: Laid) -> Iterator[str]:
    right = [_within("**", line) for line in laid.answer]
    yield "\\\n".join([*right, *map(_flat, laid.also)])
    yield from _said(remarks(out))
    for wrong in said_wrong(out.question):
        said = reasons(out, wrong)
        if said:
            yield f"{_within('*', wrong.text)} is wrong:"
            yield from _said(said)
    if out.question.hint:
        yield f"Hint: {_flat(out.question.hint)}"


def _said(found: Sequence[Remark]) -> Iterator[str]:
    for remark in found:
        yield _block(remark.text) if remark.citation is None else _quoted(remark.citation)


def _quoted(citation: Citation) -> str:
    return f"> {_flat(citation.words)}\n>\n> — {_flat(citation.place)}"
