"""What the import contracts in pyproject.toml cannot say: no loaded Textual, no asked clock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import quiz

HOUSE = Path(quiz.__file__).parent
MOST_FILES = 15


def test_no_folder_holds_more_files_than_one_can_take_in() -> None:
    folders = {path.parent for path in HOUSE.rglob("*.py")}
    files = {
        str(folder): len([path for path in folder.glob("*.py") if path.name != "__init__.py"])
        for folder in folders
    }
    assert {name: count for name, count in files.items() if count > MOST_FILES} == {}


def test_below_the_commands_nobody_asks_what_time_it_is() -> None:
    for floor in ("core", "study"):
        for path in (HOUSE / floor).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            assert "datetime.now" not in source, path
            assert "time.time" not in source, path


@pytest.mark.parametrize("floor", ["core", "store", "study", "plain"])
def test_no_floor_below_the_screens_loads_textual(floor: str) -> None:
    names = [
        "quiz." + ".".join(path.relative_to(HOUSE).with_suffix("").parts)
        for path in sorted((HOUSE / floor).rglob("*.py"))
        if path.name != "__init__.py"
    ]
    code = f"import sys, {', '.join(names)}; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_version_is_all_that_the_package_itself_holds() -> None:
    code = "import sys, quiz; sys.exit(sum(name.startswith('quiz') for name in sys.modules) != 1)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
