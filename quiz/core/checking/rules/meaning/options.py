"""Options that are the same or overlap, and feedback that stands at the wrong option."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.rules.meaning.parts import notice
from quiz.core.checking.rules.meaning.quantities import Range, amount_of, range_of
from quiz.core.checking.view import Option, View, holds, words_of
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.text.late_pattern import LatePattern
from quiz.core.text.normal_form import fold_answer

_ARTICLE = LatePattern(r"^(?:the|an?) (?=[^\W\d_]{3})")
_PRAISE = LatePattern(
    r"(?:yes|correct|right|exactly|well done|good job|that'?s (?:right|correct)|true)\b"
    r"(?! (?:but|if|for|that))",
    re.IGNORECASE,
)
_SIGNS = LatePattern(r"[^\w\s.,;'’-]")
_VERBS = frozenset(("is", "are", "was", "were", "does", "do", "has", "have"))
_DIGIT = LatePattern(r"\d")
_COUNT = LatePattern(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a|an) \w+$", re.I)


def equal_options(view: View) -> Iterator[Notice]:
    """`equal-options`: two options that mean the same, such as 3 weeks and 21 days."""
    seen: dict[object, Option] = {}
    for option in view.options if view.wrongs else ():
        for meant in _meanings(option):
            other = seen.setdefault(meant, option)
            if other is not option and other.joined != option.joined:
                yield Notice(
                    "equal-options",
                    Spot(view.question.id, option.path),
                    f"'{option.text}' and '{other.text}' mean the same",
                    "replace one of the two",
                    related=((Spot(view.question.id, other.path), "the other one"),),
                )
                break


def _meanings(option: Option) -> Iterator[object]:
    """An amount, and the words without an article; signs that are no words keep texts apart."""
    text = option.text
    if _DIGIT.search(text) or _COUNT.match(text):
        amount = amount_of(text)
        if amount is not None:
            yield amount
    if option.joined and not _SIGNS.search(text):
        yield _ARTICLE.sub("", option.joined)


def overlapping_options(view: View) -> Iterator[Notice]:
    """`overlapping-options`: two ranges of which one value belongs to both, their ends aside."""
    ranges = [(option, found) for option in view.options if (found := range_of(option.text))]
    for at, (option, one) in enumerate(ranges):
        for other, two in ranges[:at]:
            if one.kind == two.kind and _overlap(one, two):
                yield Notice(
                    "overlapping-options",
                    Spot(view.question.id, option.path),
                    f"'{option.text}' and '{other.text}' overlap: some values belong to both",
                    "let each range begin where the other ends",
                    related=((Spot(view.question.id, other.path), "the other one"),),
                )
                return


def _overlap(one: Range, two: Range) -> bool:
    return one.low < two.high and two.low < one.high


def misplaced_feedback(view: View) -> Iterator[Notice]:
    """`praising-feedback` and `misplaced-feedback`: what is said of a wrong option fits another."""
    question = view.question
    if not isinstance(question, SingleChoice | MultipleChoice):
        return
    for at, (one, wrong) in enumerate(zip(question.distractors, view.wrongs, strict=True)):
        path = ("distractors", at, "feedback")
        if not one.feedback:
            continue
        if _PRAISE.match(one.feedback):
            message = "this praises an option that is wrong"
            hint = "say why it is wrong, or make it an answer"
            yield notice("praising-feedback", question, path, message, hint)
        said = " ".join(words_of(one.feedback))
        other = next((o for o in view.options if o is not wrong and _opens_with(said, o)), None)
        if other is not None and not holds(said, wrong.joined):
            message = f"this begins with '{other.text}', another option than its own"
            hint = "move it to that option, or say why this one is wrong"
            yield notice("misplaced-feedback", question, path, message, hint)


def _opens_with(said: str, option: Option) -> bool:
    """Whether a sentence about an option begins with its words and says something of it."""
    for article in ("", "the ", "a ", "an "):
        lead = f"{article}{option.joined} "
        if len(option.joined) > 3 and said.startswith(lead):
            return said[len(lead) :].partition(" ")[0] in _VERBS
    return False


def accepted_twice(view: View) -> Iterator[Notice]:
    """`accept-repeats`: an accepted wording that counts as the answer anyway."""
    question = view.question
    if isinstance(question, ShortAnswer):
        seen = {fold_answer(question.answer)}
        for at, text in enumerate(question.accept):
            folded = fold_answer(text)
            if folded in seen:
                message = (
                    f"'{text}' counts already: case, spaces, accents and punctuation are ignored"
                )
                yield notice(
                    "accept-repeats", question, ("accept", at), message, "take it out of `accept`"
                )
            seen.add(folded)
