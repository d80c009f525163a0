"""From a key to the findings, through the real server: `python -m tests.lsp.speed`."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from lsprotocol import types

from tests.benchmarks import big_sets
from tests.lsp.editor import Editor, editor

KEYS = 80
QUIET = 0.02
"""Seconds between two keys: a fast typist's are five times as long."""


def median_and_95th(seconds: list[float]) -> str:
    """Both in milliseconds."""
    ranked = sorted(seconds)
    return f"{statistics.median(ranked) * 1000:6.1f} {ranked[int(len(ranked) * 0.95)] * 1000:6.1f}"


async def typed(made: Editor, path: Path) -> list[float]:
    """How long each of some keys in stems takes until findings come back."""
    lines = path.read_text("utf-8").split("\n")
    stems = [at for at, line in enumerate(lines) if "stem:" in line]
    chance = random.Random(1)
    took = []
    for _ in range(KEYS):
        line = chance.choice(stems)
        at = types.Position(line, len(lines[line]) - 3)
        made.said.pop(path.as_uri(), None)
        began = time.perf_counter()
        made.type(path, at, at, "a")
        await made.until(lambda: path.as_uri() in made.said)
        took.append(time.perf_counter() - began)
        await asyncio.sleep(QUIET)
    return took


async def measure(questions: int, folder: Path) -> None:
    """One size."""
    (folder / "documents").mkdir(parents=True)
    with patch.object(big_sets, "PER_SET", questions):
        path = big_sets.write_sets(folder, questions)[0]
    async with editor(folder, folder / "home") as made:
        began = time.perf_counter()
        await made.open(path)
        opened = time.perf_counter() - began
        print(f"{questions:6} {opened:6.2f} s {median_and_95th(await typed(made, path))}")


def main() -> None:
    """Print the table."""
    print("questions, opened, then milliseconds a key: median, 95th percentile")
    with tempfile.TemporaryDirectory() as name:
        for questions in (50, 500, 5000):
            asyncio.run(measure(questions, Path(name) / str(questions)))


if __name__ == "__main__":
    main()
