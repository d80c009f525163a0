"""The doors of the house: who may import whom, proved on the source and at run time."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import quiz
from tests.processes import run_python

HOUSE = Path(quiz.__file__).parent
ROOMS = {
    "core": {"core", "errors"},
    "store": {"core", "store", "errors"},
    "formats": {"core", "store", "formats", "errors"},
    "study": {"core", "store", "study", "errors"},
    "plain": {"core", "store", "study", "plain", "errors"},
    "tui": {"core", "store", "study", "tui", "errors"},
    "cli": {"core", "store", "formats", "study", "plain", "tui", "cli", "errors"},
}
MODULES = sorted(HOUSE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Every module a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def room_of(path: Path) -> str:
    parts = path.relative_to(HOUSE).parts
    return parts[0] if len(parts) > 1 else ""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_through_its_doors(room: str) -> None:
    wrong = [
        f"{path.relative_to(HOUSE)} imports {name}"
        for path in MODULES
        if room_of(path) == room
        for name in imports(path)
        if name.startswith("quiz.") and name.split(".")[1] not in ROOMS[room]
    ]
    assert wrong == []


def test_every_module_has_a_room() -> None:
    assert {room_of(path) for path in MODULES} - {""} == set(ROOMS)


def test_only_the_terminal_ui_imports_textual() -> None:
    wrong = [
        str(path.relative_to(HOUSE))
        for path in MODULES
        if room_of(path) != "tui"
        and any(name.split(".")[0] in ("textual", "rich") for name in imports(path))
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["random", "datetime", "time", "os", "pathlib", "sqlite3", "yaml"])
def test_the_core_reads_no_clock_no_file_and_no_chance_of_its_own(name: str) -> None:
    allowed = {
        "random": {"options.py", "paper.py"},  # a generator seeded by its caller
        "datetime": {"scheduling.py"},  # study days are computed from a moment that is passed in
    }
    users = {path.name for path in MODULES if room_of(path) == "core" and name in imports(path)}
    assert users <= allowed.get(name, set())


def test_the_core_never_asks_what_time_it_is() -> None:
    for path in MODULES:
        if room_of(path) in ("core", "study"):
            source = path.read_text(encoding="utf-8")
            assert "datetime.now" not in source, path
            assert "time.time" not in source, path


@pytest.mark.parametrize("module", ["quiz.core", "quiz.store", "quiz.study", "quiz.plain"])
def test_no_room_below_the_screens_loads_textual(module: str) -> None:
    package = HOUSE / module.split(".")[1]
    names = [
        "quiz." + ".".join(path.relative_to(HOUSE).with_suffix("").parts)
        for path in sorted(package.rglob("*.py"))
        if path.name != "__init__.py"
    ]
    code = f"import sys, {', '.join(names)}; sys.exit('textual' in sys.modules)"
    assert run_python("-c", code).returncode == 0


def test_the_version_is_all_that_the_package_itself_holds() -> None:
    code = "import sys, quiz; sys.exit(sum(name.startswith('quiz') for name in sys.modules) != 1)"
    assert run_python("-c", code).returncode == 0
