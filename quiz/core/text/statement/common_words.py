"""Common English words, to tell a misspelling from a word: what is here is no misspelling.

Base forms; their regular endings are known with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text.statement import words_a_to_l, words_m_to_z

_COMMON = frozenset((words_a_to_l.WORDS + words_m_to_z.WORDS).split())
_BEHIND_ANY = (
    "s",
    "ly",
    "ness",
    "ful",
    "less",
    "ment",
    "ments",
    "al",
    "ish",
    "able",
    "ance",
    "ence",
)
_BEHIND_E = ("d", "r", "rs", "st", "n")
_BEHIND_CONSONANT = ("ed", "ing", "er", "ers", "est", "y", "ion", "ions", "ive", "en", "ity")
_BEHIND_HISS = ("es", *_BEHIND_CONSONANT)
_FOR_E = (
    "ing",
    "able",
    "ation",
    "ations",
    "ion",
    "ions",
    "ive",
    "or",
    "ors",
    "al",
    "y",
    "ity",
    "ally",
)
_FOR_Y = ("ies", "ied", "ier", "iers", "iest", "ily", "iness", "ication", "ications")
_DOUBLED = ("ed", "ing", "er", "ers", "est", "y")
_PREFIXES = ("dis", "mis", "over", "under", "out", "non", "pre", "fore", "inter")
_SHORT_PREFIXES = ("un", "re", "in", "im", "up")
_LEAST, _LONGER = 3, 5  # letters of what is left without an ending, without a short beginning


def is_common(word: str) -> bool:
    """Whether a lower-case word is a common English one, or a regular form of one."""
    if is_base(word) or _formed(word):
        return True
    return _led(word, _PREFIXES, _LEAST) or _led(word, _SHORT_PREFIXES, _LONGER)


def is_base(word: str) -> bool:
    """Whether a lower-case word is in the list itself."""
    return word in _COMMON


def _led(word: str, starts: tuple[str, ...], least: int) -> bool:
    rests = (word.removeprefix(start) for start in starts if word.startswith(start))
    return any(len(rest) >= least and (is_base(rest) or _formed(rest)) for rest in rests)


def _formed(word: str) -> bool:
    return any(stem in _COMMON for stem in _stems(word) if len(stem) >= _LEAST)


def _stems(word: str) -> Iterator[str]:
    """What a word may be a regular form of."""
    yield from _without(word, _BEHIND_ANY)
    yield from (stem for stem in _without(word, _BEHIND_E) if stem.endswith("e"))
    for stem in _without(word, _BEHIND_HISS):
        hisses = stem.endswith(("s", "x", "z", "ch", "sh", "o")) or not word.endswith("es")
        if hisses and not (_SILENT_E.search(stem) or stem in _DOUBLING or _SHORT.search(stem)):
            yield stem
    yield from (f"{stem}e" for stem in _without(word, _FOR_E))
    yield from (f"{stem}y" for stem in _without(word, _FOR_Y))
    yield from (f"{stem}t" for stem in _without(word, ("ce",)))
    for stem in _without(word, _DOUBLED):
        if stem[-2:-1] == stem[-1:] and _SHORT_VOWEL.search(stem[:-1]):
            yield stem[:-1]


def _without(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    return (word.removesuffix(ending) for ending in endings if word.endswith(ending))


_SILENT_E = re.compile(r"[^e]e$")
# These double their last letter before an ending, as short words do.
_SHORT = re.compile(r"^[^aeiou]*(?:[aeiou]|qu[aei])[bdglmnprt]$")
_DOUBLING = frozenset(
    """
    begin occur refer prefer commit admit permit omit submit control regret equip compel expel
    transfer forget forbid upset defer infer incur recur confer rebel propel repel excel
    """.split()  # noqa: SIM905
)
_SHORT_VOWEL = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$|qu[aei][^aeiouwxy]$")
