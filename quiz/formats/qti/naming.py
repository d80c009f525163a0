"""Names of QTI 2 and 3 as one: `qti-choice-interaction` is a `choiceInteraction`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.formats.bank.xml import Element, local

_DASH = re.compile(r"-([a-z])")
_CAPITAL = re.compile(r"[A-Z]")


def simple_name(element: Element) -> str:
    """The name of an element as QTI 2 has it."""
    name = local(element)
    if not name.startswith("qti-"):
        return name
    return _DASH.sub(lambda match: match[1].upper(), name[4:])


def attribute(element: Element, name: str) -> str:
    """An attribute by its name in QTI 2; empty where it is missing."""
    found = element.get(name)
    if found is None:
        found = element.get(_CAPITAL.sub(lambda match: f"-{match[0].lower()}", name))
    return (found or "").strip()


def every(element: Element, *names: str) -> Iterator[Element]:
    """All elements of these names within, the element itself included."""
    return (one for one in element.iter() if simple_name(one) in names)


def first(element: Element, name: str) -> Element | None:
    """The first of them."""
    return next(every(element, name), None)


def said(element: Element | None) -> str:
    """The characters within."""
    return "".join(element.itertext()).strip() if element is not None else ""
