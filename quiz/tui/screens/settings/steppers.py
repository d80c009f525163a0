"""The settings as lines: how each reads, and what one step makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quiz.store.settings.settings import Settings

STANDARD_THEME = "textual-dark"
THEMES = "The colours. Enter lists them all."
KEYS = "Which key does what; change any."


@dataclass(frozen=True, slots=True)
class Stepper:
    """A setting as a line: its field, its name, how it reads, and what one step makes of it.

    Those that `open` lead to a list; without a `turn` they do nothing else. `about` stands in
    place of the comment in the file, where that speaks of the file.
    """

    field: str
    name: str
    read: Callable[[Settings], str]
    turn: Callable[[Settings, int], Settings] | None = None
    opens: bool = False
    about: str = ""


def turned_theme(settings: Settings, step: int, themes: tuple[str, ...]) -> Settings:
    """The next theme of these, or the one before."""
    now = settings.theme or STANDARD_THEME
    at = themes.index(now) if now in themes else 0
    return settings._replace(theme=themes[(at + step) % len(themes)])


def _clamped(value: float, step: float, least: float, most: float) -> float:
    return max(least, min(most, round(value + step, 2)))


def _count(value: int, unit: str = "") -> str:
    return f"{value}{unit}" if value else "no limit"


def _keys_read(settings: Settings) -> str:
    count = len(settings.keys)
    return f"{count} of your own" if count else "built in"


KNOBS: tuple[Stepper, ...] = (
    Stepper("theme", "Theme", lambda s: s.theme or STANDARD_THEME, lambda s, n: s, True, THEMES),
    Stepper(
        "new_per_day",
        "New questions a day",
        lambda s: str(s.new_per_day),
        lambda s, n: s._replace(new_per_day=int(_clamped(s.new_per_day, 5 * n, 0, 9995))),
    ),
    Stepper(
        "session_limit",
        "Questions in a session",
        lambda s: _count(s.session_limit),
        lambda s, n: s._replace(session_limit=int(_clamped(s.session_limit, 5 * n, 0, 9995))),
    ),
    Stepper(
        "minutes_per_day",
        "Minutes a day",
        lambda s: _count(s.minutes_per_day, " min"),
        lambda s, n: s._replace(minutes_per_day=int(_clamped(s.minutes_per_day, 5 * n, 0, 1440))),
    ),
    Stepper(
        "desired_retention",
        "Known when it comes back",
        lambda s: f"{round(100 * s.desired_retention)} %",
        lambda s, n: s._replace(
            desired_retention=_clamped(s.desired_retention, 0.01 * n, 0.70, 0.99)
        ),
    ),
    Stepper(
        "certainty",
        "Ask how sure I am",
        lambda s: "yes" if s.certainty else "no",
        lambda s, n: s._replace(certainty=not s.certainty),
    ),
    Stepper(
        "ask_guessed",
        "Ask if luck was a guess",
        lambda s: "yes" if s.ask_guessed else "no",
        lambda s, n: s._replace(ask_guessed=not s.ask_guessed),
    ),
    Stepper(
        "day_starts_at",
        "A study day starts at",
        lambda s: f"{s.day_starts_at:02}:00",
        lambda s, n: s._replace(day_starts_at=(s.day_starts_at + n) % 24),
    ),
    Stepper(
        "mouse",
        "Mouse",
        lambda s: "on" if s.mouse else "off (from the next start)",
        lambda s, n: s._replace(mouse=not s.mouse),
    ),
    Stepper(
        "plain",
        "Lines instead of screens",
        lambda s: "yes (from the next start)" if s.plain else "no",
        lambda s, n: s._replace(plain=not s.plain),
    ),
    Stepper("keys", "Keys", _keys_read, opens=True, about=KEYS),
)
