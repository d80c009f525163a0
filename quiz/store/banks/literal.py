"""Questions written so that a set whose texts are Markdown reads them as they stand."""

from __future__ import annotations

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.rendering.question_text import escaped


def literal(question: Question) -> Question:
    """The question with every sign of Markdown in what learners read escaped."""
    found = question.replaced(
        stem=escaped(question.stem),
        explanation=escaped(question.explanation),
        hint=escaped(question.hint),
    )
    match found:
        case SingleChoice():
            return _choice(found.replaced(answer=escaped(found.answer)))
        case MultipleChoice():
            return _choice(found.replaced(answers=tuple(map(escaped, found.answers))))
        case TrueFalse():
            return found.replaced(correction=escaped(found.correction))
        case Cloze():
            return found.replaced(parts=tuple(map(escaped, found.parts)))
        case Ordering():
            return found.replaced(sequence=tuple(map(escaped, found.sequence)))
        case Matching():
            pairs = tuple((escaped(left), escaped(right)) for left, right in found.pairs)
            return found.replaced(pairs=pairs)
    return found


def _choice(question: SingleChoice | MultipleChoice) -> Question:
    wrong = tuple(
        one._replace(text=escaped(one.text), feedback=escaped(one.feedback))
        for one in question.distractors
    )
    return question.replaced(distractors=wrong)
