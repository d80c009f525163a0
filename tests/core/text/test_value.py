from __future__ import annotations

import re
from typing import ClassVar

import pytest

from quiz.core.text.value import Value


class Shape(Value):
    """What the tests inherit from."""

    name: str
    tags: tuple[str, ...] = ()


class Circle(Shape):
    """One field more."""

    radius: int
    sides: ClassVar[int] = 0


class Dot(Shape):
    """No field more."""


def circle(**fields: object) -> Circle:
    return Circle(**{"name": "o", "radius": 2, **fields})  # type: ignore[arg-type]


def test_a_value_has_the_fields_of_the_classes_above_it_first() -> None:
    assert circle(tags=("a",)).fields == {"name": "o", "tags": ("a",), "radius": 2}


def test_a_field_that_is_not_given_has_its_default() -> None:
    assert circle().tags == ()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, "['name', 'radius']"),
        ({"name": "o"}, "['radius']"),
        ({"name": "o", "radius": 2, "size": 3}, "['size']"),
        ({"radius": 2, "size": 3}, "['name', 'size']"),
        ({"name": "o", "radius": 2, "sides": 3}, "['sides']"),
    ],
)
def test_a_missing_or_unknown_field_is_refused(fields: dict[str, object], named: str) -> None:
    with pytest.raises(TypeError, match="Circle: missing or unknown " + re.escape(named)):
        Circle(**fields)  # type: ignore[arg-type]


def test_values_are_equal_by_class_and_fields() -> None:
    assert circle() == circle()
    assert hash(circle()) == hash(circle())
    assert len({circle(), circle(), circle(radius=3), circle(tags=("a",))}) == 3
    assert circle() != circle(radius=3)
    assert Shape(name="o") != Dot(name="o")
    assert circle() != ("o", (), 2)


def test_a_value_stays_as_it_is() -> None:
    found = circle()
    with pytest.raises(AttributeError, match="Circle is frozen: radius"):
        found.radius = 3  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Circle is frozen: radius"):
        del found.radius
    assert found.radius == 2


def test_a_value_shows_all_its_fields() -> None:
    assert repr(circle()) == "Circle(name='o', tags=(), radius=2)"
