"""Moodle XML: all questions of an export, its categories, and what other programs write so."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.categories import category_name
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.making import Making
from quiz.formats.bank.replies import FEEDBACKS, is_usual
from quiz.formats.bank.texts import flat, plain
from quiz.formats.bank.xml import Element, element_lines, parse_xml
from quiz.formats.moodle_xml.kinds import KINDS
from quiz.formats.moodle_xml.texts import raw, said

_TEXT_ELSEWHERE = ("cloze", "multianswer", "gapselect", "ddwtos")  # its gaps are read with it


def read(bank: BankFile) -> Iterator[Item]:
    """The items of a file; raises QuizError where it is no sound XML."""
    lines = element_lines(bank, "question")
    category = ""
    for element in parse_xml(bank).iterfind("question"):
        line = next(lines, 0)
        kind = element.get("type", "")
        if kind == "category":
            category = category_name(raw(element.find("category")))
            continue
        yield _item(kind, element, Place(bank.path, line))._replace(category=category)


def _item(kind: str, element: Element, place: Place) -> Item:
    uid = flat(raw(element.find("idnumber")))
    making = Making(place, flat(raw(element.find("name"))), uid)
    if kind not in KINDS:
        return making.refuse(f"questions of the type {kind or '(none)'} have no counterpart")
    if kind not in _TEXT_ELSEWHERE:
        making.stem = said(making, element.find("questiontext"))
        making.stem += _old_image(making, element)
    making.explanation = plain(said(making, element.find("generalfeedback")))
    making.tags = [flat(raw(tag)) for tag in element.iterfind("tags/tag")]
    making.hint = "\n".join(filter(None, (said(making, hint) for hint in element.findall("hint"))))
    _tell_points(making, element)
    _tell_replies(making, element)
    return KINDS[kind](making, element)


def _old_image(making: Making, element: Element) -> str:
    """An image beside the text, as Moodle 1 had it."""
    name = flat(raw(element.find("image")))
    if name:
        making.lose(f"an image ({name.rpartition('/')[2][:60]})")
    return "\n[image]" if name else ""


def _tell_points(making: Making, element: Element) -> None:
    points = flat(raw(element.find("defaultgrade"))) or "1"
    try:
        if float(points.replace(",", ".")) not in (0.0, 1.0):
            making.lose(f"that it was worth {float(points.replace(',', '.')):g} points")
    except ValueError:
        return


def _tell_replies(making: Making, element: Element) -> None:
    """What is said to all who are right, or wrong, unless Moodle says it by itself."""
    for name, whom in FEEDBACKS.items():
        text = plain(said(making, element.find(name)))
        if not text or is_usual(text):
            continue
        if name == "correctfeedback":
            making.explain(text)
        else:
            making.lose(f"what is said to {whom}: “{flat(text)}”")
