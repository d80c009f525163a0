"""Write Moodle XML; it holds all nine types."""

from __future__ import annotations

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.options import Choice, in_order
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.moodle_xml.gaps import cloze_text
from quiz.formats.outgoing import features
from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.gapped import own_stem
from quiz.formats.outgoing.html import block, html, inline
from quiz.formats.outgoing.losses import Form, Written, pieces
from quiz.formats.outgoing.moodle_words import typed
from quiz.formats.outgoing.naming import short_name
from quiz.formats.outgoing.numbers import share, tolerance_of, value_of
from quiz.formats.outgoing.remarks import model_answer, reasons, remarks
from quiz.formats.outgoing.xml import HEAD, escaped, tag

FORM = Form(
    "Moodle XML",
    ".xml",
    {
        features.STEM_OF_CLOZE: "stands before its text",
        features.ANY_ORDER: "each gap takes its own answer",
        features.TEX: features.TEX_LEFT,
    },
)
_KINDS = {
    "single-choice": "multichoice",
    "multiple-choice": "multichoice",
    "true-false": "truefalse",
    "short-answer": "shortanswer",
    "numeric": "numerical",
    "cloze": "cloze",
    "matching": "matching",
    "ordering": "ordering",
    "open": "essay",
}
_ORDERED = (
    tag("layouttype", "VERTICAL"),
    tag("selecttype", "ALL"),
    tag("selectcount", "0"),
    tag("gradingtype", "ABSOLUTE_POSITION"),
    tag("showgrading", "SHOW"),
)


def write(bank: Bank) -> Written:
    """All questions of a bank, in a category that is called as the set."""
    found = pieces(bank, FORM, _question)
    name = escaped(bank.head.title.replace("/", "//"))
    path = tag("category", tag("text", f"$course$/top/{name}"))
    info = tag("info", tag("text", escaped(bank.head.description)), format="plain_text")
    category = tag("question", path, info, type="category")
    inside = "\n".join([category, *found.texts])
    return found.written(f"{HEAD}<quiz>\n{inside}\n</quiz>\n")


def _question(out: Outgoing) -> str:
    question = out.question
    parts = [
        tag("name", tag("text", escaped(short_name(question.stem)))),
        _rich("questiontext", _asked(out)),
        _rich("generalfeedback", html(remarks(out, corrected=False))),
        tag("defaultgrade", "1"),
        tag("idnumber", escaped(question.id)),
        *_answers(out, question),
    ]
    if question.hint:
        parts.append(_rich("hint", block(question.hint)))
    if question.tags:
        listed = (tag("tag", tag("text", escaped(name))) for name in question.tags)
        parts.append(tag("tags", *listed))
    return tag("question", *(f"\n  {part}" for part in parts), "\n", type=_KINDS[question.type])


def _rich(name: str, text: str) -> str:
    return tag(name, tag("text", escaped(text)), format="html")


def _asked(out: Outgoing) -> str:
    question = out.question
    if not isinstance(question, Cloze):
        return block(question.stem)
    stem = own_stem(question)
    return (block(stem) if stem else "") + cloze_text(out, question)


def _answers(out: Outgoing, question: Question) -> list[str]:
    match question:
        case Choice():
            return _options(out, question)
        case TrueFalse():
            return _judged(question)
        case ShortAnswer():
            rejected = (_answer(typed(w.text), "0", html(reasons(out, w))) for w in question.reject)
            case_counts = str(int(question.compared_exactly))
            right = (_answer(typed(wording), "100") for wording in question.wordings)
            return [tag("usecase", case_counts), *right, *rejected]
        case Numeric():
            return _number(question)
        case Matching():
            pairs = [*question.pairs, *(("", right) for right in question.distractors)]
            shuffled = tag("shuffleanswers", "true")
            return [shuffled, *(_pair(left, right) for left, right in pairs)]
        case Ordering():
            return [*_ORDERED, *map(_item, question.sequence)]
        case Open():
            return _essay(question)
    return []


def _judged(question: TrueFalse) -> list[str]:
    """Who takes a false statement for true is told what is true."""
    if question.answer:
        return [_answer("true", "100"), _answer("false", "0")]
    wrong = block(question.correction) if question.correction else ""
    return [_answer("true", "0", wrong), _answer("false", "100")]


def _answer(text: str, fraction: str, feedback: str = "", form: str = "moodle_auto_format") -> str:
    said = (_rich("feedback", feedback),) if feedback else ()
    shown = escaped(text)
    return tag("answer", tag("text", shown), *said, fraction=fraction, format=form)


def _options(out: Outgoing, question: Choice) -> list[str]:
    several = isinstance(question, MultipleChoice)
    part = share(len(question.key)) if several else "100"
    found = [
        tag("single", "false" if several else "true"),
        tag("shuffleanswers", "false" if question.sorted else "true"),
        tag("answernumbering", "abc"),
    ]
    by_text = {wrong.text: wrong for wrong in question.distractors}
    for text in in_order(question.options) if question.sorted else question.options:
        wrong = by_text.get(text)
        mark = part if wrong is None else f"-{part}" if several else "0"
        said = "" if wrong is None else html(reasons(out, wrong))
        found.append(_answer(inline(text), mark, said, "html"))
    return found


def _number(question: Numeric) -> list[str]:
    allowed = tag("tolerance", tolerance_of(question))
    value = tag("text", value_of(question))
    found = [tag("answer", value, allowed, fraction="100", format="moodle_auto_format")]
    names = dict.fromkeys(unit for unit in question.units if unit)
    if names:
        units = (
            tag("unit", tag("multiplier", "1"), tag("unit_name", escaped(name))) for name in names
        )
        found += [tag("units", *units), tag("unitgradingtype", "0"), tag("showunits", "0")]
    return found


def _pair(left: str, right: str) -> str:
    text = tag("text", escaped(inline(left)))
    return tag(
        "subquestion", text, tag("answer", tag("text", escaped(inline(right)))), format="html"
    )


def _item(text: str) -> str:
    return tag("answer", tag("text", escaped(inline(text))), fraction="1", format="html")


def _essay(question: Open) -> list[str]:
    formats = [
        tag("responseformat", "editor"),
        tag("responserequired", "1"),
        tag("responsefieldlines", "10"),
        tag("attachments", "0"),
    ]
    return [*formats, _rich("graderinfo", html(model_answer(question)))]
