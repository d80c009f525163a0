"""A typed answer in one form: what is the same thing in another spelling becomes the same words.

Marks that mean something are kept as private-use characters, so that folding does not take them
for punctuation; a unit keeps its capitals the same way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quiz.core.grading.spellings.counting import scaled
from quiz.core.grading.spellings.fractions import parts_of_one
from quiz.core.grading.spellings.greek import named
from quiz.core.grading.spellings.moments import one_clock, one_era
from quiz.core.grading.spellings.number_words import digits_for_words, one_date, one_range
from quiz.core.grading.spellings.phrases import (
    bounded,
    parted,
    percent,
    pressed,
    rated,
    umlauts_spelt,
)
from quiz.core.grading.units import parse_unit
from quiz.core.grading.word_forms import one_spelling
from quiz.core.text.normal_form import fold_answer

_KEPT = 0xE000  # where the private use area starts
FILE_DOT = chr(_KEPT + ord("."))
"""The dot in the name of a file."""

_MINUS = dict.fromkeys(map(ord, "‐‑‒–—−﹘﹣－"), "-")
_RAISED = re.compile("[⁰¹²³⁴-⁹⁺⁻ⁿ]+")
_MIXED = re.compile("(?<=\\d)(?=[¼½¾⅐-⅞↉])")
_LETTERS = str.maketrans("أإآٱ", "اااا", "ـ") | {
    **dict.fromkeys(map(ord, "º˚"), "°"),
    **dict.fromkeys(map(ord, "·⋅∙✕⨯"), "×"),
    ord("′"): "'",
    ord("″"): "''",
    ord("’"): "'",
}
_POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
)

# Keyboard forms of signs.
_SIGNS = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"\+\s?/\s?-|\+-", "±"),
        (r"<=|=<|≦|⩽", "≤"),
        (r">=|=>(?=\s*\d)|≧|⩾", "≥"),
        (r"!=|<>|=/=", "≠"),
        (r"-+>|=>", "→"),
        (r"(?<=\d)\s*[xX*×]\s*(?=[\d.])", "×"),
        (r"(?<=\d)\s?[xX×](?![^\W_])", "×"),
        (r"(?<![^\W_])[xX×]\s?(?=\d)", "×"),
    )
)
# Marks with a meaning: operators in words, factorials, primes, brackets that touch a word, options.
_MEANT = re.compile(
    r"(?<=[^\W_])[/*\\](?=[^\W_])|[*\\]|(?<![^\W_]{2})(?<=[^\W_])!|!(?=[\w(])"
    r"|(?<![^\W_]{2})(?<=[^\W_])'+(?![^\W_])|(?<=\d)'+(?![^\W_])"
    r"|(?<=[^\W_])[(\[{]|(?<=[^\W\d_])\^(?=-?[a-z])"
    r"|(?<![\w)-])--?(?=[^\W\d_](?![^\W_]{2}))|(?<![\w-])--(?=[^\W_])|(?<=[([])-"
)
_PLURAL = re.compile(r"(?<=[^\W\d_]{2})\((?:s|es)\)")
_ROMAN = re.compile(r"(?<=[^\W\d_]{2})\(([IVX]+)\)")
_GROUPED = {
    ",": re.compile(r"(?<![\d.,])([1-9]\d{0,2})((?:,\d{3})+)(?![\d,])"),
    ".": re.compile(r"(?<![\d.,])([1-9]\d{0,2})((?:\.\d{3})+)(?![\d.])"),
    " ": re.compile(r"(?<![\d.,] )(?<![\d.,])([1-9]\d{0,2})((?:[ \u00a0\u202f'’]\d{3})+)(?! ?\d)"),
}
_UNIT = r"(?:[^\W\d_]+(?:\^?-?[1-9](?![\d.]))?|°\s?[CFcf]?(?![^\W_])|[%‰$€£¢])"
_QUANTITY = re.compile(
    r"(?<![^\W\d_])(?P<n>\d(?:[\d.,:/^\ue07e]*\d)?)(?:\s|-(?=[^\W\d_]))?"
    rf"(?P<u>{_UNIT}(?:(?:\s?[/×]\s?|\s){_UNIT}){{0,4}})(?![^\W_])\.?"
)
_MONEY = re.compile(r"([$€£])\s?(\d[\d.]*(?<=\d))(?!\s?[$€£])")
_CHARGE = re.compile(r"(?<=[A-Za-z]\d)\s(\d[+-])(?!\w)")
_APART = re.compile(r"(?<=\d)\s?:\s?(?=\d)")
_BELOW = re.compile(r"/\s?\(([^()]{1,20})\)")
_ENDINGS = (
    "html? css jsx? tsx? py txt md json ya?ml xml java c h cpp cs exe sh csv pdf png jpe?g gif svg "
    "docx? xlsx? pptx? zip tar gz ini cfg toml log sql php rb rs go"
)
_FILE = re.compile(rf"(?<=[\w-])\.(?=(?:{'|'.join(_ENDINGS.split())})\b)")
_SCIENTIFIC = re.compile(r"(?<![\w.,])(\d(?:\.\d+)?)[eE]([+-]?\d{1,3})(?![\w.])")
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "nl": "en", "pt": "e"}
_SHORT = {"st": "saint", "mt": "mount", "dr": "doctor", "vs": "versus", "approx": "approximately"}


@lru_cache(maxsize=2048)
def canonical(text: str, language: str) -> tuple[str, ...]:
    """The words of an answer in their one form; a number and its unit are one word."""
    text = digits_for_words(parted(keyboard_form(text), language), language)
    text = parts_of_one(_SCIENTIFIC.sub(r"\1×10^\2", text), language)
    text = one_clock(one_era(percent(_APART.sub(":", text), language), language), language)
    text = pressed(rated(bounded(_decimal_zeros(text), language), language))
    text = one_date(umlauts_spelt(text) if language == "de" else text, language)
    text = one_range(scaled(_grouped(text, language), language), language)
    text = _QUANTITY.sub(_quantity, _MONEY.sub(r"\2 \1", _units_apart(text)))
    text = _FILE.sub(FILE_DOT, named(text, language))
    text = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", re.sub(r"\s*/\s*", "/", text))
    text = _MEANT.sub(lambda match: _private(match[0]), _ROMAN.sub(r" \1 ", _PLURAL.sub("", text)))
    words = fold_answer(text.replace("_", " _ ")).split()
    return tuple(_word(word, at, words, language) for at, word in enumerate(words))


def _units_apart(text: str) -> str:
    """Units with each factor by itself: `J/(mol K)` as `J/mol/K`, a charge behind its sign."""
    text = _BELOW.sub(lambda match: "/" + "/".join(re.split(r"[\s×]+", match[1].strip())), text)
    return _CHARGE.sub(r"^\1", re.sub(r"(?i)watt-hour", "watt hour", text))


def _decimal_zeros(text: str) -> str:
    """`.5` and `0.50` as `0.5`; elsewhere zeros at the end may be a version's."""
    text = re.sub(r"(?<![\w.,)])\.(?=\d)", "0.", text)
    return re.sub(r"(?<![\w.,])(0\.\d*?[1-9])0+(?![\d.])", r"\1", text)


