from __future__ import annotations

import pytest

from quiz.core.text.derived import DerivedText, Piece
from quiz.core.text.passages import Passage

FILE = "a **b** c &amp; d\n> e"
READ = DerivedText(
    "a b c & d e",
    (
        Piece(2, 2, 2, 4),  # `**`
        Piece(3, 3, 5, 7),
        Piece(6, 7, 10, 15),  # `&amp;`
        Piece(9, 10, 17, 20),  # `\n> `
    ),
    (2, 3, 6, 9),
)


def read(words: str) -> str:
    start = FILE.index(words)
    found = READ.derived(Passage(start, start + len(words)))
    return READ.text[found.start : found.end]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a **b** c", "a b c"),
        ("**b", "b"),
        ("*b*", "b"),
        ("b** c", "b c"),
        ("**", ""),
        ("mp; d", "& d"),
        ("c &a", "c &"),
        ("\n> e", "e"),
        ("d\n>", "d"),
    ],
)
def test_what_is_read_of_a_span_of_the_file(written: str, words: str) -> None:
    assert read(written) == words


@pytest.mark.parametrize(
    ("words", "written"),
    [("a b", "a **b"), ("b", "b"), ("b c", "b** c"), ("& d", "&amp; d"), ("d e", "d\n> e")],
)
def test_where_what_is_read_stands_in_the_file(words: str, written: str) -> None:
    start = READ.text.index(words)
    found = READ.original(Passage(start, start + len(words)))
    assert FILE[found.start : found.end] == written
    assert READ.passage(start, start + len(words)) == found
