"""Whether two wordings say the same, word for word."""

from __future__ import annotations

import pytest

from quiz.core.text.same_statement import exchanges, says_same, tokens

SAME = [
    ("The pump heats the water.", "the pump heats  water"),
    ("A pump heats an engine.", "The pump heats engine."),
    ("the colour of it", "the color of it"),
    ("it can't run", "it cannot run"),
    ("it can't run", "it can not run"),
    ("it won't run", "it will not run"),
    ("it doesn’t run", "it does not run"),
    ("it's so", "it is so"),
    ("they're old and we've seen them", "they are old and we have seen them"),
    ("they'll run", "they will run"),
    ("two pumps", "2 pumps"),
    ("twelve pumps", "12 pumps"),
    ("1,000 pumps", "1000 pumps"),
    ("3 – 5 mm", "3-5 mm"),
    ("4 mm of it", "4mm of it"),
    ("salt & water", "salt and water"),
    ("e.g. a pump", "for example a pump"),
    ("the water-proof seal", "the waterproof seal"),
    ("the rain coat", "the raincoat"),
    ("the rain-coat", "the rain coat"),
    ("an old resrevoir", "an old reservoir"),
    ("-5 degrees", "−5 degrees"),
    ("", ""),
    ("...", "!"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_articles_spellings_contractions_and_signs_are_free(old: str, new: str) -> None:
    assert says_same(old, new)
    assert says_same(new, old)


OTHER = [
    ("The pump heats water.", "The pump cools water.", [(("heats",), ("cools",))]),
    ("The pump heats water.", "The old pump heats water.", [((), ("old",))]),
    ("The old pump heats water.", "The pump heats water.", [(("old",), ())]),
    ("one pump", "1 pump", [(("one",), ("1",))]),
    ("thirteen pumps", "13 pumps", [(("thirteen",), ("13",))]),
    ("1000 pumps", "10,00 pumps", [(("1000",), ("10,00",))]),
    ("5 degrees", "-5 degrees", [((), ("-",))]),
    ("5 degrees", "6 degrees", [(("5",), ("6",))]),
    ("x = 5", "x != 5", [(("=",), ("!=",))]),
    ("10 %", "10", [(("%",), ())]),
    ("C++ runs", "C runs", [(("c++",), ("c",))]),
    ("use snake_case", "use snakecase", [(("snake_case",), ("snakecase",))]),
    ("use maxSize", "use maxsize", [(("maxSize",), ("maxsize",))]),
    ("call -v", "call -V", [(("v",), ("V",))]),
    ("it may be", "it maybe", [(("may", "be"), ("maybe",))]),
    ("an any thing", "an anything", [(("any", "thing"), ("anything",))]),
    ("the trial of it", "the trail of it", [(("trial",), ("trail",))]),
    ("met Mr Cooper", "met Mr Coopar", [(("cooper",), ("coopar",))]),
    ("got vitamin A there", "got vitamin there", [(("a",), ())]),
    ("it runs", "it runs not and not", [((), ("not", "and", "not"))]),
]


@pytest.mark.parametrize(("old", "new", "found"), OTHER)
def test_every_other_word_that_comes_goes_or_is_exchanged_is_told(
    old: str, new: str, found: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert list(exchanges(old, new)) == found
    assert list(exchanges(new, old)) == [(come, gone) for gone, come in found]
    assert not says_same(old, new)


def test_two_words_that_stand_elsewhere_are_no_slips_of_each_other() -> None:
    old, new = "an old xyltie", "an old xyltide"
    assert not says_same(old, new)
    assert says_same(old, new, lambda word: {"xyltide": 2}.get(word, 0))
    assert not says_same(old, new, lambda word: {"xyltide": 1}.get(word, 0)), "only here"
    assert not says_same(old, new, lambda _word: 5)


def test_a_capital_marks_a_name_but_not_at_the_start_of_a_sentence() -> None:
    found = {
        token.plain: token.name for token in tokens("Here Cooper met. Then (Baker) left: An end.")
    }
    assert [name for name, is_name in found.items() if is_name] == ["cooper", "baker"]
    assert not any(token.name for token in tokens('The end. \n- The pump\n\n"It'))
    assert [token.name for token in tokens("see An end, so Bread an Oven")] == [
        *(False, False, False, False),
        *(True, False, True),
    ]


def test_a_range_is_one_word_however_its_dash_is_spaced() -> None:
    assert [token.plain for token in tokens("3 – 5 mm")] == ["3-5", "mm"]
    assert [token.plain for token in tokens("12—13")] == ["12-13"]
