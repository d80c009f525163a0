"""Words that should not have stayed: placeholders, words twice, what is not there or will not last.

English but for placeholders, images and fences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.checking.findings import Notice
from quiz.core.checking.rules.meaning.parts import notice, parts
from quiz.core.checking.view import View

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|FIXME)\b|\?\?\?|\b(?i:lorem ipsum)\b|<(?i:your|insert|fill in)\b[^>]*>"
    r"|\[(?i:your|insert|fill in|todo)\b[^\]]*\]"
    r"|What does the document say about it\?|Which of these does the document name\?"
    r"|A statement that the passage contradicts\.|What is the name of it\?"
    r"|Why it is so, in your own words; shown after every answer\."
    r"|Why this is wrong; shown to whoever picks it\."
    r"|^(?:The right option|A wrong option|Another wrong one|A right option|Another right one)$"
)
_TWICE = re.compile(
    r"\b(the|a|an|of|to|is|and|for|with|at|by|are|was|it|this|or|be|from|as|they|we)[ \n]+\1\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:as|see) (?:shown|seen|described|mentioned|explained|listed|stated|noted)? ?above"
    r"|(?:the|this|in) (?:previous|preceding|next) (?:question|exercise)s?"
    r"|(?:the|this|in) (?:last|following|above) (?:question|exercise)\b(?! is|:)"
    r"|(?:shown|seen|depicted|pictured|illustrated) (?:in the \w+ )?(?:here|above|below)"
    r"|in (?:the|this) (?:figure|diagram|screenshot|illustration)\b"
    r"|(?:figure|image|picture|diagram|chart|graph|screenshot|photo|table|code|snippet)"
    r" (?:above|below|shown)\b)",
    re.I,
)
_GIVEN = re.compile(r"[\n`:]")
_DATED = re.compile(
    r"\b(?:nowadays|at present|(?<!the )this year|as of (?:today|now)|these days"
    r"|(?:is|are|has|have) currently(?= (?:the|an?|in force|recommended|\d|one|two|three)\b)"
    r"|current (?:president|chair(?:man|woman|person)?|minister|record|price|CEO|director|head))\b",
    re.I,
)
_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`]*`", re.S)
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{1,500}\)|<img\b[^>]*\bsrc=", re.I)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.M)


def placeholder(view: View) -> Iterator[Notice]:
    """`placeholder`: TODO, `<your text>`, or a text of `quiz new` that nobody replaced."""
    for part in parts(view.question):
        found = _PLACEHOLDER.search(_CODE.sub("", part.text) if "`" in part.text else part.text)
        if found is not None:
            message = f"'{found[0]}' is a placeholder, and learners would read it"
            yield notice("placeholder", view.question, part.path, message, "write the real text")


def doubled_word(view: View) -> Iterator[Notice]:
    """`doubled-word`: a small word twice in a row."""
    for part in parts(view.question):
        found = _TWICE.search(part.text) if " " in part.text else None
        if found is not None:
            message = f"'{found[1]}' stands twice in a row"
            yield notice("doubled-word", view.question, part.path, message, "take one out")


def refers_elsewhere(view: View) -> Iterator[Notice]:
    """`refers-elsewhere`: another question or a picture, of which the learner sees nothing.

    What the document itself calls so may be spoken of, and what follows right there is seen.
    """
    for part in parts(view.question):
        found = _ELSEWHERE.search(part.text) if part.asks else None
        if found is None or _GIVEN.search(part.text, found.end()):
            continue
        if not any(found[0].lower() in quote for quote in view.quotes):
            message = f"'{found[0]}' is not on the screen: questions are asked one at a time"
            hint = "say in words what is meant"
            yield notice("refers-elsewhere", view.question, part.path, message, hint)


def dated(view: View) -> Iterator[Notice]:
    """`dated`: a word that will be wrong one day, in stem or key, unless the passage has it."""
    for part in (part for part in parts(view.question) if part.path[0] in ("stem", "text")):
        found = _DATED.search(part.text)
        if found is not None and not any(found[0].lower() in quote for quote in view.quotes):
            message = f"'{found[0]}' is true only for a while"
            hint = "name the year, or the document that says so"
            yield notice("dated", view.question, part.path, message, hint)


def unseen(view: View) -> Iterator[Notice]:
    """`unseen-image` and `open-fence`: Markdown that shows nothing, or swallows what follows."""
    for part in parts(view.question):
        marked = "!" in part.text or "<" in part.text
        if marked and _IMAGE.search(_CODE.sub("", part.text)):
            message = "an image is not shown in a terminal"
            hint = "say in words what it shows"
            yield notice("unseen-image", view.question, part.path, message, hint)
        if ("```" in part.text or "~~~" in part.text) and len(_FENCE.findall(part.text)) % 2:
            message = "a code block is opened and not closed"
            hint = "end it with a line of the same three signs"
            yield notice("open-fence", view.question, part.path, message, hint)
