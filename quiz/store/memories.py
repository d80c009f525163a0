"""What is remembered of each question: derived from the reviews, and ready to choose from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from quiz.core.memory import Memory, Rating, Scheduler, fuzz_seed
from quiz.core.review import set_of
from quiz.store.database import Database, Row

# A question counts as mastered from this stability (days) on.
MASTERED_DAYS = 21.0


class Remembered(NamedTuple):
    """The memory of one question, and the key it belongs to."""

    question: str
    key_hash: str
    memory: Memory
    last_verdict: str


class SetCounts(NamedTuple):
    """Questions of a set: ever answered, due, and of a stability of three weeks or more."""

    seen: int
    due: int
    mastered: int


class Memories(Database):
    """The memories of a history; `scheduler` is what they are derived with."""

    def __init__(self, connection: sqlite3.Connection, path: Path, scheduler: Scheduler) -> None:
        super().__init__(connection, path)
        self.scheduler = scheduler

    def memory(self, question: str, key_hash: str) -> Memory | None:
        """What is remembered; None when never answered, or when the key was another."""
        found = self._remembered(question)
        return found.memory if found and found.key_hash == key_hash else None

    def changed_key(self, question: str, key_hash: str) -> bool:
        """Whether there is a memory, but of a question with another key."""
        found = self._remembered(question)
        return found is not None and found.key_hash != key_hash

    def memories(self, set_ids: Collection[str] | None = None) -> dict[str, Remembered]:
        """What is remembered of each question of these sets (None: of all)."""
        where, values = _of_sets(set_ids)
        rows = self._read(f"SELECT {_COLUMNS} FROM memories WHERE {where}", values)
        return {found.question: found for found in map(_remembered, rows)}

    def known(self, set_ids: Collection[str] | None = None) -> set[tuple[str, str]]:
        """Each remembered question of these sets (None: of all) with the hash of its key."""
        where, values = _of_sets(set_ids)
        return set(self._read(f"SELECT question, key_hash FROM memories WHERE {where}", values))

    def due(
        self, day: int, set_ids: Collection[str] | None = None, limit: int | None = None
    ) -> list[Remembered]:
        """What is due on study day `day`, the lowest retrievability first.

        Retrievability falls with elapsed days over stability, so that is what is compared.
        """
        where, values = _of_sets(set_ids)
        rows = self._read(
            f"""SELECT {_COLUMNS} FROM memories WHERE id IN (
                    SELECT id FROM memories WHERE {where} AND due <= ?
                    ORDER BY (? - day) / stability DESC LIMIT ?
                ) ORDER BY (? - day) / stability DESC, id""",
            (*values, day, day, -1 if limit is None else limit, day),
        )
        return [_remembered(row) for row in rows]

    def last_verdicts(self, set_ids: Collection[str] | None = None) -> dict[str, str]:
        """The verdict of each question's latest scheduled review."""
        where, values = _of_sets(set_ids)
        rows = self._read(f"SELECT question, last_verdict FROM memories WHERE {where}", values)
        return dict(rows)

    def counts(self, day: int) -> dict[str, SetCounts]:
        """How far the learner is with each set, by set id, on study day `day`."""
        rows = self._read(
            """SELECT set_id, count(*), sum(due <= ?), sum(stability >= ?)
                FROM memories GROUP BY set_id""",
            (day, MASTERED_DAYS),
        )
        return {set_id: SetCounts(seen, due, mastered) for set_id, seen, due, mastered in rows}

    def rebuild(self) -> None:
        """Throw all memories away and derive them from the kept reviews."""
        with self._writing() as connection:
            connection.execute("DELETE FROM memories")
            rows = connection.execute(
                f"SELECT question, {_REPLAYED} FROM kept WHERE scheduled ORDER BY question, seq"
            ).fetchall()
            for question, steps in _grouped(rows).items():
                self._store(connection, self._replay(question, steps))

    def _derive(self, connection: sqlite3.Connection, question: str) -> None:
        """Bring the memory of one question in line with its kept reviews."""
        steps = connection.execute(
            f"SELECT {_REPLAYED} FROM kept WHERE question = ? AND scheduled ORDER BY seq",
            (question,),
        ).fetchall()
        connection.execute("DELETE FROM memories WHERE question = ?", (question,))
        if steps:
            self._store(connection, self._replay(question, steps))

    def _replay(self, question: str, steps: Iterable[Row]) -> Remembered:
        found: Remembered | None = None
        for key_hash, rating, day, verdict in steps:
            before = found.memory if found and found.key_hash == key_hash else None
            seed = fuzz_seed(question, before)
            memory = self.scheduler.review(before, Rating(rating), day, seed)
            found = Remembered(question, key_hash, memory, verdict)
        assert found is not None
        return found

    def _store(self, connection: sqlite3.Connection, found: Remembered) -> None:
        memory = found.memory
        connection.execute(
            f"""INSERT INTO memories ({_COLUMNS}, set_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (question) DO UPDATE SET {_ASSIGNMENTS}""",
            (
                *(found.question, found.key_hash, memory.stability, memory.difficulty),
                *(memory.day, memory.due, memory.reviews, memory.lapses, int(memory.last)),
                *(found.last_verdict, set_of(found.question)),
            ),
        )

    def _remembered(self, question: str) -> Remembered | None:
        rows = self._read(f"SELECT {_COLUMNS} FROM memories WHERE question = ?", (question,))
        return _remembered(rows[0]) if rows else None


_COLUMNS = (
    "question, key_hash, stability, difficulty, day, due, reviews, lapses, last, last_verdict"
)
_ASSIGNMENTS = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", ")[1:])
_REPLAYED = "key_hash, rating, day, verdict"


def _remembered(row: Row) -> Remembered:
    question, key_hash, stability, difficulty, day, due, reviews, lapses, last, verdict = row
    memory = Memory(stability, difficulty, day, due, reviews, lapses, Rating(last))
    return Remembered(question, key_hash, memory, verdict)


def _of_sets(set_ids: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    """A condition and its values; the ids travel as one JSON value, so there may be many."""
    if set_ids is None:
        return "TRUE", ()
    return "set_id IN (SELECT value FROM json_each(?))", (json.dumps(list(set_ids)),)


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for question, *step in rows:
        groups.setdefault(question, []).append(tuple(step))
    return groups
