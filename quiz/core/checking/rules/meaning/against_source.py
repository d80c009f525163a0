"""What a question says against what its own source says: numbers, negations, quantities, words.

A rule speaks only where question and passage are about the same: nearly all words of the one stand
in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate

from quiz.core.checking.findings import Notice
from quiz.core.checking.rules.meaning.notices import notice
from quiz.core.checking.rules.meaning.quantities import NUMBER_WORDS
from quiz.core.checking.view import View, holds, words_of
from quiz.core.checking.vocabulary import STOP_WORDS
from quiz.core.grading.numbers import parse_number
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.core.text.late_pattern import LatePattern

ALIKE = 0.8
"""Share of a statement's telling words that has to stand in a passage to be about the same."""
FEW, LONG = 3, 2
SAME_START = 4
"""Characters with which forms of one word begin."""
MOST_KEYS = 30
"""So many right answers or gaps of one question are compared with its sources."""
FEW_THINGS = 12
"""So many things of a passage may be counted by whoever is asked."""
_KINDS = tuple(
    frozenset(words.split())
    for words in (
        "not no never without cannot neither nor none don't doesn't isn't aren't won't can't",
        "all every always",
        "some few sometimes several",
        "only solely exclusively",
        "more increases increased higher",
        "less fewer decreases decreased lower",
    )
)
_COUNTED = LatePattern(r"\b(?:how many|number of|count)\b", re.IGNORECASE)
_NUMBER = LatePattern(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_SENTENCE = LatePattern(r"(?<=[.!?;])\s+")
_ENDS = ("ational", "ation", "ing", "ies", "ied", "ed", "es", "s", "ly", "al", "e", "y")


def stem_of(word: str) -> str:
    """A word without its commonest English ends, so that forms of one word meet."""
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= LONG:
            return word[: -len(end)]
    return word


def telling(text: str) -> list[str]:
    """The words of a text that say what it is about, without their ends; no numbers."""
    words = (word for word in words_of(text) if word not in STOP_WORDS)
    return [stem_of(word) for word in words if len(word) > LONG and word.isalpha()]


def statement(view: View) -> Iterator[Notice]:
    """`statement-against-source`: a true-false whose source says otherwise than its answer."""
    question = view.question
    if not isinstance(question, TrueFalse):
        return
    from quiz.core.text.meaning import same_meaning  # many sets have no such question

    for source in question.sources:
        for said in _SENTENCE.split(source.exact):
            if not _about_the_same(question.stem, said):
                continue
            same = same_meaning(_plain(question.stem), _plain(said))
            verbatim = holds(" ".join(words_of(said)), view.stem)
            if question.answer and not same and not verbatim and _subset(question.stem, said):
                message = (
                    "keyed true, and its source says it with another number, 'not' or quantity"
                )
            elif not question.answer and verbatim:
                message = "keyed false, and its source says it word for word"
            else:
                continue
            hint = "correct the answer, or the statement"
            yield notice("statement-against-source", question, ("answer",), message, hint)
            return


def key_statement(view: View) -> Iterator[Notice]:
    """`key-against-source`: a key in the words of its source, but for a number or a negation."""
    keys = [key for key in view.keys[:MOST_KEYS] if key.joined.count(" ") >= FEW]
    sentences = [said for quote in _quotes(view) for said in _SENTENCE.split(quote)] if keys else []
    about = [set(telling(said)) for said in sentences]
    for key in keys:
        if any(holds(quote, key.joined) for quote in view.quotes):
            continue
        words = telling(key.text)
        for said, others in zip(sentences, about, strict=True):
            near = _window(key.text, said) if _mostly(words, others) else ""
            if near and _disagree(key.text, near, said):
                message = f"the source says it otherwise: '{near}'"
                hint = "correct the answer, or cite the passage that proves it"
                yield notice("key-against-source", view.question, key.path, message, hint)
                return


def missing_number(view: View) -> Iterator[Notice]:
    """`number-not-in-source`: a number in an answer to be typed that no source of it has."""
    question = view.question
    if not isinstance(question, Numeric | ShortAnswer | Cloze):
        return
    if not any(numbers_in(key) for key in question.key):
        return
    said = {value for quote in _quotes(view) for value in numbers_in(quote)}
    asked = set(numbers_in(question.stem))
    if _COUNTED.search(question.stem):
        asked |= set(range(FEW_THINGS + 1))
    for key in view.typed_keys():
        own = [value for value in numbers_in(key.text) if value not in said | asked]
        if own and said and len(said) <= FEW + 1:
            message = f"the sources have no {key.text}"
            hint = "correct the answer, or cite the passage with this number"
            yield notice("number-not-in-source", question, key.path, message, hint)


def gap_words(view: View) -> Iterator[Notice]:
    """`gap-not-in-source`: the words of a gap stand in no source of the question."""
    question = view.question
    if not isinstance(question, Cloze):
        return
    said = {form for quote in view.quotes for word in quote.split() for form in _forms(word)}
    for gap in question.gaps[:MOST_KEYS]:
        words = [word for variant in gap for word in words_of(variant)]
        if words and all(said.isdisjoint(_forms(word)) for word in words):
            message = f"'{gap[0]}' stands in no source of this question"
            hint = "cite the passage with this word, or ask for a word of the passage"
            yield notice("gap-not-in-source", question, ("text",), message, hint)


def tolerance(view: View) -> Iterator[Notice]:
    """`wide-tolerance`: it covers another number of the passage, or reaches zero."""
    question = view.question
    if not isinstance(question, Numeric) or not question.tolerance:
        return
    wanted = parse_number(question.answer)
    amount = parse_number(question.tolerance.removesuffix("%"))
    if wanted is None or amount is None or not amount:
        return
    slack = abs(wanted) * amount / 100 if question.tolerance.endswith("%") else amount
    if wanted and slack >= abs(wanted):
        message = f"a tolerance of {question.tolerance} accepts 0 for {question.answer}"
    else:
        others = {v for quote in _quotes(view) for v in numbers_in(quote) if v != float(wanted)}
        near = next((v for v in sorted(others) if abs(v - float(wanted)) <= float(slack)), None)
        if near is None:
            return
        message = (
            f"a tolerance of {question.tolerance} accepts {near:g}, another number of the source"
        )
    yield notice("wide-tolerance", question, ("tolerance",), message, "make it smaller")


def sequence(view: View) -> Iterator[Notice]:
    """`order-against-source`: one source names all items, in another order than the answer."""
    question = view.question
    if not isinstance(question, Ordering):
        return
    items = [" ".join(words_of(item)) for item in question.sequence]
    for quote in view.quotes:
        places = [f" {quote} ".find(f" {item} ") for item in items]
        if min(places) >= 0 and len(set(places)) == len(places) and places != sorted(places):
            message = "the source names these in another order"
            hint = "look at the order again; a source that only names them proves none"
            yield notice("order-against-source", question, ("sequence",), message, hint)
            return


def numbers_in(text: str) -> list[float]:
    """The numbers of a text, in digits or in English words."""
    digits = (parse_number(found) for found in _NUMBER.findall(text))
    words = (NUMBER_WORDS.get(word) for word in words_of(text))
    return [float(n) for n in (*digits, *words) if n is not None]


def _quotes(view: View) -> Sequence[str]:
    return [source.exact for source in view.question.sources]


def _disagree(key: str, near: str, said: str) -> bool:
    """Whether a number, a negation or a quantity stands in one of the two only."""
    if not set(numbers_in(key)) <= set(numbers_in(said)):
        return True
    own, theirs, all_said = (set(words_of(text)) for text in (key, near, said))
    return any(
        (own & kind and not all_said & kind) or (theirs & kind and not own & kind)
        for kind in _KINDS
    )


def _forms(word: str) -> set[tuple[str, str]]:
    """What forms of one word have in common: all but their ends; or its letters, for a slip."""
    forms = {("stem", stem_of(word))}
    if len(word) >= SAME_START:
        forms |= {("letters", "".join(sorted(word))), ("start", word[:SAME_START])}
    return forms


def _plain(text: str) -> str:
    return text.strip().rstrip(".!?;:")


def _about_the_same(one: str, other: str) -> bool:
    return _mostly(telling(one), set(telling(other)))


def _mostly(words: Sequence[str], others: Set[str]) -> bool:
    """Whether there are some words, and nearly all of them are among the others."""
    return len(words) >= FEW and sum(map(others.__contains__, words)) >= ALIKE * len(words)


def _subset(one: str, other: str) -> bool:
    """Whether the longer of the two says little more than the other."""
    return len(telling(other)) <= len(telling(one)) / ALIKE + 1


def _window(key: str, said: str) -> str:
    """The stretch of a sentence that a key repeats nearly word for word; '' where none is."""
    words, sentence = key.split(), said.split()
    if len(sentence) < len(words) - 1:
        return ""
    wanted = {stem_of(word) for word in words_of(key)}
    size, last = len(words), len(sentence)
    hits = (sum(stem_of(word) in wanted for word in words_of(one)) for one in sentence)
    until = [0, *accumulate(hits)]
    common = [until[min(at + size, last)] - until[at] for at in range(max(1, last - size + 1))]
    best = common.index(max(common))
    return " ".join(sentence[best : best + size]) if common[best] >= ALIKE * size else ""
