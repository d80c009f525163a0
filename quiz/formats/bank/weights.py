"""Answers that are worth a share of the points, as Moodle and its kin have them.

Here an answer is right or wrong. What was worth everything is right; how a share between is taken,
and that it is lost, is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple, TypeVar

from quiz.formats.bank.item import Item
from quiz.formats.bank.making import Choice, Making
from quiz.formats.bank.replies import is_usual
from quiz.formats.bank.texts import flat

WHOLE = 99.5
"""Percent from which an answer is worth everything: three thirds of 33.333 are 99.999."""

_STAR = re.compile(r"(\\\*)|(\*)")


class Weighted(NamedTuple):
    """An answer, its percent of the points (may be below 0), and what is said of it."""

    text: str
    weight: float
    feedback: str = ""

    @property
    def choice(self) -> Choice:
        """Without its weight."""
        return Choice(self.text, self.feedback)


class WeightedNumber(NamedTuple):
    """A number, how far off it may be, its percent, and what is said of it; `*` is any number."""

    value: str
    tolerance: str
    weight: float
    feedback: str = ""


Answer = TypeVar("Answer", Weighted, WeightedNumber)


def percent(weight: float) -> str:
    """A weight as people write it."""
    return f"{weight:g} %" if weight == int(weight) else f"{weight:.4g} %"


def single(making: Making, options: Sequence[Weighted], *, in_order: bool = False) -> Item:
    """One option is to be chosen."""
    whole = [one for one in options if one.weight >= WHOLE]
    if not whole:
        best = max(options, key=lambda one: one.weight, default=None)
        if best is None or best.weight <= 0:
            return making.refuse("no option is right")
        making.change(
            f"the best option, “{flat(best.text)}”, was worth {percent(best.weight)} only"
        )
        whole = [one for one in options if one is best]
    if len(whole) > 1:
        making.change("one of the right options was enough; now all have to be chosen")
    wrong = [one for one in options if one not in whole]
    _tell_shares(making, wrong)
    if len(whole) > 1:
        right = [one.choice for one in whole]
        return making.multiple_choice(right, [o.choice for o in wrong], in_order=in_order)
    return making.single_choice(whole[0].choice, [o.choice for o in wrong], in_order=in_order)


def several(making: Making, options: Sequence[Weighted], *, in_order: bool = False) -> Item:
    """All options that are worth something are to be chosen."""
    right = [one for one in options if one.weight > 0]
    wrong = [one for one in options if one.weight <= 0]
    if not right:
        return making.refuse("no option is right")
    shares = {round(one.weight, 1) for one in right}
    if len(shares) > 1:
        making.lose(
            f"the weights of the right options ({_listed(right)}): now each counts the same"
        )
    share = 100 / len(right)
    penalties = [one for one in wrong if one.weight and abs(one.weight + share) > 0.6]
    if penalties:
        making.lose(f"the deductions for wrong options ({_listed(penalties)})")
    others = [one.choice for one in wrong]
    if len(right) == 1 and right[0].weight >= WHOLE:
        return making.single_choice(right[0].choice, others, in_order=in_order)
    return making.multiple_choice([o.choice for o in right], others, in_order=in_order)


def typed(
    making: Making, answers: Sequence[Weighted], *, exact: bool = False, stars: bool = True
) -> Item:
    """A few words to type; with `stars`, one stands for any text, one escaped for itself."""
    right: list[str] = []
    wrong: list[Choice] = []
    for one in _with_a_best(making, answers):
        text = without_stars(making, one) if stars else one.text
        if not flat(text):
            continue
        if one.weight >= WHOLE:
            right.append(text)
            making.explain(one.feedback)
            continue
        if one.weight > 0:
            share = percent(one.weight)
            making.lose(f"the {share} for “{flat(text)}”, which now counts as wrong")
        wrong.append(Choice(text, one.feedback))
    return making.short_answer(right, wrong, exact=exact)


def numbers(
    making: Making,
    answers: Sequence[WeightedNumber],
    unit: str = "",
    accept_units: Sequence[str] = (),
) -> Item:
    """A number to type."""
    answers = _with_a_best(making, answers)
    whole = [one for one in answers if one.weight >= WHOLE and one.value != "*"]
    if not whole:
        anything = any(one.weight >= WHOLE for one in answers)
        return making.refuse("any number is right" if anything else "no answer is right")
    right = whole[0]
    making.explain(right.feedback)
    for one in whole[1:]:
        making.lose(f"that {_number(one)} is right as well")
    for one in answers:
        if one.weight < WHOLE and one.weight > 0:
            making.lose(f"the {percent(one.weight)} for {_number(one)}, which now counts as wrong")
        elif one.weight <= 0 and one.feedback and not is_usual(one.feedback):
            making.lose(f"what is said of {_number(one)}: “{flat(one.feedback)}”")
    return making.numeric(right.value, _tolerance(right.tolerance), unit, accept_units)


def _with_a_best(making: Making, answers: Sequence[Answer]) -> Sequence[Answer]:
    """The answers; where none is worth everything, the best one is, and that is said."""
    best = max(answers, key=lambda one: one.weight, default=None)
    if best is None or best.weight >= WHOLE or best.weight <= 0:
        return answers
    name = best.value if isinstance(best, WeightedNumber) else flat(best.text)
    making.change(f"the best answer, “{name}”, was worth {percent(best.weight)} only")
    return [one._replace(weight=100.0) if one is best else one for one in answers]


def middle(low: str, high: str) -> tuple[str, str]:
    """The number in the middle of two, and how far off they are; as written if they are none."""
    try:
        first, last = Decimal(low), Decimal(high)
        found, off = (first + last) / 2, abs(last - first) / 2
    except InvalidOperation:
        return low, "0"
    return plain_number(found), plain_number(off)


def plain_number(value: Decimal) -> str:
    """Without an exponent and without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _tolerance(text: str) -> str:
    """Empty for none."""
    try:
        return text if Decimal(text) else ""
    except InvalidOperation:
        return text


def _number(one: WeightedNumber) -> str:
    if one.value == "*":
        return "any other number"
    return f"{one.value} ± {one.tolerance}" if _tolerance(one.tolerance) else one.value


def without_stars(making: Making, one: Weighted) -> str:
    """An answer with stars: any text alone is no answer; within one, the star goes."""
    if not any(star for _, star in _STAR.findall(one.text)):
        return one.text.replace("\\*", "*")
    if not flat(one.text.replace("*", "")):
        if one.weight >= WHOLE:
            making.lose("that any text is right (`*`)")
        elif one.feedback and not is_usual(one.feedback):
            making.lose(f"what is said of any other answer: “{flat(one.feedback)}”")
        return ""
    making.lose(f"the star of “{flat(one.text)}”, which stood for any text")
    return flat(_STAR.sub(lambda match: "*" if match[1] else " ", one.text))


def _tell_shares(making: Making, wrong: Sequence[Weighted]) -> None:
    """What wrong options of a single choice were worth."""
    partly = [one for one in wrong if one.weight > 0]
    minus = [one for one in wrong if one.weight < 0]
    if partly:
        making.lose(f"the part of the points for {_listed(partly)}, which now count as wrong")
    if minus:
        making.lose(f"the deductions for wrong options ({_listed(minus)})")


def _listed(options: Sequence[Weighted]) -> str:
    """Options with their weights, the first few."""
    told = [f"“{flat(one.text)[:40]}” {percent(one.weight)}" for one in options[:4]]
    return ", ".join([*told, "…"] if len(options) > 4 else told)
