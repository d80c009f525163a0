"""In which language a text is written, told by its script and its commonest words."""

from __future__ import annotations

import pytest

from quiz.core.documents.language import MUCH, UNKNOWN, language_of

TEXTS = {
    "en": "The pump heats the water, and the valve is opened by hand.",
    "de": "Die Pumpe ist alt und das Ventil wird nicht von Hand bedient.",
    "fr": "La pompe est dans le local et les vannes sont pour la nuit.",
    "es": "El agua pasa por la bomba y los tubos para una casa.",
    "it": "Il motore della pompa non scalda gli impianti che sono spenti.",
    "nl": "Het water wordt door een pomp naar het huis gebracht en niet koud.",
    "pt": "O motor não pode ser ligado com os tubos para uma casa.",
    "sv": "Det är en pump som inte värmer och det är för kallt.",
    "pl": "Pompa jest w domu i nie działa na wodę oraz się grzeje.",
    "ja": "ポンプは水を温める。",
    "ko": "펌프가 물을 데운다.",
    "zh": "水泵加热水。",
    "el": "Η αντλία ζεσταίνει το νερό.",
    "he": "המשאבה מחממת את המים.",
    "th": "ปั๊มทำให้น้ำร้อน",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert language_of(text) == language
    assert language_of(text.upper()) == language


@pytest.mark.parametrize(
    "text",
    ["", "...", "12 34", "Pump", "the", "Pump, valve, motor", "por para con com para por uma una"],
)
def test_too_little_or_too_much_alike_tells_none(text: str) -> None:
    assert language_of(text) == UNKNOWN == "und"


@pytest.mark.parametrize(
    ("common", "others", "told"),
    [(2, 23, True), (2, 24, False), (8, 92, True), (8, 93, False), (1, 3, False)],
)
def test_eight_words_in_a_hundred_and_two_at_least_have_to_be_common_ones(
    common: int, others: int, told: bool
) -> None:
    text = " ".join(["the"] * common + ["pump"] * others)
    assert language_of(text) == ("en" if told else UNKNOWN)


@pytest.mark.parametrize(
    ("english", "german", "language"),
    [(13, 10, "en"), (12, 10, UNKNOWN), (10, 13, "de"), (10, 12, UNKNOWN), (5, 0, "en")],
)
def test_a_language_has_to_be_a_third_ahead_of_the_next(
    english: int, german: int, language: str
) -> None:
    assert language_of(" ".join(["the"] * english + ["und"] * german)) == language


@pytest.mark.parametrize(("foreign", "language"), [(2, "zh"), (1, UNKNOWN)])
def test_a_fifth_of_the_letters_makes_a_script(foreign: int, language: str) -> None:
    assert language_of("水" * foreign + "x" * (10 - foreign)) == language
    assert language_of("水" * foreign + "x" * (10 - foreign) + " 12345 " * 20) == language


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert language_of("x" * MUCH + " the the the") == UNKNOWN
    assert language_of("the " * (MUCH // 4) + "水" * MUCH) == "en"


def test_kana_tells_japanese_before_han_tells_chinese() -> None:
    assert language_of("水泵加热水をの") == "ja"
