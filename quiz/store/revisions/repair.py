"""Write sources anew where their passages stand now, and keep the lock in step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from quiz.core.grounding.selector import Selector, selector
from quiz.core.grounding.sources import respelled
from quiz.core.revisions.anchor import anchor
from quiz.core.revisions.result import Status
from quiz.core.text.passages import Passage
from quiz.store.revisions.cited import CitedSet, Found, read_cited, revised_around
from quiz.store.revisions.known_questions import known
from quiz.store.revisions.lock import Lock, Locked, text_hash, write_lock
from quiz.store.yaml.edit import AddKey, Change, SetValue, Where, edit_file

Accepted = Mapping[Where, Passage]
"""The passages that sources, named by where they stand in the file, are to point at."""


def rewritten(found: Found, passage: Passage) -> Selector | None:
    """What a source has to say to point at a passage; None where nothing tells it from others.

    One that quotes the document's words in another of its forms stays as it is.
    """
    quoted = found.cited.quoted
    if found.result.status is Status.EXACT:
        other = respelled(found.document, quoted)
        if other is not None and other.passage == passage:
            return quoted
    return selector(found.document.text, passage, found.cited.quoted)


def changes(found: Found, new: Selector) -> Iterator[Change]:
    """The changes of the file that make a source say this."""
    cited, after = found.cited, "exact"
    if new.exact != cited.quoted.exact:
        yield SetValue((*cited.where, "exact"), new.exact)
    for key in ("prefix", "suffix"):
        old, text = getattr(cited.quoted, key), getattr(new, key)
        if text != old and key in cited.given:
            yield SetValue((*cited.where, key), text)
        elif text and key not in cited.given:
            yield AddKey(cited.where, key, text, after)


def apply(cited: CitedSet, accepted: Accepted, others: Sequence[Change] = ()) -> tuple[Found, ...]:
    """Write the accepted sources (and `others`) into the set's file, all or none.

    Returns those that were written: of the rest nothing tells their passage from another one.
    Raises SetError.
    """
    edits = list(others)
    done: list[Found] = []
    for found in cited.found:
        passage = accepted.get(found.cited.where)
        new = rewritten(found, passage) if passage is not None else None
        if new is not None:
            edits += changes(found, new)
            done.append(found)
    if edits:
        edit_file(cited.path, cited.content, edits)
    return tuple(done)


def renew_lock(path: Path, root: Path, accepted: Accepted) -> bool:
    """Read the set again and `write_anchors`. Raises SetError."""
    return write_anchors(read_cited(path, root), accepted)


def write_anchors(cited: CitedSet, accepted: Accepted, forgotten: Collection[str] = ()) -> bool:
    """Write the lock anew for every source that is grounded now; whether it changed.

    Others keep what was known of them. `accepted` sources are where the author has said, and
    `forgotten` are ids of questions that are not known any more. Raises SetError.
    """
    hashes = {key: text_hash(document.file_text) for key, document in cited.documents.items()}
    lock: dict[str, Locked] = {}
    for found in sorted(cited.found, key=lambda found: found.cited.document):
        key, name = found.cited.key, found.cited.document
        place = _grounded(found, accepted.get(found.cited.where))
        if place is not None:
            kept = anchor(found.document.text, place)
            reading = found.document.rendered is not None
            revised = bool(revised_around(found.document, place))
            lock[key] = Locked(name, hashes[name], kept, reading, revised)
        elif key in cited.lock:
            lock[key] = cited.lock[key]
    before = {name: key for name, key in cited.questions.items() if name not in forgotten}
    questions = known(cited.tree, before) if lock or before else {}
    return write_lock(cited.path, _with_unreadable(cited, lock), questions)


def _grounded(found: Found, accepted: Passage | None) -> Passage | None:
    passage = accepted
    if passage is None and found.result.status is Status.EXACT:
        passage = found.result.passage
    if passage is None or rewritten(found, passage) != found.cited.quoted:
        return None
    return passage


def _with_unreadable(cited: CitedSet, lock: dict[str, Locked]) -> Lock:
    """Entries of documents that cannot be read at the moment stay."""
    kept = {k: v for k, v in cited.lock.items() if v.document not in cited.documents}
    return kept | lock
