"""All questions at hand with what can be chosen by: counted as one chooses, asked as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from quiz.core.documents.document import Document
from quiz.core.grading.grading import Verdict
from quiz.core.grounding.sources import grounded_source
from quiz.core.memory.daily_load import LEECH
from quiz.core.memory.records import set_of
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid
from quiz.core.text.normal_form import fold
from quiz.errors import QuizError
from quiz.store.history.tables.memories import Remembered
from quiz.store.library.library import Entry
from quiz.study.common.daily import turn_days
from quiz.study.common.noting import placed_notes
from quiz.study.common.set_aside import resting
from quiz.study.common.wish import State, Wish
from quiz.study.common.workspace import Workspace

FIELDS = ("states", "sets", "tags", "sections", "types")
"""What can be chosen by, in the order in which it is offered."""


class Pool:
    """The questions of some sets (none given: of all) that are not set aside.

    Everything is looked up when it is first asked for: questions only for tags, documents only for
    sections.
    """

    def __init__(self, workspace: Workspace, sets: Iterable[str] = ()) -> None:
        wanted = set(sets)
        self.workspace = workspace
        self.entries: list[Entry] = [
            e for e in workspace.library.sets if e.ok and (not wanted or e.id in wanted)
        ]
        aside = resting(workspace)
        self.types: dict[str, str] = {
            uid: row.type
            for entry in self.entries
            for row in entry.index
            if (uid := question_uid(entry.id, row.id)) not in aside
        }

    def chosen(self, wish: Wish) -> list[str]:
        """The questions that a wish means, in the order of the library."""
        kept = [uid for uid in self.types if not wish.sets or set_of(uid) in wish.sets]
        for field in FIELDS:
            values = set(getattr(wish, field))
            if values and field != "sets":
                kept = [uid for uid in kept if values & self._values(field, uid)]
        return kept

    def counts(self, wish: Wish, field: str) -> Counter[str]:
        """How many questions each value of a field would give, with all else that is chosen."""
        others = wish._replace(**{field: ()})
        return Counter(v for uid in self.chosen(others) for v in self._values(field, uid))

    def known(self, field: str) -> tuple[str, ...]:
        """Every value that any question has of a field, sorted; looked up once."""
        if field not in self._known_values:
            self._known_values[field] = tuple(sorted(self.counts(Wish(), field)))
        return self._known_values[field]

    @cached_property
    def _known_values(self) -> dict[str, tuple[str, ...]]:
        return {}

    def all_counts(self, wish: Wish) -> dict[str, dict[str, int]]:
        """The same for every field, in one go over the questions."""
        wanted = [(at, frozenset(getattr(wish, f))) for at, f in enumerate(FIELDS)]
        asked = [(at, values) for at, values in wanted if values]
        found: list[dict[str, int]] = [{} for _ in FIELDS]
        for own in self._facts:
            failing = [at for at, values in asked if not values & own[at]]
            if len(failing) > 1:
                continue
            for at in failing or range(len(FIELDS)):
                counts = found[at]
                for value in own[at]:
                    counts[value] = counts.get(value, 0) + 1
        return dict(zip(FIELDS, found, strict=True))

    @cached_property
    def everything(self) -> dict[str, dict[str, int]]:
        """How many questions have each value, whatever is chosen."""
        return self.all_counts(Wish())

    @cached_property
    def _facts(self) -> list[tuple[frozenset[str], ...]]:
        """The values of each question, field by field."""
        return [tuple(self._values(field, uid) for field in FIELDS) for uid in self.types]

    def _values(self, field: str, uid: str) -> frozenset[str]:
        if field == "types":
            return frozenset((self.types[uid],))
        if field == "sets":
            return frozenset((set_of(uid),))
        found: Mapping[str, frozenset[str]] = getattr(self, field)
        return found.get(uid, frozenset())

    # What the questions are

    @cached_property
    def questions(self) -> dict[str, Question]:
        """All of them, read."""
        return self.workspace.library.questions(self.types)

    @cached_property
    def tags(self) -> dict[str, frozenset[str]]:
        """The tags of each."""
        return {uid: frozenset(one.tags) for uid, one in self.questions.items()}

    @cached_property
    def sections(self) -> dict[str, frozenset[str]]:
        """The titles of the sections that the sources of each stand in, outer ones too."""
        return {uid: frozenset(self._sections_of(uid)) for uid in self.types}

    def _sections_of(self, uid: str) -> Iterator[str]:
        for source in self.questions[uid].sources:
            document = self._document(set_of(uid), source.document)
            place = grounded_source(document, source) if document is not None else None
            if document is not None and place is not None:
                yield from document.section_path(place.start)

    def _document(self, set_id: str, key: str) -> Document | None:
        try:
            return self.workspace.library.document(set_id, key)
        except QuizError:
            return None

    # How it went with them

    @cached_property
    def states(self) -> dict[str, frozenset[str]]:
        """The states of each question that has any."""
        found: dict[str, set[str]] = {}
        for state, uids in self._by_state():
            for uid in uids:
                if uid in self.types:
                    found.setdefault(uid, set()).add(state)
        return {uid: frozenset(states) for uid, states in found.items()}

    def _by_state(self) -> Iterator[tuple[State, Iterable[str]]]:
        history, today = self.workspace.history, self.workspace.today
        known = self._known
        memories = {uid: row.memory for uid, row in known.items()}
        days = turn_days(self.workspace, memories, today)
        yield State.DUE, [uid for uid, day in days.items() if day <= today]
        wrong = [uid for uid, row in known.items() if row.last_verdict != Verdict.CORRECT]
        yield State.MISSED, wrong
        yield State.SLIPPING, [uid for uid, one in memories.items() if one.lapses >= LEECH]
        yield State.SURE_WRONG, [one.question for one in history.mistakes(0) if not one.righted]
        yield State.NEVER, [uid for uid in self.types if uid not in known]
        yield State.FLAGGED, {flag.question for flag in history.flags()}
        yield State.NOTED, self._noted()

    @cached_property
    def _known(self) -> dict[str, Remembered]:
        """What is remembered of those whose key is still the one that was answered."""
        found = self.workspace.history.memories([entry.id for entry in self.entries])
        keys = {question_uid(e.id, row.id): row.key_hash for e in self.entries for row in e.index}
        return {uid: row for uid, row in found.items() if keys.get(uid) == row.key_hash}

    def _noted(self) -> set[str]:
        notes = self.workspace.history.notes()
        found = {note.question for note in notes if note.question}
        sets = {set_of(note.document) for note in notes if note.document}
        for entry in self.entries if sets else ():
            for key in entry.documents:
                found.update(self._noted_in(entry, key))
        return found

    def _noted_in(self, entry: Entry, key: str) -> Iterator[str]:
        """The questions of a set that stand on a passage with a note."""
        document = self._document(entry.id, key)
        placed = placed_notes(self.workspace, document) if document is not None else []
        spans = [one.passage for one in placed if one.passage is not None]
        uids = [uid for uid in self.types if spans and set_of(uid) == entry.id]
        for uid in uids:
            for source in self.questions[uid].sources:
                if document is not None and source.document == key:
                    here = grounded_source(document, source)
                    if here is not None and any(here.overlaps(span) for span in spans):
                        yield uid


def meant(pool: Pool, wish: Wish) -> Wish:
    """A wish as it was typed, its tags, sections and types as the sets write them.

    A section may be named by some of its words. Raises QuizError with the nearest for what no
    question has.
    """
    found = {
        field: tuple(v for typed in getattr(wish, field) for v in _named(pool, field, typed))
        for field in ("tags", "sections", "types")
    }
    tags, sections, types = (tuple(dict.fromkeys(values)) for values in found.values())
    return wish._replace(tags=tags, sections=sections, types=types)


def _named(pool: Pool, field: str, typed: str) -> list[str]:
    known = pool.known(field)
    wanted = fold(typed)
    for fits in (
        lambda value: value == typed,
        lambda value: fold(value) == wanted,
        lambda value: field == "sections" and set(wanted.split()) <= set(fold(value).split()),
    ):
        found = [value for value in known if typed.strip() and fits(value)]
        if found:
            return found
    from quiz.store.files.shown import did_you_mean, shown

    some = ", ".join(known[:8])
    hint = did_you_mean(typed, known) or (f"there are: {some}" if some else None)
    raise QuizError(f"no question has the {field[:-1]} {shown(typed)}", hint=hint)
