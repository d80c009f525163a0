"""Write `settings.toml`: known values change in place, everything else stays as it was."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from quiz.errors import SettingsError
from quiz.store.files.home import private_folder
from quiz.store.settings.settings import CHOICES, TABLES, Settings, day_of, parse, read_text
from quiz.store.settings.toml_places import flat, line_of

_VALUE = re.compile(r"""^([^=]*=\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^#]*?)(\s*(?:#.*)?)$""")
_TABLE = re.compile(r"\s*\[")


def save(path: Path, settings: Settings) -> None:
    """Write `settings`, keeping comments, order and unknown keys of an existing file.

    Raises SettingsError when the file is not valid TOML, is written in a way that cannot be
    changed line by line, or the disk refuses.
    """
    text = read_text(path)
    text = _template(settings) if text is None else _changed(text, settings, path)
    try:
        _replace(Path(os.path.realpath(path)), text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(f"the settings cannot be saved: {reason}", path=str(path)) from None


def _template(settings: Settings) -> str:
    parts = ["# Settings of Citequiz. A value that cannot be used is reported, never obeyed."]
    for key, choice in CHOICES.items():
        value = _toml(getattr(settings, key))
        parts.append(f"\n# {choice.comment} ({choice.allowed})\n{key} = {value}")
    for table, choice in TABLES.items():
        parts.append(f"\n# {choice.comment} ({choice.allowed})\n[{table}]")
        entries: Mapping[str, object] = getattr(settings, table)
        parts += [f"{_toml(key)} = {_toml(value)}" for key, value in entries.items()]
    return "\n".join(parts) + "\n"


def _changed(text: str, settings: Settings, path: Path) -> str:
    """`text` with what differs; checked by reading the result before it is used."""
    old = parse(text, path)
    lines = re.split(r"(?<=\n)(?!\Z)", text)
    for key in CHOICES:
        if not _same(_value(old, key), getattr(settings, key)):
            lines = _set(lines, key, key, getattr(settings, key))
    for table in TABLES:
        lines = _set_table(lines, table, _entries(old, table), getattr(settings, table))
    text = "".join(lines)
    try:
        if _says(parse(text, path), settings):
            return text
    except SettingsError:
        pass
    message = "the settings cannot be changed without rewriting the file"
    hint = "write each setting on a line of its own, or change it there by hand"
    raise SettingsError(message, path=str(path), hint=hint)


def _says(found: Mapping[str, object], settings: Settings) -> bool:
    """Whether a file that reads so gives these settings, odd entries of its tables aside."""
    return all(_same(_value(found, key), getattr(settings, key)) for key in CHOICES) and all(
        _good(found, table) == getattr(settings, table) for table in TABLES
    )


def _value(found: Mapping[str, object], key: str) -> object:
    return found.get(key, getattr(Settings(), key))


def _same(old: object, new: object) -> bool:
    """Equal, where TOML's true is not its 1."""
    return old == new and isinstance(old, bool) == isinstance(new, bool)


def _entries(found: Mapping[str, object], table: str) -> dict[str, object]:
    entries = found.get(table)
    return flat(entries) if isinstance(entries, dict) else {}


def _good(found: Mapping[str, object], table: str) -> dict[str, object]:
    """The entries of a table that can be used, as the settings have them."""
    entries = _entries(found, table).items()
    if table == "exam_dates":
        return {key: day for key, value in entries if (day := day_of(value)) is not None}
    return {key: value for key, value in entries if TABLES[table].check(value)}


def _set_table(
    lines: list[str], table: str, old: Mapping[str, object], new: Mapping[str, object]
) -> list[str]:
    good = _good({table: old}, table)
    for key in good.keys() - new.keys():
        at = line_of("".join(lines), key, table)
        if at is not None:
            del lines[at - 1]
    for key, value in new.items():
        if good.get(key) != value:
            lines = _set(lines, key, _toml(key), value, table)
    return lines


def _set(lines: list[str], key: str, name: str, value: object, table: str = "") -> list[str]:
    """`lines` with `key` changed where it stands, or added at the end of its table."""
    at = line_of("".join(lines), key, table)
    line = lines[at - 1] if at is not None else ""
    found = _VALUE.match(line.rstrip("\r\n"))
    if at is not None and found and not _TABLE.match(line):
        end = line[len(line.rstrip("\r\n")) :]
        return [*lines[: at - 1], f"{found[1]}{_toml(value)}{found[3]}{end}", *lines[at:]]
    return _add(lines, f"{name} = {_toml(value)}", table)


def _add(lines: list[str], entry: str, table: str) -> list[str]:
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines = [*lines[:-1], lines[-1] + end]
    start = 0
    if table:
        header = line_of("".join(lines), table)
        if header is None:
            return [*lines, end, f"[{table}]{end}", entry + end]
        start = header
    stop = next((i for i in range(start, len(lines)) if _TABLE.match(lines[i])), len(lines))
    while stop > start and not lines[stop - 1].strip():
        stop -= 1
    return [*lines[:stop], entry + end, *lines[stop:]]


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return '"' + "".join(_ESCAPES.get(c, c) if c >= " " else _escape(c) for c in value) + '"'
    return repr(value)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\x7f": "\\u007f"}


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}"


def _replace(path: Path, text: str) -> None:
    """Atomically: a reader sees the old file or the new one, whole, also after a power cut."""
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=".settings-", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
