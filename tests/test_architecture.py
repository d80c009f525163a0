"""What the import contracts in pyproject.toml cannot say: no loaded Textual, no asked clock."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quiz
from tests import TOP, house_picture
from tests.processes import run_python

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
    assert run_python("-c", code).returncode == 0


def test_the_version_is_all_that_the_package_itself_holds() -> None:
    code = "import sys, quiz; sys.exit(sum(name.startswith('quiz') for name in sys.modules) != 1)"
    assert run_python("-c", code).returncode == 0


def test_the_page_for_newcomers_names_only_what_is_there() -> None:
    page = house_picture.PAGE.read_text(encoding="utf-8")
    named = re.findall(r"`((?:quiz|tests|docs)/[\w/.]*)`", page)
    assert len(named) > 60
    assert [name for name in named if not (TOP / name).exists()] == []


def test_the_page_for_newcomers_has_every_room() -> None:
    page = house_picture.PAGE.read_text(encoding="utf-8")
    rooms = {path.parent.relative_to(TOP) for path in HOUSE.glob("*/*/*.py")}
    assert {str(room) for room in rooms if f"`{room}/`" not in page} == set()


def test_the_picture_of_the_house_is_drawn_from_the_contracts() -> None:
    page = house_picture.PAGE.read_text(encoding="utf-8")
    assert house_picture.picture() in page, "run: python -m tests.house_picture --write"
