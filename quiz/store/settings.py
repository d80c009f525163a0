"""What the user may choose, read from `settings.toml`; a bad value never stops the program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, cast

from quiz.errors import SettingsError

MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices.

    `theme` empty: the program's own. `new_per_day`: new questions a study day brings.
    `session_limit`: questions of a session, 0 for no limit. `desired_retention`: how likely a
    question should still be known when it comes back. `day_starts_at`: the hour a study day
    starts. `keys`: action id to the keys that start it.
    """

    theme: str = ""
    new_per_day: int = 20
    session_limit: int = 40
    desired_retention: float = 0.90
    day_starts_at: int = 4
    mouse: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)


class _Values(TypedDict, total=False):
    theme: str
    new_per_day: int
    session_limit: int
    desired_retention: float
    day_starts_at: int
    mouse: bool
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: what it is for, and which values it takes."""

    comment: str
    allowed: str
    check: Callable[[object], bool]


def _whole(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _share(value: object) -> bool:
    return type(value) in (int, float) and 0.70 <= float(str(value)) <= 0.99


CHOICES: Mapping[str, Choice] = {
    "theme": Choice(
        "The colours; empty for the program's own.",
        "a text in quotes",
        lambda value: isinstance(value, str),
    ),
    "new_per_day": Choice(
        "How many new questions a day brings.", "a whole number from 0 to 9999", _whole(0, 9999)
    ),
    "session_limit": Choice(
        "How many questions a session has; 0 for no limit.",
        "a whole number from 0 to 9999",
        _whole(0, 9999),
    ),
    "desired_retention": Choice(
        "How likely you want to know a question when it comes back.",
        "a number from 0.70 to 0.99",
        _share,
    ),
    "day_starts_at": Choice(
        "The hour at which a study day starts.", "a whole number from 0 to 23", _whole(0, 23)
    ),
    "mouse": Choice(
        "Whether the mouse is used.", "true or false", lambda value: isinstance(value, bool)
    ),
}


def load(path: Path) -> tuple[Settings, list[SettingsError]]:
    """The settings in `path`, the default for each that is absent or bad, and what is bad."""
    try:
        text = read_text(path)
        return (Settings(), []) if text is None else _checked(parse(text, path), text, path)
    except SettingsError as error:
        return Settings(), [error]


def save(path: Path, settings: Settings) -> None:
    """Write `settings`, keeping comments, order and unknown keys of an existing file.

    Raises SettingsError when the file is not valid TOML, is written in a way that cannot be
    changed line by line, or the disk refuses.
    """
    from quiz.store.settings_file import write

    write(path, settings)


def read_text(path: Path) -> str | None:
    """The content of the settings file, None when there is none; raises SettingsError."""
    if not path.exists():
        return None
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            raise SettingsError("this is no settings file", path=str(path))
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(f"the settings cannot be read: {reason}", path=str(path)) from None
    except UnicodeDecodeError:
        raise SettingsError("the settings are not UTF-8", path=str(path)) from None


def parse(text: str, path: Path) -> dict[str, object]:
    """The TOML in `text`; raises SettingsError with its place."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        words = str(error).split(" (at ")[0].lower() or "nested too deep"
        message = f"the settings are not valid TOML, so none of them is used: {words}"
        raise SettingsError(message, path=str(path), line=line, column=column) from None


def _checked(
    found: Mapping[str, object], text: str, path: Path
) -> tuple[Settings, list[SettingsError]]:
    errors: list[SettingsError] = []
    good: dict[str, object] = {}

    def report(message: str, key: str, hint: str | None, table: str = "") -> None:
        line = line_of(text, key, table)
        errors.append(SettingsError(message, path=str(path), line=line, hint=hint))

    for key, value in found.items():
        if key == "keys":
            good["keys"] = _keys(value, report)
        elif (choice := CHOICES.get(key)) is None:
            report(f"unknown setting {key!r}", key, _did_you_mean(key))
        elif not choice.check(value):
            report(f"{key} cannot be {_shown(value)}", key, f"it must be {choice.allowed}")
        else:
            good[key] = value
    return Settings(**cast(_Values, good)), sorted(errors, key=lambda error: error.line or 0)


def _keys(value: object, report: Callable[..., None]) -> dict[str, str]:
    if not isinstance(value, dict):
        report("keys must be a table", "keys", "write [keys] and below it action = 'key'")
        return {}
    good: dict[str, str] = {}
    for action, keys in flat(value).items():
        if isinstance(keys, str):
            good[action] = keys
        else:
            hint = "write them as a text, separated by commas"
            report(f"the keys of {action!r} cannot be {_shown(keys)}", action, hint, "keys")
    return good


def flat(table: Mapping[str, object]) -> dict[str, object]:
    """The table with `a.b` for what TOML reads as a table within a table."""
    found: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= {f"{key}.{below}": inner for below, inner in flat(value).items()}
        else:
            found[key] = value
    return found


def _shown(value: object) -> str:
    text = repr(value) if not isinstance(value, bool) else str(value).lower()
    return text if len(text) <= 40 else text[:39] + "…"


def _did_you_mean(key: str) -> str:
    from difflib import get_close_matches

    known = (*CHOICES, "keys")
    near = get_close_matches(key[:60], known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"


def line_of(text: str, key: str, table: str = "") -> int | None:
    """The line, from 1, that sets `key` in `table`; the table's own where it is not found."""
    current, header = "", None
    name = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
    for number, line in enumerate(text.split("\n"), start=1):
        if match := re.match(r"""\s*\[+\s*["']?([\w.-]+)["']?\s*\]""", line):
            current = match[1]
            if current == (table or key):
                header = number
        elif current == table and name.match(line):
            return number
    return header
