"""What an item of QTI 1.2 shows: texts and places to answer, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quiz.formats.bank.making import Making
from quiz.formats.bank.markup import html_in_plain, readable
from quiz.formats.bank.qti_names import simple_name
from quiz.formats.bank.xml import Element

_RESPONSES = frozenset(
    ("response_lid", "response_str", "response_num", "response_grp", "response_xy")
)
_MEDIA = {
    "matimage": "an image",
    "mataudio": "a sound",
    "matvideo": "a film",
    "matapplet": "an applet",
    "matapplication": "an embedded file",
}


class Label(NamedTuple):
    """Something to choose."""

    ident: str
    text: str


class Place(NamedTuple):
    """A place to answer: what kind, its own text (a left side), what there is to choose from."""

    kind: str
    ident: str
    cardinality: str
    text: str
    labels: tuple[Label, ...]
    number: bool
    shuffled: bool
    picture: bool


def shown(making: Making, presentation: Element) -> list[str | Place]:
    """Texts and places, in order."""
    return list(_walk(making, presentation))


def _walk(making: Making, element: Element) -> Iterator[str | Place]:
    for child in element:
        name = simple_name(child)
        if name in _RESPONSES:
            yield _place(making, child)
        elif name == "material":
            text = material(making, child)
            if text:
                yield text
        else:
            yield from _walk(making, child)


def _place(making: Making, element: Element) -> Place:
    own = " ".join(
        material(making, child) for child in element if simple_name(child).startswith("material")
    )
    labels = list(element.iter("response_label"))
    fields = list(element.iter("render_fib"))
    kinds = {one.get("fibtype", "").lower() for one in fields}
    shuffles = [one.get("shuffle", "") for one in element.iter("render_choice")]
    pictures = ("render_hotspot", "render_slider")
    return Place(
        simple_name(element),
        element.get("ident", ""),
        element.get("rcardinality", "Single").lower(),
        own,
        tuple(Label(one.get("ident", ""), material(making, one)) for one in labels),
        simple_name(element) == "response_num"
        or bool(kinds & {"decimal", "integer", "scientific"}),
        shuffles[:1] != ["No"],
        simple_name(element) == "response_xy"
        or any(simple_name(o) in pictures for o in element.iter()),
    )


def material(making: Making, element: Element) -> str:
    """The texts within; what is no text is told as lost."""
    parts = []
    for one in element.iter():
        name = simple_name(one)
        if name in ("mattext", "mat_formattedtext"):
            parts.append(_text(making, one))
        elif name in _MEDIA:
            file = one.get("uri", "").rpartition("/")[2]
            making.lose(f"{_MEDIA[name]} ({file[:60]})" if file else _MEDIA[name])
        elif name == "matbreak":
            parts.append("\n")
    return " ".join(filter(None, parts)).strip()


def _text(making: Making, element: Element) -> str:
    kind = (element.get("texttype") or element.get("type") or "").lower()
    source = "".join(element.itertext()).strip()
    plain = kind == "text/plain" and not html_in_plain(source)
    found = readable(source, "html" if "html" in kind else "plain" if plain else "moodle")
    for loss in found.losses:
        making.lose(loss)
    return found.text
