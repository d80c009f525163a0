"""An item of QTI 1.2, as Canvas, Blackboard and others write it, told by its structure."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.grading.numbers import parse_number
from quiz.formats.bank import item as bank
from quiz.formats.bank.item import Item
from quiz.formats.bank.making import Choice, Making
from quiz.formats.bank.model_answers import model_and_points
from quiz.formats.bank.qti_names import simple_name
from quiz.formats.bank.replies import is_usual
from quiz.formats.bank.texts import flat
from quiz.formats.bank.weights import Weighted, middle, several, single
from quiz.formats.bank.xml import Element
from quiz.formats.qti12.presented import Place, material, shown
from quiz.formats.qti12.scoring import Scoring, scoring_of
from quiz.formats.qti12.several import (
    GAPPED,
    NOTHING,
    gaps_between,
    named_gaps,
    named_in,
    several_places,
)

_KNOWN = ("general_fb", "correct_fb", "correct", "solution", "general_incorrect_fb")
"""Feedback whose name says when it is shown."""
_TRUTH = {"true": True, "false": False, "wahr": True, "falsch": False, "vrai": True, "faux": False}


def item_of(element: Element, place: bank.Place) -> Item:
    """What becomes of an item; never raises on its content."""
    making = Making(place, element.get("title", ""), element.get("ident", ""))
    presentation = next((one for one in element if simple_name(one) == "presentation"), None)
    if presentation is None:
        return making.refuse("it shows nothing")
    pieces = shown(making, presentation)
    places = [piece for piece in pieces if isinstance(piece, Place)]
    scoring = scoring_of(element)
    _explain(making, element, scoring)
    making.stem = "\n\n".join(piece for piece in pieces if isinstance(piece, str))
    if not places:
        file = "upload" in _kind(element)
        return making.refuse("it is answered with a file" if file else "it asks nothing")
    if any(place.picture for place in places):
        return making.refuse("it is answered on a picture or a scale")
    if len(places) == 1:
        return _one(making, pieces, places[0], scoring, _kind(element))
    return several_places(making, pieces, places, scoring, _kind(element))


def _kind(element: Element) -> str:
    """What Canvas calls its type, where the structure alone leaves two."""
    fields = list(element.iter("qtimetadatafield"))
    for one in fields:
        texts = ["".join(child.itertext()).strip() for child in one]
        if texts[:1] == ["question_type"] and texts[1:]:
            return texts[1]
    return ""


def _explain(making: Making, element: Element, scoring: Scoring) -> None:
    """What is said to everybody, and to who is right; what only the wrong are told is lost."""
    texts = _feedback_texts(making, element)
    shown = {*scoring.feedback.values(), *scoring.general, *scoring.correct, *scoring.incorrect}
    for name, text in texts.items():
        if name not in shown and name not in _KNOWN and flat(text) and not is_usual(text):
            making.lose(f"what is said where nothing says when: “{flat(text)[:80]}”")
    scoring.feedback = {key: texts.get(name, "") for key, name in scoring.feedback.items()}
    linked = {*scoring.general, *scoring.correct, *scoring.incorrect}
    for name in (*scoring.general, *scoring.correct):
        making.explain(texts.get(name, ""))
    for name in _KNOWN[:-1]:
        if name not in linked:
            making.explain(texts.get(name, ""))
    for name in dict.fromkeys((*scoring.incorrect, "general_incorrect_fb")):
        said = flat(texts.get(name, ""))
        if said and said not in making.explanation and not is_usual(said):
            making.lose(f"what is said to everybody who is wrong: “{said[:80]}”")
    for one in element.iter("hint"):
        making.hint = making.hint or material(making, one)


def _feedback_texts(making: Making, element: Element) -> dict[str, str]:
    found = {}
    for one in element:
        if simple_name(one) == "itemfeedback":
            whole = [c for c in one if simple_name(c) != "hint"]
            found[one.get("ident", "")] = "\n".join(
                filter(None, (material(making, child) for child in whole))
            )
    return found


def _one(
    making: Making, pieces: Sequence[str | Place], place: Place, scoring: Scoring, kind: str
) -> Item:
    if place.kind == "response_grp":
        return making.refuse("its parts are dragged onto each other")
    if place.labels and place.kind == "response_lid" and any(one.text for one in place.labels):
        named = named_in(making.stem, [place])
        if named and kind in ("", *GAPPED):
            return named_gaps(making, [place], scoring, kind)
        return _chosen(making, place, scoring)
    if place.kind == "response_lid":
        return making.refuse("its options have no text")
    return _typed(making, pieces, place, scoring, kind)


def _chosen(making: Making, place: Place, scoring: Scoring) -> Item:
    if place.cardinality == "ordered":
        return _ordered(making, place, scoring)
    points = scoring.points[place.ident]
    if not scoring.right(place.ident):
        return making.refuse(NOTHING)
    best = max(points.values())
    total = sum(worth for worth in points.values() if worth > 0)
    many = place.cardinality == "multiple"
    whole = total if many and len({w for w in points.values() if w > 0}) > 1 else best
    share = len(scoring.right(place.ident)) if many and whole == best else 1
    options = [
        Weighted(
            one.text,
            100 * points.get(one.ident, 0.0) / whole / share,
            scoring.feedback.get((place.ident, one.ident), ""),
        )
        for one in place.labels
    ]
    if not many and len(options) == 2 and {flat(o.text).lower() for o in options} <= set(_TRUTH):
        return _judged(making, options)
    in_order = not place.shuffled
    if many:
        return several(making, options, in_order=False)
    return single(making, options, in_order=in_order and _sorted(options))


def _sorted(options: Sequence[Weighted]) -> bool:
    from quiz.core.questions.options import in_order

    texts = [flat(one.text) for one in options]
    return list(in_order(texts)) == texts


def _judged(making: Making, options: Sequence[Weighted]) -> Item:
    right = max(options, key=lambda one: one.weight)
    wrong = min(options, key=lambda one: one.weight)
    truth = _TRUTH[flat(right.text).lower()]
    making.explain(right.feedback)
    if truth:
        making.explain(wrong.feedback)
        return making.true_false(True)
    correction = wrong.feedback or making.explanation
    if correction == making.explanation:
        making.explanation = ""
    return making.true_false(False, correction=correction)


def _ordered(making: Making, place: Place, scoring: Scoring) -> Item:
    texts = {one.ident: one.text for one in place.labels}
    orders = scoring.orders or [list(scoring.points[place.ident])]
    order = orders[0]
    if not order:
        return making.refuse(NOTHING)
    return making.ordering([texts.get(ident, "") for ident in order])


def _typed(
    making: Making, pieces: Sequence[str | Place], place: Place, scoring: Scoring, kind: str
) -> Item:
    right = scoring.right(place.ident)
    if "essay" in kind or (not right and not scoring.ranges):
        if "upload" in kind:
            return making.refuse("it is answered with a file")
        if kind in ("calculated_question", "numerical_question"):
            return making.refuse("its numbers are drawn anew for each learner")
        model, points = model_and_points(making.explanation)
        making.explanation = ""
        return making.open(model, points)
    if kind == "calculated_question":
        return making.refuse("its numbers are drawn anew for each learner")
    if scoring.ranges or (place.number and right):
        return _number(making, right, scoring)
    for value in right:
        making.explain(scoring.feedback.get((place.ident, value), ""))
    wrong = [
        Choice(value, said)
        for (ident, value), said in scoring.feedback.items()
        if ident == place.ident and value not in right
    ]
    if scoring.unclear:
        making.change("a part of an answer counted as right; now the whole has to be typed")
    after = [piece for piece in pieces[pieces.index(place) + 1 :] if isinstance(piece, str)]
    if after:
        return gaps_between(making, pieces, scoring)
    return making.short_answer(right, wrong)


def _number(making: Making, right: Sequence[str], scoring: Scoring) -> Item:
    ranges = [(low, high) for low, high, worth in scoring.ranges if worth > 0]
    if ranges and ranges[0][0] and ranges[0][1]:
        value, off = middle(*ranges[0])
        others = [one for one in right if not _same(one, value)]
        if others and len(others) == len(right):
            making.change(f"the middle of {ranges[0][0]} to {ranges[0][1]} is the answer now")
        elif len(set(ranges)) > 1 or others:
            making.lose("that other numbers are right as well")
        return making.numeric(value, "" if off == "0" else off)
    if ranges:
        return making.refuse("its answer is a range without an end")
    if len(right) > 1:
        making.lose(f"that {', '.join(right[1:])} are right as well")
    return making.numeric(right[0])


def _same(one: str, other: str) -> bool:
    first, second = parse_number(one), parse_number(other)
    return first is not None and first == second
