"""Whether a question asks at all, and for what: stems, hints, gaps, units, explanations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.checking.findings import Notice
from quiz.core.checking.rules.meaning.notices import notice
from quiz.core.checking.rules.meaning.quantities import units
from quiz.core.checking.view import View, holds, words_of
from quiz.core.checking.vocabulary import STOP_WORDS
from quiz.core.grading.numbers import parse_number
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.rendering.marked import CODE_SIGN, prose
from quiz.core.text.late_pattern import LatePattern

MOST_GAPS = 0.6
"""Share of a text's words that may be gaps."""
SHORT = 3
_ASKS = LatePattern(r"\?|_{2,}|…|\.\.\.|:$|\{\{")
_UNIT_ASKED = LatePattern(r"\b(?:how many|in|number of) ([^\W\d_]+)(?=[\s,?.]|$)", re.IGNORECASE)
_SMALL_WORDS = """
    a an the of to in on at by for with from as is are was were be been has have had it its this
    that these those and or but not no if than then so do does did can may will would
"""
_FUNCTION = frozenset(_SMALL_WORDS.split())
_ANKI = LatePattern(r"c\d+::")
_NOT_SO = LatePattern(
    r"\b(?:not|no|never|unlike|rather|instead|than|but|wrong|false|only|neither)\b"
)


def no_question(view: View) -> Iterator[Notice]:
    """`no-question`: a stem of one or two words that asks nothing."""
    question = view.question
    if isinstance(question, TrueFalse | Cloze) or _ASKS.search(prose(question.stem)):
        return
    only_code = CODE_SIGN in prose(question.stem) and not words_of(prose(question.stem))
    if 0 < len(view.stem.split()) < SHORT or only_code:
        message = f"'{question.stem}' asks nothing"
        yield notice("no-question", question, ("stem",), message, "write a whole question")


def hint_tells(view: View) -> Iterator[Notice]:
    """`hint-is-answer`: the hint holds the whole key, and no wrong option."""
    hint = " ".join(words_of(view.question.hint)) if view.question.hint else ""
    if not hint or any(holds(hint, wrong.joined) for wrong in view.wrongs):
        return
    key = next(
        (k for k in view.typed_keys() if len(k.joined) > SHORT and holds(hint, k.joined)), None
    )
    if key is not None:
        message = f"the hint says the answer: '{key.text}'"
        advice = "point at the place or at the reason, not at the answer"
        yield notice("hint-is-answer", view.question, ("hint",), message, advice)


def gaps(view: View) -> Iterator[Notice]:
    """`function-word-gap`, `mostly-gaps` and `anki-gap`: gaps that test nothing, or too much."""
    question = view.question
    if not isinstance(question, Cloze):
        return
    for gap in question.gaps:
        if _ANKI.match(gap[0]):
            words = gap[0].split("::")[1]
            message = f"'{gap[0]}' is how Anki writes a gap; here 'c1::' is part of the answer"
            yield notice("anki-gap", question, ("text",), message, f"write {{{{{words}}}}}")
            return
    keys = [words_of(gap[0]) for gap in question.gaps]
    if all(words and _FUNCTION.issuperset(words) for words in keys):
        message = "every gap is a small word: the text can be filled without knowing it"
        hint = "ask for the words that carry the sentence"
        yield notice("function-word-gap", question, ("text",), message, hint)
    total = len(words_of(question.whole))
    if total > SHORT and sum(map(len, keys)) > MOST_GAPS * total:
        message = "most of the text is gaps: too little is left to tell what is meant"
        hint = "leave the words that say what is asked for"
        yield notice("mostly-gaps", question, ("text",), message, hint)


def unit_asked(view: View) -> Iterator[Notice]:
    """`unit-against-stem`: the stem asks in one unit, the answer is in another."""
    question = view.question
    if not isinstance(question, Numeric) or not question.unit:
        return
    own = {question.unit, *question.accept_units}
    sizes = {units()[unit] for unit in own if unit in units()}
    for found in _UNIT_ASKED.finditer(question.stem):
        asked = units().get(found[1]) or units().get(found[1].lower())
        if asked and sizes and asked not in sizes and len(found[1]) > 1:
            message = f"the stem asks for {found[1]}, and the unit is {question.unit}"
            yield notice("unit-against-stem", question, ("unit",), message, "let both be the same")
            return


def explanation_agrees(view: View) -> Iterator[Notice]:
    """`explanation-against-key`: it names a wrong option and not the answer, or another number."""
    question = view.question
    text = question.explanation
    if not text:
        return
    said = view.said
    if isinstance(question, SingleChoice) and not _NOT_SO.search(said):
        key = view.keys[0]
        wrong = [o for o in view.wrongs if _long_enough(o.joined) and holds(said, o.joined)]
        if len(wrong) == 1 and not _shares(key.joined, said):
            message = f"it speaks of '{wrong[0].text}', a wrong option, and not of the answer"
            hint = "explain the answer, or correct it"
            yield notice("explanation-against-key", question, ("explanation",), message, hint)
    if isinstance(question, Numeric) and question.unit:
        yield from _other_number(question, text)


def _long_enough(joined: str) -> bool:
    return len(joined) > SHORT and joined not in STOP_WORDS


def _shares(key: str, said: str) -> bool:
    words = {word for word in key.split() if len(word) >= SHORT or word.isdigit()} - STOP_WORDS
    return not words.isdisjoint(said.split()) or not words


def _other_number(question: Numeric, text: str) -> Iterator[Notice]:
    """A number with the unit of the answer, where the answer's own number is not said."""
    wanted = parse_number(question.answer)
    unit = re.escape(question.unit)
    found = re.findall(rf"(?<![\w.,])(\d+(?:[.,]\d+)*)\s?{unit}(?!\w)", text)
    values = [parse_number(one) for one in found]
    if values and wanted not in values and len(values) == 1 and question.answer not in text:
        message = f"it says {found[0]} {question.unit}, and the answer is {question.answer}"
        hint = "correct one of the two"
        yield notice("explanation-against-key", question, ("explanation",), message, hint)
