"""Words of two states of a text laid side by side."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.revisions.alignment import NOWHERE, alignment, rising
from quiz.core.revisions.imprint import (
    codes,
    document_words,
    imprint,
    is_imprint,
    word_at,
    words_in,
)
from quiz.core.revisions.moved import moved
from tests.effort import examples

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=60)
NUMBERED = [f"w{i}" for i in range(60)]


@settings(max_examples=examples(150), deadline=None)
@given(WORDS, WORDS)
def test_aligned_words_are_equal_and_in_the_same_order(old: list[str], new: list[str]) -> None:
    found = alignment(old, new)
    assert len(found) == len(old)
    there = [at for at in found if at != NOWHERE]
    assert there == sorted(set(there))
    assert all(old[i] == new[at] for i, at in enumerate(found) if at != NOWHERE)


@settings(max_examples=examples(100), deadline=None)
@given(WORDS)
def test_a_text_is_aligned_with_itself_as_a_whole(words: list[str]) -> None:
    assert alignment(words, words) == list(range(len(words)))


@settings(max_examples=examples(150), deadline=None)
@given(WORDS, WORDS)
def test_moved_words_are_equal_and_taken_once(old: list[str], new: list[str]) -> None:
    found = alignment(old, new)
    others = moved(old, new, found)
    assert all(old[i] == new[at] for i, at in others.items())
    assert all(found[i] == NOWHERE for i in others)
    taken = [at for at in found if at != NOWHERE] + list(others.values())
    assert len(taken) == len(set(taken))


def test_words_put_in_leave_the_others_where_they_were() -> None:
    new = [*NUMBERED[:20], "new", "words", *NUMBERED[20:]]
    assert alignment(NUMBERED, new) == [*range(20), *range(22, 62)]


def test_a_part_that_changed_places_is_found_with_what_was_edited_in_it() -> None:
    part = [*NUMBERED[10:18], "new", *NUMBERED[19:24]]
    new = [*NUMBERED[:10], *NUMBERED[24:], *part]
    others = moved(NUMBERED, new, alignment(NUMBERED, new))
    assert sorted(others) == [*range(10, 18), *range(19, 24)]
    assert others[10] == new.index("w10")


def test_short_rows_that_stand_elsewhere_have_not_moved() -> None:
    new = [*NUMBERED[:10], *NUMBERED[15:], "new", *NUMBERED[10:15]]
    assert moved(NUMBERED, new, alignment(NUMBERED, new)) == {}


def test_the_longest_rising_choice_is_taken() -> None:
    assert rising([(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]
    assert rising([]) == []


def test_words_equal_in_case_and_unicode_form_have_one_code() -> None:
    one, two = words_in("Éclair"), words_in("e\u0301clair".replace("e\u0301", "é"))
    assert next(one).code == next(two).code


def test_a_script_without_spaces_has_a_word_for_each_character() -> None:
    text = "the 漢字, v1.2 and_so"
    assert [text[w.start : w.end] for w in words_in(text)] == [
        "the", "漢", "字", "v1", "2", "and", "so"
    ]  # fmt: skip


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=200))
def test_an_imprint_has_a_code_for_each_word(text: str) -> None:
    words = document_words(text)
    assert is_imprint(imprint(text))
    assert codes(imprint(text)) == [word.code for word in words]
    assert all(word_at(words, word.start) == i for i, word in enumerate(words))


def test_no_other_text_passes_for_an_imprint() -> None:
    assert is_imprint("")
    assert not any(map(is_imprint, ("A", "AB+/", "AB C", "AB\n", "A:")))
