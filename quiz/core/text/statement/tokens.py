"""The words of a text as statements are compared: each with the marks in front of it.

A word, a number, a piece of code, or a sign that says something by itself is a token. What stands
between two tokens and may change what is said is the `lead` of the second one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from quiz.core.text.normal_form import unify
from quiz.core.text.spelling_variants import one_spelling
from quiz.core.text.statement.counted import COUNTED
from quiz.core.text.statement.languages import is_english
from quiz.core.text.statement.typography import DASH, DOUBLE_PRIME, PRIME, QUOTE, settled

# A word with what joins its parts, or a sign that says something by itself.
_TOKEN = re.compile(
    r"[^\W_]+(?:(?:['.,:/@=_\\+&-]|\b-+)[^\W_]+)*(?:\+\+|#)?"
    r"|[!<>=~]=|[=<>≤≥≠±×÷+%‰$€£¥@§°^~|&\\/#√∞]|(?<![\w)\-–−])[-−–]{1,2}(?=\w)"
)
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_ENGLISH_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CODE = re.compile(r"[_\\=@/]|[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]")
_SENTENCE = re.compile(r"(?:^|[.!?:][\"')\]]*\s|\n\s*\n)[\s\"'(\[•*#-]*$")
_CONTRACTED = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not",
    "it's": "it is", "that's": "that is", "there's": "there is", "i'm": "i am", "let's": "let us",
    "&": "and", "−": "-", "–": "-", "e.g": "for example", "i.e": "that is",
}  # fmt: skip
_ENDINGS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have"}
_DIGITS = {COUNTED[number]: str(number) for number in range(2, 13)}
"""As far as texts spell them out; without `one`, which is a pronoun as well."""

_ESZETT = frozenset("masse massen busse bussen flosse flossen floss schoss schosse".split())  # noqa: SIM905
"""German words that are another one with ß."""

STOP, COMMA, ASKED = ".", ",", "?"
_MARKS = {
    **dict.fromkeys(".:;。．｡：；؛।॥", STOP),
    **dict.fromkeys(",،、，", COMMA),
    **dict.fromkeys("?？؟⸮\u037e", ASKED),
    **dict.fromkeys("（⟨", "("),
    **dict.fromkeys("）⟩", ")"),
    **dict.fromkeys("…⋯¡¿", ""),
}


class Case(Enum):
    """How a word is written."""

    LOWER = "lower"
    TITLE = "Title"
    UPPER = "UPPER"
    OTHER = "oThEr"


class Token(NamedTuple):
    """A word as it is compared, and as it stands in lower case; `name` when a capital marks it.

    `lead` are the marks in front of it; `case` is how it is written, `opens` tells that a sentence
    begins with it, where a capital says nothing.
    """

    key: str
    plain: str
    name: bool = False
    lead: str = ""
    case: Case = Case.LOWER
    opens: bool = False


class Said(NamedTuple):
    """The tokens of a text, and the marks behind the last one."""

    tokens: list[Token]
    trail: str


def tokens(text: str) -> list[Token]:
    """The words of a text and the signs that matter, as they are compared."""
    return said(text).tokens


def said(text: str, english: Callable[[], bool] | None = None, *, inner: bool = False) -> Said:
    """The tokens of a text with all the marks between them; `inner` goes on with a sentence.

    `english` tells whether a comma in a number may stand for nothing; the text itself by default.
    """
    text = _THOUSANDS.sub("", settled(text, inner=inner))
    if "," in text and (english() if english is not None else is_english(text)):
        text = _ENGLISH_THOUSANDS.sub("", text)
    found: list[Token] = []
    at, last = 0, ""
    for match in _TOKEN.finditer(text):
        lead = marks(text[at : match.start()], last)
        for token in _tokens(match, text):
            found.append(token._replace(lead=lead))
            lead = ""
        at, last = match.end(), match[0]
    if inner and found:
        found[0] = found[0]._replace(opens=False)
    return Said(found, marks(text[at:], last))


def marks(gap: str, last: str) -> str:
    """What between two words, behind `last`, may change what is said: its marks in one order."""
    if not gap or gap.isspace():
        return ""
    gap = gap.replace("...", "" if not last[-1:].isdigit() else "…")
    found = set()
    for i, char in enumerate(gap):
        if char.isspace():
            continue
        if char == "!":
            factorial = i == 0 and (last[-1:].isdigit() or len(last) == 1)
            found.add("!" if factorial else STOP)
        elif char in (PRIME, DOUBLE_PRIME):
            found.add(char * gap.count(char))
        elif char == QUOTE and len(last) == 1 and gap[0] == QUOTE:
            found.add(QUOTE * gap.count(QUOTE))
        else:
            found.add(_MARKS.get(char, char))
    return "".join(sorted(found))


def _tokens(match: re.Match[str], text: str) -> Iterator[Token]:
    word, start = match[0], match.start()
    option = len(word) == 1 and text[start - 1 : start] == "-"
    if option or _CODE.search(word) or not word[0].isalnum():
        yield Token(_CONTRACTED.get(word, word), word)
        return
    opens = bool(_SENTENCE.search(text[max(0, start - 9) : start]))
    name = word[0].isupper() and not (opens or word in ("The", "An"))
    case = _case(word)
    for part in _expanded(unify(word)).split():
        key = _DIGITS.get(part) or one_spelling(part)
        key = f"{key}ß" if "ß" in word and part in _ESZETT else key
        yield Token(key, part, name, "", case, opens)


def _case(word: str) -> Case:
    letters = "".join(filter(str.isalpha, word))
    if letters == letters.lower():
        return Case.LOWER
    if len(letters) > 1 and letters == letters.upper():
        return Case.UPPER
    return Case.TITLE if letters[0].isupper() and letters[1:] == letters[1:].lower() else Case.OTHER


def _expanded(word: str) -> str:
    """A contraction in full."""
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    ending = next((end for end in _ENDINGS if word.endswith(end)), "")
    return f"{word.removesuffix(ending)} {_ENDINGS[ending]}" if ending else word


__all__ = ["DASH", "Case", "Said", "Token", "marks", "said", "tokens"]
