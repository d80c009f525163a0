"""Answers that stand in a stem or a distractor that stands in the proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.view import View, holds, words_of
from quiz.core.questions.cloze import Cloze

SHORTEST = 4
"""Characters below which a key is too common to be given away by standing somewhere."""
STATEMENT = 5
"""Words from which on an option states something that the passage can make true."""
MOST_KEYS = 500
"""So many answers of one question are looked for in it."""
RUN = 8
"""Words in a row that are copied and not met by chance."""


_OFFERING = frozenset(("or", "between", "oder", "zwischen", "ou", "entre", "o"))


def answer_in_stem(view: View) -> Iterator[Notice]:
    """`answer-in-stem`: a key inside its own stem, unless a distractor stands there as well.

    A stem that offers two things to choose from has to name the answer.
    """
    if not (view.wrongs or _OFFERING.isdisjoint(view.stem.split())):
        return
    if any(holds(view.stem, wrong.joined) for wrong in view.wrongs if wrong.joined):
        return
    texts = f"{view.stem} \n{_around(view)}"
    for key in view.typed_keys()[:MOST_KEYS]:
        if len(key.joined) >= SHORTEST and holds(texts, key.joined):
            yield Notice(
                "answer-in-stem",
                Spot(view.question.id, key.path),
                f"the answer '{key.text}' stands in the question itself",
                "ask without using the words of the answer",
            )


def _around(view: View) -> str:
    """The words around the gaps of a text, a line for each stretch."""
    question = view.question
    parts = question.parts if isinstance(question, Cloze) else ()
    return "".join(f" {' '.join(words_of(part))} \n" for part in parts)


def true_in_source(view: View) -> Iterator[Notice]:
    """`true-in-source`: a distractor of five words or more that the cited passage says verbatim.

    A name or a thing from the passage is what a good distractor is.
    """
    for wrong in view.wrongs:
        if wrong.joined.count(" ") >= STATEMENT - 1 and any(
            holds(text, wrong.joined) for text in view.quotes
        ):
            yield Notice(
                "true-in-source",
                Spot(view.question.id, wrong.path),
                "this distractor stands word for word in the passage that proves the answer",
                "make sure it is wrong, and reword it",
            )


def stem_copies_source(view: View) -> Iterator[Notice]:
    """`stem-copies-source`: a run of eight words of the stem stands verbatim in a source."""
    words = view.stem.split()
    if len(words) < RUN:
        return
    for passage in view.quotes:
        run = _common_run(words, passage)
        if run:
            yield Notice(
                "stem-copies-source",
                Spot(view.question.id, ("stem",)),
                f"'{run} …' is copied from the source: the question can be answered by its sound",
                "ask in other words than the document's",
            )
            return


def _common_run(words: Sequence[str], passage: str) -> str:
    if passage.count(" ") < RUN - 1:
        return ""
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return next((run for run in runs if holds(passage, run)), "")
