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
    widened,
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


SPACELESS = {
    "Thai": "\u0e01\u0e2e",
    "Lao": "\u0e81\u0edf",
    "Myanmar": "\u1000\u102a",
    "Khmer": "\u1780\u17e9",
    "Kana": "\u3042\u30fa",
    "small Kana": "\u31f0\u31ff",
    "Han, extension A": "\u3400\u4dbf",
    "Han": "\u4e00\u9fff",
    "Han, compatibility": "\ufa0e\ufa0f",
    "Han, extension B": "\U00020000\U0003134a",
}


@pytest.mark.parametrize("pair", SPACELESS.values(), ids=SPACELESS)
def test_without_spaces_every_character_is_a_word(pair: str) -> None:
    assert folded_words(pair) == " ".join(map(folded_words, pair))
    assert found(f"{pair}{pair[::-1]}", pair[1])[0] == pair[1] * 2
    (term,) = parse_terms(pair)
    assert len(term.words) == 2


@pytest.mark.parametrize("pair", ["\u0dc1\u0dc2", "\u10a0\u10a1", "\uac00\uac01", "\u0561\u0562"])
def test_in_scripts_with_spaces_letters_in_a_row_are_one_word(pair: str) -> None:
    assert " " not in folded_words(pair)
    assert found(f"{pair} {pair[0]}", pair) == [pair]


def test_indexed_text_is_folded_with_its_words_apart() -> None:
    assert folded_words("The PUMP, heats") == "the pump, heats"
    assert folded_words("Crème  Brûlée") == "creme brulee"
    assert folded_words("電気 and Über") == "電 気 and uber"


def test_a_search_is_looked_at_for_400_characters_and_sixteen_words() -> None:
    (term,) = parse_terms("x" * 401)
    assert term.words == ("x" * 400,)
    assert [term.words[0] for term in parse_terms(" ".join(f"w{i}" for i in range(17)))] == [
        f"w{i}" for i in range(16)
    ]


def test_widened_terms_may_all_go_on() -> None:
    assert widened((Term(("a",)), Term(("b", "c"), prefix=True))) == (
        Term(("a",), prefix=True),
        Term(("b", "c"), prefix=True),
    )
    assert marks("yeasty dough", widened(parse_terms("yeast dou"))) == ((0, 6), (7, 12))


@pytest.mark.parametrize(
    ("text", "typed", "places"),
    [
        ("a b a b", '"a b"', ((0, 3), (4, 7))),
        ("a b", "a b", ((0, 1), (2, 3))),
        ("a b c", '"a b" b', ((0, 3),)),
        ("b a b", '"a b"', ((2, 5),)),
        ("a", '"a b"', ()),
        ("abc", '"abc" abc', ((0, 3),)),
        ("a a a", '"a a" a', ((0, 5),)),
    ],
)
def test_phrases_stand_in_a_row(text: str, typed: str, places: tuple[tuple[int, int], ...]) -> None:
    assert marks(text, parse_terms(typed)) == places


@pytest.mark.parametrize(
    ("word", "near"), [("gsa", "gas"), ("gax", "gas"), ("xyz", None), ("electro", None)]
)
def test_a_misspelt_word_has_two_thirds_of_its_letters_in_common(
    word: str, near: str | None
) -> None:
    assert nearest_word(word, ["electroporation", "iontophoresis", "gas"]) == near
