"""Banks to write: the nine types over one document, and any questions with any texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import QuestionSet
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.outgoing.bank import Bank, Citation, Outgoing
from quiz.store.files.home import places
from quiz.store.library.library import Library
from quiz.store.sets.option_fields import same_option
from quiz.study.authoring.outgoing import outgoing_bank
from tests.plain.nine_types import SET, write_set

MADE = 1_700_000_000
SIGNS = "abcXYZ019 äßж漢\n\\:=~#{}[]<>&\"'-*%$/.,;|()^_`"
"""Letters, and every sign that one of the formats reads in its own way."""


def nine_types(folder: Path, text: str = SET) -> Bank:
    """The set of all nine types, its passages looked up."""
    path = write_set(folder, text)
    with Library.open([path], places=places({"QUIZ_HOME": str(folder / "home")})) as library:
        return outgoing_bank(library, "bread", made=MADE)


def bank_of(*questions: Question) -> Bank:
    """Questions without passages."""
    head = QuestionSet("any", "Any / set")
    return Bank(head, tuple(Outgoing(question) for question in questions), MADE)


def cited(bank: Bank, words: str, place: str) -> Bank:
    """The same with a passage behind each question."""
    proof = (Citation(words, place),)
    return bank._replace(questions=tuple(out._replace(proofs=proof) for out in bank.questions))


def _settled(text: str) -> str:
    """As the reader of sets leaves a text, with at most one blank line between paragraphs."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    return "\n".join(line for line in lines if line)


def texts(alphabet: str = SIGNS, most: int = 24) -> st.SearchStrategy[str]:
    """Texts as they stand in a set."""
    return st.text(alphabet, min_size=1, max_size=most).map(_settled).filter(bool)


def lines(alphabet: str = SIGNS) -> st.SearchStrategy[str]:
    """The same on one line."""
    return texts(alphabet.replace("\n", ""))


def distinct(least: int, most: int, alphabet: str = SIGNS) -> st.SearchStrategy[list[str]]:
    """Texts no two of which count as the same option."""
    return st.lists(lines(alphabet), min_size=least, max_size=most, unique_by=_read_alike)


def _read_alike(text: str) -> str:
    return same_option(text).lower()


def questions(*types: str, alphabet: str = SIGNS) -> st.SearchStrategy[Question]:
    """A question of one of these types; of any, without them."""
    return st.one_of([_of(kind, alphabet) for kind in types or _MAKERS])


@cache
def _of(kind: str, alphabet: str) -> st.SearchStrategy[Question]:
    """Made once: to make a strategy costs more than to draw from it."""
    return _MAKERS[kind](alphabet)


def _common(alphabet: str) -> dict[str, st.SearchStrategy[object]]:
    return {
        "id": st.just("q-1"),
        "stem": texts(alphabet),
        "explanation": st.just("") | texts(alphabet).map("Because {}".format),
    }


def _choices(alphabet: str) -> st.SearchStrategy[list[Distractor]]:
    said = st.just([""] * 5) | st.lists(st.just("") | lines(alphabet), min_size=5, max_size=5)

    def made(options: list[str], feedback: list[str]) -> list[Distractor]:
        return [Distractor(*pair) for pair in zip(options, feedback, strict=False)]

    return st.builds(made, distinct(2, 5, alphabet), said)


def _single(alphabet: str) -> st.SearchStrategy[Question]:
    def made(options: list[Distractor], **rest: object) -> Question:
        return SingleChoice(answer=options[0].text, distractors=tuple(options[1:]), **rest)  # type: ignore[arg-type]

    return st.builds(made, _choices(alphabet), **_common(alphabet))


def _multiple(alphabet: str) -> st.SearchStrategy[Question]:
    def made(options: list[Distractor], **rest: object) -> Question:
        right, wrong = options[:2], options[2:] or [Distractor("none of these at all")]
        answers = tuple(one.text for one in right)
        return MultipleChoice(answers=answers, distractors=tuple(wrong), **rest)  # type: ignore[arg-type]

    return st.builds(made, _choices(alphabet), **_common(alphabet))


def _true_false(alphabet: str) -> st.SearchStrategy[Question]:
    def made(answer: bool, correction: str, **rest: object) -> Question:
        return TrueFalse(answer=answer, correction="" if answer else correction, **rest)  # type: ignore[arg-type]

    return st.builds(made, st.booleans(), texts(alphabet), **_common(alphabet))


def _short(alphabet: str) -> st.SearchStrategy[Question]:
    def made(wordings: list[str], **rest: object) -> Question:
        return ShortAnswer(answer=wordings[0], accept=tuple(wordings[1:]), **rest)  # type: ignore[arg-type]

    return st.builds(made, distinct(1, 3, alphabet), **_common(alphabet))


def _numeric(alphabet: str) -> st.SearchStrategy[Question]:
    numbers = st.decimals(-10_000, 10_000, places=2).map(lambda n: format(n.normalize(), "f"))
    allowed = st.sampled_from(["", "0.5", "2"])
    return st.builds(Numeric, answer=numbers, tolerance=allowed, **_common(alphabet))


def _cloze(alphabet: str) -> st.SearchStrategy[Question]:
    def made(gaps: list[list[str]], around: list[str], **rest: object) -> Question:
        between = [f" {text} " for text in around[: len(gaps)]]
        parts = (between[0].lstrip(), *between[1:], " end")
        found = tuple(tuple(gap) for gap in gaps)
        return Cloze(parts=parts, gaps=found, **rest)  # type: ignore[arg-type]

    plain = "".join(sign for sign in alphabet if sign not in "{}|")
    gaps = st.lists(distinct(1, 2, plain), min_size=1, max_size=3)
    around = st.lists(lines(plain), min_size=3, max_size=3)
    return st.builds(made, gaps, around, **_common(alphabet))


def _matching(alphabet: str) -> st.SearchStrategy[Question]:
    def made(lefts: list[str], rights: list[str], **rest: object) -> Question:
        pairs = tuple(zip(lefts, rights, strict=False))
        return Matching(pairs=pairs, distractors=tuple(rights[len(lefts) :]), **rest)  # type: ignore[arg-type]

    return st.builds(made, distinct(3, 3, alphabet), distinct(3, 4, alphabet), **_common(alphabet))


def _ordering(alphabet: str) -> st.SearchStrategy[Question]:
    sequence = distinct(2, 5, alphabet).map(tuple)
    return st.builds(Ordering, sequence=sequence, **_common(alphabet))


def _open(alphabet: str) -> st.SearchStrategy[Question]:
    points = distinct(1, 3, alphabet).map(tuple)
    return st.builds(Open, model_answer=lines(alphabet), points=points, **_common(alphabet))


_MAKERS = {
    "single-choice": _single,
    "multiple-choice": _multiple,
    "true-false": _true_false,
    "short-answer": _short,
    "numeric": _numeric,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "open": _open,
}
