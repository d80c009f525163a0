"""Options that do not all fit the stem's grammar. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.view import Option, View
from quiz.core.checking.vocabulary import IRREGULAR_PLURALS, SINGULAR_ENDS, vowel_sound
from quiz.core.rendering.marked import CODE_SIGN, prose

_PLURAL_ENDS = frozenset(
    ("are", "were", "these", "those", "several", "many", "few", "two", "three", "four", "both")
)
_SINGULAR_ENDS = frozenset(("is", "was", "this", "that", "each", "every", "one"))
_ONE = frozenset(("a", "an", "one", "this", "each"))
_UNENDING = frozenset(("of", "in", "to", "by", "with", "for"))
_LONGEST_NOUN = 3


def fits(view: View, option: Option) -> bool:
    """Whether an option continues the stem; true where nobody can tell."""
    end = _end(view)
    if end in ("a", "an"):
        return _article(option) in (end, "")
    if end in _PLURAL_ENDS:
        return _number(option) != "singular"
    return not (end in _SINGULAR_ENDS and _number(option) == "plural")


def grammar_cue(view: View) -> Iterator[Notice]:
    """`grammar-cue`: the key continues the stem, and a distractor does not."""
    if not view.wrongs or not _end(view) or not all(fits(view, key) for key in view.keys):
        return
    for wrong in view.wrongs:
        if not fits(view, wrong):
            end = _end(view)
            article = end in ("a", "an")
            yield Notice(
                "grammar-cue",
                Spot(view.question.id, wrong.path),
                f"this distractor does not go with '{end}' at the end of the stem",
                "end the stem with 'a(n)', or put the article into the options"
                if article
                else "give all options the same number",
            )


def _end(view: View) -> str:
    """The last word of a stem that the options continue; empty for a question."""
    stem = prose(view.question.stem).rstrip(" \n:,….-_–—")
    return "" if stem.endswith(("?", ")", '"', "”", CODE_SIGN)) else view.stem.rpartition(" ")[2]


def _article(option: Option) -> str:
    """`a` or `an`, as the option's first word wants it; empty where nobody can tell."""
    start = re.match(r"\W*(\w+)", option.text)
    if start is None or (start[1].isupper() and not start[1].isdigit()):
        return ""
    if prose(option.text)[start.start(1)] == CODE_SIGN:
        return ""
    if start[1].lower() in ("a", "an", "the", "no"):
        return ""
    lower = option.text[start.start(1) :].lower()
    return "an" if vowel_sound().match(lower) else "a"


def _number(option: Option) -> str:
    """`singular` or `plural` of a short noun; empty where nobody can tell."""
    words = option.words
    code = CODE_SIGN in prose(option.text)
    if not words or len(words) > _LONGEST_NOUN + 1 or code or not option.text[0].isalpha():
        return ""
    last = words[-1]
    if words[0] in _ONE:
        return "singular"
    if "and" in words or last in IRREGULAR_PLURALS:
        return "plural"
    if len(words) > _LONGEST_NOUN or not _UNENDING.isdisjoint(words):
        return ""
    plural = last.endswith("s") and not last.endswith(SINGULAR_ENDS)
    return "plural" if plural else "singular"
