"""Counts over the log of reviews, for statistics; each a query that grows with what it counts.

A day is a study day. `sets` restricts a figure to the questions of these sets; None: to none.
Undone reviews count nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quiz.core.memory.records import EXAM
from quiz.core.memory.scheduling import Memory, Rating
from quiz.store.history.database import Row
from quiz.store.history.rows import REVIEWS
from quiz.store.history.tables.memories import Memories

if TYPE_CHECKING:
    from quiz.core.memory.rates import Rate

Sets: TypeAlias = Collection[str] | None


class DayRecall(NamedTuple):
    """How much was remembered on a day of what had been asked before: young or mature."""

    day: int
    mature: bool
    rate: Rate


class Mistake(NamedTuple):
    """A question answered wrong although marked as sure, how often, and the last day of it.

    `righted`: answered right at once since.
    """

    question: str
    times: int
    day: int
    righted: bool


class Took(NamedTuple):
    """How long an answer took, and until the next in its session (None after the last), in ms."""

    question: str
    answering_ms: int
    reading_ms: int | None


class Unmarked(NamedTuple):
    """Answers to a question that were given without a mark before the verdict.

    `rate` counts them by right and wrong; `remembered` of them count as such.
    """

    question: str
    rate: Rate
    remembered: int


class Tested(NamedTuple):
    """A first try at a question known from an earlier day, with its memory before, and whether
    the answer was right without a hint.
    """

    question: str
    day: int
    before: Memory
    right: bool


class Figures(Memories):
    """The figures of a history."""

    def studied(self, since_day: int, sets: Sets = None) -> dict[int, int]:
        """How many answers were given on each study day from `since_day` on that had any."""
        only, values = _only(sets)
        rows = self._read(
            f"SELECT day, count(*) FROM kept WHERE day >= ? {only} GROUP BY day",
            (since_day, *values),
        )
        return dict(rows)

    def studied_on(self, day: int) -> bool:
        """Whether any answer was given on a study day."""
        return bool(self._read("SELECT EXISTS (SELECT 1 FROM kept WHERE day = ?)", (day,))[0][0])

    def recalled(self, since_day: int, sets: Sets = None) -> list[DayRecall]:
        """True retention day by day: scheduled first attempts of a session at questions that had
        been asked on an earlier day; remembered is any rating above AGAIN. Mature is what was
        asked again after `MATURE_DAYS` or more. Exams are left out: what is wrong in them moves the
        schedule oftener than what is right.
        """
        from quiz.core.memory.figures import MATURE_DAYS
        from quiz.core.memory.rates import Rate

        only, values = _only(sets)
        rows = self._read(
            f"""SELECT day, gap >= {MATURE_DAYS} AS mature,
                    sum(rating > {Rating.AGAIN.value}), count(*)
                FROM (SELECT day, rating, day - ({_LAST_DAY}) AS gap FROM kept AS now
                    WHERE day >= ? AND attempt = 0 AND scheduled AND NOT {_IN_EXAM} {only})
                WHERE gap IS NOT NULL GROUP BY day, mature""",
            (since_day, *values),
        )
        return [DayRecall(day, bool(mature), Rate(right, of)) for day, mature, right, of in rows]

    def unmarked(self, since_day: int, sets: Sets = None) -> list[Unmarked]:
        """Of what `recalled` counts: answers without hint or mark, so that they may be guesses."""
        from quiz.core.memory.rates import Rate

        only, values = _only(sets)
        rows = self._read(
            f"""SELECT question, sum({_AT_ONCE}), count(*),
                    sum(rating > {Rating.AGAIN.value})
                FROM kept AS now WHERE confidence IN ('unmarked', 'guessed') AND hints = 0
                    AND day >= ? AND attempt = 0 AND scheduled AND NOT {_IN_EXAM} {only}
                    AND ({_LAST_DAY}) IS NOT NULL
                GROUP BY question""",
            (since_day, *values),
        )
        return [Unmarked(question, Rate(right, of), kept) for question, right, of, kept in rows]

    def marked(self, since_day: int, sets: Sets = None) -> dict[str, Rate]:
        """For each mark of certainty: how many first tries so marked were right at once."""
        from quiz.core.memory.rates import Rate

        only, values = _only(sets)
        rows = self._read(
            f"""SELECT confidence, sum({_AT_ONCE}), count(*) FROM kept
                WHERE {_MARKED} AND day >= ? AND attempt = 0 {only} GROUP BY confidence""",
            (since_day, *values),
        )
        return {confidence: Rate(right, of) for confidence, right, of in rows}

    def contested(self, since_day: int, sets: Sets = None) -> int:
        """How many answers the learner counted as right against the verdict."""
        only, values = _only(sets)
        rows = self._read(
            f"""SELECT count(*) FROM kept
                WHERE day >= ? AND instr(response, '"contested": true') {only}""",
            (since_day, *values),
        )
        return int(rows[0][0])

    def mistakes(self, since_day: int, sets: Sets = None) -> list[Mistake]:
        """What was wrong although marked as sure, the latest first."""
        only, values = _only(sets)
        rows = self._read(
            f"""SELECT question, times, day, EXISTS (
                    SELECT 1 FROM kept AS later WHERE later.question = found.question
                    AND later.seq > found.seq AND {_AT_ONCE})
                FROM (SELECT question, count(*) AS times, max(day) AS day, max(seq) AS seq
                    FROM kept
                    WHERE confidence = 'sure' AND day >= ? AND verdict <> 'correct'
                        AND attempt = 0 {only}
                    GROUP BY question) AS found ORDER BY seq DESC""",
            (since_day, *values),
        )
        return [Mistake(uid, times, day, bool(righted)) for uid, times, day, righted in rows]

    def times(self, limit: int, sets: Sets = None) -> list[Took]:
        """The latest answers outside exams, the latest first."""
        only, values = _only(sets)
        rows = self._read(
            f"""SELECT question, session, at_ms, duration_ms FROM kept
                WHERE NOT {_IN_EXAM} {only}
                ORDER BY seq DESC LIMIT ?""",
            (*values, limit),
        )
        took: list[Took] = []
        session, next_shown = "", 0
        names = ("question", "session", "at_ms", "duration_ms")
        sound = self._parsed(lambda row: REVIEWS.sound(row, names), rows)
        for question, own, at_ms, duration_ms in sound:
            reading = next_shown - at_ms if own == session else None
            took.append(Took(question, duration_ms, reading))
            session, next_shown = own, at_ms - duration_ms
        return took

    def first_tries(self, since_day: int) -> list[tuple[str, bool]]:
        """Each question that was first asked, for the schedule and outside exams, from
        `since_day` on, and whether it was answered right without a hint then.
        """
        rows = self._read(
            f"""SELECT question, {_AT_ONCE}, min(seq) FROM kept AS now
                WHERE day >= ? AND scheduled AND attempt = 0 AND NOT {_IN_EXAM}
                    AND ({_LAST_DAY}) IS NULL
                GROUP BY question""",
            (since_day,),
        )
        return [(question, bool(right)) for question, right, _ in rows]

    def tested(self, limit: int) -> list[Tested]:
        """The latest first tries at questions known from an earlier day, the latest first; those
        of exams too, but not of crams.

        The memory before each is derived anew, from the reviews before it.
        """
        rows = self._read(
            f"""SELECT seq, question, day, {_AT_ONCE} FROM kept AS now
                WHERE attempt = 0 AND (scheduled OR {_IN_EXAM}) AND ({_LAST_DAY}) IS NOT NULL
                ORDER BY seq DESC LIMIT ?""",
            (limit,),
        )
        before = self._before({seq: question for seq, question, _, _ in rows})
        return [
            Tested(question, day, before[seq], bool(right))
            for seq, question, day, right in rows
            if seq in before
        ]

    def _before(self, wanted: dict[int, str]) -> dict[int, Memory]:
        """The memory right before each of these reviews (seq to question), of the same key."""
        found: dict[int, Memory] = {}
        steps: dict[str, list[Row]] = {}
        rows = self._read(
            """SELECT question, seq, scheduled, key_hash, rating, day, verdict FROM kept
                WHERE question IN (SELECT value FROM json_each(?)) ORDER BY seq""",
            (json.dumps(sorted(set(wanted.values()))),),
        )
        for question, seq, scheduled, *step in rows:
            own = steps.setdefault(question, [])
            if seq in wanted and own:
                remembered = self._replay(question, own)
                if remembered.key_hash == step[0]:
                    found[seq] = remembered.memory
            if scheduled:
                own.append(tuple(step))
        return found


# the day of the question's last scheduled review on an earlier day; reads only an index. It must
# have been given earlier, too: a clock that was set back makes no question known
_LAST_DAY = """SELECT max(day) FROM kept AS earlier WHERE earlier.question = now.question
    AND earlier.seq < now.seq AND earlier.day < now.day AND earlier.scheduled"""
# what `Review.right_at_once` says
_AT_ONCE = "(attempt = 0 AND verdict = 'correct' AND hints = 0)"
_IN_EXAM = f"session IN (SELECT uid FROM sessions WHERE kind = '{EXAM}')"
# as the index of marked reviews says it, or SQLite does not use that index
_MARKED = "confidence IN ('sure', 'unsure', 'guess')"


def _only(sets: Sets) -> tuple[str, tuple[str, ...]]:
    """A further condition on a review's set, and its value: the ids as one JSON text."""
    if sets is None:
        return "", ()
    name = "substr(question, 1, instr(question, '/') - 1)"
    return f"AND {name} IN (SELECT value FROM json_each(?))", (json.dumps(list(sets)),)
