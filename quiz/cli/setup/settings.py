"""`quiz settings`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.common.failing import REFUSED
from quiz.cli.common.output import complain, say, say_json, table
from quiz.errors import QuizError, SettingsError
from quiz.store.files.home import there

if TYPE_CHECKING:
    from quiz.store.settings.settings import Settings

EXAMPLE = "\b\nExamples:\n  quiz settings\n  quiz settings --edit"


@click.command(epilog=EXAMPLE, short_help="Show the settings, or change them.")
@click.option("--edit", is_flag=True, help="Open the settings file in $EDITOR.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(edit: bool, form: str) -> int:
    """Show where the settings are kept, and each with its present value.

    What is wrong in the file is said with its place; then the built-in value is used instead.
    Settings can also be changed in the app.
    """
    import os

    from quiz.store.files.home import places

    path = places(os.environ).settings
    if edit:
        _edit(path)
    settings, troubles = _read(path)
    for trouble in troubles:
        complain(trouble)
    if not edit:
        _tell(settings, path, form)
    elif not troubles:
        say("The settings are in order.")
    return REFUSED if troubles else 0


def _read(path: Path) -> tuple[Settings, Sequence[QuizError]]:
    """The settings, and all that is wrong with them, clashing keys too."""
    from quiz.store.settings.settings import load, read_text
    from quiz.store.settings.toml_places import place_of
    from quiz.tui.keymap import troubles

    settings, found = load(path)
    text = (read_text(path) or "") if settings.keys else ""
    for trouble in troubles(settings.keys):
        place = place_of(text, trouble.action, "keys")
        line, column = (place.line, place.value) if place else (None, None)
        hint = "as long as it is so, all keys are the built-in ones"
        found.append(
            SettingsError(trouble.message, path=str(path), line=line, column=column, hint=hint)
        )
    return settings, found


def _edit(path: Path) -> None:
    """Open the file, written first if there is none, at what is wrong with it."""
    from quiz.store.settings.file import save
    from quiz.study.common.editor import editor_command, run_editor

    settings, troubles = _read(path)
    if not there(path):
        save(path, settings)
    line = next((trouble.line for trouble in troubles if trouble.line), 1)
    trouble = run_editor(editor_command(str(path), line))
    if trouble:
        raise QuizError(f"the editor cannot be opened: {trouble}")


def _tell(settings: Settings, path: Path, form: str) -> None:
    values = dict(_values(settings))
    if form == "json":
        say_json({"path": str(path), **values})
        return
    say(str(path) if there(path) else f"{path} (not there yet: all is as built in)")
    say()
    for line in table(("setting", "value", "what it is"), list(_rows(values)), "lll"):
        say(line)


def _values(settings: Settings) -> Iterator[tuple[str, object]]:
    from quiz.store.settings.settings import CHOICES, TABLES

    for name in CHOICES:
        yield name, getattr(settings, name)
    for name in TABLES:
        entries = getattr(settings, name)
        yield name, {key: str(value) for key, value in entries.items()}


def _rows(values: dict[str, object]) -> Iterator[tuple[str, str, str]]:
    from quiz.store.settings.settings import CHOICES, TABLES

    for name, value in values.items():
        if isinstance(value, dict):
            yield name, f"{len(value)} below" if value else "none", TABLES[name].comment
            yield from ((f"{name}.{key}", str(entry), "") for key, entry in value.items())
        else:
            shown = str(value).lower() if isinstance(value, bool) else str(value) or '""'
            yield name, shown, CHOICES[name].comment
