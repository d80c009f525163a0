"""How the types of questions are answered in QTI 1.2, and what is scored."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import NamedTuple

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.options import Choice
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.outgoing.bank import Outgoing
from quiz.formats.outgoing.html import html, inline
from quiz.formats.outgoing.mixing import mixed
from quiz.formats.outgoing.numbers import share, tolerance_of, value_of
from quiz.formats.outgoing.remarks import reasons, statement
from quiz.formats.outgoing.xml import tag
from quiz.formats.qti12.parts import equal, label, material, plain_material, scored

ONLY = "response1"


class Answers(NamedTuple):
    """Response elements, scoring, and what is said of single answers (`ID_fb`)."""

    responses: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    feedback: tuple[tuple[str, str], ...] = ()


def chosen(out: Outgoing, question: Choice | TrueFalse) -> Answers:
    """Options: one right, or several that must all be chosen and no other."""
    shown = mixed(question) if isinstance(question, Choice) else ("true", "false")
    ids = {text: str(1001 + at) for at, text in enumerate(shown)}
    labels = (label(ids[text], material(inline(_option(question, text)))) for text in shown)
    right = [equal(ONLY, ids[text]) for text in question.key]
    cardinality = "Single"
    if isinstance(question, MultipleChoice):
        cardinality = "Multiple"
        wrong = (tag("not", equal(ONLY, ids[text])) for text in question.wrong)
        right = [tag("and", *right, *wrong)]
    shuffled = isinstance(question, Choice) and not question.sorted
    choices = tag("render_choice", *labels, shuffle="Yes" if shuffled else "No")
    response = tag("response_lid", choices, ident=ONLY, rcardinality=cardinality)
    said = _reasons(out, question, ids)
    return Answers((response,), (scored(*right),), said)


def _option(question: Choice | TrueFalse, text: str) -> str:
    return text.title() if isinstance(question, TrueFalse) else text


def _reasons(
    out: Outgoing, question: Choice | TrueFalse, ids: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    wrong = question.distractors if isinstance(question, Choice) else statement(question)
    found = ((ids[one.text], reasons(out, one)) for one in wrong)
    return tuple((f"{name}_fb", html(said)) for name, said in found if said)


def typed(question: ShortAnswer) -> Answers:
    """Words, in any of their wordings."""
    fields = tag("render_fib", tag("response_label", ident="answer1", rshuffle="No"))
    response = tag("response_str", fields, ident=ONLY, rcardinality="Single")
    return Answers((response,), (scored(*(equal(ONLY, text) for text in question.wordings)),))


def number(question: Numeric) -> Answers:
    """A number, within its tolerance."""
    value, allowed = Decimal(value_of(question)), Decimal(tolerance_of(question))
    least = tag("vargte", format(value - allowed, "f"), respident=ONLY)
    most = tag("varlte", format(value + allowed, "f"), respident=ONLY)
    fields = tag("render_fib", tag("response_label", ident="answer1"), fibtype="Decimal")
    response = tag("response_str", fields, ident=ONLY, rcardinality="Single")
    exactly = equal(ONLY, value_of(question))
    return Answers((response,), (scored(tag("or", exactly, tag("and", least, most))),))


def gaps(question: Cloze) -> Answers:
    """A list of what counts for each gap; Canvas knows a gap by its name in brackets."""
    responses, conditions = [], []
    part = share(len(question.gaps))
    for at, wordings in enumerate(question.gaps, 1):
        name = f"response_gap{at}"
        ids = [f"{at}{number:03}" for number in range(1, len(wordings) + 1)]
        labels = (label(one, plain_material(text)) for one, text in zip(ids, wordings, strict=True))
        shown = tag("material", tag("mattext", f"gap{at}"))
        responses.append(tag("response_lid", shown, tag("render_choice", *labels), ident=name))
        conditions += [scored(equal(name, one), action="Add", points=part) for one in ids[:1]]
    return Answers(tuple(responses), tuple(conditions))


def matched(question: Matching) -> Answers:
    """Left sides, each with the same right sides to choose from."""
    rights = question.shown(Random(question.id))
    ids = {text: str(2001 + at) for at, text in enumerate(rights)}
    part = share(len(question.pairs))
    responses, conditions = [], []
    for at, (left, right) in enumerate(question.pairs, 1):
        name = f"response_{1000 + at}"
        labels = (label(ids[text], plain_material(text)) for text in rights)
        inside = plain_material(left), tag("render_choice", *labels)
        responses.append(tag("response_lid", *inside, ident=name))
        conditions.append(scored(equal(name, ids[right]), action="Add", points=part))
    return Answers(tuple(responses), tuple(conditions))


def written() -> Answers:
    """A free text; a person scores it."""
    fields = tag("render_fib", tag("response_label", ident="answer1", rshuffle="No"))
    response = tag("response_str", fields, ident=ONLY, rcardinality="Single")
    nothing = tag("respcondition", tag("conditionvar", tag("other")), **{"continue": "No"})
    return Answers((response,), (nothing,))
