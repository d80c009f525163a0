"""The types of Moodle's questions, each as the type that it is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from quiz.core.questions.options import in_order
from quiz.formats.bank.item import Item
from quiz.formats.bank.making import Making
from quiz.formats.bank.model_answers import model_and_points
from quiz.formats.bank.texts import flat
from quiz.formats.bank.weights import Weighted, WeightedNumber, numbers, several, single, typed
from quiz.formats.bank.xml import Element
from quiz.formats.moodle_xml.gapped import cloze, drag_words
from quiz.formats.moodle_xml.texts import percent_of, raw, said, truth

Read = Callable[[Making, Element], Item]


def _weighted(making: Making, answer: Element) -> Weighted:
    feedback = said(making, answer.find("feedback"))
    return Weighted(said(making, answer), percent_of(answer), feedback)


def _choice(making: Making, element: Element) -> Item:
    options = [_weighted(making, answer) for answer in element.findall("answer")]
    sorted_ = _kept_order(making, element, [flat(one.text) for one in options])
    if truth(raw(element.find("single")), default=True):
        return single(making, options, in_order=sorted_)
    return several(making, options, in_order=sorted_)


def _all_or_nothing(making: Making, element: Element) -> Item:
    """Plug-ins in which each right option says 100: they count together."""
    options = [_weighted(making, answer) for answer in element.findall("answer")]
    right = sum(one.weight > 0 for one in options) or 1
    even = [one._replace(weight=100 / right if one.weight > 0 else 0) for one in options]
    return several(making, even)


def _kept_order(making: Making, element: Element, texts: list[str]) -> bool:
    """Whether options that are not shuffled stand in an order that can be had here."""
    if truth(raw(element.find("shuffleanswers")), default=True):
        return False
    if tuple(texts) == in_order(texts):
        return True
    making.lose("the order of the options, which was fixed")
    return False


def _true_false(making: Making, element: Element) -> Item:
    found: dict[bool, tuple[float, str]] = {}
    for answer in element.findall("answer"):
        word = flat(raw(answer)).lower()
        feedback = said(making, answer.find("feedback"))
        found[word in ("true", "1", "t", "yes")] = (percent_of(answer), feedback)
    right = found.get(True, (0.0, ""))
    wrong = found.get(False, (0.0, ""))
    if right[0] == wrong[0]:
        return making.refuse("it does not say whether the statement is true")
    if right[0] > wrong[0]:
        making.explain(right[1], wrong[1])
        return making.true_false(True)
    correction = right[1] or wrong[1] or making.explanation
    making.explain(wrong[1] if right[1] else "")
    if correction == making.explanation:
        making.explanation = ""
    return making.true_false(False, correction=correction)


def _short(making: Making, element: Element) -> Item:
    answers = [
        Weighted(raw(answer), percent_of(answer), said(making, answer.find("feedback")))
        for answer in element.findall("answer")
    ]
    return typed(making, answers, exact=truth(raw(element.find("usecase"))))


def _numerical(making: Making, element: Element) -> Item:
    found = []
    for answer in element.findall("answer"):
        value, off = raw(answer).replace(",", "."), raw(answer, "tolerance").replace(",", ".")
        feedback = said(making, answer.find("feedback"))
        found.append(WeightedNumber(flat(value), flat(off), percent_of(answer), feedback))
    unit, spellings = _units(making, element)
    return numbers(making, found, unit, spellings)


def _units(making: Making, element: Element) -> tuple[str, list[str]]:
    """The unit of the answer, and its other spellings; units of another size are lost."""
    same: list[str] = []
    for unit in element.iterfind("units/unit"):
        name = flat(raw(unit, "unit_name"))
        try:
            size = Decimal(flat(raw(unit, "multiplier")) or "1")
        except InvalidOperation:
            size = Decimal(0)
        if size == 1 and name:
            same.append(name)
        elif name:
            making.lose(f"the unit {name}, of another size")
    return (same[0] if same else ""), same[1:]


def _matching(making: Making, element: Element) -> Item:
    sides = []
    for pair in element.findall("subquestion"):
        answer = pair.find("answer")
        sides.append((flat(said(making, pair)), flat(said(making, answer))))
    pairs = [(left, right) for left, right in sides if left]
    return making.matching(pairs, [right for left, right in sides if not left and right])


def _ordering(making: Making, element: Element) -> Item:
    answers = element.findall("answer")
    places = [percent_of(answer) for answer in answers]
    if len(set(places)) == len(places):
        answers = sorted(answers, key=percent_of)
    chosen = flat(raw(element.find("selecttype"))).upper()
    count = flat(raw(element.find("selectcount"))) or "0"
    if chosen not in ("", "ALL", "0") and count not in ("0", str(len(answers))):
        making.lose(f"that only {count} of the things are shown at a time")
    return making.ordering([said(making, answer) for answer in answers])


def _essay(making: Making, element: Element) -> Item:
    if raw(element.find("responsetemplate")):
        making.lose("the template for the answer")
    model, points = model_and_points(said(making, element.find("graderinfo")))
    if not model and making.explanation:
        model, points = model_and_points(making.explanation)
        making.explanation = ""
    return making.open(model, points)


def _no(reason: str) -> Read:
    def refuse(making: Making, element: Element) -> Item:
        return making.refuse(reason)

    return refuse


_DRAWN = "its numbers are drawn anew for each learner"
_PICTURE = "it is answered on a picture"

KINDS: Mapping[str, Read] = {
    "multichoice": _choice,
    "multichoiceset": _all_or_nothing,
    "oumultiresponse": _all_or_nothing,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numerical,
    "matching": _matching,
    "match": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "cloze": cloze,
    "multianswer": cloze,
    "gapselect": drag_words,
    "ddwtos": drag_words,
    "description": _no("it is a description, which asks nothing"),
    "random": _no("it draws another question of its category"),
    "randomsamatch": _no("it is made of other questions of its category"),
    "calculated": _no(_DRAWN),
    "calculatedsimple": _no(_DRAWN),
    "calculatedmulti": _no(_DRAWN),
    "ddmarker": _no(_PICTURE),
    "ddimageortext": _no(_PICTURE),
    "coderunner": _no("it is answered with a program that is run"),
    "stack": _no("its answer is a formula that a computer algebra system judges"),
}
"""By Moodle's name; what is not here has no counterpart."""
