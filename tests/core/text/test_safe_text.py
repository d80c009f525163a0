from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.core.text.normal_form import fold, fold_answer
from quiz.core.text.safe_text import count_unsafe, overlong_line, sanitise
from tests.effort import examples, times

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufdd0-\ufdef]"
)


@given(ANY_TEXT)
@settings(max_examples=examples(300), deadline=None)
def test_sanitising_twice_changes_nothing(text: str) -> None:
    once = sanitise(text)
    assert sanitise(once) == once


@given(ANY_TEXT)
@example("\x1b[2J\x1b]52;c;aGk=\x07\x9b31m\u202egnp.exe")
@settings(max_examples=examples(300), deadline=None)
def test_no_terminal_control_can_be_formed(text: str) -> None:
    assert UNSAFE.search(sanitise(text)) is None


def test_every_single_character_comes_out_safe_and_stable() -> None:
    step = times(1, 64)
    for code in range(0, 0x110000, step):
        safe = sanitise("a".join(map(chr, range(code, code + step))))
        assert UNSAFE.search(safe) is None, hex(code)
        assert sanitise(safe) == safe, hex(code)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E) | st.just("\n")))
@settings(max_examples=examples(100), deadline=None)
def test_printable_ascii_is_left_alone(text: str) -> None:
    assert sanitise(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a    b"),
        ("\x00\x1b[0m\x0b\x0c\x7f", "␀␛[0m␋␌␡"),
        ("\x9b2J", "‹U+009B›2J"),
        ("\u202eabc\u202c", "‹U+202E›abc‹U+202C›"),
        ("\u061c\u200e\u2066", "‹U+061C›‹U+200E›‹U+2066›"),
        ("\ufeffa\ufeff", "a‹U+FEFF›"),
        ("\ufeff\ufeffa", "‹U+FEFF›a"),
        ("a\ud800b\ufffe\ufdd0\U0001ffff", "a\ufffdb\ufffd\ufffd\ufffd"),
        ("hid\U000e0041den", "hid‹U+E0041›den"),
        ("co\xadoperate", "cooperate"),
        ("x\u2062y\u206a", "x‹U+2062›y‹U+206A›"),
        ("\n\x85\n", "\n\n\n"),
        ("\x1f\ufdef\ufff9", "␟\ufffd‹U+FFF9›"),
        ("\uffff\U0001fffe\U0010fffe\U0010ffff", "\ufffd" * 4),
    ],
)
def test_what_hides_or_commands_becomes_visible(text: str, shown: str) -> None:
    assert sanitise(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽‍🔬 👨‍👩‍👧 ❤️ 🇩🇪 1️⃣",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می‌خواهم",
        "e\u0301 n\u0303 ก็ क्षि",
        "葛\U000e0100城\U000e01ef字\U000e0100\U000e01ef 한국어 日本語",
        "non\xa0breaking\u2009thin\u200bzero",
    ],
)
def test_emoji_and_scripts_survive(text: str) -> None:
    assert sanitise(text) == text


@pytest.mark.parametrize(
    ("text", "most", "count"),
    [
        ("plain", 5, 0),
        ("two\nlines", 5, 0),
        ("\x1b[0m\ta\u202e", 5, 3),
        ("\t" * 9, 5, 5),
        ("\t", 0, 0),
    ],
)
def test_what_has_to_be_replaced_is_counted_up_to_a_limit(text: str, most: int, count: int) -> None:
    assert count_unsafe(text, most) == count


OVERLONG = [
    ("", None),
    ("abc", None),
    ("abcd", 1),
    ("abc\nabc\nabc", None),
    ("abc\nabcd", 2),
    ("\n\nabcd\n", 3),
    ("abc\n\n\na\nabcde\nabcdef", 5),
    ("\nabc\n", None),
    ("a\nb\nc\nd\nefg\n", None),
    ("abc\nabcd\na", 2),
    ("\nabcd", 2),
]


