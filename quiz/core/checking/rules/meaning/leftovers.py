"""Words that should not have stayed: placeholders, words twice, what is not there or will not last.

English but for placeholders, images and fences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.core.checking.findings import Notice
from quiz.core.checking.rules.meaning.notices import notice
from quiz.core.checking.texts import Part
from quiz.core.checking.view import View
from quiz.core.rendering.marked import CODE_SIGN, open_fence, prose
from quiz.core.text.late_pattern import LatePattern

_PLACEHOLDER = LatePattern(
    r"\b(?:TODO|TBD|FIXME)\b|\?\?\?|\b(?i:lorem ipsum)\b|<(?i:your|insert|fill in)\b[^>]{0,200}>"
    r"|\[(?i:your|insert|fill in|todo)\b[^\]]{0,200}\]"
    r"|What does the document say about it\?|Which of these does the document name\?"
    r"|A statement that the passage contradicts\.|What is the name of it\?"
    r"|Why it is so, in your own words; shown after every answer\."
    r"|Why this is wrong; shown to whoever picks it\."
    r"|^(?:The right option|A wrong option|Another wrong one|A right option|Another right one)$"
)
_SMALL_WORDS = "the a an of to is and for with at by are was it this or be from as they we"
_SMALL = _SMALL_WORDS.split()
_TWICE = LatePattern(rf"\b({'|'.join(_SMALL)})[ \n]+\1\b", re.I)
_DOUBLED = tuple(f" {word} {word} " for word in _SMALL)
_POINTING = (
    "above",
    "below",
    "figure",
    "diagram",
    "screenshot",
    "illustration",
    "shown",
    "s question",
    "ing question",
    "next question",
    "last question",
    "s exercise",
    "ing exercise",
    "next exercise",
    "last exercise",
)
_PASSING = (
    "nowadays",
    "at present",
    "this year",
    "as of ",
    "these days",
    "currently",
    "current pres",
    "current chair",
    "current min",
    "current rec",
    "current price",
    "current ceo",
    "current dir",
    "current head",
)
_UNFINISHED = (
    "TODO",
    "TBD",
    "FIXME",
    "???",
    "orem ipsum",
    "<",
    "[",
    "say about it?",
    "es the document name?",
    "the passage contradicts.",
    "is the name of it?",
    "shown after every answer.",
    "shown to whoever picks it.",
    "The right option",
    "rong option",
    "nother wrong one",
    "ight option",
    "nother right one",
)
_ELSEWHERE = LatePattern(
    r"\b(?:(?:as|see) (?:shown|seen|described|mentioned|explained|listed|stated|noted)? ?above"
    r"|(?:the|this|in) (?:previous|preceding|next) (?:question|exercise)s?"
    r"|(?:the|this|in) (?:last|following|above) (?:question|exercise)\b(?! is|:)"
    r"|(?:shown|seen|depicted|pictured|illustrated) (?:in the \w+ )?(?:here|above|below)"
    r"|in (?:the|this) (?:figure|diagram|screenshot|illustration)\b"
    r"|(?:figure|image|picture|diagram|chart|graph|screenshot|photo|table|code|snippet)"
    r" (?:above|below|shown)\b)",
    re.I,
)
_GIVEN = LatePattern(rf"[\n`:{CODE_SIGN}]")
_DATED = LatePattern(
    r"\b(?:nowadays|at present|(?<!the )this year|as of (?:today|now)|these days"
    r"|(?:is|are|has|have) currently(?= (?:the|an?|in force|recommended|\d|one|two|three)\b)"
    r"|current (?:president|chair(?:man|woman|person)?|minister|record|price|CEO|director|head))\b",
    re.I,
)
_CODE = LatePattern(r"```.*?```|~~~.*?~~~|`[^`]*`", re.S)
_IMAGE = LatePattern(r"!\[[^\]\n]{0,200}\]\([^)\n]{1,500}\)|<img\b[^>]{0,500}\bsrc=", re.I)
_FENCE = LatePattern(r"^ {0,3}(?:```|~~~)", re.M)


def leftovers(view: View) -> Iterator[Notice]:
    """`placeholder`, `unseen-image`, `open-fence`: what can be told in any language."""
    found = view.texts
    whole = "\n".join(part.text for part in found)
    if any(word in whole for word in _UNFINISHED):
        yield from placeholder(view, found)
    marked = any(open_fence(part.text) for part in found)
    if marked or "![" in whole or "<img" in whole or "```" in whole or "~~~" in whole:
        yield from unseen(view, found)


def english_leftovers(view: View) -> Iterator[Notice]:
    """`doubled-word`, `refers-elsewhere`, `dated`: what can be told in English."""
    found = view.texts
    whole = f" {' '.join(part.text for part in found)} ".lower()
    if any(word in whole for word in _DOUBLED):
        yield from doubled_word(view, found)
    if any(word in whole for word in _POINTING):
        yield from refers_elsewhere(view, found)
    if any(word in whole for word in _PASSING):
        yield from dated(view, found)


def placeholder(view: View, found: Sequence[Part]) -> Iterator[Notice]:
    """`placeholder`: TODO, `<your text>`, or a text of `quiz new` that nobody replaced."""
    for part in found:
        hit = _PLACEHOLDER.search(_without_code(part.text))
        if hit is not None:
            message = f"'{hit[0]}' is a placeholder, and learners would read it"
            yield notice("placeholder", view.question, part.path, message, "write the real text")


def doubled_word(view: View, found: Sequence[Part]) -> Iterator[Notice]:
    """`doubled-word`: a small word twice in a row."""
    for part in found:
        hit = _TWICE.search(prose(part.text))
        if hit is not None:
            message = f"'{hit[1]}' stands twice in a row"
            yield notice("doubled-word", view.question, part.path, message, "take one out")


def refers_elsewhere(view: View, found: Sequence[Part]) -> Iterator[Notice]:
    """`refers-elsewhere`: another question or a picture, of which the learner sees nothing.

    What the document itself calls so may be spoken of, and what follows right there is seen.
    """
    for part in found:
        hit = _ELSEWHERE.search(prose(part.text)) if part.asks else None
        if hit is None or _GIVEN.search(prose(part.text), hit.end()):
            continue
        if not any(hit[0].lower() in quote for quote in view.quotes):
            message = f"'{hit[0]}' is not on the screen: questions are asked one at a time"
            hint = "say in words what is meant"
            yield notice("refers-elsewhere", view.question, part.path, message, hint)


def dated(view: View, found: Sequence[Part]) -> Iterator[Notice]:
    """`dated`: a word that will be wrong one day, in the stem, unless the passage has it."""
    for part in (part for part in found if part.path[0] in ("stem", "text")):
        hit = _DATED.search(prose(part.text))
        if hit is not None and not any(hit[0].lower() in quote for quote in view.quotes):
            message = f"'{hit[0]}' is true only for a while"
            hint = "name the year, or the document that says so"
            yield notice("dated", view.question, part.path, message, hint)


def unseen(view: View, found: Sequence[Part]) -> Iterator[Notice]:
    """`unseen-image` and `open-fence`: Markdown that shows nothing, or swallows what follows."""
    for part in found:
        marked = "!" in part.text or "<" in part.text
        if marked and _IMAGE.search(_without_code(part.text)):
            message = "an image is not shown in a terminal"
            hint = "say in words what it shows"
            yield notice("unseen-image", view.question, part.path, message, hint)
        if open_fence(part.text) or _odd_fences(prose(part.text)):
            message = "a code block is opened and not closed"
            hint = "end it with a line of the same three signs"
            yield notice("open-fence", view.question, part.path, message, hint)


def _odd_fences(text: str) -> bool:
    return ("```" in text or "~~~" in text) and len(_FENCE.finditer(text)) % 2 > 0


def _without_code(text: str) -> str:
    """A text without code, be it marked or in the signs of Markdown."""
    return _CODE.sub("", prose(text)) if "`" in text or "~~~" in text else prose(text)
