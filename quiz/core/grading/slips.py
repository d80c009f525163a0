"""Whether a typed answer is the wanted one with a slip of the finger, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from quiz.core.grading.canonical import FILE_DOT, canonical, numbers_and_marks, plain_words
from quiz.core.grading.leads import kindred, without_lead
from quiz.core.grading.lookalikes import look_alike
from quiz.core.grading.spellings.everyday import everyday
from quiz.core.grading.spellings.prefixes import other_beginning
from quiz.core.grading.word_forms import singulars
from quiz.core.text.meaning import opposed, word_class
from quiz.core.text.normal_form import fold, unify

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("cks", "sz", "fv", "iy", "ou", "ae", "ei", "eo", "ao", "gj", "ea", "au")
_EMPTY = frozenset(["the", "of", "and"])
SILENT = frozenset(["ps", "pn", "pt", "kn", "gn", "gh", "rh", "wh", "ho", "he"])
"""Beginnings whose first letter is hardly heard."""


def slips_allowed(length: int) -> int:
    """How many slips a text of so many letters may have: people make one in four to eight."""
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 14 else 3


def near(given: str, answer: str, language: str) -> bool:
    """Whether slips alone, as many as its length allows, part the given text from the answer.

    Numbers, units and marks have to be the same, no word may be another word, and nothing may
    tell that the two mean different things.
    """
    lead, typed = without_lead(canonical(given, language), language)
    other_lead, wanted = without_lead(canonical(answer, language), language)
    if not kindred(lead, other_lead):
        return False
    if any(FILE_DOT in word for word in wanted):
        return False  # a file has this name, or another
    if numbers_and_marks(typed) == numbers_and_marks(wanted) and _few_slips(
        typed, wanted, language
    ):
        return True
    # a number in words may be misspelt, and a word of two spellings be neither of them
    if any(word not in numbers_and_marks(wanted) for word in numbers_and_marks(typed)):
        return False
    typed, wanted = _as_typed(given, language), _as_typed(answer, language)
    return numbers_and_marks(typed) == numbers_and_marks(wanted) and _few_slips(
        typed, wanted, language
    )


def _as_typed(text: str, language: str) -> tuple[str, ...]:
    return without_lead(plain_words(text), language)[1]


def other_letters(given: str, answer: str) -> bool:
    """Whether a letter with a mark stands in the place of another one: ö is not ü."""
    if given.isascii() or answer.isascii():
        return False
    from rapidfuzz.distance import Levenshtein

    typed, wanted = unify(given), unify(answer)
    steps = Levenshtein.editops(typed, wanted)
    replaced = ((typed[s.src_pos], wanted[s.dest_pos]) for s in steps if s.tag == "replace")
    return any(
        not (a.isascii() or b.isascii()) and a.isalpha() and fold(a) != fold(b) for a, b in replaced
    )


def _few_slips(typed: Sequence[str], wanted: Sequence[str], language: str) -> bool:
    changes = _changes(typed, wanted)
    if not all(_slip(gone, come, language) for gone, come in changes):
        return False
    total = sum(_distance("".join(gone), "".join(come)) for gone, come in changes)
    return 0 < total <= slips_allowed(min(len("".join(typed)), len("".join(wanted))))


def _changes(typed: Sequence[str], wanted: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """Each place where the words differ: what was typed there and what is wanted."""
    from rapidfuzz.distance import Levenshtein

    found = []
    steps = Levenshtein.opcodes(list(typed), list(wanted))
    for differ, run in groupby(steps, lambda step: step.tag != "equal"):
        if differ:
            parts = list(run)
            gone = typed[parts[0].src_start : parts[-1].src_end]
            found.append((list(gone), list(wanted[parts[0].dest_start : parts[-1].dest_end])))
    return found


def _slip(gone: list[str], come: list[str], language: str) -> bool:
    """Whether one stretch of words is the other with slips."""
    alike = partial(_word_slip, language=language)
    if len(gone) == len(come):
        return all(map(alike, gone, come))
    gone = [word for word in gone if word not in _EMPTY]
    come = [word for word in come if word not in _EMPTY]
    if len(gone) == len(come):
        return all(map(alike, gone, come))
    return bool(gone and come) and alike("".join(gone), "".join(come))


def _word_slip(typed: str, word: str, language: str) -> bool:
    if typed == word:
        return True
    if "+" in typed + word:  # keys that are pressed together
        parts = typed.split("+"), word.split("+")
        same_count = len(parts[0]) == len(parts[1])
        return same_count and all(_word_slip(*pair, language) for pair in zip(*parts, strict=True))
    if typed in everyday(language):
        return False
    if other_beginning(typed, word, language) or _other_gender(typed, word, language):
        return False
    if singulars(typed) & singulars(word):
        return True
    if opposed(typed, word) or (word_class(typed) and word_class(typed) != word_class(word)):
        return False
    if any(look_alike(a, b) for a in singulars(typed) for b in singulars(word)):
        return False
    allowed = slips_allowed(min(len(typed), len(word)))
    return _distance(typed, word) <= allowed and _likely(typed, word)


def _other_gender(typed: str, word: str, language: str) -> bool:
    """Whether two words differ in -o and -a only: niño and niña."""
    if language not in ("es", "it", "pt"):
        return False
    one, other = typed.removesuffix("s"), word.removesuffix("s")
    return one[:-1] == other[:-1] and {one[-1:], other[-1:]} == {"o", "a"}


def _likely(typed: str, word: str) -> bool:
    """Whether the slips are such as fingers make; a letter of another corner makes another word."""
    if sorted(typed) == sorted(word):
        return True
    typed, word = (one.replace("ph", "f") for one in (typed, word))
    silent = word[:2] in SILENT and typed == word[1:]
    if typed[0] != word[0] and not (silent or _one_sound(typed[0], word[0])):
        return False  # the first letter is hardly ever wrong
    as_heard = (one.replace("sion", "tion") for one in (typed, word))
    return _close_replaced(typed, word) or _close_replaced(*as_heard)


def _close_replaced(typed: str, word: str) -> bool:
    """Whether every letter in place of another is its neighbour, or was exchanged with it."""
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.editops(typed, word)
    replaced = [(typed[s.src_pos], word[s.dest_pos]) for s in steps if s.tag == "replace"]
    return all(_close_keys(a, b) or (b, a) in replaced for a, b in replaced)


def _one_sound(one: str, other: str) -> bool:
    return any(one in sound and other in sound for sound in _SOUNDS)


def _close_keys(one: str, other: str) -> bool:
    """Whether two letters are neighbours on a keyboard or stand for the same sound."""
    if _one_sound(one, other):
        return True
    places = {c: (row, at) for row, keys in enumerate(_KEYBOARD) for at, c in enumerate(keys)}
    if one not in places or other not in places:
        return True
    (row, at), (other_row, other_at) = places[one], places[other]
    return abs(row - other_row) <= 1 and abs(at - other_at) <= 1


def _distance(one: str, other: str) -> int:
    """Slips between two stretches; the plural is none."""
    from rapidfuzz.distance import OSA

    return min(OSA.distance(a, b) for a in singulars(one) for b in singulars(other))
