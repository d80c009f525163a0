"""What goes out comes in again: for the types that a format holds."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import assume, given, settings

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.formats.bank.making import NO_CORRECTION
from quiz.formats.bank.texts import flat
from quiz.formats.outgoing.bank import Bank
from quiz.formats.outgoing.losses import Written
from quiz.formats.writers import writer
from tests.effort import examples
from tests.formats.banks.reading import only
from tests.formats.outgoing.banks import bank_of, questions

CHOSEN = ("single-choice", "multiple-choice", "true-false")
TYPED = ("short-answer", "numeric")
TIMES = examples(150)


def back(question: Question, form: str, reader: str) -> Question:
    """A question that went out and came in again."""
    write: Callable[[Bank], Written] = writer(form).write
    found = only(write(bank_of(question)).content, reader)
    assert found.question is not None, (found.reason, write(bank_of(question)).content)
    return found.question


def said(question: Question) -> object:
    """What has to be the same: the type, what is asked, what is right and what is wrong."""
    asked = flat(question.stem)
    match question:
        case SingleChoice() | MultipleChoice():
            wrong = {(one.text, flat(one.feedback)) for one in question.distractors}
            return question.type, asked, set(question.key), wrong
        case ShortAnswer():
            return question.type, asked, question.wordings
        case Numeric():
            return question.type, asked, float(question.answer), float(question.tolerance or 0)
        case Cloze():
            return question.type, flat(question.whole), question.gaps
        case Matching():
            return question.type, asked, set(question.pairs), set(question.distractors)
        case Ordering():
            return question.type, asked, question.sequence
        case Open():
            return question.type, asked, flat(question.model_answer)
    return question.type, asked, question.key


@given(questions(*CHOSEN, *TYPED, "matching", "ordering"))
@settings(max_examples=TIMES, deadline=None)
def test_moodle_xml(question: Question) -> None:
    found = back(question, "moodle-xml", "moodle-xml")
    assert said(found) == said(question)
    assert flat(found.explanation) in (flat(question.explanation), NO_CORRECTION, "")


@given(questions(*CHOSEN, *TYPED, "matching"))
@settings(max_examples=TIMES, deadline=None)
def test_gift(question: Question) -> None:
    losses = writer("gift").write(bank_of(question)).losses
    assume(not any("as an arrow" in loss.what for loss in losses))
    assert said(back(question, "gift", "gift")) == said(question)


@given(questions("single-choice"))
@settings(max_examples=TIMES, deadline=None)
def test_aiken(question: Question) -> None:
    found = back(question, "aiken", "aiken")
    assert isinstance(found, SingleChoice)
    assert isinstance(question, SingleChoice)
    asked = flat(found.stem).removeprefix("Question: ")  # before what Aiken takes for an option
    assert (asked, found.answer) == (flat(question.stem), question.answer)
    assert set(found.wrong) == set(question.wrong)
