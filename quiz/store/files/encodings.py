"""Text in an encoding that the file does not tell: which of the usual ones it is."""

from __future__ import annotations

import unicodedata

from quiz.store.files.kinds import wide_encoding

_LETTER_EACH = (
    "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "koi8-r",
    "mac-roman", "cp437",
)  # fmt: skip
_SEVERAL_EACH = ("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr")
_OWN = {"shift_jis": "぀ヿ", "euc_jp": "぀ヿ", "euc_kr": "가힣"}
"""First and last of the letters without which nothing is written in these."""
_LOOKED_AT = 200_000
_USUAL = frozenset("’‘“”„–—…«»©®°§·•€£\u00a0¿¡´×±½µ²³ªº")


def decoded(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text and the encoding it is in: the one given, UTF-8, or else the likeliest.

    Raises UnicodeError for bytes that are no text in the given one, LookupError for an unknown one.
    """
    if encoding:
        return data.decode(encoding).lstrip("\ufeff"), encoding
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide).lstrip("\ufeff"), wide
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        name = likeliest(data)
        return data.decode(name, "replace"), name


def likeliest(data: bytes) -> str:
    """The usual encoding in which bytes that are not UTF-8 make the most sense."""
    sample = b"\n".join(line for line in data[:_LOOKED_AT].split(b"\n") if not line.isascii())
    scored = [(_sense(sample, name), -i, name) for i, name in enumerate(_LETTER_EACH)]
    scored += [(_sense(sample, name), -20 - i, name) for i, name in enumerate(_SEVERAL_EACH)]
    return max(scored)[2]


def _sense(sample: bytes, encoding: str) -> float:
    """How much of what is not ASCII reads like words, per byte."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        cut = error.start >= len(sample) - 3  # the sample may end inside a letter
        if not cut:
            return -2.0
        text = sample[: error.start].decode(encoding, "ignore")
    score, count, own = 0.0, 0, encoding not in _OWN
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if not char.isascii():
            count += len(char.encode(encoding, "ignore")) or 1
            score += _sense_of(before, char, after)
            own = own or _OWN[encoding][0] <= char <= _OWN[encoding][1]
    return score / max(1, count) if own else -1.0


def _sense_of(before: str, char: str, after: str) -> float:
    if char in _USUAL:
        return 0.6
    kind = unicodedata.category(char)
    if kind == "Lo":
        if any(c.isascii() and c.isalpha() for c in before + after):
            return -1.0
        if "぀" <= char <= "ヿ" or "가" <= char <= "힣":
            return 2.4
        return 2.2 if "一" <= char <= "鿿" else -1.0
    if kind == "Lu" and before.islower():
        return -1.0
    if kind in ("Ll", "Lu"):
        return _of_letter(before, char, after)
    return 2.0 if char in "、。「」，：；！？（）" else -1.0


def _of_letter(before: str, char: str, after: str) -> float:
    """Latin letters with marks stand among plain ones, those of other scripts among their own."""
    beside = [other for other in (before, after) if other.isalpha()]
    among_plain = any(other.isascii() for other in beside)
    if unicodedata.name(char, "").startswith("LATIN"):
        return 1.0 if among_plain else 0.2
    return -1.0 if among_plain or not beside else 1.0
