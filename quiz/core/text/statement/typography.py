"""A text in one typography: what is written otherwise and reads the same becomes the same.

Quotes and dashes have one form, emphasis, list marks and hyphens at the end of a line are gone.
What may change a statement stays: primes behind numbers, ranges, signs, every other mark.
"""

from __future__ import annotations

import re
import unicodedata

QUOTE, PRIME, DOUBLE_PRIME, DASH = '"', "′", "″", "–"

_NOTHING = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f\u200e\u200f™®©]")
_LETTER = r"[^\W\d_]"
_LINE_END = re.compile(
    rf"(?<={_LETTER})[-‐]\n\s*(?=[a-zß-öø-ÿ])(?!(?:and|or|und|oder|et|ou|y|o)\b)"
)
_LIST_MARK = re.compile(r"(?<![^\n])[ \t]*(?:[-*+•‣◦▪·–—]|#{1,6}|>+)[ \t]+", re.MULTILINE)
_NUMBERED = re.compile(r"^([ \t]*\(?\d{1,3})\)(?=[ \t])", re.MULTILINE)
_EMPHASIS = [
    re.compile(r"``([^`'\n]+)''()"),
    re.compile(r"(?<!`)(`{1,3})(?=[^`])([^`\n]+)\1(?!`)"),
    re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?![\w_])"),
]
_HYPHENS = "-‐‑‒–—−"
_RANGE = re.compile(rf"(?<=\d)(?:[{_HYPHENS}]|\s+[-–—]\s+)(?=\d)")
_PAUSE = re.compile(r"(?<=[^\W_])(?:—|(?<!-)--(?!-))(?=[^\W_])|(?<=\s)(?:[-‐‒–—―−]|--)(?=\s)|[—―]")
_HYPHEN = re.compile(r"(?<=[^\W_])[‐‑‒–−](?=[^\W_])")
_QUOTES = re.compile("''|,,|[‘’‚‛‹›′`´ʹʻʼˈ＇'“”„‟«»″‶〝〞〟＂\"「」『』《》]")
_DOUBLE = frozenset('“”„‟«»″‶〝〞〟＂"「」『』《》') | {"''", ",,"}
_PRIMES = {"′": PRIME, "ʹ": PRIME, "″": DOUBLE_PRIME, "‶": DOUBLE_PRIME}
_STRAIGHT = frozenset(["'", '"', "''", "’", "”"])
_RIGHT = {"'": "'", '"': '"', "''": '"', "’": "'", "”": '"'}


def settled(text: str, *, inner: bool = False) -> str:
    """The text in one typography; one that is `inner` begins within a line."""
    if not text.isascii():
        text = _NOTHING.sub("", unicodedata.normalize("NFC", text))
    if "\n" in text:
        text = _LINE_END.sub("", text)
    first = len(text) - len(text.lstrip(" \t")) + 1 if inner else 0
    text = text[:first] + _NUMBERED.sub(r"\1.", _LIST_MARK.sub(_bullet, text[first:]))
    text = _EMPHASIS[0].sub(rf"{QUOTE}\1{QUOTE}", text)
    for pattern in _EMPHASIS[1:]:
        text = pattern.sub(r"\2", text)
    text = _HYPHEN.sub("-", _PAUSE.sub(f" {DASH} ", _RANGE.sub("-", text)))
    return _quoted(text)


def _bullet(match: re.Match[str]) -> str:
    """Nothing for the mark of a list item; a dash at the start of a wrapped line stays."""
    before = match.string[max(0, match.start() - 400) : match.start()]
    last = before.rstrip("\n").rpartition("\n")[2]
    opens = not last.strip() or "\n\n" in before[-2:] or last.rstrip()[-1] in '.:;,!?)…"”’'
    return "" if opens or _LIST_MARK.match(last) else match[0]


def _quoted(text: str) -> str:
    """With one sign for every quotation mark, and primes apart from them."""
    parts: list[str] = []
    open_: set[str] = set()
    at = 0
    for match in _QUOTES.finditer(text):
        before, behind = (
            text[match.start() - 1 : match.start()],
            text[match.end() : match.end() + 1],
        )
        single = not text[max(0, match.start() - 2) : match.start() - 1].isalnum()
        twice = match[0] == "''" and before.isalpha() and single and '"' not in open_
        sign = 2 * QUOTE if twice else _sign(match[0], before, behind, open_)
        parts += text[at : match.start()], sign
        at = match.end()
    return "".join([*parts, text[at:]])


def _sign(mark: str, before: str, behind: str, open_: set[str]) -> str:
    kind = '"' if mark in _DOUBLE else "'"
    if kind == "'" and before.isalnum() and behind.isalnum():
        return "'"
    if mark == ",," and not (behind.isalnum() and not before.isalnum()):
        return mark
    if before.isdigit() or mark in _PRIMES:
        closes = mark in _STRAIGHT and kind in open_
        if not closes and mark in (*_PRIMES, *_STRAIGHT):
            return DOUBLE_PRIME if kind == '"' else PRIME
    if behind.isalnum() and not before.isalnum():
        open_.add(kind)
    elif mark in _STRAIGHT:
        open_.discard(kind)
    return QUOTE
