"""Options that are the same or overlap, and feedback that stands at the wrong option."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.rules.meaning.notices import notice
from quiz.core.checking.rules.meaning.quantities import Range, amount_of, range_of
from quiz.core.checking.view import Option, View, holds, words_of
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.typed import Typed
from quiz.core.rendering.marked import all_code
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
LONGEST_OPENING, MOST_VERBS = 400, 5
"""So far into a feedback it is looked for the option that it speaks of."""
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
    if option.joined and not _SIGNS.search(text) and not all_code(text):
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
    named: dict[str, list[Option]] = {}
    for option in view.options:
        named.setdefault(option.joined, []).append(option)
    for at, (one, wrong) in enumerate(zip(question.distractors, view.wrongs, strict=True)):
        path = ("distractors", at, "feedback")
        if not one.feedback:
            continue
        if _PRAISE.match(one.feedback):
            message = "this praises an option that is wrong"
            hint = "say why it is wrong, or make it an answer"
            yield notice("praising-feedback", question, path, message, hint)
        said = " ".join(words_of(one.feedback))
        begun = (option for words in _openings(said) for option in named.get(words, ())[:2])
        other = next((option for option in begun if option is not wrong), None)
        if other is not None and not holds(said, wrong.joined):
            message = f"this begins with '{other.text}', another option than its own"
            hint = "move it to that option, or say why this one is wrong"
            yield notice("misplaced-feedback", question, path, message, hint)


def _openings(said: str) -> Iterator[str]:
    """What a sentence may be about: the words before one of its first verbs, and less an article.

    A single letter or two name nothing.
    """
    words = said[:LONGEST_OPENING].split()
    verbs = [at for at, word in enumerate(words) if word in _VERBS][:MOST_VERBS]
    for at in verbs:
        for first in (0, 1) if words[0] in ("the", "a", "an") else (0,):
            opening = " ".join(words[first:at])
            if len(opening) > 3:
                yield opening


def compared_exactly(view: View) -> Iterator[Notice]:
    """`compared-exactly`: an answer that looks like code or a formula, and nobody says whether."""
    question = view.question
    if isinstance(question, Typed) and not question.compare and question.compared_exactly:
        key = "answer" if isinstance(question, ShortAnswer) else "text"
        message = "this looks like code or a formula: every character counts, capitals too"
        hint = "write `compare: exact` to say so, or `compare: words`"
        yield notice("compared-exactly", question, (key,), message, hint)


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
