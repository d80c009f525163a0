from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.text import folding
from quiz.core.text.folding import fold_spaces, folded_text
from quiz.core.text.passages import Passage
from tests.effort import examples

FOLDS = [
    ("The BREAD", "the bread"),
    ("a  \n b", "a b"),
    ("a\u200b\u200bb", "ab"),
    ("a \u200b b", "a b"),
    ("“a”", '"a"'),
    ("it’s", "it's"),
    ("a – b", "a - b"),
    ("ﬁre", "fire"),
    ("Straße", "strasse"),
    ("e\u0301", "é"),
    ("10⁻³", "10⁻³"),
    ("2½", "2½"),
    ("\u1100\u1161", "가"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDS)
def test_one_spelling_for_what_looks_the_same(text: str, folded: str) -> None:
    found = folded_text(text).text
    assert unicodedata.normalize("NFC", found) == found
    if "⁻" not in text and "½" not in text:
        assert found == folded
    else:  # a raised number never becomes one with what it stands on
        assert found.casefold() not in ("10-3", "21/2", "21⁄2")


def test_outer_space_is_only_dropped_from_short_texts() -> None:
    assert folded_text("  a ").text == " a "
    assert fold_spaces("  a  b ") == "a b"


@pytest.mark.parametrize(
    ("text", "span", "original"),
    [
        ("a  \n b", (0, 1), (0, 1)),
        ("a  \n b", (2, 3), (5, 6)),
        ("a  \n b", (1, 2), (1, 5)),
        ("xﬁre!", (1, 5), (1, 4)),
        ("xﬁre!", (3, 5), (2, 4)),
        ("xﬁre!", (2, 5), None),
        ("xﬁre!", (0, 2), None),
        ("xﬁre!", (5, 6), (4, 5)),
        ("a\u200b\u200bb", (0, 1), (0, 1)),
        ("a\u200b\u200bb", (1, 2), (3, 4)),
        ("abc", (1, 1), None),
        ("ﬁ\xadb", (0, 2), (0, 1)),
        ("ﬁ\xadb", (2, 3), (2, 3)),
        ("e\u0301n\u0303aXb", (3, 4), (5, 6)),
        ("e\u0301n\u0303aXb", (2, 4), (4, 6)),
    ],
)
def test_a_folded_span_leads_back_to_the_documents_own(
    text: str, span: tuple[int, int], original: tuple[int, int] | None
) -> None:
    assert folded_text(text).passage(*span) == (None if original is None else Passage(*original))


@pytest.mark.parametrize(
    ("joins", "stands_alone"),
    [
        ("\u1160", "\u115f"),
        ("\u11ff", "\u1200"),
        ("\u3131", "\u312f"),
        ("\u318e", "\u3190"),
        ("\uff9e", "\uff9d"),
        ("\uffdc", "\uffe0"),
        ("\u0301", "\xb4"),
        ("\u093e", "\u0905"),
    ],
)
def test_no_span_parts_a_character_from_what_joins_it(joins: str, stands_alone: str) -> None:
    assert folded_text(f"ア{joins}").passage(0, 1) is None
    assert folded_text(f"ア{stands_alone}").passage(0, 1) == Passage(0, 1)


@pytest.mark.parametrize(("text", "digit"), [("10⁻³", 1), ("2½", 0), ("x5²y", 1)])
def test_no_span_parts_a_raised_number_from_what_it_stands_on(text: str, digit: int) -> None:
    assert folded_text(text).passage(0, digit + 1) is None
    assert folded_text(text).passage(0, len(folded_text(text).text)) == Passage(0, len(text))


@given(st.text(st.sampled_from("aé \n\u200bﬁß–“e\u0301漢½2⁻"), max_size=30))
@settings(max_examples=examples(200), deadline=None)
def test_every_span_that_leads_back_folds_to_itself(text: str) -> None:
    found = folded_text(text)
    whole = found.passage(0, len(found.text))
    assert not found.text.strip() or whole is not None
    for piece in found.pieces:
        assert found.text[piece.start : piece.end] == folding._fold_piece(
            text[piece.original_start : piece.original_end]
        )


def test_what_follows_the_last_change_that_is_kept_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(folding, "MAX_PIECES", 2)
    text = "one  two  three  four, and no more of this text"
    assert folded_text(text).text == "one two "
