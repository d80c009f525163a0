"""What the history keeps: a review, a flag, a session. Frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

STUDY = "study"
CRAM = "cram"
"""The kind of session that leaves the schedule as it is."""
EXAM = "exam"
"""The kind without verdicts until it is submitted; right answers move only what is due."""


ASIDE = "aside"
"""The option of a session that is held beside an older one."""


class Review(NamedTuple):
    """One graded response, kept for ever.

    `uid` is a UUIDv7, `at_ms` are milliseconds since 1970 in UTC, `offset_min` is how far the
    learner's clock stood from UTC in minutes, `day` is the study day (`date.toordinal`).
    `question` is `set/question`; `key_hash` digests its right answer, `content_hash` all of it.
    `attempt` counts from 0 within the session. `response` is JSON text. `hints` counts every help
    taken, one for having looked it up. `parameters` is the digest of the scheduler's parameters.
    `scheduled` is False when the answer moves no memory.
    """

    uid: str
    at_ms: int
    offset_min: int
    day: int
    question: str
    key_hash: str
    content_hash: str
    session: str
    attempt: int
    response: str
    verdict: str
    confidence: str
    hints: int
    duration_ms: int
    rating: int
    scheduled: bool
    algorithm: str
    parameters: str

    @property
    def right_at_once(self) -> bool:
        """Right at the first try and without help: what that means in every figure."""
        return self.attempt == 0 and self.verdict == "correct" and not self.hints


class Flag(NamedTuple):
    """A learner's remark on a question for its author; `line` counts from 1, 0 when unknown."""

    uid: str
    at_ms: int
    question: str
    comment: str
    path: str = ""
    line: int = 0


FOR_GOOD = 803_000
"""The study day of what is not to be asked any more."""


class Suspension(NamedTuple):
    """A question set aside at a moment: it is asked again from study day `until` on, 0 for now."""

    question: str
    at_ms: int
    until: int


NOTE, BOOKMARK, HIGHLIGHT, GONE = "note", "bookmark", "highlight", "gone"
NOTE_KINDS = (NOTE, BOOKMARK, HIGHLIGHT, GONE)


class Note(NamedTuple):
    """What a learner wrote or marked, at a question (`set/question`) or in a document (`set/key`).

    `exact` are the passage's words, `anchor` is the JSON of what stood around them. `at_ms` is when
    it was last changed. GONE is what was removed, without its words: no older copy brings it back.
    """

    uid: str
    at_ms: int
    kind: str
    question: str = ""
    document: str = ""
    exact: str = ""
    anchor: str = ""
    text: str = ""


class SavedSelection(NamedTuple):
    """A choice of questions by its name: `wish` is its JSON, '' once it is removed."""

    uid: str
    at_ms: int
    name: str
    wish: str


class SessionRecord(NamedTuple):
    """A session as it is kept, enough to go on at the same question with the same options.

    `kind` is STUDY, CRAM or EXAM, `plan` names questions in the order they were chosen, `options`
    is what was asked for (JSON values), `draft` is the JSON of a half-given answer ('' if none),
    `finished_ms` is None while the session can be resumed.
    """

    uid: str
    kind: str
    started_ms: int
    day: int
    title: str
    seed: int
    plan: tuple[str, ...]
    options: Mapping[str, object] = MappingProxyType({})
    draft: str = ""
    finished_ms: int | None = None

    @property
    def aside(self) -> bool:
        """Whether it was begun beside an older session; it is over when it is left."""
        return bool(self.options.get(ASIDE))


def set_of(question: str) -> str:
    """The set a question belongs to: the part of its uid before the first `/`."""
    return question.partition("/")[0]
