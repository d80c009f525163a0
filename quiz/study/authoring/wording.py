"""A question laid open, in words: the key, what is said of each option, and of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.core.checking.findings import Finding, RelatedPlace
from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.questions.typed import Typed
from quiz.core.rendering.marked import joined
from quiz.study.sitting.wording import Line, Tone, option_text


class OpenOption(NamedTuple):
    """An option as shown, whether it is right, and what is said to those who choose it."""

    text: str
    right: bool
    remark: str = ""


def open_options(question: Question, options: Sequence[str]) -> Iterator[OpenOption]:
    """The options in their order; of orders and pairs, none is right by itself."""
    remarks = dict(_remarks(question))
    judged = isinstance(question, SingleChoice | MultipleChoice | TrueFalse)
    for option in options:
        right = judged and option in question.key
        yield OpenOption(option_text(question, option), right, remarks.get(option, ""))


def _remarks(question: Question) -> Iterator[tuple[str, str]]:
    """What is said of wrong options; passages are numbered as they are shown."""
    if isinstance(question, Matching):
        rights = [right for _, right in question.pairs]
        yield from ((text, "belongs to none") for text in question.wrong if text not in rights)
    elif isinstance(question, SingleChoice | MultipleChoice):
        at = len(question.sources) + len(question.disputed_by)
        for distractor in question.distractors:
            yield distractor.text, _remark(distractor, at)
            at += len(distractor.sources)


def _remark(distractor: Distractor, before: int) -> str:
    numbers = [str(before + i + 1) for i in range(len(distractor.sources))]
    if not numbers:
        return distractor.feedback
    word = "passage" if len(numbers) == 1 else "passages"
    where = f"({word} {', '.join(numbers)})"
    return joined(distractor.feedback, " ", where) if distractor.feedback else where


def key_lines(question: Question) -> Iterator[Line]:
    """The right answer, where the options do not show it."""
    match question:
        case TrueFalse() if question.correction:
            yield Line("Right", question.correction)
        case ShortAnswer():
            yield Line("Answer", question.answer, Tone.GOOD)
            if question.accept:
                yield Line("Also", "; ".join(question.accept))
            yield from _typed_lines(question)
        case Numeric():
            yield from _number_lines(question)
        case Cloze():
            for number, gap in enumerate(question.gaps, 1):
                label = str(number) if len(question.gaps) > 1 else "Answer"
                also = f" (also {'; '.join(gap[1:])})" if len(gap) > 1 else ""
                yield Line(label, joined(gap[0], also), Tone.GOOD)
            if question.any_order:
                yield Line("Order", "any: each answer counts in any gap, once")
            yield from _typed_lines(question)
        case Ordering():
            yield Line("Order", _arrows(question.sequence), Tone.GOOD)
        case Open():
            yield Line("Model", question.model_answer, Tone.GOOD)
            yield from (Line("□", point) for point in question.points)


def _arrows(texts: Sequence[str]) -> str:
    rest = (text for one in texts[1:] for text in (" → ", one))
    return joined(texts[0], *rest)


def _typed_lines(question: Typed) -> Iterator[Line]:
    """What is surely wrong, and whether every character counts."""
    for one in question.reject:
        said = joined(one.text, ": ", one.feedback) if one.feedback else one.text
        yield Line("Not", said, Tone.BAD)
    if question.compared_exactly:
        yield Line("Exact", "every character counts, capitals too")


def _number_lines(question: Numeric) -> Iterator[Line]:
    yield Line("Answer", question.in_words, Tone.GOOD)
    if question.tolerance:
        yield Line("Within", f"± {question.tolerance}")
    if question.accept_units:
        yield Line("Units", "; ".join(question.accept_units))


def note_lines(question: Question) -> Iterator[Line]:
    """Hint, explanation, what disputes it, tags."""
    if question.hint:
        yield Line("Hint", question.hint)
    if question.explanation:
        yield Line("Why", question.explanation)
    for source in question.disputed_by:
        yield Line("But", source.note or "another passage says otherwise.", Tone.HALF)
    if question.tags:
        yield Line("Tags", ", ".join(question.tags), Tone.QUIET)


def findings_text(count: int) -> str:
    """How many."""
    if not count:
        return "No findings"
    return "1 finding" if count == 1 else f"{count} findings"


def related_text(finding: Finding, related: RelatedPlace) -> str:
    """Another place that belongs to a finding; the file only where it is another one."""
    place = f"{related.line}:{related.column}"
    if related.path == finding.path:
        return f"{related.message}: line {place}"
    return f"{related.message}: {related.path}:{place}"
