"""A question as a note of Anki: the texts of its fields, and how many cards it makes."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.formats.anki.note_types import GAPS, TURNED, TYPED, NoteType
from quiz.formats.outgoing.bank import Outgoing
from quiz.formats.outgoing.features import said_wrong
from quiz.formats.outgoing.html import block, html, inline
from quiz.formats.outgoing.laid_out import GAP, Laid, laid_out
from quiz.formats.outgoing.remarks import reasons, remarks
from quiz.formats.outgoing.simpler import lettered


class Note(NamedTuple):
    """A note before it has numbers; `fields` are HTML."""

    kind: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: int


def note_of(out: Outgoing) -> Note:
    """The note of a question."""
    question = out.question
    laid = laid_out(question, Random(question.id))
    said = remarks(out)
    why = html([remark for remark in said if remark.citation is None or remark.citation.note])
    passages = html([one for one in said if one.citation is not None and not one.citation.note])
    cloze = isinstance(question, Cloze)
    fields = (
        block(laid.stem) + (_gaps(question) if isinstance(question, Cloze) else ""),
        _choices(laid),
        _answer(question, laid),
        why,
        passages,
        _reasons(out, laid),
        inline(question.hint),
    )
    kind = GAPS if cloze else TYPED if isinstance(question, ShortAnswer | Numeric) else TURNED
    cards = len(question.gaps) if isinstance(question, Cloze) else 1
    return Note(kind, fields, tuple(map(_tag, question.tags)), cards)


def _tag(text: str) -> str:
    return "_".join(text.split())


def _gaps(question: Cloze) -> str:
    text = block(GAP.join(question.parts))
    for number, gap in enumerate(question.gaps, 1):
        answer = inline(gap[0]).replace("::", ":&#58;")
        text = text.replace(GAP, f"{{{{c{number}::{answer}}}}}", 1)
    return text


def _choices(laid: Laid) -> str:
    lefts = "".join(f"<div>– {inline(left)}</div>" for left in laid.lefts)
    options = enumerate(laid.options)
    shown = "".join(f"<div>{lettered(at)}. {inline(text)}</div>" for at, text in options)
    task = f"<p><i>{laid.task}</i></p>" if laid.task else ""
    return task + lefts + shown


def _answer(question: Question, laid: Laid) -> str:
    """What is typed stands alone, as it is compared."""
    if isinstance(question, ShortAnswer | Numeric):
        return inline(question.key[0])
    return "" if isinstance(question, Cloze) else "<br/>".join(map(inline, laid.answer))


def _reasons(out: Outgoing, laid: Laid) -> str:
    """What else counts, then why wrong answers are wrong."""
    question = out.question
    found = [f"<p>{inline(line)}</p>" for line in laid.also]
    for wrong in said_wrong(question):
        said = reasons(out, wrong)
        if said:
            found.append(f"<p><b>{inline(wrong.text)}</b> is wrong:</p>{html(said)}")
    return "".join(found)
