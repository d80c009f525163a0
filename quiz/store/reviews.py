"""The log of reviews, the append-only truth of a history."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import zlib
from collections.abc import Iterator

from quiz.core.memory import Memory, Rating
from quiz.core.review import Review
from quiz.store.database import Row
from quiz.store.memories import Memories, Remembered

# How many reviews are read at once; between the reads, another instance can write.
_PAGE = 2000


class Reviews(Memories):
    """The reviews of a history, each moving its question's memory."""

    def record(self, review: Review, memory: Memory | None, *, replaces: str = "") -> None:
        """Keep a review, what is remembered after it, and clear the session's draft: on disk.

        The same review again changes nothing. A memory that does not follow from the stored one
        (another instance was quicker), or None, is derived from the log; a review that is not
        scheduled moves no memory. `replaces` is the uid of a review of the same question that is
        taken back in the same step.
        """
        with self._writing() as connection:
            if not _insert(connection, review):
                return
            if replaces:
                memory = None
                connection.execute("INSERT INTO undone VALUES (?, ?)", (replaces, review.at_ms))
            connection.execute("DELETE FROM drafts WHERE session = ?", (review.session,))
            if review.scheduled:
                self._remember(connection, review, memory)

    def undo(self, review_uid: str, at_ms: int) -> None:
        """Take a review back: it stays in the log, but counts nowhere any more.

        Its session is open again if it was finished. Unknown or undone already: nothing happens.
        """
        with self._writing() as connection:
            row = connection.execute(
                "SELECT question, session, scheduled FROM kept WHERE uid = ?", (review_uid,)
            ).fetchone()
            if row is None:
                return
            question, session, scheduled = row
            connection.execute("INSERT INTO undone VALUES (?, ?)", (review_uid, at_ms))
            connection.execute("UPDATE sessions SET finished_ms = NULL WHERE uid = ?", (session,))
            if scheduled:
                self._derive(connection, question)

    def reviews_of(self, session: str) -> list[Review]:
        """The reviews of a session in their order, without undone ones."""
        query = f"SELECT {_COLUMNS} FROM kept WHERE session = ? ORDER BY seq"
        return [_review(row) for row in self._read(query, (session,))]

    def reviews(self, since_day: int = 0) -> Iterator[Review]:
        """Every kept review from study day `since_day` on, in the order they were given."""
        last = 0
        while rows := self._read(
            f"""SELECT seq, {_COLUMNS} FROM kept
                WHERE seq > ? AND +day >= ? ORDER BY seq LIMIT {_PAGE}""",
            (last, since_day),
        ):
            yield from (_review(row[1:]) for row in rows)
            last = rows[-1][0]

    def new_today(self, day: int) -> int:
        """How many questions had their first scheduled review ever on study day `day`."""
        rows = self._read(
            """SELECT count(DISTINCT question) FROM kept AS now
                WHERE day = ? AND scheduled AND NOT EXISTS (
                    SELECT 1 FROM kept AS earlier WHERE earlier.question = now.question
                    AND earlier.day < now.day AND earlier.scheduled)""",
            (day,),
        )
        return int(rows[0][0])

    def retention(self, since_day: int) -> tuple[int, int]:
        """Of the questions known from an earlier day: how many were remembered, of how many asked.

        Counts scheduled first attempts of a session; remembered is any rating above AGAIN.
        """
        counts = self.recall(since_day).values()
        return sum(right for right, _ in counts), sum(asked for _, asked in counts)

    def recall(self, since_day: int) -> dict[str, tuple[int, int]]:
        """The same for each question that was asked: how often remembered, of how often asked."""
        rows = self._read(
            f"""SELECT question, sum(rating > {Rating.AGAIN.value}), count(*) FROM kept AS now
                WHERE day >= ? AND attempt = 0 AND scheduled AND EXISTS (
                    SELECT 1 FROM kept AS earlier WHERE earlier.question = now.question
                    AND earlier.day < now.day AND earlier.scheduled)
                GROUP BY question""",
            (since_day,),
        )
        return {str(question): (int(right), int(asked)) for question, right, asked in rows}

    def verify(self) -> list[str]:
        """The uids of reviews that are not what was written: their checksum fails."""
        rows = self._read(f"SELECT checksum, {_COLUMNS} FROM reviews ORDER BY seq")
        return [str(row[1]) for row in rows if row[0] != _checksum(row[1:])]

    def _remember(
        self, connection: sqlite3.Connection, review: Review, memory: Memory | None
    ) -> None:
        row = connection.execute(
            "SELECT reviews FROM memories WHERE question = ? AND key_hash = ?",
            (review.question, review.key_hash),
        ).fetchone()
        expected = (row[0] if row else 0) + 1
        if memory is None or memory.reviews != expected:
            self._derive(connection, review.question)
            return
        found = Remembered(review.question, review.key_hash, memory, review.verdict)
        self._store(connection, found)


_FIELDS = tuple(field.name for field in dataclasses.fields(Review))
_COLUMNS = ", ".join(_FIELDS)
_INSERT = f"""INSERT INTO reviews ({_COLUMNS}, checksum)
    VALUES ({", ".join("?" * (len(_FIELDS) + 1))}) ON CONFLICT (uid) DO NOTHING"""


def _insert(connection: sqlite3.Connection, review: Review) -> bool:
    """Append a review; False when its uid is there already."""
    values = tuple(getattr(review, name) for name in _FIELDS)
    row = tuple(int(value) if isinstance(value, int) else value for value in values)
    return connection.execute(_INSERT, (*row, _checksum(row))).rowcount == 1


def _review(row: Row) -> Review:
    values = dict(zip(_FIELDS, row, strict=True))
    values["scheduled"] = bool(values["scheduled"])
    return Review(**values)


def _checksum(row: Row) -> int:
    """CRC-32 over the values as they are stored, in the order of the columns."""
    return zlib.crc32(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"))
