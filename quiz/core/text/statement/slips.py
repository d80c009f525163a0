"""Whether two words are one word and a misspelling of it, as far as can be told.

A misspelling is no word: what the document has elsewhere, or the language is known to have, is
one. Two words are never a slip of each other, however alike.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from quiz.core.text.meaning import opposed
from quiz.core.text.statement.common_words import is_common
from quiz.core.text.statement.two_words import LOAN_WORDS, TWO_WORDS

_LEAST = 5  # letters of a word in which a slip is thought of
_SURER = 6  # of one that its language does not know
_LONG = 7  # of a common one in which a letter may be another
_LONGER = 8  # of one that nobody knows
_NAME = 9  # of a name
_FOREIGN = 6  # of one in another language
_NO_ENDING = "bcfghkmptw"  # letters with which no form of a word ends


class Known:
    """Which words there are: those of the document, and the common ones of its language."""

    def __init__(self, count: Callable[[str], int], english: Callable[[], bool]) -> None:
        self._count, self._english = count, english
        self._new: Counter[str] = Counter()

    def beside(self, words: Iterable[str]) -> Known:
        """The same for a new wording of these words: they prove nothing of themselves."""
        found = Known(self._count, self._english)
        found._new = Counter(word.removesuffix("'s") for word in words)
        return found

    @property
    def english(self) -> bool:
        """Whether the text is English."""
        return self._english()

    def has(self, word: str) -> bool:
        """Whether the document has the word elsewhere than in the new wording."""
        return self._count(word) > self._new[word]


def is_slip(one: str, other: str, known: Known, *, name: bool = False) -> bool:
    """Whether one of two lower-case words is the other one misspelt.

    A `name` is only taken for a misspelt one that the language knows.
    """
    from rapidfuzz.distance import OSA

    if one.endswith("'s") and other.endswith("'s"):
        one, other = one[:-2], other[:-2]
    if frozenset((one, other)) in LOAN_WORDS:
        return known.english
    shorter, longer = sorted((one, other), key=len)
    if len(longer) < _LEAST or one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return False
    if OSA.distance(one, other, score_cutoff=1) != 1 or frozenset((one, other)) in TWO_WORDS:
        return False
    if _bare(one) == _bare(other) or opposed(one, other):
        return False
    if not known.english:
        return _foreign_slip(shorter, longer, known)
    common = tuple(map(is_common, (shorter, longer)))
    if name:
        return _name_slip(shorter, longer, common, known)
    return _english_slip(shorter, longer, common, known)


def _name_slip(shorter: str, longer: str, common: Sequence[bool], known: Known) -> bool:
    """Only where the language knows the name, or it is long and stands elsewhere.

    Another name with a letter more is another one's.
    """
    elsewhere = tuple(map(known.has, (shorter, longer)))
    if common[0] != common[1]:
        return not elsewhere[common[0]]
    swapped = sorted(shorter) == sorted(longer)
    turned = swapped or (_doubled(shorter, longer) and longer[:-1] != shorter)
    return turned and len(longer) >= _NAME and elsewhere[0] != elsewhere[1]


def _english_slip(shorter: str, longer: str, common: Sequence[bool], known: Known) -> bool:
    words = tuple(c or known.has(word) for c, word in zip(common, (shorter, longer), strict=True))
    if all(words):
        return False
    if sorted(shorter) == sorted(longer):
        return True
    if shorter[-1] != longer[-1]:  # an ending
        sure = common[1] or (longer[-1] in _NO_ENDING and len(longer) >= _SURER)
        return longer[:-1] == shorter and words[1] and sure
    if len(shorter) == len(longer):
        return any(common) and len(longer) >= _LONG
    if _doubled(shorter, longer):
        return True
    return len(longer) >= (_LEAST if any(common) else _SURER if any(words) else _LONGER)


def _foreign_slip(one: str, other: str, known: Known) -> bool:
    """Two letters changed round inside a word that the document has elsewhere.

    Other slips are endings and doubled letters there as often, and so other words.
    """
    if sorted(one) != sorted(other) or len(one) < _FOREIGN:
        return False
    at = next(i for i, letter in enumerate(one) if letter != other[i])
    if set(one[at : at + 2]) == {"e", "i"} or at + 2 >= len(one):
        return False
    return known.has(one) != known.has(other)


def _doubled(shorter: str, longer: str) -> bool:
    """Whether the longer word has a letter twice that the shorter one has once."""
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    return longer[at] in (longer[at - 1], longer[at + 1 : at + 2])


def _bare(word: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
