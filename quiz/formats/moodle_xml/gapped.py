"""Questions of Moodle with gaps in their text: cloze, gapselect and ddwtos."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quiz.formats.bank.item import Item
from quiz.formats.bank.making import CLOZE_STEM, Choice, Making
from quiz.formats.bank.replies import is_usual
from quiz.formats.bank.texts import distinct, flat
from quiz.formats.bank.weights import (
    WHOLE,
    Weighted,
    WeightedNumber,
    numbers,
    percent,
    several,
    single,
    without_stars,
)
from quiz.formats.bank.xml import Element
from quiz.formats.moodle_xml.cloze import Embedded, Gap, pool, split_text
from quiz.formats.moodle_xml.texts import converted, raw, said, source

BLANK = "_____"
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000\\d+\ue001")
_PLACE = re.compile(r"\[\[(\d+)\]\]")
_NUMBER = re.compile(r"\s*(\*|[-+]?[\d.,]+(?:[eE][-+]?\d+)?)\s*(?::\s*([\d.,eE+-]+))?\s*$")


class _Filled(NamedTuple):
    """What counts in a gap, what is wrong in it, and what there is to choose from."""

    right: tuple[str, ...]
    wrong: tuple[Choice, ...] = ()
    options: tuple[str, ...] = ()


def cloze(making: Making, element: Element) -> Item:
    """`multianswer`: gaps of several kinds within a text."""
    asked = element.find("questiontext")
    text, form = source(asked)
    around, gaps = split_text(text)
    if not gaps:
        return making.refuse("the text has no gap")
    parts = _texts(making, around, form, asked)
    unknown = next((gap.name for gap in gaps if gap.kind in ("", "pattern")), "")
    if unknown:
        return making.refuse(f"gaps of the kind {unknown} have no counterpart")
    if len(gaps) == 1 and gaps[0].kind not in ("typed", "exact"):
        making.stem = BLANK.join(parts)
        return _alone(making, gaps[0], form)
    filled = []
    for gap in gaps:
        if not gap.answers:
            return making.refuse("a gap has no answers")
        filled.append(_filled(making, gap, form))
    exact = [gap.kind == "exact" for gap in gaps]
    if any(exact) and not all(exact):
        making.lose("that capitals count in some of the gaps")
    return _gapped(making, parts, filled, exact=all(exact))


def drag_words(making: Making, element: Element) -> Item:
    """`gapselect` and `ddwtos`: words to be chosen for, or dragged into, `[[1]]`."""
    asked = element.find("questiontext")
    text, form = source(asked)
    boxes = [*element.findall("selectoption"), *element.findall("dragbox")]
    words = [flat(said(making, box)) for box in boxes]
    groups = [raw(box, "group") for box in boxes]
    places = [int(number) - 1 for number in _PLACE.findall(text)]
    if not places:
        return making.refuse("the text has no gap")
    if any(not 0 <= at < len(words) for at in places):
        return making.refuse("a gap has no word that belongs into it")
    parts = _texts(making, _PLACE.split(text)[::2], form, asked)
    filled = [
        _Filled(
            (words[at],),
            (),
            distinct(w for w, g in zip(words, groups, strict=True) if g == groups[at]),
        )
        for at in places
    ]
    if len(filled) == 1:
        making.stem = BLANK.join(parts)
        wrong = [Choice(word) for word in filled[0].options if word != words[places[0]]]
        return making.single_choice(Choice(words[places[0]]), wrong)
    return _gapped(making, parts, filled)


def _texts(making: Making, around: Sequence[str], form: str, asked: Element | None) -> list[str]:
    """The texts around gaps, converted in one go: a tag may begin before a gap and end behind."""
    marked = "".join(
        part + (_MARK.format(at) if at < len(around) - 1 else "") for at, part in enumerate(around)
    )
    return _MARKED.split(converted(making, marked, form, asked))


def _gapped(
    making: Making, parts: Sequence[str], filled: Sequence[_Filled], *, exact: bool = False
) -> Item:
    """A cloze; what there was to choose from stands in its stem."""
    options = [gap.options for gap in filled]
    if any(options):
        making.change("the words were chosen and are typed now; the stem lists them")
        making.stem = f"{CLOZE_STEM} To choose from: {pool(options)}."
    wrong = [choice for gap in filled for choice in gap.wrong]
    return making.cloze(parts, [gap.right for gap in filled], wrong, exact=exact)


def _alone(making: Making, gap: Gap, form: str) -> Item:
    """One gap that is chosen for, or takes a number: a question of that type."""
    answers = [_weighted(making, one, form) for one in gap.answers]
    if gap.kind == "choice":
        return single(making, answers)
    if gap.kind == "several":
        return several(making, answers)
    found = [_number(one) for one in answers]
    whole = [one for one in found if one is not None]
    if len(whole) < len(found):
        return making.refuse("an answer of the gap is no number")
    return numbers(making, whole)


def _weighted(making: Making, one: Embedded, form: str) -> Weighted:
    return Weighted(_shown(making, one.text, form), one.weight, _shown(making, one.feedback, form))


def _shown(making: Making, text: str, form: str) -> str:
    return converted(making, text, form, None)


def _number(one: Weighted) -> WeightedNumber | None:
    match = _NUMBER.match(one.text)
    if match is None:
        return None
    value, off = match[1].replace(",", "."), (match[2] or "").replace(",", ".")
    return WeightedNumber(value, off, one.weight, one.feedback)


def _filled(making: Making, gap: Gap, form: str) -> _Filled:
    """A gap among others."""
    answers = [_weighted(making, one, form) for one in gap.answers]
    chosen = gap.kind in ("choice", "several")
    if gap.kind == "number":
        answers = [_bare(making, one) for one in answers]
    elif chosen:
        _tell_feedback(making, answers)
    elif gap.kind in ("typed", "exact"):
        cleaned = (one._replace(text=without_stars(making, one)) for one in answers)
        answers = [one for one in cleaned if one.text]
    right: list[str] = []
    wrong: list[Choice] = []
    for one in answers:
        if one.weight >= WHOLE or (gap.kind == "several" and one.weight > 0):
            right.append(one.text)
            making.explain(one.feedback)
        elif one.weight > 0:
            making.lose(
                f"the {percent(one.weight)} for “{flat(one.text)}”, which now counts as wrong"
            )
        if one.weight < WHOLE and one.feedback and not chosen:
            wrong.append(one.choice)
    options = distinct(flat(one.text) for one in answers) if chosen else ()
    return _Filled(tuple(right), tuple(wrong), options)


def _bare(making: Making, one: Weighted) -> Weighted:
    """A number in a gap among others, without how far off it may be."""
    found = _number(one)
    if found is not None and found.tolerance.strip("0."):
        making.lose(f"that {found.value} may be {found.tolerance} off")
    return one._replace(text=found.value) if found is not None else one


def _tell_feedback(making: Making, answers: Sequence[Weighted]) -> None:
    for one in answers:
        if one.weight < WHOLE and one.feedback and not is_usual(one.feedback):
            making.lose(f"what is said of “{flat(one.text)}”: “{flat(one.feedback)}”")
