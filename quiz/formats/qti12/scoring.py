"""What an item of QTI 1.2 counts as right, and what it says to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from quiz.formats.bank.qti_names import simple_name
from quiz.formats.bank.xml import Element

_WHOLE = 100.0


@dataclass
class Scoring:
    """By response and value the points it earns; ranges of numbers; feedback by response and value.

    `general`, `correct` and `incorrect` are what everybody is told, who is right, who is wrong.
    """

    points: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    ranges: list[tuple[str, str, float]] = field(default_factory=list)
    orders: list[list[str]] = field(default_factory=list)
    feedback: dict[tuple[str, str], str] = field(default_factory=dict)
    general: list[str] = field(default_factory=list)
    correct: list[str] = field(default_factory=list)
    incorrect: list[str] = field(default_factory=list)
    unclear: bool = False

    def right(self, response: str) -> list[str]:
        """The values that earn something, in their order."""
        return [value for value, worth in self.points[response].items() if worth > 0]


def scoring_of(item: Element) -> Scoring:
    """What the rules of an item come to."""
    found = Scoring()
    for rule in item.iter("respcondition"):
        _read_rule(rule, found)
    return found


def _read_rule(rule: Element, found: Scoring) -> None:
    condition = next(rule.iter("conditionvar"), None)
    if condition is None:
        return
    equal = list(_equal(condition))
    worth = _worth(rule, equal)
    links = [one.get("linkrefid", "") for one in rule.iter("displayfeedback")]
    if worth is not None:
        _score(condition, equal, worth, found)
        if worth > 0:
            found.correct += links
        elif not equal:
            found.incorrect += links
    elif len(equal) == 1 and not _negated(condition):
        for link in links:
            found.feedback[equal[0]] = link
    elif not equal:
        wrong = ("incorrect" in link or "wrong" in link for link in links)
        for link, bad in zip(links, wrong, strict=True):
            (found.incorrect if bad else found.general).append(link)
    else:
        found.incorrect += links


def _score(condition: Element, equal: list[tuple[str, str]], worth: float, found: Scoring) -> None:
    low, high = _bound(condition, "vargte", "vargt"), _bound(condition, "varlte", "varlt")
    if low or high:
        found.ranges.append((low, high, worth))
    ordered = [one for one in _plain(condition) if one.get("index")]
    if ordered and worth > 0:
        by_index = sorted(ordered, key=lambda one: int(one.get("index", "0") or 0))
        found.orders.append([_text(one) for one in by_index])
    for response, value in equal:
        before = found.points[response].get(value, 0.0)
        found.points[response][value] = before + worth if before <= 0 or worth < 0 else before
    if any(
        simple_name(one) in ("varsubstring", "varinside", "varsubset") for one in condition.iter()
    ):
        found.unclear = True


def _worth(rule: Element, equal: list[tuple[str, str]]) -> float | None:
    """What a rule sets the score to, or adds; None for one that only shows something."""
    for one in rule.iter("setvar"):
        text = _text(one)
        if text.upper().startswith("SCORE.MAX"):
            return _WHOLE
        try:
            value = float(text.replace(",", ".") or 0)
        except ValueError:
            continue
        if one.get("action", "").lower() == "subtract":
            value = -value
        return value
    if rule.get("title", "").lower() == "correct" and equal:
        return _WHOLE
    return None


def _bound(condition: Element, *names: str) -> str:
    return next((_text(one) for name in names for one in condition.iter(name)), "")


def _equal(condition: Element) -> Iterator[tuple[str, str]]:
    return ((one.get("respident", ""), _text(one)) for one in _plain(condition))


def _plain(condition: Element) -> Iterator[Element]:
    """What has to be equal, without what must not be."""
    for child in condition:
        name = simple_name(child)
        if name == "varequal":
            yield child
        elif name in ("and", "or"):
            yield from _plain(child)


def _negated(condition: Element) -> bool:
    return any(simple_name(one) == "not" for one in condition.iter())


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
