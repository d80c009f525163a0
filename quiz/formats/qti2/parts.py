"""Small pieces of QTI 2.1."""

from __future__ import annotations

from quiz.formats.outgoing.xml import escaped, tag

RESPONSE = "RESPONSE"
FEEDBACK = "FEEDBACK"
GENERAL = "GENERAL"


def value(text: str) -> str:
    """A value of a variable."""
    return tag("value", escaped(text))


def base(kind: str, text: str) -> str:
    """A value in a rule."""
    return tag("baseValue", escaped(text), baseType=kind)


def variable(name: str) -> str:
    """What a variable holds."""
    return tag("variable", identifier=name)


def declared(name: str, cardinality: str, kind: str, *inside: str) -> str:
    """A response."""
    about = {"identifier": name, "cardinality": cardinality, "baseType": kind}
    return tag("responseDeclaration", *inside, **about)


def right(*texts: str) -> str:
    """The right response."""
    return tag("correctResponse", *map(value, texts))


def points(entries: dict[str, str], *, exact: bool | None = None) -> str:
    """What each part of a response earns; `exact` says whether capitals count, of typed words."""
    case = {} if exact is None else {"caseSensitive": str(exact).lower()}
    rows = (
        tag("mapEntry", mapKey=key, mappedValue=worth, **case) for key, worth in entries.items()
    )
    return tag("mapping", *rows, lowerBound="0", upperBound="1", defaultValue="0")


def when(condition: str, *then: str) -> str:
    """A rule."""
    return tag("responseCondition", tag("responseIf", condition, *then))


def score(expression: str) -> str:
    """Give points."""
    return tag("setOutcomeValue", expression, identifier="SCORE")


def one_point() -> str:
    """All points."""
    return score(base("float", "1"))


def matches(name: str = RESPONSE) -> str:
    """The response is the right one."""
    return tag("match", variable(name), tag("correct", identifier=name))


def mapped(name: str = RESPONSE) -> str:
    """The points of a response."""
    return tag("mapResponse", identifier=name)
