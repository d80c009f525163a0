"""What the user may choose, read from `settings.toml`; a bad value never stops the program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypedDict, cast

from quiz.errors import SettingsError
from quiz.store.settings.toml_places import flat, place_of

MAX_BYTES = 100_000
MAX_ERRORS = 50


class Settings(NamedTuple):
    """The user's choices.

    `theme` empty: the program's own. `new_per_day`: new questions a study day brings.
    `session_limit`: questions of a session, `minutes_per_day`: how long to study, both 0 for no
    limit. `desired_retention`: how likely a question should still be known when it comes back.
    `certainty`: whether to ask how sure an answer is. `ask_guessed`: whether to ask if a right one
    was a guess. `day_starts_at`: the hour a study day starts. `plain`: lines instead of screens.
    `exam_dates`: set id to the day of its exam. `keys`: action id to the keys that start it.
    """

    theme: str = ""
    new_per_day: int = 20
    session_limit: int = 40
    minutes_per_day: int = 0
    desired_retention: float = 0.90
    certainty: bool = False
    ask_guessed: bool = True
    day_starts_at: int = 4
    mouse: bool = True
    plain: bool = False
    exam_dates: Mapping[str, date] = MappingProxyType({})
    keys: Mapping[str, str] = MappingProxyType({})


class _Values(TypedDict, total=False):
    theme: str
    new_per_day: int
    session_limit: int
    minutes_per_day: int
    desired_retention: float
    certainty: bool
    ask_guessed: bool
    day_starts_at: int
    mouse: bool
    plain: bool
    exam_dates: dict[str, date]
    keys: dict[str, str]


class Choice(NamedTuple):
    """One setting: what it is for, and which values it takes."""

    comment: str
    allowed: str
    check: Callable[[object], bool]


def _whole(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _share(value: object) -> bool:
    return type(value) in (int, float) and 0.70 <= float(str(value)) <= 0.99


def _yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


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
    "minutes_per_day": Choice(
        "How many minutes a day you want to study; 0 for no limit.",
        "a whole number from 0 to 1440",
        _whole(0, 1440),
    ),
    "desired_retention": Choice(
        "How likely you want to know a question when it comes back.",
        "a number from 0.70 to 0.99",
        _share,
    ),
    "certainty": Choice(
        "Whether to ask how sure you are before each verdict.", "true or false", _yes_or_no
    ),
    "ask_guessed": Choice(
        "Whether to ask if a right answer that may be luck was a guess.",
        "true or false",
        _yes_or_no,
    ),
    "day_starts_at": Choice(
        "The hour at which a study day starts.", "a whole number from 0 to 23", _whole(0, 23)
    ),
    "mouse": Choice("Whether the mouse is used.", "true or false", _yes_or_no),
    "plain": Choice("Whether plain lines take the place of screens.", "true or false", _yes_or_no),
}

TABLES: Mapping[str, Choice] = {
    "exam_dates": Choice(
        "When you sit the exam on a set: the set's id, and the day.",
        "a date such as 2031-05-17",
        lambda value: day_of(value) is not None,
    ),
    "keys": Choice(
        "Your own keys: the action's id, and its keys separated by commas.",
        "a text in quotes",
        lambda value: isinstance(value, str),
    ),
}


def day_of(value: object) -> date | None:
    """The date that a TOML date, or a text with one, means."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def load(path: Path) -> tuple[Settings, list[SettingsError]]:
    """The settings in `path`, the default for each that is absent or bad, and what is bad."""
    try:
        text = read_text(path)
        return (Settings(), []) if text is None else _checked(parse(text, path), text, path)
    except SettingsError as error:
        return Settings(), [error]


def read_text(path: Path) -> str | None:
    """The content of the settings file, None when there is none; raises SettingsError."""
    try:
        if path.stat().st_size > MAX_BYTES or not path.is_file():
            raise SettingsError("this is no settings file", path=str(path))
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(f"the settings cannot be read: {reason}", path=str(path)) from None
    except UnicodeDecodeError:
        raise SettingsError("the settings are not UTF-8", path=str(path)) from None


def parse(text: str, path: Path) -> dict[str, object]:
    """The TOML in `text`; raises SettingsError with its place."""
    import tomllib

    from quiz.store.settings.toml_bounds import shallow, too_large

    bound = too_large(text)
    if bound is not None:
        message = (
            f"the settings are no TOML that a person writes ({bound[1]}): none of them is used"
        )
        raise SettingsError(message, path=str(path), line=bound[0], column=1)
    try:
        return shallow(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        deep = isinstance(error, RecursionError)
        words = "nested too deep" if deep else str(error).split(" (at ")[0].lower()
        message = f"the settings are not valid TOML, so none of them is used: {words}"
        raise SettingsError(message, path=str(path), line=line, column=column) from None


class _Report:
    """Collects what is wrong, each with its place in the text."""

    def __init__(self, text: str, path: Path) -> None:
        self.errors: list[SettingsError] = []
        self._text = text
        self._path = path

    def __call__(
        self, message: str, key: str, hint: str | None, table: str = "", *, unknown: bool = False
    ) -> None:
        """`unknown`: the key itself is wrong, not its value."""
        if len(self.errors) > MAX_ERRORS:
            return
        if len(self.errors) == MAX_ERRORS:
            message, hint = "more is wrong with the settings than is told here", None
        place = place_of(self._text, key, table)
        line = place.line if place else None
        column = (place.key if unknown else place.value) if place else None
        self.errors.append(
            SettingsError(message, path=str(self._path), line=line, column=column, hint=hint)
        )


def _checked(
    found: Mapping[str, object], text: str, path: Path
) -> tuple[Settings, list[SettingsError]]:
    report = _Report(text, path)
    good: dict[str, object] = {}
    for key, value in found.items():
        if key in TABLES:
            good[key] = _table(key, value, report)
        elif (choice := CHOICES.get(key)) is None:
            report(f"unknown setting {key!r}", key, _did_you_mean(key), unknown=True)
        elif not choice.check(value):
            report(f"{key} cannot be {_shown(value)}", key, f"it must be {choice.allowed}")
        else:
            good[key] = value
    errors = sorted(report.errors, key=lambda error: (error.line or 0, error.column or 0))
    return Settings(**cast(_Values, good)), errors


def _table(name: str, value: object, report: _Report) -> dict[str, object]:
    """The good entries of a table."""
    choice = TABLES[name]
    if not isinstance(value, dict):
        report(f"{name} must be a table", name, f"write [{name}] and below it {_EXAMPLES[name]}")
        return {}
    good: dict[str, object] = {}
    for key, given in flat(value).items():
        if choice.check(given):
            good[key] = given if name == "keys" else day_of(given)
        else:
            hint = f"it must be {choice.allowed}"
            report(f"{_ENTRIES[name]} {key!r} cannot be {_shown(given)}", key, hint, name)
    return good


_EXAMPLES = {"keys": "action = 'key'", "exam_dates": "set-id = 2031-05-17"}
_ENTRIES = {"keys": "the keys of", "exam_dates": "the exam date of"}


def _shown(value: object) -> str:
    text = repr(value)
    if isinstance(value, bool | date):
        text = str(value).lower()
    return text if len(text) <= 40 else text[:39] + "…"


def _did_you_mean(key: str) -> str:
    from difflib import get_close_matches

    known = (*CHOICES, *TABLES)
    near = get_close_matches(key[:60], known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
