"""The page of the first hour, followed word by word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import TOP
from tests.cli.running import Cli

PAGE = (TOP / "docs" / "first-hour.md").read_text("utf-8")


def fences(mark: str) -> list[str]:
    """The blocks of the page that are marked so."""
    found = re.finditer(rf"^```{mark}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return [match[1] for match in found]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def workshop(cli: Cli) -> Path:
    """The folder as it is after twenty-five minutes."""
    (cli.work / "documents").mkdir(parents=True)
    for name in ("documents/pump.md", "documents/rules.txt"):
        (cli.work / name).write_text(fences(f"text {name}")[0], "utf-8")
    new = re.search(r"^quiz (new .*)$", PAGE, re.MULTILINE)
    assert new is not None
    title = "Workshop and garden"
    made = cli(*new[1].partition(" --title")[0].split(), "--title", title)
    assert made.status == 0, made.err
    path = cli.work / "work.yaml"
    header = path.read_text("utf-8").partition("questions:")[0]
    path.write_text(header + fences("yaml other")[0], "utf-8")
    return path


def in_order(lines: list[str], text: str) -> bool:
    """Whether the lines stand in a text in this order."""
    rest = iter(text.splitlines())
    return all(any(line.rstrip() == one.rstrip() for one in rest) for line in lines)


def test_the_first_hour_is_as_the_page_tells(cli: Cli, workshop: Path) -> None:
    slips, gone, moved = (
        [line.replace("workshop.yaml", "work.yaml") for line in block.splitlines()]
        for block in fences("text")
    )
    checked = cli("check", workshop.name).out
    assert in_order([line for line in slips if "…" not in line], checked)
    assert checked.count("question-gone") == 2

    change(
        workshop,
        "    answer: false\n    correction: They are forbidden there.\n",
        "    answer: true\n",
    )
    change(workshop, "lathe # after the introduction?", "lathe?")
    assert cli("check", "--fix", workshop.name).status == 0
    assert cli("check", workshop.name).out == "No findings in 1 file\n"

    change(cli.work / "documents" / "pump.md", "at 3 bar", "at 3.5 bar")
    change(cli.work / "documents" / "rules.txt", "machines.", "machines, except at the lathe.")
    assert in_order(gone, cli("check", workshop.name).out)
    assert in_order(moved, cli("reanchor", workshop.name, "--yes").out)
