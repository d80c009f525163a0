"""The printed document with its letters."""

from __future__ import annotations

from quiz.core.documents.document import Document
from quiz.core.memory.mastery import Counts, Mastery, marked_passages
from quiz.core.text.passages import Passage
from quiz.formats.reading_text import LEGEND, reading_text

TEXT = "Title\n\nOne sentence here. Another one that is a little longer.\n\nLast.\n"


def lines(states: dict[str, Mastery], *quotes: tuple[str, str], width: int = 80) -> list[str]:
    standing = [
        (uid, Passage(TEXT.index(quote), TEXT.index(quote) + len(quote))) for uid, quote in quotes
    ]
    marked = marked_passages(standing, states)
    counts = Counts.of(states.values())
    return list(reading_text(Document("d", TEXT), marked, counts, width=width))


def test_each_row_has_the_letter_of_the_worst_passage_on_it() -> None:
    states = {"a": Mastery.KNOWN, "b": Mastery.MISSED, "c": Mastery.LEARNING}
    found = lines(states, ("a", "One sentence here."), ("b", "longer"), ("c", "Last."), width=44)
    assert found == [
        "  | Title",
        "",
        "K | One sentence here. Another one that is a",
        "M | little longer.",
        "",
        "L | Last.",
        "",
        "",
        "Title: 3 questions: 1 missed last time, 1 learning, 1 known",
    ]


def test_without_questions_it_says_so() -> None:
    assert lines({})[-1] == "Title: No question stands on this document."


def test_the_legend_names_every_letter() -> None:
    assert LEGEND == "M missed last time   N never asked   L learning   K known"