def plain_words(text: str) -> tuple[str, ...]:
    """The words as typed, only folded: no number in words read, no spelling unified."""
    return tuple(fold_answer(keyboard_form(text)).split())


def _letters(text: str) -> str:
    """Scripts, widths, points and digits in one form, with capitals; `x²` becomes `x^2`."""
    text = text.translate(_MINUS).translate(_LETTERS)
    text = raised_to_carets(_MIXED.sub(" ", text))
    text = unicodedata.normalize("NFKC", text).replace("⁄", "/").translate(_MINUS)
    if text.isascii():
        return text
    text = _POINTS.sub("", text)
    return "".join(
        str(unicodedata.decimal(c)) if c > "\u0080" and unicodedata.decimal(c, -1) >= 0 else c
        for c in text
    )


def keyboard_form(text: str) -> str:
    """Scripts, widths and signs as a keyboard has them: `６.022·10²³` becomes `6.022×10^23`."""
    return _signs(_letters(text))


def raised_to_carets(text: str) -> str:
    """`x²` as `x^2`, the way a keyboard writes it."""
    return _RAISED.sub(_power, text)


def _power(match: re.Match[str]) -> str:
    return "^" + unicodedata.normalize("NFKC", match[0]).replace("−", "-")


def _signs(text: str) -> str:
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return text


def _grouped(text: str, language: str) -> str:
    """Without signs between thousands, and with a point for decimals."""
    point = "." if language == "en" else ","
    thousands = _GROUPED["," if point == "." else "."]
    for pattern in (thousands, _GROUPED[" "]):
        text = pattern.sub(lambda match: re.sub(r"\D", "", match[0]), text)
    if point == "," or re.search(r"(?<![\d,])\d+,\d{1,2}(?![\d,])|(?<![\d,])\d+,\d{4,}(?!,)", text):
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return text


def _quantity(match: re.Match[str]) -> str:
    """A number with the longest unit behind it, as one word."""
    words = re.findall(r"\S+", re.sub(r"\s*([/×])\s*", r"\1", match["u"]))
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        ordinal = words[0] in ("st", "nd", "rd", "th")
        unit = None if ordinal or name in ("in", "a", "x") else parse_unit(name)
        if unit is not None:
            return " ".join([f"{match['n']}{_cased(unit.symbol)}", *words[count:], ""])
    return match[0]


def _cased(symbol: str) -> str:
    """A symbol whose capitals and spaces survive folding."""
    return "".join(_private(c) if c.isupper() or not c.isalnum() else c for c in symbol)


def _private(text: str) -> str:
    return "".join(chr(_KEPT + ord(c)) if ord(c) < 0x1000 else c for c in text)


def _word(word: str, at: int, words: list[str], language: str) -> str:
    if word == "&":
        return _AND.get(language, "and")
    if at + 1 < len(words) and word in _SHORT:
        return _SHORT[word]
    word = re.sub(r"(?<=[^\W\d_])\^(?=\d)", "", word)  # m^2 is m2; 10^2 stays
    if language == "de":
        return word.replace("ph", "f")
    return one_spelling(word) if word.isalpha() and language == "en" else word


def joined(words: tuple[str, ...]) -> str:
    """The words without the spaces between them, except where two numbers would become one."""
    return re.sub(r"(?<=\d)\0(?=\d)", " ", "\0".join(words)).replace("\0", "")


def numbers_and_marks(words: tuple[str, ...]) -> list[str]:
    """What no slip may change: words with digits, and marks with a meaning, in order of size."""
    found = [word for word in words if any(c.isdigit() for c in word)]
    marks = [c for word in words if word not in found for c in word if not c.isalpha()]
    return sorted(found) + sorted(marks)
