"""What is remembered of each question: derived from the reviews, and ready to choose from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from quiz.core.memory.records import set_of
from quiz.core.memory.scheduling import Memory, Rating, Scheduler, fuzz_seed
from quiz.store.history.database import Database, Row

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
        return {found.question: found for found in self._parsed(_remembered, rows)}

    def remembered(self, questions: Collection[str]) -> list[Remembered]:
        """What is remembered of these questions, as far as anything is."""
        rows = self._read(
            f"""SELECT {_COLUMNS} FROM memories
                WHERE question IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(questions)),),
        )
        return self._parsed(_remembered, rows)

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
        return self._parsed(_remembered, rows)

    def last_verdicts(self, set_ids: Collection[str] | None = None) -> dict[str, str]:
        """The verdict of each question's latest scheduled review."""
        where, values = _of_sets(set_ids)
        rows = self._read(f"SELECT question, last_verdict FROM memories WHERE {where}", values)
        return dict(rows)

    def begun_sets(self) -> set[str]:
        """The sets of which any question was ever answered."""
        return {set_id for (set_id,) in self._read("SELECT DISTINCT set_id FROM memories")}

    def counts(
        self,
        set_id: str,
        keys: str,
        day: int,
        early: Collection[str] = (),
        aside: Collection[str] = (),
    ) -> SetCounts:
        """How far the learner is with a set on study day `day`.

        `keys` is a JSON list with a list for each question the set has now: its id, the hash of
        its key. What is remembered of other keys does not count. `early` questions are due, too,
        those set `aside` are not; of these, what was never answered counts as seen.
        """
        rows = self._read(
            """SELECT count(*),
                    sum((m.due <= ?2 OR m.question IN (SELECT value FROM json_each(?3)))
                        AND m.question NOT IN (SELECT value FROM json_each(?6))),
                    sum(m.stability >= ?4), sum(m.question IN (SELECT value FROM json_each(?6)))
                FROM json_each(?5) AS now JOIN memories AS m
                ON m.question = ?1 || json_extract(now.value, '$[0]')
                AND m.key_hash = json_extract(now.value, '$[1]')""",
            (
                *(f"{set_id}/", day, json.dumps(list(early)), MASTERED_DAYS, keys),
                json.dumps(list(aside)),
            ),
        )
        seen, due, mastered, seen_aside = rows[0]
        unseen_aside = len(aside) - (seen_aside or 0)
        return SetCounts(seen + unseen_aside, due or 0, mastered or 0)

    def due_ahead(self, day: int, days: int) -> dict[int, int]:
        """How many memories come due in so many days after `day`, up to `days`."""
        rows = self._read(
            """SELECT due - ?, count(*) FROM memories
                WHERE due > ? AND due <= ? GROUP BY due""",
            (day, day, day + days),
        )
        return dict(rows)

    def not_since(self, set_id: str, seen_before: int, due_after: int) -> list[Row]:
        """Questions of a set last answered before one day, due after another: (id, last, due)."""
        return self._read(
            "SELECT question, day, due FROM memories WHERE set_id = ? AND day < ? AND due > ?",
            (set_id, seen_before, due_after),
        )

    def confident_mistakes(self, since_day: int, due_after: int) -> list[Row]:
        """Questions answered wrong, but surely, since a day: (id, mistake, last answer, due).

        Only those due after `due_after`, only first attempts, and only of the present memory's key;
        the latest mistake counts.
        """
        return self._read(
            """SELECT m.question, max(r.day), m.day, m.due
                FROM kept AS r JOIN memories AS m
                ON m.question = r.question AND m.key_hash = r.key_hash
                WHERE r.confidence = 'sure' AND r.day >= ? AND r.verdict <> 'correct'
                AND r.attempt = 0 AND r.scheduled AND m.due > ? GROUP BY m.question""",
            (since_day, due_after),
        )

    def confident_mistake(self, question: str, key_hash: str) -> int | None:
        """The day of the latest such mistake with a question; None when there was none."""
        rows = self._read(
            """SELECT max(day) FROM kept WHERE question = ? AND key_hash = ?
                AND confidence = 'sure' AND verdict <> 'correct' AND attempt = 0 AND scheduled""",
            (question, key_hash),
        )
        return None if rows[0][0] is None else int(rows[0][0])

    def count_leeches(self, lapses: int, aside: Collection[str] = ()) -> int:
        """How many questions were forgotten so often or more often, apart from those set aside."""
        rows = self._read(
            """SELECT count(*) FROM memories WHERE lapses >= ?
                AND question NOT IN (SELECT value FROM json_each(?))""",
            (lapses, json.dumps(list(aside))),
        )
        return int(rows[0][0])

    def leeches(self, lapses: int) -> list[Remembered]:
        """What was forgotten so often or more often, the worst first."""
        rows = self._read(
            f"SELECT {_COLUMNS} FROM memories WHERE lapses >= ? ORDER BY lapses DESC, question",
            (lapses,),
        )
        return self._parsed(_remembered, rows)

    def rebuild(self) -> None:
        """Throw all memories away and derive them from the kept reviews."""
        with self._writing() as connection:
            self._rebuild(connection)

    def _rebuild(self, connection: sqlite3.Connection) -> None:
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
        return next(iter(self._parsed(_remembered, rows)), None)


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
