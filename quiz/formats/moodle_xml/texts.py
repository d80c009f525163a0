"""Texts within Moodle's XML: what they say, and what of them is lost."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.formats.bank.making import Making
from quiz.formats.bank.markup import readable
from quiz.formats.bank.xml import Element

_FORMATS = {
    "html": "html",
    "plain_text": "plain",
    "markdown": "markdown",
    "moodle_auto_format": "moodle",
}


def raw(element: Element | None, path: str = "text") -> str:
    """The characters of a child, or of the element where it has no such child."""
    if element is None:
        return ""
    child = element.find(path)
    found = element if child is None and path == "text" else child
    return "".join(found.itertext()).strip() if found is not None else ""


def source(element: Element | None) -> tuple[str, str]:
    """A text as it is written, and its format."""
    if element is None:
        return "", "plain"
    return raw(element), _FORMATS.get(element.get("format", ""), "moodle")


def said(making: Making, element: Element | None) -> str:
    """What a text says; what is lost of it is noted."""
    text, form = source(element)
    return converted(making, text, form, element)


def converted(making: Making, text: str, form: str, element: Element | None) -> str:
    """The same of a text that was changed since it was read; `element` has its files."""
    found = readable(text, form)
    for loss in found.losses:
        making.lose(loss)
    if element is not None:
        told = " ".join(found.losses)
        for name in _files(element):
            if name[:60] not in told:
                making.lose(f"the file {name}")
    return found.text


def _files(element: Element) -> Iterator[str]:
    """The names of the files that stand beside a text."""
    for file in element.findall("file"):
        yield file.get("name", "without a name")


def truth(text: str, default: bool = False) -> bool:
    """`1` and `true`, or the default."""
    text = text.strip().lower()
    return text in ("1", "true", "yes") if text else default


def percent_of(element: Element) -> float:
    """The share of the points an answer is worth."""
    try:
        return float((element.get("fraction") or raw(element, "fraction") or "0").replace(",", "."))
    except ValueError:
        return 0.0
