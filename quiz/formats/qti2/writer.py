"""Write a zip of QTI 2.1: an item a file, a test that has them all, and a manifest."""

from __future__ import annotations

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
from quiz.core.questions.typed import Typed
from quiz.formats.outgoing import features
from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.html import block, html
from quiz.formats.outgoing.losses import Form, Written, sorted_out
from quiz.formats.outgoing.naming import short_name
from quiz.formats.outgoing.remarks import Remark, model_answer, reasons, remarks, statement
from quiz.formats.outgoing.xml import HEAD, tag
from quiz.formats.qti2 import interactions
from quiz.formats.qti2.interactions import Asked
from quiz.formats.qti2.package import NAMESPACE, PLACE, XSI, package
from quiz.formats.qti2.parts import FEEDBACK, GENERAL, RESPONSE, base, variable, when

FORM = Form(
    "QTI 2.1",
    ".zip",
    {
        features.HINT: "left out",
        features.TEX: features.TEX_LEFT,
        features.ANY_ORDER: "each gap takes its own answer",
        features.SORTED: "in the order of the file",
    },
)


def write(bank: Bank) -> Written:
    """A package with one test."""
    kept, losses = sorted_out(bank.questions, FORM)
    items = [HEAD + _item(out, bank.head.language) for out in kept]
    return Written(package(bank.head, kept, items), len(kept), losses)


def _item(out: Outgoing, language: str) -> str:
    question = out.question
    asked = _asked(question)
    said = {name: html(remark) for name, remark in _said(out, asked) if remark}
    zero = tag("defaultValue", tag("value", "0"))
    outcomes = (
        tag("outcomeDeclaration", zero, identifier="SCORE", cardinality="single", baseType="float"),
        tag(
            "outcomeDeclaration", identifier=FEEDBACK, cardinality="multiple", baseType="identifier"
        ),
    )
    rules = (*asked.rules, *_feedback(question, asked, said))
    return tag(
        "assessmentItem",
        *asked.declarations,
        *outcomes,
        tag("itemBody", *_for_scorers(question), block(question.stem), asked.body),
        *((tag("responseProcessing", *rules),) if rules else ()),
        *(_modal(name, text) for name, text in said.items()),
        xmlns=NAMESPACE,
        xmlns__xsi=XSI,
        xsi__schemaLocation=PLACE,
        identifier=question.id,
        title=short_name(question.stem),
        xml__lang=language,
        adaptive="false",
        timeDependent="false",
    )


def _asked(question: Question) -> Asked:
    match question:
        case Choice() | TrueFalse():
            return interactions.chosen(question)
        case ShortAnswer():
            return interactions.typed(question)
        case Numeric():
            return interactions.number(question)
        case Cloze():
            return interactions.gaps(question)
        case Matching():
            return interactions.matched(question)
        case Ordering():
            return interactions.ordered(question)
    return interactions.written()


def _for_scorers(question: Question) -> Iterator[str]:
    if isinstance(question, Open):
        yield tag("rubricBlock", html(model_answer(question)), view="scorer tutor")


def _said(out: Outgoing, asked: Asked) -> Iterator[tuple[str, tuple[Remark, ...]]]:
    """What is said after an answer, by identifier: of options theirs."""
    yield GENERAL, remarks(out, corrected=False)
    if isinstance(out.question, TrueFalse):
        for one in statement(out.question):
            yield asked.ids[one.text], reasons(out, one)
    for at, wrong in enumerate(features.said_wrong(out.question), 1):
        yield asked.ids.get(wrong.text, f"REJECTED{at}"), reasons(out, wrong)


def _feedback(question: Question, asked: Asked, said: dict[str, str]) -> Iterator[str]:
    """Show what there is to say: to all, and to those who chose or typed it."""
    shown = [base("identifier", GENERAL)] if GENERAL in said else []
    if isinstance(question, Choice | TrueFalse):
        shown.append(variable(RESPONSE))
    if shown:
        yield tag("setOutcomeValue", tag("multiple", *shown), identifier=FEEDBACK)
    for at, wrong in enumerate(question.reject if isinstance(question, Typed) else (), 1):
        name = f"REJECTED{at}"
        names = [RESPONSE] if isinstance(question, ShortAnswer) else _gap_names(question)
        if name not in said:
            continue
        more = tag("multiple", variable(FEEDBACK), base("identifier", name))
        for gap in names:
            exact = str(question.compared_exactly).lower() if isinstance(question, Typed) else ""
            same = tag(
                "stringMatch", variable(gap), base("string", wrong.text), caseSensitive=exact
            )
            yield when(same, tag("setOutcomeValue", more, identifier=FEEDBACK))


def _gap_names(question: Question) -> list[str]:
    count = len(question.gaps) if isinstance(question, Cloze) else 0
    return [f"{RESPONSE}{at}" for at in range(1, count + 1)]


def _modal(name: str, text: str) -> str:
    about = {"outcomeIdentifier": FEEDBACK, "identifier": name, "showHide": "show"}
    return tag("modalFeedback", text, **about)
