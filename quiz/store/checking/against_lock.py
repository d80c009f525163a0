"""What the lock beside a set knows that its text no longer says."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.checking.findings import Notice, Spot
from quiz.core.grounding.selector import Selector
from quiz.core.grounding.source import Source
from quiz.store.files.shown import shown
from quiz.store.revisions.known_questions import answered, gone, left
from quiz.store.revisions.lock import LockFile, source_key, text_hash
from quiz.store.yaml.nodes import Node


def against_lock(tree: Node | None, set_id: str, lock: LockFile) -> Iterator[Notice]:
    """Answers that left their sources, and questions that are gone or have another id."""
    for one in left(tree, lock.questions):
        keys = ", ".join(shown(key) for key in one.keys)
        message = f"its sources said {keys}, and do not any more"
        hint = "does the answer still hold? mend it, or quote the passage that proves it"
        yield Notice("answer-left-source", Spot(one.question), message, hint)
    fresh = [one.question for one in answered(tree) if one.question not in lock.questions]
    for name in gone(tree, lock.questions):
        new = fresh[0] if len(fresh) == 1 else "NEW"
        message = f"the question {shown(name)} is no longer in this set"
        hint = f"has it another id now? `quiz rename {set_id}/{name} {new}` takes its answers along"
        yield Notice("question-gone", Spot("", ("id",)), message, hint)


def document_changed(source: Source, document_text: str, lock: LockFile) -> bool:
    """Whether a source stood in an earlier state of its document, as far as the lock knows."""
    quoted = Selector(source.exact, source.prefix, source.suffix)
    locked = lock.sources.get(source_key(source.document, quoted))
    return locked is not None and locked.hash != text_hash(document_text)
