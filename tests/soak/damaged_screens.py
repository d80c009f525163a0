"""Random damage to a history, then the app: `python -m tests.soak.damaged_screens`.

Before and after a repair, home, a session, the statistics, the search and the settings are entered
in a real terminal: a sentence or a screen, never a traceback.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from unittest import mock

from tests.processes import PATIENCE
from tests.soak.damage import damaged, said, whole
from tests.tui.terminal import Terminal

KEYS = ("\r", "k", "\r", "t", "\x1b", "/", "y", "\x1b", "s", "\x1b", "x", "\x1b", "\x1b", "\x1b")
"""A key a screen; what has been asked meanwhile takes them as its own."""
QUIET = 0.3
"""Seconds without anything painted after which a screen is there."""
CRASHES = ("Traceback", "inside Citequiz")


def looked_through(home: Path) -> str:
    """What is wrong when every screen is entered; empty for nothing."""
    seen = ""
    with Terminal(home=home) as terminal:
        terminal.watch(PATIENCE)
        for key in KEYS:
            while terminal.watch(QUIET):
                pass
            seen += terminal.words
            if terminal._ended():
                break
            terminal.press(key)
        seen += terminal.words
    return next((word for word in CRASHES if word in seen), "")


def fuzz(seeds: Iterable[int], home: Path) -> list[str]:
    """Damage and look; what was broken."""
    broken = []
    with mock.patch.dict(os.environ, {"QUIZ_HOME": str(home)}):
        content = whole(home)
        for seed in seeds:
            for file in (*home.glob("history.sqlite*"), *home.glob("backups/*")):
                file.unlink()
            (home / "history.sqlite").write_bytes(damaged(content, random.Random(seed)))
            found = looked_through(home)
            said(["doctor", "--repair", "--yes"])
            found = found or looked_through(home)
            if found:
                broken.append(f"seed {seed}: {found}")
    return broken


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.damaged_screens")
    parser.add_argument("--times", type=int, default=200)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        broken = fuzz(range(chosen.times), Path(name))
    print(f"{chosen.times:,} damaged histories, {len(KEYS)} keys each; broken: {len(broken)}")
    for line in broken[:20]:
        print(f"- {line}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
