"""How the types of questions are asked in QTI 2.1, and how they are scored."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.options import Choice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.outgoing.html import block, inline
from quiz.formats.outgoing.laid_out import GAP
from quiz.formats.outgoing.mixing import mixed
from quiz.formats.outgoing.numbers import share, tolerance_of, value_of
from quiz.formats.outgoing.simpler import lettered
from quiz.formats.outgoing.xml import tag
from quiz.formats.qti2.parts import (
    RESPONSE,
    declared,
    mapped,
    matches,
    one_point,
    points,
    right,
    score,
    variable,
    when,
)


class Asked(NamedTuple):
    """Declarations, what stands in the body, rules; `ids` are the identifiers of options."""

    declarations: tuple[str, ...]
    body: str
    rules: tuple[str, ...]
    ids: dict[str, str]


def _letters(texts: tuple[str, ...], lead: str = "") -> dict[str, str]:
    return {text: lead + lettered(at) for at, text in enumerate(texts)}


def _part(count: int) -> str:
    return f"{float(share(count)) / 100:.7f}".rstrip("0").rstrip(".")


def chosen(question: Choice | TrueFalse) -> Asked:
    """Options, one or several of them right."""
    several = isinstance(question, MultipleChoice)
    shown = mixed(question) if isinstance(question, Choice) else ("true", "false")
    ids = _letters(shown)
    labels = {text: text.title() if isinstance(question, TrueFalse) else text for text in shown}
    choices = (tag("simpleChoice", inline(labels[text]), identifier=ids[text]) for text in shown)
    keys = [ids[text] for text in question.key]
    inside = [right(*keys)]
    if several:
        part = _part(len(keys))
        worth = dict.fromkeys(keys, part) | {ids[text]: f"-{part}" for text in question.wrong}
        inside.append(points(worth))
    body = tag(
        "choiceInteraction",
        *choices,
        responseIdentifier=RESPONSE,
        shuffle=str(isinstance(question, Choice) and not question.sorted).lower(),
        maxChoices="0" if several else "1",
    )
    rules = (score(mapped()),) if several else (when(matches(), one_point()),)
    cardinality = "multiple" if several else "single"
    return Asked((declared(RESPONSE, cardinality, "identifier", *inside),), body, rules, ids)


def typed(question: ShortAnswer) -> Asked:
    """Words, in any of their wordings."""
    worth = dict.fromkeys(question.wordings, "1")
    inside = right(question.answer), points(worth, exact=question.compared_exactly)
    entry = tag("textEntryInteraction", responseIdentifier=RESPONSE)
    one = declared(RESPONSE, "single", "string", *inside)
    return Asked((one,), tag("p", entry), (score(mapped()),), {})


def number(question: Numeric) -> Asked:
    """A number within its tolerance; the unit stands behind the field."""
    allowed = tolerance_of(question)
    mode = {"toleranceMode": "absolute", "tolerance": f"{allowed} {allowed}"}
    same = tag("equal", variable(RESPONSE), tag("correct", identifier=RESPONSE), **mode)
    entry = tag("textEntryInteraction", responseIdentifier=RESPONSE)
    unit = f" {inline(question.unit)}" if question.unit else ""
    one = declared(RESPONSE, "single", "float", right(value_of(question)))
    return Asked((one,), tag("p", entry + unit), (when(same, one_point()),), {})


def gaps(question: Cloze) -> Asked:
    """A text with fields in it."""
    text = block(GAP.join(question.parts))
    declarations, names = [], []
    part = _part(len(question.gaps))
    for at, wordings in enumerate(question.gaps, 1):
        name = f"{RESPONSE}{at}"
        worth = dict.fromkeys(wordings, part)
        inside = right(wordings[0]), points(worth, exact=question.compared_exactly)
        declarations.append(declared(name, "single", "string", *inside))
        text = text.replace(GAP, tag("textEntryInteraction", responseIdentifier=name), 1)
        names.append(name)
    total = tag("sum", *map(mapped, names))
    return Asked(tuple(declarations), text, (score(total),), {})


def matched(question: Matching) -> Asked:
    """Left sides and right sides to be joined."""
    rights = question.shown(Random(question.id))
    lefts = _letters(tuple(left for left, _ in question.pairs), "L")
    ids = _letters(rights, "R")
    pairs = [f"{lefts[left]} {ids[one]}" for left, one in question.pairs]
    first = (_match(text, name, 1) for text, name in lefts.items())
    second = (_match(text, name, len(pairs)) for text, name in ids.items())
    body = tag(
        "matchInteraction",
        tag("simpleMatchSet", *first),
        tag("simpleMatchSet", *second),
        responseIdentifier=RESPONSE,
        shuffle="true",
        maxAssociations=str(len(pairs)),
    )
    inside = right(*pairs), points(dict.fromkeys(pairs, _part(len(pairs))))
    one = declared(RESPONSE, "multiple", "directedPair", *inside)
    return Asked((one,), body, (score(mapped()),), {})


def _match(text: str, name: str, most: int) -> str:
    return tag("simpleAssociableChoice", inline(text), identifier=name, matchMax=most)


def ordered(question: Ordering) -> Asked:
    """Items to be put in order."""
    shown = question.shown(Random(question.id))
    ids = _letters(shown)
    choices = (tag("simpleChoice", inline(text), identifier=ids[text]) for text in shown)
    body = tag("orderInteraction", *choices, responseIdentifier=RESPONSE, shuffle="true")
    keys = (ids[text] for text in question.sequence)
    one = declared(RESPONSE, "ordered", "identifier", right(*keys))
    return Asked((one,), body, (when(matches(), one_point()),), {})


def written() -> Asked:
    """A free text; a person scores it."""
    body = tag("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="10")
    return Asked((declared(RESPONSE, "single", "string"),), body, (), {})
