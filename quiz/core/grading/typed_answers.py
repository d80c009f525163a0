"""Compare typed words with an accepted answer: the same, near, or neither."""

from __future__ import annotations

import re

from quiz.core.grading.canonical import canonical, joined
from quiz.core.grading.exact import exactly, exactly_typed, looks_exact
from quiz.core.grading.leads import kindred, without_lead
from quiz.core.grading.spellings.by_key import meant
from quiz.core.grading.spellings.signs import signed
from quiz.core.grading.units import clash, plain_unit
from quiz.core.grading.word_forms import plural_of, singulars
from quiz.core.text.normal_form import fold_answer

EXACT = "exact"
"""How an author says that every character counts."""
WORDS = "words"
"""How an author says that only the words count, although the answer looks like code."""

_LIST = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|e|en)\b|(?<!\d),|,(?!\d)|[;&]|\b(?:and|und|et|or|oder|ou|y)\b)\s*",
    re.I,
)
_LOOSE = re.compile(r"\s+\+\s+|\s*/\s*")
"""What joins a list that is typed, where the key joins it in words."""
_BOTH = re.compile(r"^(?:both|all of|beide|sowohl|les deux|ambos)\s+", re.I)
_ALL, _ANY = re.compile(r"&|\b(?:and|und|et|y)\b", re.I), re.compile(r"\b(?:or|oder|ou)\b", re.I)
"""What joins a list of which all hold, and one of which any holds; a comma joins both."""
_MINUS = re.compile(r"((?:^|\b(?:at|to|of|by|is|about|from)\s))[-−–]\s(?=\d)", re.I)
"""A sign that stands apart from its number; between two numbers it would be a range."""
_SEQUENCE = re.compile(
    r"\b(?:then|before|after|between|from|to|than|by|into|not|no|without)\b", re.I
)


def same(given: str, answer: str, language: str = "en", compare: str = "") -> bool:
    """Whether a typed answer is the wanted one, in whatever spelling.

    `compare` is `exact` or `words` where the author says so; else code and formulas are known by
    their looks.
    """
    given, answer = (_MINUS.sub(r"\1-", text.strip()) for text in (given, answer))
    if not given or compare == EXACT:
        return bool(given) and exactly(given, answer)
    if compare != WORDS and looks_exact(answer):
        return exactly_typed(given, answer)
    language = language.partition("-")[0].lower()
    given, answer = signed(given, language), signed(answer, language)
    if _same(given, answer, language):
        return True
    return any(_same(text, key, language) for text, key in meant(given, answer, language))


def _same(given: str, answer: str, language: str) -> bool:
    if clash(given, answer):
        return False
    typed, wanted = canonical(given, language), canonical(answer, language)
    if _same_unit(given, answer) or _same_words(typed, wanted, language):
        return True
    if _folded_alike(given, answer, typed, wanted):
        return True
    return _same_list(given, answer, language)


def close(given: str, answer: str, language: str = "en", compare: str = "") -> bool:
    """Whether only slips part it from the wanted one; whether it counts, the learner says."""
    given, answer = (_MINUS.sub(r"\1-", text.strip()) for text in (given, answer))
    exact = compare == EXACT or (compare != WORDS and looks_exact(answer))
    if exact or len(given) < 3 or clash(given, answer):
        return False
    from quiz.core.grading.slips import near, other_letters  # most answers are right or far off

    if other_letters(given, answer):
        return False
    language = language.partition("-")[0].lower()
    return near(signed(given, language), signed(answer, language), language)


def _folded_alike(given: str, answer: str, typed: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether they fold alike, letter by letter, and what is no letter is the same, too."""
    marks = [
        [c for c in "".join(words) if "\ue000" <= c < "\uf000" and not _cased(c)]
        for words in (typed, wanted)
    ]
    return fold_answer(given) == fold_answer(answer) and marks[0] == marks[1]


def _same_unit(given: str, answer: str) -> bool:
    """Whether both are names or symbols of one unit."""
    unit = plain_unit(answer)
    return unit is not None and unit == plain_unit(given)


def _cased(char: str) -> bool:
    return chr(ord(char) - 0xE000).isalpha()


def _same_words(typed: tuple[str, ...], wanted: tuple[str, ...], language: str) -> bool:
    lead, typed = without_lead(typed, language)
    other_lead, wanted = without_lead(wanted, language)
    return kindred(lead, other_lead) and _alike(typed, wanted, language)


def _alike(typed: tuple[str, ...], wanted: tuple[str, ...], language: str) -> bool:
    """Whether they are the same words, spaces and the plural aside."""
    if len(typed) == len(wanted) and all(map(_same_word, typed, wanted)):
        return True
    if joined(typed) == joined(wanted):
        return True
    if not typed or not wanted:
        return False
    heads = [
        {joined((*words[:-1], last)) for last in singulars(words[-1])} for words in (typed, wanted)
    ]
    return bool(heads[0] & heads[1]) or (
        joined(typed[:-1]) == joined(wanted[:-1]) and _plural(typed[-1], wanted[-1], language)
    )


def _plural(one: str, other: str, language: str) -> bool:
    """Whether one word is the other in the plural, by the endings of a language."""
    return one in plural_of(other, language) or other in plural_of(one, language)


def _same_word(one: str, other: str) -> bool:
    return one == other or bool(singulars(one) & singulars(other))


def _same_list(given: str, answer: str, language: str) -> bool:
    """Whether both list the same things, in whatever order."""
    if _SEQUENCE.search(answer) or _SEQUENCE.search(given) or _joined_otherwise(given, answer):
        return False
    given = _BOTH.sub("", given)
    if _LIST.search(answer) and not _LOOSE.search(answer):
        given = _LOOSE.sub(", ", given)
    typed = [part for part in _LIST.split(given) if part]
    wanted = [part for part in _LIST.split(answer) if part]
    left = [canonical(part, language) for part in wanted]
    if len(typed) == 1 and len(wanted) > 1:
        words = canonical(given, language)
        one_each = all(len(one) == 1 for one in left) and len(words) == len(left)
        if one_each and len(words) > 2:
            return sorted(words) == sorted(word for one in left for word in one)
        return _alike(words, tuple(word for one in left for word in one), language)
    if len(typed) != len(wanted) or len(typed) < 2:
        return False
    for part in typed:
        words = canonical(part, language)
        found = next((one for one in left if _same_words(words, one, language)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _joined_otherwise(one: str, other: str) -> bool:
    """Whether one lists with "and" only, and the other with "or" only."""
    joins = [{word for word in (_ALL, _ANY) if word.search(text)} for text in (one, other)]
    return all(joins) and joins[0].isdisjoint(joins[1])
