"""Whether two wordings of a passage say the same, word for word.

Strict on purpose: every word that comes, goes or is exchanged changes what is said, unless both
are the same word. Only articles, spellings, contractions and typography are free.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from quiz.core.text.normal_form import unify
from quiz.core.text.spelling_variants import is_slip, one_spelling

Count = Callable[[str], int]
"""How often a lower-case word stands in the document as it is now."""

# A word with what joins its parts, or a sign that says something by itself.
_TOKEN = re.compile(
    r"[^\W_]+(?:(?:['’.,:/@=_\\+&-]|\b-+)[^\W_]+)*(?:\+\+|#)?"
    r"|[!<>=~]=|[=<>≤≥≠±×÷+%‰$€£¥@§°^~|&\\/#√∞]|(?<![\w)\-–−])[-−–]{1,2}(?=\w)"
)
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_ARTICLES = frozenset(("a", "an", "the"))
_CODE = re.compile(r"[_\\=@/]|[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]")
_SENTENCE = re.compile(r"(?:^|[.!?:]\s|\n)[\s\"'“‘(\[•*#-]*$")
_PARTED = frozenset(
    [
        "any",
        "all",
        "may",
        "every",
        "not",
        "no",
        "over",
        "out",
        "under",
        "some",
        "with",
        "can",
        "for",
        "in",
        "un",
        "re",
    ]
)
_CONTRACTED = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not",
    "it's": "it is", "that's": "that is", "there's": "there is", "i'm": "i am", "let's": "let us",
    "&": "and", "−": "-", "–": "-", "e.g": "for example", "i.e": "that is",
}  # fmt: skip
_ENDINGS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have"}
COUNTED = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
"""The English number words from 0 on."""
_DIGITS = {COUNTED[number]: str(number) for number in range(2, 13)}
"""As far as texts spell them out; without `one`, which is a pronoun as well."""


class Token(NamedTuple):
    """A word as it is compared, and as it stands in lower case; `name` when a capital marks it."""

    key: str
    plain: str
    name: bool = False


def says_same(old: str, new: str, count: Count = lambda _word: 0) -> bool:
    """Whether nothing but spelling, articles and typography differs."""
    return not list(exchanges(old, new, count))


def exchanges(
    old: str, new: str, count: Count = lambda _word: 0
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each place where something else is said: the words that stood there, and those there now."""
    from rapidfuzz.distance import Levenshtein

    before, after = tokens(old), tokens(new)
    keys = [token.key for token in before], [token.key for token in after]
    for differ, run in groupby(Levenshtein.opcodes(*keys), lambda step: step.tag != "equal"):
        steps = list(run)
        gone = before[steps[0].src_start : steps[-1].src_end]
        come = after[steps[0].dest_start : steps[-1].dest_end]
        if differ and not _same_run(gone, come, _Known(count, after)):
            yield tuple(token.plain for token in gone), tuple(token.plain for token in come)


def tokens(text: str) -> list[Token]:
    """The words of a text and the signs that matter, as they are compared."""
    text = _RANGE.sub("-", _THOUSANDS.sub("", text)).replace("’", "'")
    return [token for match in _TOKEN.finditer(text) for token in _tokens(match, text)]


def _tokens(match: re.Match[str], text: str) -> Iterator[Token]:
    word, start = match[0], match.start()
    option = len(word) == 1 and text[start - 1 : start] == "-"
    if option or _CODE.search(word) or not word[0].isalnum():
        yield Token(_CONTRACTED.get(word, word), word)
        return
    opens = word in ("The", "An") or _SENTENCE.search(text[max(0, start - 9) : start])
    for part in _expanded(unify(word)).split():
        key = _DIGITS.get(part) or one_spelling(part)
        yield Token(key, part, word[0].isupper() and not opens)


def _expanded(word: str) -> str:
    """A contraction in full."""
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    ending = next((end for end in _ENDINGS if word.endswith(end)), "")
    return f"{word.removesuffix(ending)} {_ENDINGS[ending]}" if ending else word


class _Known(NamedTuple):
    """Which words stand elsewhere than in the new wording."""

    count: Count
    new: Sequence[Token]

    def __call__(self, word: str) -> bool:
        return self.count(word) > sum(token.plain == word for token in self.new)


def _same_run(gone: Sequence[Token], come: Sequence[Token], known: _Known) -> bool:
    gone, come = _telling(gone), _telling(come)
    if not gone and not come:
        return True
    if not gone or not come:
        return False
    if len(gone) == len(come):
        return all(_same(a, b, known) for a, b in zip(gone, come, strict=True))
    return _joined(gone, come) or _joined(come, gone)


def _telling(found: Sequence[Token]) -> list[Token]:
    return [token for token in found if token.name or token.key not in _ARTICLES]


def _same(a: Token, b: Token, known: _Known) -> bool:
    if a.key == b.key or _unhyphened(a.key) == _unhyphened(b.key):
        return True
    if a.name or b.name or a.key.isdigit() or b.key.isdigit():
        return False
    return is_slip(a.plain, b.plain, one_known=known(a.plain), other_known=known(b.plain))


def _unhyphened(key: str) -> str:
    return one_spelling(key.replace("-", "")) if key.replace("-", "").isalpha() else key


def _joined(one: Sequence[Token], parts: Sequence[Token]) -> bool:
    """Whether one word is the other ones written together, or with hyphens."""
    if len(one) != 1 or len(parts) < 2 or any(token.name for token in (*one, *parts)):
        return False
    whole, pieces = one[0].key, [token.key for token in parts]
    if whole == "-".join(pieces):
        return True
    if whole.replace("-", "") != "".join(pieces):
        return False
    if pieces[0].replace(".", "").isdigit():  # `4 mm` and `4mm`
        return len(pieces) == 2 and pieces[1].isalpha()
    return all(len(piece) > 2 for piece in pieces) and pieces[0] not in _PARTED
