"""Handouts, exams in variants, and their key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import NamedTuple

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.options import Choice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.features import said_wrong
from quiz.formats.outgoing.laid_out import Laid, choosing_one, laid_out
from quiz.formats.outgoing.remarks import reasons, remarks
from quiz.formats.paper.sheet import Asked, Entry, Reasons, Sheet

_LEAST_LINES = 4
_LINES_A_POINT = 2


class Variant(NamedTuple):
    """A variant of an exam: its name, and its questions in their order, as laid out."""

    name: str
    order: tuple[tuple[Outgoing, Laid], ...]


def handout(bank: Bank) -> Sheet:
    """Everything for a learner: the questions, and on a page of its own what is right and why."""
    variant = Variant("", tuple((out, _laid(out, "")) for out in bank.questions))
    head = bank.head
    return Sheet(
        head.title,
        head.language,
        about=head.description,
        asked=_asked(variant, points=False),
        key=key([variant], points=False),
    )


def variants(bank: Bank, names: Sequence[str], seed: int) -> list[Variant]:
    """The same questions for each name, in an order and with options in an order of its own."""
    found = []
    for name in names:
        order = list(bank.questions)
        Random(f"{seed}/{name}").shuffle(order)
        found.append(Variant(name, tuple((out, _laid(out, f"{seed}/{name}")) for out in order)))
    return found


def exam(bank: Bank, variant: Variant, seed: int) -> Sheet:
    """A paper to be written on."""
    total = sum(points_of(out.question) for out in bank.questions)
    plan = bank.head.exam
    facts = [counted(len(bank.questions), "question"), counted(total, "point")]
    if plan.minutes:
        facts.append(f"{plan.minutes} minutes")
    if plan.pass_percent:
        facts.append(f"passed with {plan.pass_percent:g} %")
    facts.append(f"paper {seed}")
    return Sheet(
        bank.head.title,
        bank.head.language,
        subtitle=f"Variant {variant.name}" if variant.name else "",
        facts=tuple(facts),
        fields=("Name", "Date", "Points"),
        asked=_asked(variant, points=True),
    )


def exam_key(bank: Bank, found: Sequence[Variant], seed: int) -> Sheet:
    """The key to all variants."""
    names = ", ".join(variant.name for variant in found if variant.name)
    told = f"Key to the variants {names}" if len(found) > 1 else "Key"
    facts = (f"paper {seed}",)
    return Sheet(bank.head.title, bank.head.language, told, facts, key=key(found, points=True))


def key(found: Sequence[Variant], *, points: bool) -> tuple[Entry, ...]:
    """What is right in each variant, and why, in the order of the first."""
    places = [
        {out.question.id: (number, laid) for number, (out, laid) in enumerate(variant.order, 1)}
        for variant in found
    ]
    return tuple(_entry(out, found, places, points=points) for out, _ in found[0].order)


def _entry(
    out: Outgoing,
    found: Sequence[Variant],
    places: Sequence[Mapping[str, tuple[int, Laid]]],
    *,
    points: bool,
) -> Entry:
    question = out.question
    here = [
        (variant.name, *place[question.id]) for variant, place in zip(found, places, strict=True)
    ]
    answers = {laid.answer: "" for _, _, laid in here}
    if len(answers) > 1:
        shown = tuple(f"{name}: {'; '.join(laid.answer)}" for name, _, laid in here)
    else:
        shown = here[0][2].answer
    wrong = (Reasons(one.text, reasons(out, one)) for one in said_wrong(question))
    return Entry(
        " · ".join(f"{name} {number}".strip() for name, number, _ in here),
        question.stem,
        shown,
        here[0][2].also,
        remarks(out),
        tuple(one for one in wrong if one.said),
        points_of(question) if points else 0,
    )


def counted(number: int, one: str) -> str:
    """`1 point`, `2 points`."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def points_of(question: Question) -> int:
    """One for each thing that has to be known."""
    match question:
        case MultipleChoice():
            return len(question.answers)
        case Cloze():
            return len(question.gaps)
        case Matching():
            return len(question.pairs)
        case Ordering():
            return len(question.sequence)
        case Open():
            return len(question.points)
    return 1


def _laid(out: Outgoing, seed: str) -> Laid:
    return laid_out(out.question, Random(f"{seed}/{out.question.id}"))


def _asked(variant: Variant, *, points: bool) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            number,
            laid,
            points_of(out.question) if points else 0,
            _room(out.question),
            _lines(out.question),
            out.question.unit if isinstance(out.question, Numeric) else "",
        )
        for number, (out, laid) in enumerate(variant.order, 1)
    )


def _room(question: Question) -> str:
    """How a question is answered on paper: marks to tick, letters to write, lines, or gaps."""
    if isinstance(question, Choice | TrueFalse):
        return "one" if choosing_one(question) else "several"
    if isinstance(question, Matching | Ordering):
        return "letters" if isinstance(question, Matching) else "order"
    return "gaps" if isinstance(question, Cloze) else "lines"


def _lines(question: Question) -> int:
    if isinstance(question, Open):
        return max(_LEAST_LINES, _LINES_A_POINT * len(question.points))
    return 1 if _room(question) == "lines" else 0
