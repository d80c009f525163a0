"""What a learner sits at: the library, the history, the settings and a clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from quiz.core.memory.scheduling import study_day
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings


class Workspace:
    """Everything a sitting needs; `clock` gives the aware local time.

    `steady` counts milliseconds on a clock that nobody sets, for the time an exam takes.
    """

    def __init__(
        self,
        library: Library,
        history: History,
        settings: Settings,
        settings_path: Path,
        clock: Callable[[], datetime],
        steady: Callable[[], int] | None = None,
    ) -> None:
        self.library = library
        self.history = history
        self.settings = settings
        self.settings_path = settings_path
        self.clock = clock
        self.steady = steady

    @property
    def today(self) -> int:
        """The study day it is now."""
        return study_day(self.clock(), self.settings.day_starts_at)

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""
        return int(self.clock().timestamp() * 1000)

    def steady_ms(self) -> int:
        """Milliseconds on the steady clock; where there is none, on the other."""
        return self.now_ms() if self.steady is None else self.steady()

    def offset_min(self) -> int:
        """How far the local clock stands from UTC, in minutes."""
        offset = self.clock().utcoffset()
        return int(offset.total_seconds() // 60) if offset is not None else 0

    def keep_exam_date(self, set_id: str, day: date | None) -> None:
        """Say when the exam on a set is, None for no exam; raises SettingsError."""
        dates = {key: value for key, value in self.settings.exam_dates.items() if key != set_id}
        if day is not None:
            dates[set_id] = day
        self.settings = self.settings._replace(exam_dates=dates)
        self.keep_settings()

    def keep_settings(self) -> None:
        """Write the settings, and let what is due follow them.

        Raises SettingsError or HistoryError when that fails.
        """
        from quiz.store.settings.file import save  # a sitting hardly ever changes them

        save(self.settings_path, self.settings)
        self.history.aim_at(self.settings.desired_retention)
