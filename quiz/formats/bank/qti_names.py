"""Names of QTI of any version as one: `qti-choice-interaction` is a `choiceInteraction`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quiz.formats.bank.xml import Element

_DASH = re.compile(r"-([a-z])")


def with_simple_names(root: Element) -> Element:
    """The same tree, every element and attribute called as in QTI 1 and 2, without namespaces."""
    for element in root.iter():
        if isinstance(element.tag, str):
            newer = _bare(element.tag).startswith("qti-")
            element.tag = _simple(element.tag)
            if newer:
                for key in [key for key in element.attrib if "-" in key]:
                    element.set(_camel(key), element.attrib.pop(key))
    return root


@lru_cache(4096)
def _simple(tag: str) -> str:
    bare = _bare(tag)
    return _camel(bare[4:]) if bare.startswith("qti-") else bare


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _camel(name: str) -> str:
    return _DASH.sub(lambda match: match[1].upper(), name)


def simple_name(element: Element) -> str:
    """The name of an element of such a tree; empty for a comment."""
    tag = element.tag
    return tag if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute; empty where it is missing."""
    return element.get(name, "").strip()


def every(element: Element, *names: str) -> Iterator[Element]:
    """All elements of these names within, the element itself included, in their order."""
    if len(names) == 1:
        return element.iter(names[0])
    return (one for one in element.iter() if one.tag in names)


def first(element: Element, name: str) -> Element | None:
    """The first of them."""
    return next(element.iter(name), None)


def said(element: Element | None) -> str:
    """The characters within."""
    return "".join(element.itertext()).strip() if element is not None else ""
