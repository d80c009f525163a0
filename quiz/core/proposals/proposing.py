"""Sources that may prove a question, the likest first: for its author to accept or to leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quiz.core.documents.document import Document
from quiz.core.grounding.selector import Selector, selector
from quiz.core.grounding.source import Source
from quiz.core.grounding.sources import find_source
from quiz.core.proposals.asked import asked
from quiz.core.proposals.ranking import Passages, Ranked
from quiz.core.questions.question import Question

MOST = 5
"""Proposals an author goes through; the proven passage is among the first three in 99 of 100."""


class Proposer:
    """Looks through documents, by the set's keys for them, for what proves questions."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._passages = Passages(documents)

    def proposals(self, question: Question, most: int = MOST) -> tuple[Source, ...]:
        """The sources that are likest to prove a question, the likest first."""
        found = self._passages.ranked(asked(question), most + 2)
        return tuple(source for one in found for source in self._source(one))[:most]

    def _source(self, ranked: Ranked) -> Iterator[Source]:
        """How to quote a passage, on one line where it is found that way; nothing for none."""
        document = self._documents[ranked.document]
        said = selector(document.text, ranked.passage, Selector(""))
        if said is None:
            return
        flat = Source(ranked.document, " ".join(said.exact.split()), said.prefix, said.suffix)
        located = find_source(document, flat)
        if located.grounded and located.passage == ranked.passage:
            yield flat
        else:
            yield flat._replace(exact=said.exact)
