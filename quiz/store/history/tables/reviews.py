"""The log of reviews, the append-only truth of a history."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from quiz.core.memory.daily_load import Answered
from quiz.core.memory.records import EXAM, Review, set_of
from quiz.core.memory.scheduling import Memory, Rating
from quiz.store.history.database import Row
from quiz.store.history.rows import REVIEWS, TABLES, UNDONE, Table, checksum, insertion
from quiz.store.history.tables.fits import Fits
from quiz.store.history.tables.memories import Remembered
from quiz.store.history.tables.sessions import end_sessions

# How many reviews are read at once; between the reads, another instance can write.
_PAGE = 2000
# So many checksums take about a tenth of a second.
_VERIFIED_AT_ONCE = 20_000


class Reviews(Fits):
    """The reviews of a history, each moving its question's memory."""

    def record(self, review: Review, memory: Memory | None, *, replaces: str = "") -> None:
        """Keep a review, what is remembered after it, and clear the session's draft: on disk.

        The same review again changes nothing. A memory that does not follow from the stored one
        (another instance was quicker), or None, is derived from the log; a review that is not
        scheduled moves no memory. `replaces` is the uid of a review of the same question that is
        taken back in the same step.
        """
        scheduler = self.scheduler
        with self._writing() as connection:
            if self.scheduler is not scheduler:
                # another instance has changed what due days are decided by
                review = review._replace(parameters=self.scheduler.digest)
                memory = None
            if not insert_review(connection, review):
                return
            if replaces:
                memory = None
                insert_undone(connection, replaces, review.at_ms)
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
            insert_undone(connection, review_uid, at_ms)
            end_sessions(connection, None, "uid = :uid", uid=session)
            if scheduled:
                self._derive(connection, question)

    def reviews_of(self, session: str) -> list[Review]:
        """The reviews of a session in their order, without undone ones."""
        query = f"SELECT {_COLUMNS} FROM kept WHERE session = ? ORDER BY seq"
        return self._parsed(_review, self._read(query, (session,)))

    def reviews_to(self, questions: Sequence[str]) -> list[Review]:
        """The reviews of some questions in the order they were given, without undone ones."""
        query = f"""SELECT {_COLUMNS} FROM kept
            WHERE question IN (SELECT value FROM json_each(?)) ORDER BY seq"""
        return self._parsed(_review, self._read(query, (json.dumps(list(questions)),)))

    def reviews(self, since_day: int = 0) -> Iterator[Review]:
        """Every kept review from study day `since_day` on, in the order they were given."""
        last = 0
        while rows := self._read(
            f"""SELECT seq, {_COLUMNS} FROM kept
                WHERE seq > ? AND +day >= ? ORDER BY seq LIMIT {_PAGE}""",
            (last, since_day),
        ):
            yield from self._parsed(_review, (row[1:] for row in rows))
            last = rows[-1][0]

    def new_today(self, day: int) -> int:
        """How many questions had their first scheduled review ever on study day `day`."""
        return sum(self.new_by_set(day).values())

    def new_by_set(self, day: int) -> Counter[str]:
        """The same for each set. First is what was given first, whatever the clock said."""
        rows = self._read(
            """SELECT question FROM kept AS now
                WHERE day = ? AND scheduled AND NOT EXISTS (
                    SELECT 1 FROM kept AS earlier WHERE earlier.question = now.question
                    AND earlier.seq < now.seq AND earlier.scheduled)""",
            (day,),
        )
        return Counter(set_of(question) for (question,) in rows)

    def latest_times(self, count: int) -> list[Answered]:
        """When the latest answers were given, the first of them first."""
        query = f"SELECT {_TIMES} FROM kept ORDER BY seq DESC LIMIT ?"
        return self._parsed(_answered, reversed(self._read(query, (count,))))

    def times_on(self, day: int) -> list[Answered]:
        """When the answers of a study day were given, the first of them first."""
        query = f"SELECT {_TIMES} FROM kept WHERE day = ? ORDER BY seq"
        return self._parsed(_answered, self._read(query, (day,)))

    def retention(self, since_day: int) -> tuple[int, int]:
        """Of the questions known from an earlier day: how many were remembered, of how many asked.

        Counts scheduled first attempts of a session; remembered is any rating above AGAIN. Exams
        are left out: what is wrong in them moves the schedule oftener than what is right.
        """
        counts = self.recall(since_day).values()
        return sum(right for right, _ in counts), sum(asked for _, asked in counts)

    def recall(self, since_day: int) -> dict[str, tuple[int, int]]:
        """The same for each question that was asked: how often remembered, of how often asked."""
        rows = self._read(
            f"""SELECT question, sum(rating > {Rating.AGAIN.value}), count(*) FROM kept AS now
                WHERE day >= ? AND attempt = 0 AND scheduled
                    AND session NOT IN (SELECT uid FROM sessions WHERE kind = '{EXAM}')
                    AND EXISTS (SELECT 1 FROM kept AS earlier
                        WHERE earlier.question = now.question AND earlier.seq < now.seq
                        AND earlier.day < now.day AND earlier.scheduled)
                GROUP BY question""",
            (since_day,),
        )
        return {str(question): (int(right), int(asked)) for question, right, asked in rows}

    def latest_ms(self) -> int:
        """The moment of the answer that came last in the log; 0 without any."""
        rows = self._read("SELECT at_ms FROM reviews ORDER BY seq DESC LIMIT 1")
        return rows[0][0] if rows and isinstance(rows[0][0], int) else 0

    def size(self) -> int:
        """How many reviews there are, those taken back included."""
        return int(self._read("SELECT count(*) FROM reviews")[0][0])

    def verify(self, day: int | None = None) -> list[str]:
        """The uids of reviews that are not what was written: their checksum fails.

        With a `day`, of a long log only that day's part: after some days all were looked at.
        """
        parts = 1 if day is None else 1 + self.size() // _VERIFIED_AT_ONCE
        rows = self._read(
            f"SELECT checksum, {_COLUMNS} FROM reviews WHERE seq % ? = ? ORDER BY seq",
            (parts, (day or 0) % parts),
        )
        return [str(row[1]) for row in rows if row[0] != checksum(row[1:])]

    def refused(self, tables: Sequence[Table] = TABLES) -> list[tuple[Table, dict[str, object]]]:
        """Rows not as they were written, or with what cannot be: their table and values."""
        found = []
        for table in tables:
            sound = f"checksum = row_checksum({table.listed})" if table.sealed else "1"
            for *values, kept in self._read(f"SELECT {table.listed}, {sound} FROM {table.name}"):
                named = dict(zip(table.names, values, strict=True))
                if not kept or table.fault(named):
                    found.append((table, named))
        return found

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


_COLUMNS = REVIEWS.listed
_INSERT = insertion(REVIEWS)
_TIMES = ", ".join(Answered._fields)


def insert_review(connection: sqlite3.Connection, review: Review) -> bool:
    """Append a review; False when its uid is there already."""
    values = {**review._asdict(), "scheduled": int(review.scheduled)}
    return connection.execute(_INSERT, values).rowcount == 1


def insert_undone(connection: sqlite3.Connection, review: str, at_ms: int) -> None:
    """Take a review back, once."""
    connection.execute(insertion(UNDONE, "INSERT"), {"review": review, "at_ms": at_ms})


_OF = {one.name: int if one.of is bool else one.of for one in REVIEWS.columns}
_TYPES = tuple(_OF[name] for name in Review._fields)
"""Of the values of a review as a rule; what differs is looked at more closely."""


def _answered(row: Row) -> Answered:
    return Answered._make(REVIEWS.sound(row, Answered._fields))


def _review(row: Row) -> Review:
    if tuple(map(type, row)) != _TYPES:
        REVIEWS.sound(row, Review._fields)
    found = Review(*row)
    return found._replace(scheduled=bool(found.scheduled))
