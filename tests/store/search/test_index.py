"""The search index: what is found in it, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.core.documents.search_terms import parse_terms
from quiz.store.files.home import Places, places
from quiz.store.library.library import Entry, Library
from quiz.store.search import index as search_index
from quiz.store.search.files import indexed_files
from quiz.store.search.index import SearchIndex
from tests.effort import examples
from tests.plain.nine_types import DOCUMENT, write_set
from tests.store.searching import document, ids, lines, numbered, refresh


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sugar", {"gas", "cloze"}),
        ("SUGAR yeast", {"gas", "cloze"}),
        ('"turns sugar"', {"cloze"}),
        ('"sugar turns"', set()),
        ("gravel", {"dough"}),
        ("gluten", {"held", "gluten"}),
        ("minutes", {"rest"}),
        ("taste", {"roles"}),
        ("oven", {"steps"}),
        ("temperature", {"crust"}),
        ("lifts", {"gas"}),
        ("butter", set()),
        ("suga", set()),
        ("", set()),
    ],
)
def test_every_text_of_a_question_is_found(
    index: SearchIndex, where: Places, path: Path, typed: str, expected: set[str]
) -> None:
    refresh(index, where, path)
    assert set(ids(index, typed)) == expected


def test_an_unfinished_word_is_found_while_typing(
    index: SearchIndex, where: Places, path: Path
) -> None:
    refresh(index, where, path)
    assert set(ids(index, "turns suga", typing=True)) == {"cloze"}
    assert ids(index, "turns suga ", typing=True) == []


def test_any_of_the_words_will_do_when_asked_so(
    index: SearchIndex, where: Places, path: Path
) -> None:
    refresh(index, where, path)
    assert ids(index, "gravel minutes") == []
    assert set(ids(index, "gravel minutes", any_=True)) == {"dough", "rest"}


def test_a_stem_counts_more_than_an_answer_than_an_explanation_than_a_tag(
    index: SearchIndex, where: Places, tmp_path: Path
) -> None:
    texts = {"t0": "apples", "e1": "apples", "a2": "apples", "s3": "apples"}
    path = write_set(tmp_path / "sets", numbered(9, **texts), "many")
    refresh(index, where, path)
    assert ids(index, "apples") == ["q3", "q2", "q1", "q0"]


def test_equal_questions_come_in_the_order_of_their_file(
    index: SearchIndex, where: Places, tmp_path: Path
) -> None:
    path = write_set(tmp_path / "sets", numbered(30), "many")
    refresh(index, where, path)
    assert ids(index, "this") == [f"q{i}" for i in range(20)]


def test_of_very_many_matches_the_first_are_weighed(
    index: SearchIndex, where: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "MOST", 5)
    path = write_set(tmp_path / "sets", numbered(9, s8="This this this", s3="This this"), "many")
    refresh(index, where, path)
    assert ids(index, "this") == ["q3", "q0", "q1", "q2", "q4"]


def test_a_passage_is_found_with_its_line_and_its_place_in_the_document(
    index: SearchIndex, where: Places, path: Path
) -> None:
    refresh(index, where, path)
    (unit,) = index.units(parse_terms("gluten"), 20)
    assert (unit.title, unit.sections, unit.line) == ("Bread", ("Making dough",), 5)
    assert DOCUMENT[unit.start :].startswith(unit.text)
    quotes = [DOCUMENT[s.start : s.end] for s in unit.sentences]
    assert quotes[2:] == ["The gas is held by gluten.", "A dough rests for 60 minutes."]
    assert unit.file == next(f for f in indexed_files(_entries(where, path)) if f.document)
    assert lines(index, "baking") == [7]  # a heading


def _entries(where: Places, path: Path) -> list[Entry]:
    with Library.open([path], places=where) as library:
        return library.sets


def test_words_are_found_across_the_sentences_of_a_paragraph(
    index: SearchIndex, where: Places, path: Path
) -> None:
    refresh(index, where, path)
    assert lines(index, "flour gluten") == [5]
    assert lines(index, '"taste yeast"') == [5]
    assert lines(index, "flour oven") == []


@pytest.mark.parametrize("spelling", ["creme brulee", "Crème Brûlée", "cre\u0300me brûlée"])
def test_accents_make_no_difference(
    index: SearchIndex, where: Places, tmp_path: Path, spelling: str
) -> None:
    path = write_set(tmp_path / "sets", numbered(2, s1="Qu'est-ce que la crème brûlée ?"), "many")
    document(path).write_text("Dessert\n\nUne cre\u0300me brûlée est servie.\n", encoding="utf-8")
    refresh(index, where, path)
    assert ids(index, spelling) == ["q1"]
    assert lines(index, spelling) == [3]


def test_in_scripts_without_spaces_a_part_of_a_sentence_is_found(
    index: SearchIndex, where: Places, tmp_path: Path
) -> None:
    path = write_set(tmp_path / "sets", numbered(2, s1="電気穿孔法とは何ですか。"), "many")
    refresh(index, where, path)
    assert ids(index, "穿孔") == ["q1"]
    assert ids(index, "孔穿") == []


def test_a_misspelt_word_has_a_suggestion_and_a_known_one_none(
    index: SearchIndex, where: Places, path: Path
) -> None:
    refresh(index, where, path)

    def suggested(typed: str) -> str | None:
        return index.suggestion(parse_terms(typed)[0])

    assert suggested("glutem") == "gluten"
    assert suggested("temperture") == "temperature"
    assert suggested("gluten") is None
    assert suggested("zzzzzz") is None
    assert suggested('"glutem holds"') is None


# Any text is a valid search

OPERATORS = [
    "AND",
    "OR",
    "NOT",
    "NEAR(",
    ")",
    '"',
    "*",
    "^",
    ":",
    "stem:",
    "{",
    "}",
    "-",
    "'",
    "\\",
]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    folder = tmp_path_factory.mktemp("shared")
    where = places({"QUIZ_HOME": str(folder / "home")})
    index = SearchIndex(where.cache)
    refresh(index, where, write_set(folder / "sets"))
    yield index
    index.close()


@settings(max_examples=examples(400), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from([*OPERATORS, "gas", "sugar"]), st.text(max_size=8))),
    st.sampled_from(["", " "]),
    st.booleans(),
)
def test_any_text_can_be_searched(
    shared: SearchIndex, parts: list[str], between: str, any_: bool
) -> None:
    terms = parse_terms(between.join(parts), typing=True)
    shared.questions(terms, 5, any_=any_)
    shared.units(terms, 5, any_=any_)
    assert not shared._file.in_memory, "no search made the index fail"


@pytest.mark.parametrize("operator", OPERATORS)
def test_no_operator_changes_what_is_found(shared: SearchIndex, operator: str) -> None:
    word = "".join(filter(str.isalpha, operator)).lower()
    expected = ids(shared, f"gas sugar {word}", any_=True)
    assert expected
    assert sorted(ids(shared, f"sugar {operator} gas", any_=True)) == sorted(expected)
