"""How much of its documents a set asks about."""

from __future__ import annotations

from quiz.core.document import Passage
from quiz.core.locate import locate
from quiz.core.question import question_uid
from quiz.core.sentences import sentences
from quiz.errors import QuizError
from quiz.store.library import Entry, Library


def coverage(library: Library, entry: Entry) -> float | None:
    """The share (0 to 1) of the documents' sentences that a question stands on.

    None when a document cannot be read or there is no sentence. Disputing passages do not count.
    """
    asked = _passages(library, entry)
    total = covered = 0
    for key in entry.documents:
        try:
            document = library.document(entry.id, key)
        except QuizError:
            return None
        for sentence in sentences(document):
            total += 1
            covered += any(sentence.overlaps(passage) for passage in asked.get(key, ()))
    return covered / total if total else None


def _passages(library: Library, entry: Entry) -> dict[str, list[Passage]]:
    uids = [question_uid(entry.id, row.id) for row in entry.index]
    found: dict[str, list[Passage]] = {}
    for question in library.questions(uids).values():
        for source in question.sources:
            try:
                text = library.document(entry.id, source.document).text
            except QuizError:
                continue
            located = locate(text, source.exact, source.prefix, source.suffix)
            if located.grounded and located.passage is not None:
                found.setdefault(source.document, []).append(located.passage)
    return found
