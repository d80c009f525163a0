"""What a newer state of sets changes for those who learn them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from quiz.core.questions.question import Question
from quiz.core.questions.question_set import QuestionSet
from quiz.store.sharing.parcel import Parcel

_LONGEST = 60


class Kind(StrEnum):
    """What became of a question."""

    NEW = "new"
    GONE = "gone"
    ANEW = "starts anew"
    REWORDED = "reworded"


class Change(NamedTuple):
    """A question that is not as it was, and why."""

    set: str
    question: str
    kind: Kind
    why: str = ""


def changes(old: Parcel, new: Parcel) -> Iterator[Change]:
    """Every question that came, went, or is not what it was; by set."""
    before, after = _by_id(old), _by_id(new)
    for name in dict.fromkeys((*after, *before)):
        yield from _of_set(name, before.get(name), after.get(name))


def _by_id(parcel: Parcel) -> Mapping[str, QuestionSet]:
    return {one.id: one for one in parcel.sets.values()}


def _of_set(name: str, old: QuestionSet | None, new: QuestionSet | None) -> Iterator[Change]:
    before = {one.id: one for one in old.questions} if old is not None else {}
    after = {one.id: one for one in new.questions} if new is not None else {}
    for question_id, question in after.items():
        if question_id not in before:
            yield Change(name, question_id, Kind.NEW)
        else:
            yield from _between(name, before[question_id], question)
    for question_id in before:
        if question_id not in after:
            why = "its answers stay in the history"
            yield Change(name, question_id, Kind.GONE, why)


def _between(name: str, old: Question, new: Question) -> Iterator[Change]:
    if old.type != new.type:
        why = f"it was {old.type} and is {new.type}"
        yield Change(name, new.id, Kind.ANEW, why)
    elif old.key_hash != new.key_hash:
        why = f"its answer was “{_key(old)}” and is “{_key(new)}”"
        yield Change(name, new.id, Kind.ANEW, why)
    elif old.content_hash != new.content_hash:
        yield Change(name, new.id, Kind.REWORDED, "what was learned stays")


def _key(question: Question) -> str:
    text = "; ".join(question.key)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
