from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz.core.folding import fold_spaces, folded_text
from quiz.core.locate import How, Located, locate
from quiz.core.passages import Passage
from quiz.core.sentences import sentences
from quiz.core.text import sanitise
from tests.core.test_document import shipped

ELECTRONIC = shipped("electronic-mesotherapy")
DERMATOLOGY = shipped("mesotherapy-in-dermatology")
ALL_SENTENCES = [(d.text, s) for d in (ELECTRONIC, DERMATOLOGY) for s in sentences(d)]

ALPHABET = st.sampled_from([*"aabbcc  \n\n.,-–’“”éßﬁ½²5½…漢か가Aİ", "e\u0301", "\u1100\u1161", "👩‍🔬"])
ANY_TEXT = st.lists(ALPHABET, min_size=1, max_size=80).map("".join).map(sanitise)


def quote(text: str, passage: Passage | None) -> str | None:
    return None if passage is None else text[passage.start : passage.end]


def context(text: str, span: Passage, size: int = 40) -> tuple[str, str]:
    return text[max(0, span.start - size) : span.start], text[span.end : span.end + size]


# ── exact ─────────────────────────────────────────────────────────────────────────────────────


@given(ANY_TEXT, st.data())
@settings(max_examples=300, deadline=None)
def test_a_span_with_enough_context_is_found_exactly_at_its_place(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    prefix, suffix = text[:start], text[end:]
    assume(text[start:end].strip())
    assume(prefix or suffix)
    found = locate(text, text[start:end], prefix, suffix)
    assert found == Located(How.EXACT, Passage(start, end), score=1.0)
    assert found.grounded


@pytest.mark.parametrize("text, span", ALL_SENTENCES)
def test_every_shipped_sentence_is_found_where_it_stands(text: str, span: Passage) -> None:
    found = locate(text, text[span.start : span.end], *context(text, span))
    assert (found.how, found.passage) == (How.EXACT, span)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_offsets_always_lie_in_the_text(text: str, exact: str, prefix: str, suffix: str) -> None:
    found = locate(text, exact, prefix, suffix)
    places = [*found.others, *([found.passage] if found.passage else [])]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert (found.passage is None) is (found.how in (How.AMBIGUOUS, How.MISSING))
    if found.grounded:
        assert quote(text, found.passage) == exact


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [("", " is early", 0), ("late. ", "", 17), ("late. ", " is early", None), ("", " is", None)],
)
def test_context_chooses_between_equal_places(prefix: str, suffix: str, start: int | None) -> None:
    text = "Pain is early or late. Pain is late. Pain is bad."
    text = "Pain is early or. Pain is late."
    text = "Pain is early, late. Pain is late."[:0] + "Pain is early,   late. Pain is late."
    found = locate(text, "Pain", prefix, suffix)
    if start is None:
        assert found.how is not How.EXACT
    else:
        assert quote(text, found.passage) == "Pain"


def test_several_places_without_context_are_ambiguous_and_all_named() -> None:
    found = locate("ab ab ab", "ab")
    assert found == Located(How.AMBIGUOUS, None, (Passage(0, 2), Passage(3, 5), Passage(6, 8)), 1.0)
    assert not found.grounded
