"""A question as one of another type, for formats that lack its own."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from string import ascii_uppercase

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.options import shown_options
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.store.sets.build import Common

BLANK = "_____"


def lettered(number: int) -> str:
    """`A` to `Z`, then `A1` to `Z1` and so on."""
    turn, at = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[at] + (str(turn) if turn else "")


def ordering_as_short_answer(question: Ordering) -> ShortAnswer:
    """The items with letters, in an order of chance that is always the same; typed as `B, A, C`."""
    items = shown_options(question, question.id)
    letters = {item: lettered(at) for at, item in enumerate(items)}
    right = [letters[item] for item in question.sequence]
    listed = "\n".join(f"{letters[item]}. {item}" for item in items)
    wordings = (", ".join(right), ",".join(right), " ".join(right), "".join(right))
    how = "Type the letters in order, such as A, B, C."
    stem = f"{question.stem}\n\n{listed}\n\n{how}"
    return ShortAnswer(
        **_common(question, question.id, stem),
        answer=wordings[0],
        accept=tuple(dict.fromkeys(wordings[1:])),
    )


def ordering_as_matching(question: Ordering) -> Matching:
    """Each item to be given its place."""
    places = {item: str(place) for place, item in enumerate(question.sequence, 1)}
    shown = question.shown(Random(question.id))
    pairs = tuple((item, places[item]) for item in shown)
    return Matching(**_common(question, question.id, question.stem), pairs=pairs)


def cloze_as_short_answers(question: Cloze) -> Iterator[ShortAnswer]:
    """A question for each gap, the other gaps filled."""
    for at, gap in enumerate(question.gaps):
        filled = [other[0] for other in question.gaps]
        filled[at] = BLANK
        text = "".join(a + b for a, b in zip(question.parts, [*filled, ""], strict=True))
        stem = f"{question.stem}\n\n{text}"
        number = f"-{at + 1}" if len(question.gaps) > 1 else ""
        yield ShortAnswer(
            **_common(question, f"{question.id}{number}", stem),
            answer=gap[0],
            accept=gap[1:],
            language=question.language,
            compare=question.compare,
            reject=question.reject,
        )


def _common(question: Question, name: str, stem: str) -> Common:
    """What the new question shares with the old one."""
    return {
        "id": name,
        "stem": stem,
        "explanation": question.explanation,
        "sources": question.sources,
        "tags": question.tags,
        "hint": question.hint,
        "disputed_by": question.disputed_by,
        "draft": question.draft,
        "line": question.line,
    }
