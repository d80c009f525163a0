"""The learner's own notes, bookmarks and highlights: written, and found again where they belong."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quiz.core.documents.document import Document, Passage
from quiz.core.memory.records import BOOKMARK, GONE, HIGHLIGHT, NOTE, Note
from quiz.errors import QuizError
from quiz.store.history.uids import new_uid
from quiz.study.common.evidence import Evidence
from quiz.study.common.workspace import Workspace

AROUND = 64
"""Characters kept on either side of a passage."""

MAX_NOTE = 20_000
"""Characters of a note."""


class Placed(NamedTuple):
    """A note on a passage, and where that stands now: None when it is not to be found for sure.

    `changed`: its words are others than those that were marked.
    """

    note: Note
    document: Document
    passage: Passage | None
    changed: bool = False


def write_note(workspace: Workspace, uid: str, text: str) -> bool:
    """Keep the note on a question in place of its last one, removed without words; True."""
    keep_text(workspace, note_on(workspace, uid), Note("", 0, NOTE, question=uid), text)
    return True


def keep_text(workspace: Workspace, old: Note | None, fresh: Note, text: str) -> bool:
    """Keep words for a note: a new one, or a state of an old one that ends without words. True."""
    text = text.strip()[:MAX_NOTE]
    if old is None and text:
        now = workspace.now_ms()
        workspace.history.keep_note(fresh._replace(uid=new_uid(now), at_ms=now, text=text))
    elif old is not None and not text:
        remove(workspace, old)
    elif old is not None and text != old.text:
        kind = NOTE if old.kind == HIGHLIGHT else old.kind
        at = max(workspace.now_ms(), old.at_ms + 1)
        workspace.history.keep_note(old._replace(at_ms=at, kind=kind, text=text))
    return True


def remove(workspace: Workspace, note: Note) -> bool:
    """Take a note away, its words too; no older copy brings it back. True."""
    at = max(workspace.now_ms(), note.at_ms + 1)
    workspace.history.keep_note(Note(note.uid, at, GONE))
    return True


def note_on(workspace: Workspace, uid: str) -> Note | None:
    """The note on a question; of several (written on two machines) the latest."""
    notes = workspace.history.notes(uid)
    found = [note for note in notes if note.question == uid and note.kind == NOTE]
    return max(found, key=lambda note: note.at_ms, default=None)


def bookmark(workspace: Workspace, uid: str) -> bool:
    """Bookmark a question, or take its bookmark away; whether it has one now."""
    notes = workspace.history.notes(uid)
    old = [note for note in notes if note.question == uid and note.kind == BOOKMARK]
    for note in old:
        remove(workspace, note)
    if not old:
        now = workspace.now_ms()
        workspace.history.keep_note(Note(new_uid(now), now, BOOKMARK, question=uid))
    return not old


def on_passage(name: str, document: Document, passage: Passage, kind: str) -> Note:
    """A note that is not kept yet on a passage of a document (`set/key`)."""
    from quiz.core.revisions.anchor import anchor

    kept = anchor(document.text, passage)
    around = {
        "before": kept.before,
        "after": kept.after,
        "offset": kept.offset,
        "occurrences": kept.occurrences,
        "length": kept.length,
        "word": kept.word,
    }
    told = json.dumps(around, ensure_ascii=False)
    return Note("", 0, kind, "", name, document.quote(passage), told)


def mark(workspace: Workspace, fresh: Note) -> bool:
    """Keep a highlight or a bookmark on a passage; True."""
    now = workspace.now_ms()
    workspace.history.keep_note(fresh._replace(uid=new_uid(now), at_ms=now))
    return True


def place_of(document: Document, note: Note) -> Placed:
    """Where the passage of a note stands now: where it stood, else followed as sources are.

    Another passage is never taken for it: in doubt there is none.
    """
    known = json.loads(note.anchor or "{}")
    at, text = known.get("offset", -1), document.text
    before, after = str(known.get("before", "")), str(known.get("after", ""))
    if isinstance(at, int) and at >= 0 and text.startswith(note.exact, at):
        end = at + len(note.exact)
        if text[max(0, at - AROUND) : at] == before and text[end : end + AROUND] == after:
            return Placed(note, document, Passage(at, end))
    return _followed(document, note, before, after, known)


def _followed(
    document: Document, note: Note, before: str, after: str, known: dict[str, object]
) -> Placed:
    from quiz.core.revisions.anchor import Anchor
    from quiz.core.revisions.reanchor import reanchor
    from quiz.core.revisions.result import Status

    numbers = [known.get(name) for name in ("offset", "occurrences", "length", "word")]
    whole = [one if isinstance(one, int) else 0 for one in numbers]
    offset, times, length, word = whole
    held = Anchor(before, after, offset, times, length, word) if known else None
    found = reanchor(document.text, note.exact, "", "", held)
    if found.passage is None or found.status not in (Status.EXACT, Status.MOVED, Status.CHANGED):
        return Placed(note, document, None)
    return Placed(note, document, found.passage, document.quote(found.passage) != note.exact)


def placed_notes(workspace: Workspace, document: Document) -> list[Placed]:
    """The notes on passages of a document, whichever set names it, in the order of the text."""
    here = os.path.realpath(document.path)
    notes = [note for note in workspace.history.notes("") if note.document]
    paths = {name: path_of(workspace, name) for name in {note.document for note in notes}}
    found = [place_of(document, note) for note in notes if paths[note.document] == here]
    return sorted(found, key=lambda one: one.passage.start if one.passage else len(document.text))


def name_of(workspace: Workspace, document: Document) -> str:
    """A document as notes name it: a set and its key there, '' without one.

    Of several sets the one with the fewest documents: it is most about this one.
    """
    here = os.path.realpath(document.path) if document.path else ""
    sound = [entry for entry in workspace.library.sets if entry.ok and here]
    for entry in sorted(sound, key=lambda entry: len(entry.documents)):
        for key in entry.documents:
            if path_of(workspace, f"{entry.id}/{key}") == here:
                return f"{entry.id}/{key}"
    return ""


def path_of(workspace: Workspace, name: str) -> str:
    """The file of a document named `set/key`; '' when it is not here."""
    set_id, _, key = name.partition("/")
    try:
        entry = workspace.library.entry(set_id)
    except QuizError:
        return ""
    file = entry.documents.get(key)
    return os.path.realpath(entry.path.parent / file) if file is not None else ""


def own_lines(workspace: Workspace, uid: str, shown: Sequence[Evidence]) -> tuple[str, ...]:
    """What the learner noted on a question and on the passages that are shown with it.

    Nothing where the notes cannot be read: a verdict does not wait for them.
    """
    try:
        return _own_lines(workspace, uid, shown)
    except QuizError:
        return ()


def _own_lines(workspace: Workspace, uid: str, shown: Sequence[Evidence]) -> tuple[str, ...]:
    notes = workspace.history.notes(uid)
    if not notes:
        return ()
    said = [note.text for note in notes if note.question == uid and note.text]
    if any(note.question == uid and note.kind == BOOKMARK for note in notes):
        said.append("bookmarked.")
    if any(note.document for note in notes):
        said += dict.fromkeys(_beside(workspace, shown))
    return tuple(said)


def _beside(workspace: Workspace, shown: Sequence[Evidence]) -> Iterator[str]:
    for document in _documents(shown):
        passages = [one.passage for one in shown if one.document is document and one.passage]
        for placed in placed_notes(workspace, document):
            here = placed.passage
            if here is not None and any(here.overlaps(passage) for passage in passages):
                yield placed.note.text or f"marked: “{' '.join(placed.note.exact.split())}”"


def _documents(shown: Iterable[Evidence]) -> list[Document]:
    found: list[Document] = []
    for one in shown:
        if one.document is not None and one.document not in found:
            found.append(one.document)
    return found
