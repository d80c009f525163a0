"""Passages that stand in a question's texts with their places, as `quiz export` writes them there.

What was exported with its proof and comes back finds its passages again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from quiz.core.documents.document import Document
from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.grounding.sources import grounded_source
from quiz.core.questions.options import Choice
from quiz.core.questions.question import Question
from quiz.core.questions.typed import Typed

OTHERWISE = "Another passage says otherwise: "
"""What stands before what disputes an answer."""

_CITATION = re.compile(r"“(?P<words>.+)” \(.+ › lines? \d+(?:–\d+)?(?: › page \d+)?\)")
_BREAKS = re.compile(r"\n{3,}")


def with_quoted(question: Question, documents: Mapping[str, Document]) -> Question:
    """The question with the passages that its texts quote as sources, and without the quotations.

    Only what stands in a document word for word, and once; everything else stays as it is.
    """
    if "› line" not in question.explanation and not isinstance(question, Choice | Typed):
        return question
    explanation, sources, disputes = _parted(question.explanation, documents)
    found: dict[str, object] = {"explanation": explanation}
    if sources:
        found["sources"] = sources
    if disputes:
        found["disputed_by"] = disputes
    if isinstance(question, Choice):
        found["distractors"] = tuple(_refuted(one, documents) for one in question.distractors)
    if isinstance(question, Typed):
        found["reject"] = tuple(_refuted(one, documents) for one in question.reject)
    return question.replaced(**found)


def _refuted(wrong: Distractor, documents: Mapping[str, Document]) -> Distractor:
    feedback, sources, _ = _parted(wrong.feedback, documents)
    return Distractor(wrong.text, feedback, sources) if sources else wrong


def _parted(
    text: str, documents: Mapping[str, Document]
) -> tuple[str, tuple[Source, ...], tuple[Source, ...]]:
    """A text without its quotations, what they quote, and what disputes the answer."""
    kept: list[str] = []
    sources: list[Source] = []
    disputes: list[Source] = []
    for line in text.split("\n") if "› line" in text else ():
        match = _CITATION.fullmatch(line.strip())
        source = _found(match["words"], documents) if match else None
        if source is None:
            kept.append(line)
            continue
        said = next((at for at in range(len(kept) - 1, -1, -1) if kept[at].strip()), -1)
        if said >= 0 and kept[said].startswith(OTHERWISE):
            note = kept[said].removeprefix(OTHERWISE)
            del kept[said:]
            disputes.append(source._replace(note=note))
        else:
            sources.append(source)
    if not sources and not disputes:
        return text, (), ()
    return _BREAKS.sub("\n\n", "\n".join(kept)).strip(), tuple(sources), tuple(disputes)


def _found(words: str, documents: Mapping[str, Document]) -> Source | None:
    for key, document in documents.items():
        source = Source(key, words)
        if grounded_source(document, source) is not None:
            return source
    return None
