"""Wrong options of one kind from the same document, never one that another passage makes true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from quiz.core.checking.vocabulary import STOP_WORDS
from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.drafting.facts import Fact, Kind, facts
from quiz.core.text.normal_form import fold
from quiz.core.text.passages import Passage

MOST = 3
"""Wrong options of an offer."""
ALIKE = 0.4
"""The share of a sentence's content words from which on another one may say the same."""
_WORD = re.compile(r"\w[\w-]+")


class Peers:
    """The facts of a document by kind, and what else it says of them."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _facts(self) -> Mapping[tuple[Kind, str], list[str]]:
        found: dict[tuple[Kind, str], list[str]] = {}
        for sentence in sentences(self.document):
            for fact in facts(self.document, sentence):
                text = self.document.quote(fact.place)
                listed = found.setdefault((fact.kind, fact.unit), [])
                if text not in listed:
                    listed.append(text)
        return found

    @cached_property
    def _said(self) -> list[tuple[Passage, str, frozenset[str]]]:
        """Each sentence, folded, and its content words."""
        return [
            (one, fold(self.document.quote(one)), content(self.document.quote(one)))
            for one in sentences(self.document)
        ]

    def wrong(self, fact: Fact, sentence: Passage) -> list[str]:
        """Up to `MOST` others of its kind that could stand there, and would be wrong."""
        own = self.document.quote(fact.place)
        text = self.document.quote(sentence)
        found: list[str] = []
        for other in self._near(fact, own):
            if fold(other) in fold(text) or any(_alike(other, one) for one in (own, *found)):
                continue
            if not self.may_be_true(other, own, text, sentence):
                found.append(other)
            if len(found) == MOST:
                break
        return found

    def _near(self, fact: Fact, own: str) -> Iterator[str]:
        """Others of its kind, those of a like length first."""
        listed = self._facts.get((fact.kind, fact.unit), [])
        words = len(own.split())
        at = listed.index(own) if own in listed else 0
        ranked = sorted(
            enumerate(listed), key=lambda one: (abs(len(one[1].split()) - words), abs(one[0] - at))
        )
        return (text for _, text in ranked if text != own)

    def may_be_true(self, other: str, own: str, text: str, sentence: Passage) -> bool:
        """Whether another sentence has the other fact and much of what this one says besides."""
        wanted = content(text) - content(own)
        if not wanted:
            return True
        folded = fold(other)
        for place, said, words in self._said:
            if place == sentence or folded not in said:
                continue
            if len(wanted & words) >= ALIKE * len(wanted):
                return True
        return False


def content(text: str) -> frozenset[str]:
    """The words that say something, folded."""
    words = (fold(word) for word in _WORD.findall(text))
    return frozenset(word for word in words if len(word) > 3 and word not in STOP_WORDS)


def _alike(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    return a == b or a in b or b in a or a.rstrip("s") == b.rstrip("s")
