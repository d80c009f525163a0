from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.search_terms import (
    MAX_TERMS,
    Term,
    count_terms,
    folded_words,
    marks,
    nearest_word,
    parse_terms,
)
from tests.effort import examples


def found(text: str, typed: str, *, typing: bool = False) -> list[str]:
    return [text[a:b] for a, b in marks(text, parse_terms(typed, typing=typing))]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        (" \t", ()),
        ("Yeast", (Term(("yeast",)),)),
        ("yeast  Gas", (Term(("yeast",)), Term(("gas",)))),
        ("yeast YEAST", (Term(("yeast",)),)),
        ('"turns sugar" gas', (Term(("turns", "sugar")), Term(("gas",)))),
        ("“turns sugar”", (Term(("turns", "sugar")),)),
        ('"open phrase', (Term(("open", "phrase")),)),
        ('""', ()),
        ("Crème brûlée", (Term(("creme",)), Term(("brulee",)))),
        ("e-mail", (Term(("e", "mail")),)),
        ("don’t", (Term(("don", "t")),)),
        ("10⁵", (Term(("10", "5")),)),
        ("電気 孔", (Term(("電", "気")), Term(("孔",)))),
        ("a OR b", (Term(("a",)), Term(("or",)), Term(("b",)))),
        ('stem:x* ^y NEAR(z, 2) -w {q} "', [("stem", "x"), "y", ("near", "z"), "2", "w", "q"]),
        ("\x00\x1b[2J\ud800", (Term(("2j",)),)),
        ("😀 !?", ()),
    ],
)
def test_what_is_typed_is_words_and_phrases_and_nothing_else(typed: str, terms: object) -> None:
    if isinstance(terms, list):
        terms = tuple(Term((t,) if isinstance(t, str) else t) for t in terms)
    assert parse_terms(typed) == terms


@pytest.mark.parametrize(
    ("typed", "unfinished"),
    [("ye", True), ("a ye", True), ("ye ", False), ('"a ye"', False), ('"a ye', True)],
)
def test_while_typing_only_the_word_at_the_very_end_is_unfinished(
    typed: str, unfinished: bool
) -> None:
    *before, last = parse_terms(typed, typing=True)
    assert last.prefix is unfinished
    assert not any(term.prefix for term in before)
    assert not any(term.prefix for term in parse_terms(typed))


def test_an_endless_search_is_cut() -> None:
    assert len(parse_terms(" ".join(f"w{i}" for i in range(100)))) == MAX_TERMS
    (term,) = parse_terms("x" * 100_000)
    assert len(term.words[0]) <= 400


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("Yeast turns sugar into gas.", "GAS", ["gas"]),
        ("Yeast turns sugar into gas.", "sugar yeast", ["Yeast", "sugar"]),
        ("Yeast turns sugar into gas.", "yea", []),
        ("Turns gas. Yeast turns sugar.", '"turns sugar"', ["turns sugar"]),
        ("Une crème brûlée", "brulee", ["brûlée"]),
        ("cafe\u0301 noir", "café", ["cafe\u0301"]),
        ("a ﬁne day", "fine", ["ﬁne"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("soft\u200bware", "software", ["soft\u200bware"]),
        ("電気穿孔法は", "穿孔", ["穿孔"]),
        ("it costs 10⁵ now", "10⁵", ["10⁵"]),
        ("the E-mail", "e-mail", ["E-mail"]),
        ("snake_case word", "case", ["case"]),
        ("__bold__", "bold", ["bold"]),
        ("dough, dough", "dough", ["dough", "dough"]),
        ("[b]bold[/b] [@click=x]", "b", ["b", "b"]),
    ],
)
def test_words_are_marked_in_the_text_as_it_is_shown(
    text: str, typed: str, expected: list[str]
) -> None:
    assert found(text, typed) == expected


def test_an_unfinished_word_marks_the_words_that_begin_so() -> None:
    assert found("electric electrode, relic", "elec", typing=True) == ["electric", "electrode"]


def test_overlapping_marks_become_one() -> None:
    assert found("one two three", '"one two" "two three"') == ["one two three"]


def test_terms_are_counted_once_each() -> None:
    terms = parse_terms('gas "sugar into" salt')
    assert count_terms("gas, gas: sugar into gas", terms) == 2


def test_the_nearest_word_is_named_only_when_it_is_near() -> None:
    known = ["electroporation", "iontophoresis", "gas"]
    assert nearest_word("electroporatoin", known) == "electroporation"
    assert nearest_word("butter", known) is None


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=examples(300), deadline=None)
@given(TEXT, TEXT)
def test_marks_lie_in_the_text_in_order_and_apart(text: str, typed: str) -> None:
    end = 0
    for start, stop in marks(text, parse_terms(typed, typing=True)):
        assert end <= start < stop <= len(text)
        end = stop


@settings(max_examples=examples(300), deadline=None)
@given(st.text(max_size=500))
def test_a_search_holds_only_letters_digits_and_what_joins_them(typed: str) -> None:
    for term in parse_terms(typed, typing=True):
        assert term.words
        assert not set(" ".join(term.words)) & set("\"'*^:(){}-+\x00\\")


@settings(max_examples=examples(200), deadline=None)
@given(st.text(st.sampled_from("Aäßﬁ電気か\u3099กิ x-,'’\u0301\u200b²½_"), max_size=30))
def test_a_text_is_marked_wherever_its_indexed_form_has_the_word(text: str) -> None:
    for term in parse_terms(folded_words(text)):
        if len(term.words) == 1:
            assert marks(text, [term]), term
