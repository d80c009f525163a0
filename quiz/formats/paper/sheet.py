"""What is printed: a sheet with questions, answers, or both."""

from __future__ import annotations

from typing import NamedTuple

from quiz.formats.outgoing.laid_out import Laid
from quiz.formats.outgoing.remarks import Remark


class Asked(NamedTuple):
    """A question on paper. `room` says how it is answered there, `lines` how many to write on."""

    number: int
    laid: Laid
    points: int = 0
    room: str = ""
    lines: int = 0
    unit: str = ""


class Reasons(NamedTuple):
    """What is said of a wrong answer."""

    text: str
    said: tuple[Remark, ...]


class Entry(NamedTuple):
    """An answer in a key: `label` is the number of its question, in each variant."""

    label: str
    stem: str
    answer: tuple[str, ...]
    also: tuple[str, ...] = ()
    said: tuple[Remark, ...] = ()
    wrong: tuple[Reasons, ...] = ()
    points: int = 0


class Sheet(NamedTuple):
    """A document to print. `facts` stand below the title, `fields` are to be filled in."""

    title: str
    language: str
    subtitle: str = ""
    facts: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    about: str = ""
    asked: tuple[Asked, ...] = ()
    key: tuple[Entry, ...] = ()
