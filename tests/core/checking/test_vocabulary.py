"""English words that give answers away, as the rules look for them."""

from __future__ import annotations

import pytest

from quiz.core.checking.vocabulary import (
    all_above,
    harmless,
    is_english,
    negation,
    none_above,
    turned_round,
    vowel_sound,
)


@pytest.mark.parametrize(
    ("language", "english"),
    [("en", True), ("EN", True), ("en-GB", True), ("eng", False), ("de", False), ("de-en", False)],
)
def test_english_is_told_by_the_first_part_of_the_tag(language: str, english: bool) -> None:
    assert is_english(language) is english


TURNED = [
    # a stem, and the part of it in which a negation turns the question round
    ("Which gas is not here?", " gas is not here?"),
    ("Which gas is here, if it is not hot?", " gas is here"),
    ("It is not hot. Which gas is here?", " gas is here?"),
    ("Which gas is here? It is not hot.", " gas is here?"),
    ("Which gas is here? Which one is not?", " one is not?"),
    ("Name a gas that is not here.", "Name a gas "),
    ("It is hot. Name what is not here.", " is not here."),
    ("It was cold. It is not here.", "It is not here."),
    ("Why is it not here?", ""),
    ("How come it is not here?", ""),
    ("What happens when it is not here?", ""),
    ("What if it is not here?", ""),
    ("", ""),
    ("   ", ""),
    ("All of these are gases, EXCEPT", "EXCEPT"),
    ("What is a gas but not hot?", "but not hot?"),
    ("Which are gases except the ones that stand here in the list?", " are gases except the ones "),
    ("What is a gas, and which is not?", " is a gas which is not?"),
    ('Which gas does "it is not here" mean?', " gas does  mean?"),
    ("Which gas is not only light?", " gas is  light?"),
    ("At least how many are not here?", " many are not here?"),
    ("Where would it, when hot, not be?", " would it"),
]


@pytest.mark.parametrize(("stem", "part"), TURNED)
def test_only_the_clause_that_asks_can_be_turned_round(stem: str, part: str) -> None:
    assert turned_round(stem) == part


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it is not", "not"),
        ("it isn't", "isn't"),
        ("it isn’t", "isn’t"),
        ("it is NOT", None),
        ("it is *not*", None),
        ("it is _not_", None),
        ("a knot", None),
        ("a notice", None),
        ("the least", "least"),
        ("except it", "except"),
        ("never", "never"),
    ],
)
def test_a_negation_is_seen_unless_it_stands_out(text: str, found: str | None) -> None:
    match = negation().search(text)
    assert (match and match[0]) == found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('say "not here" now', "say  now"),
        ("say “not here” now", "say  now"),
        ("say ‘not here’ now", "say  now"),
        ("say 'not here' now", "say  now"),
        ("say `not here` now", "say  now"),
        ("it isn't John's", "it isn't John's"),
        ("at least one", " one"),
        ("At Least one", " one"),
        ("but not least", ""),
        ("not only, not just, not merely, not yet", ", , , "),
        ("or not, if not, why not", ", , "),
        ("not here", "not here"),
    ],
)
def test_quotations_and_set_phrases_turn_nothing_round(text: str, left: str) -> None:
    assert harmless().sub("", text) == left


@pytest.mark.parametrize(
    "option",
    [
        "all of the above",
        "any of these",
        "each of them",
        "both of the above are correct",
        "all the above apply",
        "two of the other answers may be right",
        "both a and b",
        "both answer a and answer b are true",
        "options 1 and 2",
        "a and b only",
        "a and c are correct",
        "most of those statements",
    ],
)
def test_an_option_can_say_that_others_are_right(option: str) -> None:
    assert all_above().fullmatch(option)
    assert none_above().fullmatch(option) is None


@pytest.mark.parametrize(
    "option",
    [
        "none of the above",
        "neither of these is correct",
        "not any of them",
        "none of these two gases",
        "none of the gases",
        "no other answer is right",
        "no option applies",
        "neither a nor b",
        "neither option a nor option b is right",
    ],
)
def test_an_option_can_say_that_others_are_wrong(option: str) -> None:
    assert none_above().fullmatch(option)
    assert all_above().fullmatch(option) is None


@pytest.mark.parametrize(
    "option",
    ["all gases", "none", "both lungs", "a and b", "vitamins a and b", "no answer", "f and g only"],
)
def test_other_options_say_nothing_of_their_neighbours(option: str) -> None:
    assert all_above().fullmatch(option) is None
    assert none_above().fullmatch(option) is None


@pytest.mark.parametrize(
    "word", ["apple", "hour", "honour", "heir", "8", "11", "18 men", "umbrella", "only", "under"]
)
def test_an_stands_before_what_sounds_like_a_vowel(word: str) -> None:
    assert vowel_sound().match(word)


@pytest.mark.parametrize(
    "word",
    [
        *("pear", "unit", "union", "use", "one", "once", "euro", "ewe", "11.5", "180", "1"),
        *("one-way", "ubiquitous", "uranium", "utensil", "house", "one of them"),
    ],
)
def test_a_stands_before_everything_else(word: str) -> None:
    assert vowel_sound().match(word) is None
