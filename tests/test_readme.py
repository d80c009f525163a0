"""The README is true: keys, commands, format and pictures."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from quiz.cli.main import COMMANDS
from quiz.store.sets.reading import read_set
from quiz.tui.actions import ROOMS, in_rooms
from quiz.tui.keymap import troubles
from tests import TOP
from tests.keys_table import PAGE, with_table

README = TOP / "README.md"
CHECKOUT = TOP
TEXT = README.read_text(encoding="utf-8")


def test_the_table_of_keys_is_the_registry() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert with_table(text) == text


def test_every_command_named_exists_and_every_command_is_named() -> None:
    named = set(re.findall(r"`quiz ([a-z]+)", TEXT))
    assert named == set(COMMANDS)


def test_the_example_is_a_sound_set(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    path = tmp_path / "set.yaml"
    path.write_text(example, encoding="utf-8")
    assert [str(problem) for problem in read_set(path).problems] == []


def test_every_linked_file_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    assert links
    assert [link for link in links if not (CHECKOUT / link).exists()] == []


def test_the_make_targets_are_there() -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`?make ([a-z]+)", TEXT):
        assert re.search(rf"^[a-z ]*\b{target}\b[a-z ]*:", makefile, re.MULTILINE), target


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_pinned_requirements_are_those_of_the_package() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = (CHECKOUT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
    assert set(project["dependencies"]) == {line for line in listed if line[:1] not in ("#", "")}


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_every_pinned_requirement_has_hashes_and_no_address(name: str) -> None:
    text = (CHECKOUT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    pins = re.findall(r"^[A-Za-z0-9_.-]+==.*$", text, re.MULTILINE)
    assert pins
    assert all(pin.endswith("\\") for pin in pins)
    assert text.count("--hash=sha256:") >= len(pins)


def test_no_two_actions_of_a_screen_share_a_key() -> None:
    for room in {action.room for action in in_rooms(ROOMS)}:
        keys = [k for a in in_rooms(ROOMS) if a.room in (room, "app") for k in a.keys.split(",")]
        assert len(keys) == len(set(keys)), room


def test_a_key_map_that_clashes_or_names_nothing_is_refused_with_both_names() -> None:
    assert troubles({}) == []
    assert troubles({"session.hint": "x"}) == []
    (clash,) = troubles({"session.hint": "k"})
    assert "session.hint" in clash.message
    assert "session.dont_know" in clash.message
    (unknown,) = troubles({"session.hnt": "x"})
    assert "session.hint" in unknown.message
