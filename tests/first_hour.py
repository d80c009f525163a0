"""The pictures of docs/first-hour.md: `python -m tests.first_hour FOLDER`.

The commands of the page are run in a folder of their own, on a terminal, with the page's documents.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from quiz.store.library.found_files import Found
from quiz.store.settings.settings import Settings
from quiz.study.authoring.previewing import Preview
from quiz.tui.preview_app import PreviewApp
from tests import TOP
from tests.processes import OnTerminal

PAGE = (TOP / "docs" / "first-hour.md").read_text("utf-8")
WIDTH = 100
MENDED = [
    ("    answer: false\n    correction: They are forbidden there.\n", "    answer: true\n"),
    ("lathe # after the introduction?", "lathe?"),
]
REVISED = [
    ("pump.md", "at 3 bar", "at 3.5 bar"),
    ("rules.txt", "ines.", "ines, except at the lathe."),
]


def block(mark: str) -> str:
    """The block of the page that is marked so."""
    found = re.search(rf"^```{mark}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, mark
    return found[1]


def change(path: Path, old: str, new: str) -> None:
    """Replace what has to be there."""
    text = path.read_text("utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), "utf-8")


def on_terminal(folder: Path, *args: str, asked: str = "", answers: str = "") -> str:
    """What a command prints in a folder, with its colours; each time it has `asked`, an answer."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("QUIZ")}
    home = {"QUIZ_HOME": str(folder / "home"), "PYTHONUTF8": "1", "PYTHONPATH": str(TOP)}
    environment = {**kept, **home, "TERM": "xterm-256color", "COLUMNS": str(WIDTH)}
    program = [sys.executable, "-m", "quiz", *args]
    with OnTerminal(program, environment, folder=folder, size=(WIDTH, 60)) as process:
        for answer in answers:
            process.wait_for(asked)
            process.send(f"{answer}\n")
        process.wait()
    return process.said.replace("\r\n", "\n")


def drawn(command: str, printed: str) -> str:
    """A terminal with a command and what it printed, as SVG."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text(f"$ {command}", style="bold"))
    console.print(Text.from_ansi(printed.rstrip()))
    return console.export_svg(title="quiz")


async def preview(path: Path) -> str:
    """The preview of a set, as SVG."""
    app = PreviewApp(Preview(Found(path, path.parent)), Settings())
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n")
        await pilot.pause()
        return app.export_screenshot(title="quiz preview")


def pictures(folder: Path) -> Iterator[tuple[str, str]]:
    """The hour, step by step: name and SVG of each picture."""
    (folder / "documents").mkdir(parents=True)
    for name in ("documents/pump.md", "documents/rules.txt"):
        (folder / name).write_text(block(f"text {name}"), "utf-8")
    documents = ("documents/pump.md", "documents/rules.txt")
    on_terminal(folder, "new", *documents, "--title", "Workshop and garden")
    path = folder / "workshop.yaml"
    header = path.read_text("utf-8").partition("questions:")[0]
    path.write_text(header + block("yaml other"), "utf-8")
    on_terminal(folder, "check", "--fix", path.name)
    told = on_terminal(folder, "check", path.name)
    yield "first-hour-check", drawn(f"quiz check {path.name}", told)
    yield "first-hour-preview", asyncio.run(preview(path))
    for old, new in MENDED:
        change(path, old, new)
    on_terminal(folder, "check", "--fix", path.name)
    for name, old, new in REVISED:
        change(folder / "documents" / name, old, new)
    told = on_terminal(folder, "reanchor", path.name, asked="[y/n/q] ", answers="yn")
    yield "first-hour-reanchor", drawn(f"quiz reanchor {path.name}", told)


def draw(folder: Path) -> None:
    """Write the pictures into a folder."""
    with tempfile.TemporaryDirectory() as name:
        for title, svg in pictures(Path(name) / "workshop"):
            (folder / f"{title}.svg").write_text(svg, "utf-8")
            print(folder / f"{title}.svg")


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
