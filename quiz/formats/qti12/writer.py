"""Write a zip of QTI 1.2 as Canvas imports it (Settings › Import Course Content › QTI .zip).

Ids of answers are counted within an item; Canvas tells types by `question_type`, other programs by
the structure.
"""

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
from quiz.formats.bank.markup import html_in_plain
from quiz.formats.outgoing import features
from quiz.formats.outgoing.bank import Bank, Outgoing
from quiz.formats.outgoing.gapped import own_stem
from quiz.formats.outgoing.html import block, html
from quiz.formats.outgoing.losses import Form, Loss, Written, pieces
from quiz.formats.outgoing.naming import short_name
from quiz.formats.outgoing.remarks import model_answer, remarks
from quiz.formats.outgoing.simpler import ordering_as_matching
from quiz.formats.outgoing.xml import tag
from quiz.formats.qti12.answers import Answers, chosen, gaps, matched, number, typed, written
from quiz.formats.qti12.package import package
from quiz.formats.qti12.parts import feedback, field, material

FORM = Form(
    "Canvas QTI 1.2",
    ".zip",
    {
        "ordering": "as a matching of places",
        features.STEM_OF_CLOZE: "stands before its text",
        features.EXPLAINED_OPEN: "stands with the model answer",
        features.HINT: "left out",
        features.TEX: features.TEX_LEFT,
        features.TAGS: "left out",
        features.UNIT: "stands behind the stem",
        features.EXACT: "capitals do not count",
        features.REJECTED: "left out",
        features.ANY_ORDER: "each gap takes its own answer",
        features.SORTED: "in the order of the quiz",
    },
)
_KINDS = {
    "single-choice": "multiple_choice_question",
    "multiple-choice": "multiple_answers_question",
    "true-false": "true_false_question",
    "short-answer": "short_answer_question",
    "numeric": "numerical_question",
    "cloze": "fill_in_multiple_blanks_question",
    "matching": "matching_question",
    "open": "essay_question",
}
_MARKUP = f"tags or entities in gaps or sides to match in {FORM.name}: may be read as HTML"
GENERAL = "general_fb"


def write(bank: Bank) -> Written:
    """A package with one quiz."""
    found = pieces(bank, FORM, _item)
    written = found.written(package(bank.head, found.texts))
    marked = (
        Loss(out.question.id, out.question.line, _MARKUP)
        for out in bank.questions
        if any(map(html_in_plain, _plain_texts(out.question)))
    )
    return written._replace(losses=(*written.losses, *marked))


def _plain_texts(question: Question) -> Iterator[str]:
    """What is written as plain text: the wordings of gaps, and sides to match."""
    if isinstance(question, Cloze):
        yield from (text for gap in question.gaps for text in gap)
    elif isinstance(question, Matching):
        yield from (text for pair in question.pairs for text in pair)
        yield from question.distractors
    elif isinstance(question, Ordering):
        yield from question.sequence


def _item(out: Outgoing) -> str:
    question = out.question
    if isinstance(question, Ordering):
        question = ordering_as_matching(question)
    answers = _answers(out, question)
    said = list(_said(out, answers))
    meta = [field("question_type", _KINDS[question.type]), field("points_possible", "1.0")]
    outcome = tag("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    return tag(
        "item",
        tag("itemmetadata", tag("qtimetadata", *meta)),
        tag("presentation", material(_asked(question)), *answers.responses),
        tag("resprocessing", tag("outcomes", outcome), *_shown(said, answers), *answers.conditions),
        *(feedback(name, text) for name, text in said),
        ident=question.id,
        title=short_name(question.stem),
    )


def _asked(question: Question) -> str:
    stem = block(question.stem)
    if isinstance(question, Numeric) and question.unit:
        return block(f"{question.stem} ({question.unit})")
    if isinstance(question, Cloze):
        names = [f"[gap{at}]" for at in range(1, len(question.gaps) + 1)]
        text = "".join(a + b for a, b in zip(question.parts, [*names, ""], strict=True))
        return (stem if own_stem(question) else "") + block(text)
    return stem


def _answers(out: Outgoing, question: Question) -> Answers:
    match question:
        case Choice() | TrueFalse():
            return chosen(out, question)
        case ShortAnswer():
            return typed(question)
        case Numeric():
            return number(question)
        case Cloze():
            return gaps(question)
        case Matching():
            return matched(question)
    assert isinstance(question, Open)
    return written()


def _said(out: Outgoing, answers: Answers) -> Iterator[tuple[str, str]]:
    said = remarks(out, corrected=False)
    if isinstance(out.question, Open):
        said = (*model_answer(out.question), *said)
    if said:
        yield GENERAL, html(said)
    yield from answers.feedback


def _shown(said: list[tuple[str, str]], answers: Answers) -> Iterator[str]:
    """What feedback is shown to whom."""
    for name, _ in said:
        if name == GENERAL:
            when = tag("other")
        else:
            when = tag("varequal", name.removesuffix("_fb"), respident="response1")
        display = tag("displayfeedback", feedbacktype="Response", linkrefid=name)
        yield tag("respcondition", tag("conditionvar", when), display, **{"continue": "Yes"})
