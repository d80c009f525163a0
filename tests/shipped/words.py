"""The shipped sets, their documents, and content words cut to a common beginning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from quiz.core.questions.question import Question
from quiz.core.questions.question_set import QuestionSet
from quiz.core.text.normal_form import fold
from quiz.store.sets.reading import read_set
from tests import TOP

FOLDER = TOP / "questions" / "mesotherapy"
FILES = sorted(FOLDER.glob("*.yaml"))

BEGINNING = 8
"""Letters that words of one family share at least: pharmacology, pharmacological."""

_COMMON = """
    a about above according account action after again agent all allow alone also although an
    and another any are article as asked at be because been before behind being beside both
    bring but by call can cannot cause change come common complete concern course day denied
    depend dermatology describe did differ do doctor does down draw drug during each either
    electronic else end entry even every few field first following for from further gap get give
    go good great group had has have he her here high his how however if in into is it its just
    keep kind large last later lead leave less let level like line list long look made make
    makes many mean means measure mention mesotherapy method might more most much must name
    names need neither never next no non none nor not nothing now of off on once one only open
    opening or order other others otherwise out over own part passage patient place point
    possible problem put quality question quick rather right s said same say says second see
    seem sentence serve several short should shows since so some something sometimes speak
    speaks state substance such take tell than that the their them then there these they thing
    things third this those three through time to too traditional two up us use used using
    usually very was way well were what when where whether which while who whom whose why wide
    will with within without word words work would yet you your
""".split()  # noqa: SIM905
_NUMBERS = {"four": "4", "thirteen": "13", "twenty": "20", "thirty": "30", "ten": "10"}
_WORD = re.compile(r"[a-z]+|\d+")
_PLURAL = re.compile(r"(?<=\w{2})([^s])s$")
_ENDING = re.compile(r"(?<=\w{4})(?:ed|ing|ly|e)$")
_SENTENCE = re.compile(r"(?<=[.?!:;])\s+")


def stem(word: str) -> str:
    """A word without plural and ending; a number word as digits."""
    bare = _PLURAL.sub(r"\1", re.sub("ies$", "y", word))
    return _NUMBERS.get(bare) or _ENDING.sub("", bare)[:BEGINNING]


EVERYWHERE = 6
"""A word that stands so often in the documents, or more, is the subject of all: skin, needle."""
COMMON = {stem(word) for word in _COMMON}
"""Words too common in English, or in these sets, to tell anything by standing somewhere."""


def all_stems(text: str) -> list[str]:
    """Every word of a text, cut."""
    return [stem(word) for word in _WORD.findall(fold(text))]


def content(text: str) -> set[str]:
    """The content words of a text, cut."""
    return {cut for cut in all_stems(text) if not is_common(cut)}


def subjects(text: str) -> set[str]:
    """The words of a text that are the subject of all the documents."""
    return {cut for cut in all_stems(text) if document_stems()[cut] >= EVERYWHERE} - COMMON


def is_common(cut: str) -> bool:
    """Whether a cut word tells nothing by standing somewhere."""
    return cut in COMMON or document_stems()[cut] >= EVERYWHERE


def sentences(text: str) -> list[str]:
    """A text at its stops, colons and semicolons."""
    return [part for part in _SENTENCE.split(text) if part.strip()]


@cache
def document_text(name: str) -> str:
    """A document by the name that all three sets give it."""
    path = FOLDER / shipped()[0].documents[name]
    return path.read_text(encoding="utf-8")


@cache
def document_stems() -> Counter[str]:
    """How often each cut word stands in the documents."""
    return Counter(cut for name in shipped()[0].documents for cut in all_stems(document_text(name)))


@cache
def shipped() -> tuple[QuestionSet, ...]:
    """The three sets."""
    return tuple(_read(path) for path in FILES)


def questions() -> Iterator[tuple[str, Question]]:
    """Every question with `set/question`."""
    for each in shipped():
        for question in each.questions:
            yield f"{each.id}/{question.id}", question


def _read(path: Path) -> QuestionSet:
    whole = read_set(path).set
    assert whole is not None, path
    return whole
