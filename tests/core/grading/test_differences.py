"""What parts a typed text from its key."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.grading.differences import ALIKE, Kind, Span, differences

EQUAL, MISSING, EXTRA = Kind.EQUAL, Kind.MISSING, Kind.EXTRA


@pytest.mark.parametrize(
    ("typed", "key", "expected"),
    [
        ("gluten", "gluten", [(EQUAL, "gluten")]),
        ("dermes", "dermis", [(EQUAL, "derm"), (EXTRA, "e"), (MISSING, "i"), (EQUAL, "s")]),
        ("drug", "drugs", [(EQUAL, "drug"), (MISSING, "s")]),
        ("the dermis", "dermis", [(EXTRA, "the "), (EQUAL, "dermis")]),
        ("cafe\N{COMBINING ACUTE ACCENT}s", "cafes", [
            (EQUAL, "caf"), (EXTRA, "e\N{COMBINING ACUTE ACCENT}"), (MISSING, "e"), (EQUAL, "s"),
        ]),
        ("The Dermis", "dermis", [(EXTRA, "The D"), (MISSING, "d"), (EQUAL, "ermis")]),
        ("sawdust", "gluten", [(EXTRA, "sawdust")]),
        ("", "gluten", []),
    ],
)  # fmt: skip
def test_what_is_too_much_and_what_is_missing_stands_in_its_place(
    typed: str, key: str, expected: list[tuple[Kind, str]]
) -> None:
    assert differences(typed, key) == tuple(Span(*pair) for pair in expected)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_is_the_same_however_it_is_composed(form: Literal["NFC", "NFD"]) -> None:
    typed = unicodedata.normalize(form, "crème brûlée")
    other = unicodedata.normalize("NFD" if form == "NFC" else "NFC", "crème brûlée")
    assert differences(typed, other) == (Span(EQUAL, typed),)


@given(st.text("aábc ́", max_size=12), st.text("aábc ́", max_size=12))
def test_without_what_is_missing_it_is_what_was_typed_and_without_what_is_extra_the_key(
    typed: str, key: str
) -> None:
    spans = differences(typed, key)
    assert "".join(text for kind, text in spans if kind is not MISSING) == typed
    if len(spans) > 1:
        without = "".join(text for kind, text in spans if kind is not EXTRA)
        assert composed(without) == composed(key)
    assert all(text for _, text in spans)


def test_half_in_common_is_compared_and_less_is_not() -> None:
    assert len(differences("abxy", "abcd")) > 1
    assert len(differences("axyz", "abcd")) == 1
    assert ALIKE == 0.5
