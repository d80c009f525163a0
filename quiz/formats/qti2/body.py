"""The text of an item of QTI 2: its HTML without what is answered, or with gaps in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from html import escape
from typing import NamedTuple

from quiz.formats.bank.html_text import html_text
from quiz.formats.bank.making import Making
from quiz.formats.bank.qti_names import simple_name
from quiz.formats.bank.xml import Element

_MARK = re.compile("\ue000(\\d+)\ue001")
_HIDDEN = frozenset(("rubricBlock", "modalFeedback", "feedbackBlock", "stylesheet"))
_CHOSEN = frozenset(
    (
        *("simpleChoice", "simpleMatchSet", "simpleAssociableChoice", "gapText", "gapImg"),
        *("feedbackInline", "inlineChoice"),
    )
)
_KEPT = ("src", "alt", "href", "data")


class Gap(NamedTuple):
    """A place in a text to answer: its response, or its own identifier."""

    name: str
    element: Element | None = None


class Body(NamedTuple):
    """The text, with a mark for each gap."""

    text: str
    gaps: tuple[Gap, ...]

    @property
    def stem(self) -> str:
        """The text without its gaps."""
        return _MARK.sub("", self.text).strip()

    @property
    def around(self) -> tuple[str, list[str]]:
        """The paragraphs before the first gap's, and the texts around the gaps."""
        paragraphs = self.text.split("\n\n")
        at = next(i for i, text in enumerate(paragraphs) if _MARK.search(text))
        stem = "\n\n".join(paragraphs[:at]).strip()
        return stem, _MARK.split("\n\n".join(paragraphs[at:]))[::2]


def body_of(
    making: Making,
    body: Element,
    gap: Callable[[Element], Gap] | None = None,
    hidden: Collection[str] = (),
) -> Body:
    """The text of a body; `gap` makes one of each place to answer in it.

    `hidden` are names of elements that are left out.
    """
    gaps: list[Gap] = []
    html = _html(body, gaps, gap, hidden)
    return Body(_readable(making, html), tuple(gaps))


def text_of(making: Making, element: Element) -> str:
    """The text of an element."""
    return _readable(making, _inner(element, [], None, ()))


def _readable(making: Making, html: str) -> str:
    found = html_text(html)
    for loss in found.losses:
        making.lose(loss)
    return found.text


def _inner(
    element: Element,
    gaps: list[Gap],
    gap: Callable[[Element], Gap] | None,
    hidden: Collection[str],
) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts.append(_html(child, gaps, gap, hidden))
        parts.append(escape(child.tail or "", quote=False))
    return "".join(parts)


def _html(
    element: Element,
    gaps: list[Gap],
    gap: Callable[[Element], Gap] | None,
    hidden: Collection[str],
) -> str:
    name = simple_name(element)
    asked = name == "rubricBlock" and "candidate" in element.get("view", "")
    if not name or (name in _HIDDEN and not asked) or name in hidden:
        return ""
    if name in ("textEntryInteraction", "inlineChoiceInteraction", "gap"):
        if gap is None:
            return ""
        gaps.append(gap(element))
        return f"\ue000{len(gaps)}\ue001"
    if name in _CHOSEN:
        return ""
    inner = _inner(element, gaps, gap, hidden)
    if name in ("prompt", "itemBody", "rubricBlock") or name.endswith("Interaction"):
        return f"<div>{inner}</div>" if name != "prompt" else f"<p>{inner}</p>"
    kept = "".join(f' {key}="{escape(element.get(key, ""))}"' for key in _KEPT if element.get(key))
    tag = simple_name(element)
    return f"<{tag}{kept}>{inner}</{tag}>" if tag not in ("img", "br", "hr") else f"<{tag}{kept}>"
