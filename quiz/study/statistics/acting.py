"""What can be done about the figures of a page: each row leads to questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quiz.core.memory.daily_load import LEECH
from quiz.study.common.wish import STATE_WORDS, State, Wish
from quiz.study.statistics.certainty import certainty_figures
from quiz.study.statistics.recall import Recalled, recall_figures
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.sections import section_figures

MOST = 200


class Act(NamedTuple):
    """A row: what it is about, its figure, and what to ask: a wish, or one question by its uid."""

    text: str
    detail: str
    wish: Wish = Wish()
    question: str = ""


def acts(scope: Scope, page: str) -> list[Act]:
    """What a page of statistics names, the worst first; what fits every page comes first."""
    own = _PAGES.get(page)
    found = [*_states(page), *(own(scope) if own else ())]
    return found[:MOST]


def _states(page: str) -> Iterator[Act]:
    for state in _STATES.get(page, (State.MISSED, State.SLIPPING)):
        yield Act(f"All that {_ARE[state]}", "", Wish(states=(state,)))


_ARE = {
    State.DUE: "is due today",
    State.NEVER: "was never asked",
    State.MISSED: "was missed the last time",
    State.SLIPPING: "keeps slipping away",
    State.SURE_WRONG: f"was {STATE_WORDS[State.SURE_WRONG]}",
}
_STATES = {
    "Today": (State.DUE, State.NEVER, State.MISSED),
    "Recall": (),
    "Sections": (),
    "Memory": (State.SLIPPING, State.MISSED),
    "Certainty": (State.SURE_WRONG,),
}


def _recall(scope: Scope) -> Iterator[Act]:
    found = recall_figures(scope)
    ids = {entry.title: entry.id for entry in scope.entries}
    for row in found.tags:
        yield _row("Tag", row, Wish(tags=(row.name,)))
    for row in found.kinds:
        yield _row("Type", row, Wish(types=(row.name,)))
    for row in found.sets:
        yield _row("Set", row, Wish(sets=(ids[row.name],)))


def _sections(scope: Scope) -> Iterator[Act]:
    for row in section_figures(scope).sections:
        yield _row(row.within, row, Wish(sections=(row.name.rpartition(" › ")[2],)))


def _row(what: str, row: Recalled, wish: Wish) -> Act:
    share = row.rate.share
    percent = f"{round(100 * share)} %" if share is not None else ""
    return Act(f"{what}: {row.name}", f"{percent} of {row.rate.of}", wish)


def _slipping(scope: Scope) -> Iterator[Act]:
    rows = scope.workspace.history.leeches(LEECH)
    for row in rows:
        if row.question in scope.memories:
            detail = f"forgotten {row.memory.lapses} times"
            yield Act(_stem(scope, row.question), detail, question=row.question)


def _mistaken(scope: Scope) -> Iterator[Act]:
    for error in certainty_figures(scope).errors:
        uid = error.placed.question
        times = "once" if error.times == 1 else f"{error.times} times"
        yield Act(_stem(scope, uid), f"sure and wrong {times}", question=uid)


def _stem(scope: Scope, uid: str) -> str:
    return " ".join(scope.workspace.library.question(uid).stem.split())


_PAGES = {
    "Recall": _recall,
    "Sections": _sections,
    "Memory": _slipping,
    "Certainty": _mistaken,
}
