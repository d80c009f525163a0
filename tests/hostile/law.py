"""A law: what must hold for every value of a kind; how it is tried, once or for minutes."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

BATCH = 200
"""Examples between two looks at the clock."""


@dataclass(frozen=True)
class Law:
    """`check` raises AssertionError for a value of `values` that breaks the law.

    `examples` are tried by `make test`.
    """

    name: str
    values: SearchStrategy[Any]
    check: Callable[[Any], None]
    examples: int = 40


@dataclass
class Tried:
    """How often a law was tried, and what broke it."""

    examples: int = 0
    failures: list[str] = field(default_factory=list)


def hold(law: Law, examples: int, tried: Tried | None = None) -> None:
    """Try a law; raises whatever breaks it, with the smallest example as a note."""

    def run(value: Any) -> None:
        if tried is not None:
            tried.examples += 1
        law.check(value)

    run.__name__ = re.sub(r"\W", "_", law.name)  # what the examples of the last run are kept by
    calm = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    calm(given(law.values)(run))()


def soak(law: Law, seconds: float) -> Tried:
    """Try a law for a time, or until it is broken."""
    tried, end = Tried(), time.monotonic() + seconds
    while time.monotonic() < end and not tried.failures:
        try:
            hold(law, BATCH, tried)
        except Exception as error:
            tried.failures.append("".join(traceback.format_exception(error, limit=-4)))
    return tried
