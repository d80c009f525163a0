"""Filters in a search: `set:bread tag:yeast is:missed` beside the words that are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quiz.core.text.normal_form import fold
from quiz.study.common.pool import Pool
from quiz.study.common.set_aside import resting
from quiz.study.common.wish import State, Wish

FILTERS = ("set", "tag", "section", "type", "is")
ASIDE = "aside"
STATES = (*(state.value for state in State), ASIDE)
_ALSO = {"wrong": State.MISSED, "new": State.NEVER, "bookmarked": State.NOTED, "suspended": ASIDE}
_FILTER = re.compile(rf"(?<!\S)({'|'.join(FILTERS)}):(\"[^\"]*\"?|“[^”]*”?|[^\s\"“]*)", re.I)
_FIELDS = {"set": "sets", "tag": "tags", "section": "sections", "type": "types"}


class Filter(NamedTuple):
    """One of FILTERS, and what was typed behind it."""

    name: str
    value: str


class Asked(NamedTuple):
    """A search taken apart: its words, and its filters."""

    words: str
    filters: tuple[Filter, ...] = ()


def asked(typed: str) -> Asked:
    """Take a search apart; filters without a value yet are left out."""
    found = tuple(
        Filter(match[1].lower(), match[2].strip('"“”').strip()) for match in _FILTER.finditer(typed)
    )
    words = " ".join(_FILTER.sub(" ", typed).split())
    return Asked(words, tuple(one for one in found if one.value))


class Allowed(NamedTuple):
    """What filters let through: questions, sets for passages (None: no passages), and what is odd.

    `note` names a filter that nothing fits.
    """

    questions: tuple[str, ...]
    sets: frozenset[str] | None
    note: str = ""


def allowed(pool: Pool, filters: Iterable[Filter]) -> Allowed:
    """What the filters mean: of two of one name either will do, of two names both must hold."""
    found: dict[str, list[str]] = {}
    note, aside = "", False
    for one in filters:
        values = list(_values(pool, one))
        aside |= one.name == "is" and ASIDE in values
        if not values:
            note = note or f"there is no {_NAMES.get(one.name, one.name)} “{one.value}”"
        found.setdefault(_FIELDS.get(one.name, "states"), []).extend(values or [one.value])
    names = {field: tuple(found.get(field, ())) for field in ("sets", "tags", "sections", "types")}
    states = tuple(State(v) for v in found.get("states", ()) if v in set(State))
    wish = Wish(**names, states=states)
    nothing = "states" in found and not states
    questions = () if nothing else tuple(pool.chosen(wish))
    if aside:
        questions += tuple(resting(pool.workspace))
    only_sets = set(found) <= {"sets"}
    return Allowed(questions, frozenset(wish.sets) if only_sets else None, note)


_NAMES = {"is": "state"}


def _values(pool: Pool, one: Filter) -> Iterator[str]:
    """The values that a filter means: as they are, else those that begin so."""
    known = dict(_known(pool, one.name))
    wanted = fold(one.value)
    exact = [value for text, value in known.items() if text == wanted]
    begun = [value for text, value in known.items() if text.startswith(wanted)]
    within = [v for t, v in known.items() if any(w.startswith(wanted) for w in t.split())]
    yield from dict.fromkeys(exact or begun or within)


def _known(pool: Pool, name: str) -> Iterator[tuple[str, str]]:
    """What can stand behind a filter, folded, and the value that it means."""
    if name == "is":
        yield from ((state, state) for state in STATES)
        yield from _ALSO.items()
    elif name == "set":
        for entry in pool.entries:
            yield fold(entry.id), entry.id
            yield fold(entry.title), entry.id
    else:
        field = _FIELDS[name]
        yield from ((fold(value), value) for value in pool.known(field))
