"""What an item of QTI 2 counts as right, by its declarations and, failing those, its rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from quiz.formats.bank.qti_names import attribute, every, first, said, simple_name
from quiz.formats.bank.xml import Element


@dataclass
class Response:
    """A response: the right values, and the points of each; of a number also the tolerance."""

    cardinality: str = ""
    kind: str = ""
    correct: list[str] = field(default_factory=list)
    points: dict[str, float] = field(default_factory=dict)
    exact: bool = False
    tolerance: str = ""

    @property
    def number(self) -> bool:
        """Whether a number is typed."""
        return self.kind in ("integer", "float")

    @property
    def rights(self) -> list[str]:
        """The values that count, the declared one first."""
        worth = [value for value, points in self.points.items() if points > 0]
        return list(dict.fromkeys((*self.correct, *worth)))


def responses_of(root: Element) -> dict[str, Response]:
    """Every response by its identifier."""
    found = {attribute(one, "identifier"): _declared(one) for one in _declarations(root)}
    for name, value in _compared(root):
        response = found.get(name)
        if response is not None and not response.correct and not response.points:
            response.correct.append(value)
            response.points.setdefault(value, 1.0)
    for one in every(root, "equal"):
        _tolerance(one, found)
    return found


def _declarations(root: Element) -> Iterator[Element]:
    return every(root, "responseDeclaration")


def _declared(element: Element) -> Response:
    right = first(element, "correctResponse")
    correct = [said(one) for one in every(right, "value")] if right is not None else []
    found = Response(attribute(element, "cardinality"), attribute(element, "baseType"), correct)
    cases = set()
    for entry in every(element, "mapEntry"):
        try:
            worth = float(attribute(entry, "mappedValue") or 0)
        except ValueError:
            continue
        found.points[attribute(entry, "mapKey")] = worth
        cases.add(attribute(entry, "caseSensitive").lower())
    if not any(worth > 0 for worth in found.points.values()):
        found.points.update(dict.fromkeys(correct, 1.0))
    found.exact = cases == {"true"}
    return found


def _compared(root: Element) -> Iterator[tuple[str, str]]:
    """What rules compare a response with, where that earns something."""
    rules = first(root, "responseProcessing")
    for rule in every(rules, "responseIf", "responseElseIf") if rules is not None else ():
        scores = [
            o for o in every(rule, "setOutcomeValue") if "SCORE" in attribute(o, "identifier")
        ]
        if not scores or said(scores[0]) in ("0", "0.0", "-1"):
            continue
        for one in every(rule, "match", "member", "stringMatch", "equal"):
            children = {simple_name(child): child for child in one}
            if "variable" in children and "baseValue" in children:
                yield attribute(children["variable"], "identifier"), said(children["baseValue"])


def _tolerance(element: Element, found: dict[str, Response]) -> None:
    name = next((attribute(one, "identifier") for one in every(element, "variable")), "")
    off = attribute(element, "tolerance").split()
    response = found.get(name)
    if response is None or not off or attribute(element, "toleranceMode") in ("", "exact"):
        return
    zero = not off[0].strip("0.")
    mark = "%" if attribute(element, "toleranceMode") == "relative" else ""
    response.tolerance = "" if zero else f"{off[0]}{mark}"
