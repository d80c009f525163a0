"""Text folded for comparing: what looks alike becomes the same."""

from __future__ import annotations

import re
import unicodedata

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


def growth(text: str) -> int:
    """How many characters a text has more once it is folded: U+FDFA alone becomes eighteen."""
    if text.isascii():
        return 0
    longer = ((char, len(unify(char)) - 1) for char in set(text))
    return sum(more * text.count(char) for char, more in longer if more > 0)


def fold(text: str) -> str:
    """`unify`, and without accents and outer space, every run of white space one space."""
    text = unify(text)
    if not text.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
        text = unify(unicodedata.normalize("NFC", bare))  # a letter's accent can hide a ligature
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
    if "".join(folded.split()).isalnum():
        return folded
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
