"""How much of their documents sets ask about."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.documents.coverage import Coverage, cover
from quiz.core.documents.document import Document, Passage
from quiz.core.grounding.source import Source
from quiz.core.grounding.sources import find_source
from quiz.core.questions.question_set import NotAsked, question_uid
from quiz.errors import QuizError
from quiz.store.library.library import Entry, Library


def coverage(library: Library, entry: Entry) -> float | None:
    """The share (0 to 1) of the documents' sentences that a question stands on.

    None when a document cannot be read or there is nothing to ask. Disputing passages do not
    count, nor do sentences that are left out on purpose.
    """
    try:
        shares = [found.share for found in document_coverage(library, [entry])]
    except QuizError:
        return None
    total = sum(share.total for share in shares)
    return sum(share.asked for share in shares) / total if total else None


def document_coverage(library: Library, entries: Sequence[Entry]) -> tuple[Coverage, ...]:
    """Each document of these sets with what they ask of it; questions by uid if sets are several.

    Sources that are not grounded are left out, and so are documents that only disprove distractors
    or dispute answers. Raises QuizError for a document that cannot be read.
    """
    laid: dict[str, _Laid] = {}
    for entry in entries:
        _lay(library, entry, laid, named=len(entries) > 1)
    return tuple(
        cover(one.document, one.asked, one.left_out)
        for one in laid.values()
        if one.asked or one.left_out or not one.disputing
    )


class _Laid:
    """A document and the passages of it that are asked, left out, or only disputing."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.asked: list[tuple[str, Passage]] = []
        self.left_out: list[tuple[str, Passage]] = []
        self.disputing = False

    def note(self, found: list[tuple[str, Passage]], name: str, source: Source | NotAsked) -> None:
        located = find_source(self.document, source)
        if located.grounded and located.passage is not None:
            found.append((name, located.passage))


def _lay(library: Library, entry: Entry, laid: dict[str, _Laid], *, named: bool) -> None:
    documents = {key: library.document(entry.id, key) for key in entry.documents}
    own = {key: laid.setdefault(found.path, _Laid(found)) for key, found in documents.items()}
    uids = [question_uid(entry.id, row.id) for row in entry.index]
    for uid, question in library.questions(uids).items():
        for source in question.sources:
            if found := own.get(source.document):
                found.note(found.asked, uid if named else question.id, source)
        for source in question.disputed_by:
            if found := own.get(source.document):
                found.disputing = True
    for one in entry.not_asked:
        if found := own.get(one.document):
            found.note(found.left_out, one.reason, one)
            found.left_out[-1:] = [
                (reason, found.document.whole(passage)) for reason, passage in found.left_out[-1:]
            ]
