"""docs/settings.md says of each setting what the code does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from quiz.store.settings.settings import CHOICES, TABLES, Settings, load
from quiz.tui.keymap import troubles
from tests import TOP

PAGE = TOP / "docs" / "settings.md"
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def test_every_setting_is_described_with_its_value_its_limits_and_its_purpose() -> None:
    described = {match[1]: match.groups()[1:] for match in ROW.finditer(PAGE.read_text("utf-8"))}
    expected = {
        name: (_value(getattr(Settings(), name)), choice.allowed, choice.comment)
        for name, choice in {**CHOICES, **TABLES}.items()
    }
    assert described == expected


def _value(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, Mapping):
        return "none"
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"


def test_the_example_is_a_settings_file_without_a_fault(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert tomllib.loads(example)
    path = tmp_path / "settings.toml"
    path.write_text(example, encoding="utf-8")
    settings, problems = load(path)
    assert problems == []
    assert settings.certainty
    assert settings.exam_dates
    assert troubles(settings.keys) == []
