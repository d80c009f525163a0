"""The questions of a paper exam, drawn as those of an exam on screen are."""

from __future__ import annotations

from random import Random

from quiz.core.documents.document import Passage
from quiz.core.exams.paper import Eligible, draw
from quiz.core.sessions.selection import Candidate
from quiz.formats.outgoing.bank import Bank
from quiz.study.common.evidence import Documents, Role, evidence


def drawn(library: Documents, bank: Bank, count: int, seed: int) -> Bank:
    """The bank with so many of its questions, in proportion to documents and tags.

    Equal seeds draw equal ones, as long as the set stays as it is.
    """
    if not 0 < count < len(bank.questions):
        return bank
    pool = []
    for out in bank.questions:
        sources = out.question.sources
        found = [evidence(library, bank.head.id, source, Role.PROOF) for source in sources]
        passages: list[tuple[str, Passage]] = [
            (one.source.document, one.passage) for one in found if one.passage is not None
        ]
        document = sources[0].document if sources else ""
        candidate = Candidate(out.question.id, tuple(passages))
        pool.append(Eligible(candidate, document, next(iter(out.question.tags), "")))
    chosen = set(draw(pool, count, Random(f"{seed}/paper")))
    return bank._replace(questions=tuple(o for o in bank.questions if o.question.id in chosen))
