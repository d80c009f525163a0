"""Write CSV with a header that `quiz import` and spreadsheets read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.options import Choice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.bank.markup import looks_like_html
from quiz.formats.outgoing import features
from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.gapped import own_stem
from quiz.formats.outgoing.html import escape
from quiz.formats.outgoing.losses import Form, Loss, Written, sorted_out
from quiz.formats.outgoing.mixing import mixed
from quiz.formats.outgoing.numbers import tolerance_of, value_of
from quiz.formats.outgoing.remarks import correction, plain, reasons, remarks
from quiz.formats.tables.guarding import guarded

FORM = Form(
    "CSV",
    ".csv",
    {
        features.STEM_OF_CLOZE: "stands before its text",
        features.MARKS: "as plain text",
        features.TEX: features.TEX_LEFT,
        features.EXACT: "by how its answers look",
        features.ANY_ORDER: "each gap takes its own answer",
        features.SORTED: "in an order of chance",
        features.OTHER_UNITS: "left out",
    },
)
BAR, PAIR = "|", "=>"
_COLUMNS = ("id", "type", "question", "answer", "accept", "option", "correct", "wrong", "feedback")
_REST = ("explanation", "correction", "hint", "tags", "tolerance", "unit")


def write(bank: Bank) -> Written:
    """A row a question; only the columns that are needed."""
    kept, losses = sorted_out(bank.questions, FORM)
    rows = [dict(_cells(out)) for out in kept]
    used = {"question", "answer", *(name for row in rows for name, cell in row.items() if cell)}
    names = sorted(used, key=_place)
    held = io.StringIO()
    table = csv.writer(held, lineterminator="\r\n")
    table.writerow(names)
    table.writerows([guarded(row.get(name, "")) for name in names] for row in rows)
    signs = tuple(loss for out in kept for loss in _signs(out))
    return Written(held.getvalue().encode("utf-8-sig"), len(rows), (*losses, *signs))


def _place(name: str) -> tuple[int, int]:
    word, _, number = name.partition(" ")
    return (*_COLUMNS, *_REST).index(word), int(number or 0)


def _cells(out: Outgoing) -> Iterator[tuple[str, str]]:
    question = out.question
    yield "correction", correction(question)
    yield "id", question.id
    yield "type", question.type
    yield "question", _literal(_asked(question))
    yield from _answers(question)
    for at, wrong in enumerate(features.said_wrong(question), 1):
        if not isinstance(question, Choice):
            yield f"wrong {at}", _cell(wrong.text)
            yield f"feedback {at}", plain(reasons(out, wrong))
    if isinstance(question, Choice):
        yield from _options(out, question)
    yield "explanation", _literal(plain(remarks(out, corrected=False)))
    yield "hint", question.hint
    yield "tags", BAR.join(map(_cell, question.tags))


def _asked(question: Question) -> str:
    if not isinstance(question, Cloze):
        return question.stem
    gaps = [f"{{{{{BAR.join(gap)}}}}}" for gap in question.gaps]
    text = "".join(a + b for a, b in zip(question.parts, [*gaps, ""], strict=True))
    stem = own_stem(question)
    return f"{stem}\n\n{text}" if stem else text


def _answers(question: Question) -> Iterator[tuple[str, str]]:
    match question:
        case TrueFalse():
            yield "answer", question.key[0]
        case ShortAnswer():
            yield "answer", _cell(question.answer)
            yield "accept", BAR.join(map(_cell, question.accept))
        case Numeric():
            yield "answer", value_of(question)
            yield "tolerance", _tolerance(question)
            yield "unit", question.unit
        case Matching():
            pairs = (f"{_side(left)} {PAIR} {_side(right)}" for left, right in question.pairs)
            yield "answer", BAR.join(pairs)
            for at, text in enumerate(question.distractors, 1):
                yield f"wrong {at}", _cell(text)
        case Ordering():
            yield "answer", BAR.join(map(_cell, question.sequence))
        case Open():
            whole = BAR.join(map(_cell, (question.model_answer, *question.points)))
            yield "answer", _literal(whole)


def _tolerance(question: Numeric) -> str:
    """As the author wrote it, as far as a number; empty for none."""
    if question.tolerance.endswith("%"):
        return question.tolerance
    found = tolerance_of(question)
    return "" if found == "0" else found


def _options(out: Outgoing, question: Choice) -> Iterator[tuple[str, str]]:
    """Options, and the right ones by number; by letter where options are numbers themselves."""
    shown = mixed(question)
    by_text = {wrong.text: wrong for wrong in question.distractors}
    for at, text in enumerate(shown, 1):
        yield f"option {at}", _literal(text)
        if text in by_text:
            yield f"feedback {at}", plain(reasons(out, by_text[text]))
    yield "correct", _right([shown.index(text) for text in question.key], shown)


def _right(places: list[int], options: tuple[str, ...]) -> str:
    marks = (
        ", ".join(str(at + 1) for at in places),
        ", ".join(chr(ord("A") + at) for at in places),
    )
    lower = {" ".join(option.split()).lower() for option in options}
    return next((mark for mark in marks if mark.lower() not in lower), options[places[0]])


def _literal(text: str) -> str:
    """A text that is read as HTML where it looks so: with its signs as entities."""
    return escape(text) if looks_like_html(text) else text


def _cell(text: str) -> str:
    return text.replace(BAR, "¦")


def _side(text: str) -> str:
    return _cell(text).replace(PAIR, "⇒")


def _signs(out: Outgoing) -> Iterator[Loss]:
    """Bars and arrows, which part the texts of a cell."""
    question = out.question
    texts = [*question.tags, *_listed(question)]
    if any(BAR in text for text in texts):
        yield Loss(question.id, question.line, "`|` in CSV: as `¦`")
    if isinstance(question, Matching) and any(PAIR in side for p in question.pairs for side in p):
        yield Loss(question.id, question.line, "`=>` in CSV: as `⇒`")


def _listed(question: Question) -> Iterator[str]:
    if isinstance(question, Matching):
        yield from (side for pair in question.pairs for side in pair)
        yield from question.distractors
    elif isinstance(question, ShortAnswer | Cloze):
        yield from question.wordings if isinstance(question, ShortAnswer) else ()
        yield from (wrong.text for wrong in question.reject)
    else:
        yield from question.key
