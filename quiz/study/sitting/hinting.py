"""The hints of a question, from what proves its answer."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.core.questions.hints import Hint, hints
from quiz.core.questions.question import Question
from quiz.study.common.evidence import Evidence, Role


def hints_from(question: Question, evidence: Iterable[Evidence]) -> tuple[Hint, ...]:
    """Every hint there is, the gentlest first."""
    proofs = [e for e in evidence if e.role is Role.PROOF and e.passage]
    sections = [
        " › ".join((e.document.cited_title, *e.document.section_path(e.passage.start)))
        for e in proofs
        if e.document and e.passage
    ]
    return hints(question, "; ".join(dict.fromkeys(sections)), [e.source.exact for e in proofs])
