"""How much of an exam's time is gone: a pure clock over two others that are read elsewhere.

While the program runs, a steady clock counts (one that cannot be set, and goes on while the machine
sleeps): setting the wall clock in either direction changes nothing. While the program is closed,
only the wall clock (UTC milliseconds, so neither time zone nor daylight saving matters) knows what
passed: set forward it counts, set back it adds no time, neither then nor when it is right again:
the latest moment ever seen is kept. Elapsed time never goes down.
"""

from __future__ import annotations

from typing import NamedTuple

WARNINGS = (10, 5, 1)
"""Minutes left at which the learner is warned, each once."""

MINUTE_MS = 60_000
ENDLESS_MS = 10**12
"""The time that is left where there is no limit."""


class ExamMark(NamedTuple):
    """What the history keeps: time gone (ms) at a moment (UTC ms), and the question on screen.

    `latest_ms` is the latest moment that the wall clock ever showed; 0 where nobody kept it.
    """

    elapsed_ms: int
    at_ms: int
    place: int = 0
    latest_ms: int = 0


class ExamClock(NamedTuple):
    """Time gone when both clocks were last read, all in milliseconds."""

    elapsed_ms: int
    wall_ms: int
    steady_ms: int
    latest_ms: int = 0

    @classmethod
    def reopened(cls, mark: ExamMark, wall_ms: int, steady_ms: int) -> ExamClock:
        """The clock of an exam whose program was closed at `mark` and is open again.

        Beyond the latest moment ever seen, only what lies beyond it has passed: before, the wall
        clock may have been set back, and be right again now.
        """
        latest = max(mark.latest_ms, mark.at_ms)
        closed = wall_ms - (mark.at_ms if wall_ms <= latest else latest)
        elapsed = max(0, mark.elapsed_ms) + max(0, closed)
        return cls(elapsed, wall_ms, steady_ms, max(latest, wall_ms))

    def read(self, wall_ms: int, steady_ms: int) -> ExamClock:
        """The clock a while later in the same run of the program."""
        passed = max(0, steady_ms - self.steady_ms)
        latest = max(self.latest_ms, wall_ms)
        return ExamClock(self.elapsed_ms + passed, wall_ms, steady_ms, latest)

    def mark(self, place: int) -> ExamMark:
        """What to keep of it, with the question on screen."""
        return ExamMark(self.elapsed_ms, self.wall_ms, place, self.latest_ms)


def limit_ms(minutes: int) -> int:
    """How long an exam of so many minutes lasts; one of none has no limit."""
    return minutes * MINUTE_MS if minutes else ENDLESS_MS


def remaining_ms(elapsed_ms: int, minutes: int) -> int:
    """What is left of an exam of so many minutes; never negative. Without a limit, ENDLESS_MS."""
    return max(0, limit_ms(minutes) - elapsed_ms) if minutes else ENDLESS_MS


def crossed(before_ms: int, after_ms: int) -> int | None:
    """The lowest of WARNINGS (minutes) that remaining time fell to or below between two looks.

    An exam that begins, or is opened again, at or below a mark has no warning for it.
    """
    passed = [m for m in WARNINGS if before_ms > m * MINUTE_MS >= after_ms]
    return min(passed, default=None)
