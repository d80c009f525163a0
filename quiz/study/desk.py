"""What a learner sits at: the library, the history, the settings and a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quiz.core.memory import study_day
from quiz.store.history import History
from quiz.store.library import Library
from quiz.store.settings import Settings, save


@dataclass(slots=True)
class Desk:
    """Everything a sitting needs; `clock` gives the aware local time."""

    library: Library
    history: History
    settings: Settings
    settings_path: Path
    clock: Callable[[], datetime]

    @property
    def today(self) -> int:
        """The study day it is now."""
        return study_day(self.clock(), self.settings.day_starts_at)

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""
        return int(self.clock().timestamp() * 1000)

    def offset_min(self) -> int:
        """How far the local clock stands from UTC, in minutes."""
        offset = self.clock().utcoffset()
        return int(offset.total_seconds() // 60) if offset is not None else 0

    def keep_settings(self) -> None:
        """Write the settings; raises SettingsError when that fails."""
        save(self.settings_path, self.settings)