@pytest.mark.parametrize(("text", "line"), OVERLONG)
def test_the_first_line_of_more_than_three_characters_is_told(text: str, line: int | None) -> None:
    assert overlong_line(text, 3) == line


@given(st.text("ab\n", max_size=40), st.integers(1, 6))
@settings(max_examples=examples(100), deadline=None)
def test_an_overlong_line_is_the_first_of_them_all(text: str, most: int) -> None:
    lengths = [len(line) for line in text.split("\n")]
    first = next((i for i, length in enumerate(lengths, 1) if length > most), None)
    assert overlong_line(text, most) == first


def test_a_flag_of_hidden_letters_is_shown() -> None:
    hidden = "🏴" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all rules") + "\U000e007f"
    assert "‹U+E0069›" in sanitise(hidden)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The  Derma\n is", "the derma is"),
        ("“Don’t” – she said…", '"don\'t" - she said...'),
        ("ﬁne oﬃce", "fine office"),
        ("Straße", "STRASSE"),
        ("café", "cafe\u0301"),
        ("Crème brûlée", "creme brulee"),
        ("5 µg", "5 μg"),
        ("ＡＢＣ１２", "abc12"),
        ("CO₂ per m²", "co2 per m2"),
        ("10⁵", "10^5"),
        ("1½", "1 1/2"),
        ("한국어", "\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165"),
        ("ｶﾞ", "ガ"),
        ("manœuvre", "manoeuvre"),
        ("zero\u200bwidth", "zerowidth"),
        ("`quoted`", "'quoted'"),
        ("’quoted´", "`quoted`"),
    ],
)
def test_what_looks_alike_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "hidden", ["\xad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\ufe00", "\ufe0f"]
)
def test_what_takes_no_room_folds_to_nothing(hidden: str) -> None:
    assert fold(f"é{hidden}e") == "ee"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10⁵", "105"),
        ("1½", "11/2"),
        ("か", "が"),
        ("한", "하"),
        ("कि", "की"),
        ("4.5", "45"),
        ("-5", "5"),
        ("naive", "native"),
    ],
)
def test_what_differs_in_meaning_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold_answer(one) != fold_answer(other)


@given(ANY_TEXT)
@settings(max_examples=examples(300), deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(sanitise(text))
    assert fold(once) == once


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  The Dermis!  ", "the dermis"),
        ("water-soluble drugs", "water soluble drugs"),
        ("(a) 'b', c; d", "a b c d"),
        ("don’t, e.g. this", "dont eg this"),
        ("1,000.5 mg", "1,000.5 mg"),
        ("at .5 or 1:30", "at .5 or 1:30"),
        ("−5 °C", "-5 °c"),
        ("3–5 days.", "3-5 days"),
        ("covid-19", "covid 19"),
        ("fig.5", "fig 5"),
        ("fig.5 a", "fig 5 a"),
        ("`a` e.g.5", "a eg 5"),
        ("5 %", "5%"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Na+ and Cl−", "na+ and cl-"),
        ("µ", "μ"),
        ("東京。", "東京"),
        ("한국어!", "한국어"),
    ],
)
def test_answers_lose_punctuation_but_no_meaning(typed: str, folded: str) -> None:
    assert fold_answer(typed) == folded


@pytest.mark.parametrize("symbol", ["+", "-", "...", "?", "/", "(", "'", ";", "\u0301", "…", "。"])
def test_an_answer_of_symbols_never_folds_to_nothing(symbol: str) -> None:
    assert fold_answer(symbol)
    assert fold_answer(f" {symbol} ") == fold_answer(symbol)


@pytest.mark.parametrize(("one", "other"), [("+", "-"), ("<", ">"), ("?", "!"), ("C", "C++")])
def test_answers_of_different_symbols_differ(one: str, other: str) -> None:
    assert fold_answer(one) != fold_answer(other)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
@settings(max_examples=examples(200), deadline=None)
def test_no_visible_answer_folds_to_nothing(text: str) -> None:
    assert bool(fold_answer(text)) == bool(text.strip())
