"""Which questions a learner chooses, due or not: by what they are and how it went so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How it went with a question so far."""

    DUE = "due"
    MISSED = "missed"
    SLIPPING = "slipping"
    SURE_WRONG = "sure-wrong"
    NEVER = "never"
    FLAGGED = "flagged"
    NOTED = "noted"


STATE_WORDS: Mapping[State, str] = {
    State.DUE: "due today",
    State.MISSED: "missed the last time",
    State.SLIPPING: "keep slipping away",
    State.SURE_WRONG: "wrong though you were sure, and not right since",
    State.NEVER: "never asked",
    State.FLAGGED: "flagged for the author",
    State.NOTED: "with a note or bookmark of yours",
}


class Wish(NamedTuple):
    """Questions of any of the sets, with any of the tags, in any of the sections, of any of the
    types, and in any of the states; what is empty chooses nothing out.
    """

    sets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    states: tuple[State, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether it chooses at all."""
        return any(self)

    def toggled(self, field: str, value: str) -> Wish:
        """The same with a value more, or less if it was there."""
        now: tuple[str, ...] = getattr(self, field)
        values = tuple(v for v in now if v != value) if value in now else (*now, value)
        return self._replace(**{field: values})  # type: ignore[arg-type]  # of the field's type

    def options(self) -> dict[str, object]:
        """As the options of `quiz study`, those of nothing too."""
        lists = {"tag": self.tags, "section": self.sections, "type": self.types}
        flags = {state.replace("-", "_"): state in self.states for state in State}
        return {**{name: list(values) for name, values in lists.items()}, **flags}

    def dump(self) -> str:
        """As JSON text."""
        return json.dumps(self.data(), ensure_ascii=False)

    def data(self) -> dict[str, list[str]]:
        """As JSON values, without what is empty."""
        return {name: [str(v) for v in values] for name, values in self._asdict().items() if values}


def load_wish(data: object) -> Wish:
    """Read one back, from JSON text or values; what is unknown is left out."""
    if isinstance(data, str):
        try:
            data = json.loads(data)
        except ValueError:
            data = {}
    found = data if isinstance(data, Mapping) else {}
    lists = {name: found.get(name) for name in Wish._fields}
    texts = {
        name: tuple(str(one) for one in values) if isinstance(values, list | tuple) else ()
        for name, values in lists.items()
    }
    known = {state.value for state in State}
    states = tuple(State(one) for one in texts.pop("states") if one in known)
    return Wish(**texts, states=states)


def wish_text(wish: Wish, titles: Mapping[str, str]) -> str:
    """It in words, for a title; `titles` are those of sets by id."""
    parts = [", ".join(titles.get(one, one) for one in wish.sets)]
    parts += [", ".join(part) for part in (wish.tags, wish.sections, wish.types)]
    parts += [" or ".join(STATE_WORDS[state] for state in wish.states)]
    return " · ".join(part for part in parts if part) or "All questions"
