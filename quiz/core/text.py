"""Author text made safe for a terminal, and text folded for comparing."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

TAB_WIDTH = 4
"""Spaces a tab becomes, in documents and author strings alike, so that both still match."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Format characters that hide text or change how neighbours are drawn, beyond the bidi controls:
# invisible operators, deprecated format controls, interlinear annotations, shorthand and musical
# controls, language tags.
_HIDING = "\u2061-\u2065\u206a-\u206f\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_TAGS = "\U000e0000-\U000e0fff"
_VARIATION = "\U000e0100-\U000e01ef"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(p << 16 | low) for p in range(17) for low in (65534, 65535)
)

# The flags of England, Scotland, Wales and the like: a black flag, a short tag word, an end tag.
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{4,6}\U000e007f"
_UNSAFE = re.compile(
    f"{_FLAG}|[{_VARIATION}]+|[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u2028\u2029\ufeff"
    f"{_BIDI}{_HIDING}{_TAGS}\ud800-\udfff{_NONCHARACTERS}]"
)


def sanitise(text: str) -> str:
    """Make author text safe on a terminal, with everything that was hidden in plain sight.

    Line ends become LF; a tab becomes four spaces; a control character its picture (`␛`); a
    character that reorders or hides text `‹U+202E›`; a lone surrogate or noncharacter U+FFFD.
    A byte order mark at the start and soft hyphens (a break opportunity, not text) are dropped.
    What emoji and scripts need stays: joiners, zero-width spaces, variation selectors, combining
    marks, flag tags. Sanitising twice changes nothing. Offsets are counted in the result.
    """
    text = text.replace("\r\n", "\n")
    if text.replace("\n", "").isprintable() or _UNSAFE.search(text) is None:
        return text
    return _UNSAFE.sub(_visible, text.removeprefix("\ufeff"))


def count_unsafe(text: str, most: int) -> int:
    """How many characters `sanitise` has to replace; no more than `most` are looked for."""
    if text.isprintable():
        return 0
    return sum(1 for _ in islice(_UNSAFE.finditer(text), most))


def overlong_line(text: str, most: int) -> int | None:
    """The first line, from 1, of more than `most` characters; None when there is none."""
    start = 0
    while len(text) - start > most:
        end = text.rfind("\n", start, start + most + 1)
        if end < 0:
            return text.count("\n", 0, start) + 1
        start = end + 1
    return None


def _visible(match: re.Match[str]) -> str:
    found = match[0]
    if found in "\r\x85\u2028\u2029":
        return "\n"
    if len(found) > 1 or "\U000e0100" <= found <= "\U000e01ef":
        return found
    return _picture(found)


def _picture(char: str) -> str:
    code = ord(char)
    if char == "\t":
        return " " * TAB_WIDTH
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if char == "\xad":
        return ""
    if unicodedata.category(char) == "Cs" or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "\ufffd"
    return f"‹U+{code:04X}›"


# One spelling for quotes, primes and dashes, before compatibility forms are resolved: some of
# them (´ U+00B4) would otherwise fall apart into a space and an accent.
_TYPOGRAPHY = {
    **dict.fromkeys(map(ord, "‘’‚‛‹›′‵`´ʹʻʼʽˈ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″‶〝〞〟＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-"),
    **dict.fromkeys(map(ord, "…⋯"), "..."),
    # zero-width characters and emoji variation selectors: nothing to compare
    **dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)], ""),
    **{ord("⁄"): "/", ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae"},
}
_FRACTION = "¼½¾⅐-⅞↉"
# "10⁵" is not "105" and "1½" is not "11/2"; "m²" and "CO₂" are what a keyboard writes m2 and co2
_RAISED = re.compile(r"(?<=\d)([⁰¹²³⁴-⁹⁺⁻]+)")
_MIXED = re.compile(rf"(?<=\d)(?=[{_FRACTION}])")
# Accents that a folded comparison ignores. Marks that are letters of their own, such as the
# vowel signs of Indic scripts and the voicing marks of kana, are not among them.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)
_SPACES = re.compile(r"\s+")


def unify(text: str) -> str:
    """One form for what looks alike: quotes, dashes, ligatures, widths, case, Unicode form.

    Accents and white space stay as they are. What is equal after this reads the same.
    """
    if text.isascii():
        return text.replace("`", "'").lower()
    text = _MIXED.sub(" ", _RAISED.sub(r"^\1", text)).translate(_TYPOGRAPHY)
    for _ in range(3):  # case folding can undo the Unicode form, and the other way round
        folded = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY).casefold()
        if folded == text:
            break
        text = folded
    return text


def fold(text: str) -> str:
    """`unify`, and without accents and outer space, every run of white space one space."""
    text = unify(text)
    if not text.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", bare)
    return _SPACES.sub(" ", text).strip()


# Marks with a meaning of their own, kept where they stand: symbols are not punctuation to
# Unicode, so only these few have to be named.
_MEANT = "%‰&@#"
_NUMBER_MARK = re.compile(r"(?<=\d)[.,:/-](?=\d)|(?<![^\W_])[.-](?=\d)|(?<=[^\W_])-(?!\S)")
_PERCENT = re.compile(r"(?<=\d) +(?=[%‰])")


def fold_answer(text: str) -> str:
    """`fold` without punctuation, for typed answers.

    Kept: symbols (`+`, `<`, `°`, `µ`), `% & @ #`, marks inside numbers (`1.5`, `3-4`, `1:30`),
    signs (`-5`) and charges (`Cl-`). An apostrophe or stop in a word vanishes (`don't`,
    `e.g.`); other punctuation counts as a space. A text of nothing else is only folded.
    """
    folded = fold(text)
    kept = {match.start() for match in _NUMBER_MARK.finditer(folded)}
    chars = [c if i in kept else _bare(c, folded[i + 1 : i + 2]) for i, c in enumerate(folded)]
    answer = _PERCENT.sub("", _SPACES.sub(" ", "".join(chars)).strip())
    return answer or folded or text.strip()


def _bare(char: str, following: str) -> str:
    if char in _MEANT or not unicodedata.category(char).startswith("P"):
        return char
    if char == "'" or (char == "." and not following.isdigit()):
        return ""
    return " "
