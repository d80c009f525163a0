"""Numbers in words of a few neighbours, up to ninety-nine, with hundreds and thousands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from quiz.core.grading.spellings.phrases import umlauts_spelt

_SMALL = {
    "de": """null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
        fünfzehn sechzehn siebzehn achtzehn neunzehn""",
    "fr": """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
        seize dix-sept dix-huit dix-neuf""",
    "es": """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciséis diecisiete dieciocho diecinueve""",
    "it": """zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici
        quattordici quindici sedici diciassette diciotto diciannove""",
    "nl": """nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien
        vijftien zestien zeventien achttien negentien""",
    "pt": """zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze
        dezesseis dezessete dezoito dezenove""",
}
_TENS = {
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
}
_LARGE = {
    "de": "hundert einhundert|tausend eintausend",
    "fr": "cent|mille",
    "es": "cien ciento|mil",
    "it": "cento|mille",
    "nl": "honderd|duizend",
    "pt": "cem cento|mil",
}
_AND_A_HALF = re.compile(r"(?<![\w-])(\w+)einhalb(?![\w-])", re.I)
_ARTICLE = 1
"""The numeral that is an article as well, and stays a word."""
# The stems of the first ordinals; what may follow them.
_ORDINALS = {
    "de": ("erst zweit dritt viert fünft sechst siebt acht neunt zehnt", "e[rnsm]?"),
    "fr": (
        "premi deuxi troisi quatri cinqui sixi septi huiti neuvi dixi",
        "(?:er|ère|ers|ères|ème|èmes)",
    ),
    "es": ("primer segund tercer cuart quint sext séptim octav noven décim", "(?:[oa]s?)?"),
}


_SCALES = {
    "en": {"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12},
    "de": {"tausend": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9, "milliarden": 9,
        "mrd": 9, "billion": 12, "billionen": 12},
    "fr": {"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9},
    "es": {"mil": 3, "millón": 6, "millones": 6, "mil millones": 9},
    "it": {"mila": 3, "milione": 6, "milioni": 6, "miliardo": 9, "miliardi": 9},
    "nl": {"duizend": 3, "miljoen": 6, "miljard": 9},
    "pt": {"mil": 3, "milhão": 6, "milhões": 6, "mil milhões": 9},
}  # fmt: skip
_A = "an?|eine?|une?|un|een|um"


def scaled(text: str, language: str) -> str:
    """`1.5 million` in digits; the number has a point before its decimals."""
    scales = _SCALES.get(language)
    if not scales:
        return text
    names = "|".join(sorted(scales, key=len, reverse=True))
    return re.sub(
        rf"(?<![\d.,])(?:(\d+(?:\.\d+)?)\s?|\b(?:{_A})\s)({names})\b\.?",
        lambda match: _product(match[1] or "1", scales[match[2].lower()], match[0]),
        text,
        flags=re.I,
    )


def _product(number: str, power: int, text: str) -> str:
    value = Decimal(number).scaleb(power)
    return f"{int(value)}" if value == int(value) else text


@lru_cache(maxsize=8)
def _numbers(language: str) -> dict[str, int]:
    small, tens = _SMALL.get(language, "").split(), _TENS.get(language, "").split()
    found = {word: value for value, word in enumerate(small) if value != _ARTICLE}
    for value, ten in enumerate(tens, 2):
        found[ten] = 10 * value
        units = enumerate(small[1:10], 1)
        found |= {
            name: 10 * value + unit for unit, one in units for name in _joined(language, ten, one)
        }
    if language == "fr":
        found |= _french(small)
    large = _LARGE.get(language, "").split("|")
    found |= {word: 100 * 10**at for at, words in enumerate(large) for word in words.split()}
    return found | {umlauts_spelt(word): value for word, value in found.items()}


def _joined(language: str, ten: str, one: str) -> list[str]:
    """A ten and what is behind it as one number: `einundzwanzig`, `treinta y cinco`."""
    if language == "de":
        return [f"{one.removesuffix('s') if one == 'eins' else one}und{ten}"]
    if language == "nl":
        return [f"{one}en{ten}", f"{one}ën{ten}"]
    if language == "es":
        return [f"veinti{one}"] if ten == "veinte" else [f"{ten} y {one}"]
    if language == "pt":
        return [f"{ten} e {one}"]
    if language == "it":
        return [f"{ten[:-1] if one[0] in 'uo' else ten}{one}"]
    return [f"{ten} et un", f"{ten}-et-un"] if one == "un" else [f"{ten}-{one}", f"{ten} {one}"]


def _french(small: list[str]) -> dict[str, int]:
    """The numbers from 70 on, which count from 60 and from 80."""
    found = {"quatre-vingts": 80, "quatre-vingt": 80, "soixante et onze": 71}
    for value in range(1, 20):
        found[f"quatre-vingt-{small[value]}"] = 80 + value
        if value >= 10:
            found[f"soixante-{small[value]}"] = 60 + value
    return found


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted(_numbers(language), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.I)


def _and_a_half(match: re.Match[str], numbers: dict[str, int]) -> str:
    value = numbers.get(match[1].lower())
    return match[0] if value is None else f"{value},5"


def counted(text: str, language: str) -> str:
    """The text with the numbers and ordinals of a language in digits; 1 stays, as an article."""
    if language not in _SMALL:
        return text
    numbers = _numbers(language)
    if language == "de":
        text = _AND_A_HALF.sub(lambda match: _and_a_half(match, numbers), text)
        text = re.sub(r"\bdreiviertel\b", "3/4", text, flags=re.I)
    text = _pattern(language).sub(lambda match: str(numbers[match[0].lower()]), text)
    if language not in _ORDINALS:
        return text
    stems, ends = _ORDINALS[language]
    ordinals = {stem: at for at, stem in enumerate(stems.split(), 1)}
    return re.sub(
        rf"\b({'|'.join(ordinals)}){ends}\b",
        lambda match: f"{ordinals[match[1].lower()]}º",
        text,
        flags=re.I,
    )
