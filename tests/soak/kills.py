"""Kill the real program at random moments, over and over: `python -m tests.soak.kills`.

The oracle is what was painted: an answer whose verdict reached the terminal must be kept.
"""

from __future__ import annotations

import argparse
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quiz.study.common.request import Request
from quiz.study.sitting.begin import begin
from quiz.study.sitting.study import Study
from tests.plain.nine_types import workspace_over, write_set
from tests.tui.terminal import Terminal

QUESTIONS = 60
SEED = 3
SLOWEST_START = 2.0
"""Seconds a start after a kill may take until it offers the session."""

MOMENTS = ("starting", "opening", "hinting", "answering", "verdict", "going on", "undoing")
WEIGHTS = (2, 1, 1, 5, 1, 2, 1)
LONGEST = {"starting": 0.6, "opening": 0.15}
"""Seconds after the last key within which the kill falls; elsewhere SHORT."""
SHORT = 0.06


@dataclass(frozen=True, slots=True)
class Standing:
    """What the history says: kept answers, and the question that comes next, as it is shown."""

    kept: int
    stem: str
    options: tuple[str, ...]
    damaged: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What came of the kills; `lost` tells each one that broke a promise."""

    kills: Counter[str] = field(default_factory=Counter)
    answers: int = 0
    in_flight: int = 0
    starts: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The report as a Markdown list."""
        moments = ", ".join(f"{self.kills[moment]} {moment}" for moment in MOMENTS)
        return [
            f"- kills: {self.kills.total()} ({moments})",
            f"- answers given: {self.answers}; killed before their verdict, yet kept: "
            f"{self.in_flight}",
            f"- promises broken: {len(self.lost)}",
            f"- start after a kill until the session is offered: median "
            f"{statistics.median(self.starts):.2f} s, longest {max(self.starts):.2f} s",
            *(f"  - {one}" for one in self.lost),
        ]


def many_choices(folder: Path) -> Path:
    """A set of single-choice questions, each with a hint."""
    head = "id: many\ntitle: Many\ndocuments:\n  bread: documents/bread.txt\nquestions:\n"
    body = "".join(
        f"  - id: q{i}\n    type: single-choice\n    stem: Question number {i}?\n"
        f"    answer: right {i}\n    distractors: [wrong {i}, bad {i}]\n    hint: Think of {i}.\n"
        "    sources: [{document: bread, exact: Yeast turns sugar into gas.}]\n"
        for i in range(QUESTIONS)
    )
    return write_set(folder, head + body, "many")


def standing(set_file: Path, home: Path) -> Standing:
    """Read the history after a kill; where a session is over, begin the next."""
    with workspace_over(set_file, home) as workspace:
        damaged = (*workspace.history.verify(), *_unsound(home))
        record = workspace.history.unfinished()
        study = None if record is None else Study.resume(workspace, record)
        if study is None or study.presented is None:
            study = begin(workspace, Request(sets=("many",), seed=SEED, all=True))
        assert study is not None
        presented = study.presented
        assert presented is not None
        kept = sum(1 for _ in workspace.history.reviews())
        return Standing(kept, presented.question.stem, presented.options, damaged)


def _unsound(home: Path) -> list[str]:
    """What SQLite itself finds wrong with the file."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(home / "history.sqlite")) as connection:
        rows = connection.execute("PRAGMA integrity_check").fetchall()
    return [str(row[0]) for row in rows if row[0] != "ok"]


class Harness:
    """One learner who is killed again and again over one history."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.set_file, self.home = many_choices(folder / "set"), folder / "home"
        self.report = Report()
        self.before = standing(self.set_file, self.home)

    def kill_at(self, moment: str) -> None:
        """Play to the moment, kill, and hold the history against what was painted."""
        self.report.kills[moment] += 1
        arguments = ("study", str(self.set_file), "--all", "--seed", str(SEED))
        with Terminal(*arguments, home=self.home) as terminal:
            bounds = self._play(terminal, moment)
            terminal.signal(signal.SIGKILL)
            # what reached the terminal before the end counts as painted
            bounds = _settled(bounds, moment, terminal.words)
        self._judge(moment, bounds)

    def _play(self, terminal: Terminal, moment: str) -> tuple[int, int]:
        """Play up to the moment of the kill; the least and most answers that may be kept then."""
        kept = self.before.kept
        if moment == "starting":
            self._linger(terminal, moment)
            return kept, kept
        self._open(terminal)
        if moment == "opening":
            self._linger(terminal, moment)
            return kept, kept
        terminal.wait_for(self.before.stem)
        terminal.wait_for(f"{len(self.before.options)} ○ {self.before.options[-1]}")
        if moment == "hinting":
            terminal.press("h")
            self._linger(terminal, moment)
            return kept, kept
        return self._answer(terminal, moment)

    def _open(self, terminal: Terminal) -> None:
        began = time.perf_counter()
        terminal.wait_for("Go on with")
        self.report.starts.append(time.perf_counter() - began)
        terminal.press("\r")

    def _answer(self, terminal: Terminal, moment: str) -> tuple[int, int]:
        kept, options = self.before.kept, self.before.options
        right = next(i for i, text in enumerate(options, 1) if text.startswith("right"))
        terminal.press(f"{right}\r")
        self.report.answers += 1
        if moment == "answering":
            self._linger(terminal, moment)
            return kept, kept + 1
        terminal.wait_for("Correct")
        if moment in ("going on", "undoing"):
            terminal.press(" " if moment == "going on" else "z")
            self._linger(terminal, moment)
        return (kept if moment == "undoing" else kept + 1), kept + 1

    def _linger(self, terminal: Terminal, moment: str) -> None:
        """Let the program work for a random while, reading what it paints."""
        end = time.monotonic() + self.chance.uniform(0, LONGEST.get(moment, SHORT))
        while (left := end - time.monotonic()) > 0 and terminal.watch(left):
            pass

    def _judge(self, moment: str, bounds: tuple[int, int]) -> None:
        after = standing(self.set_file, self.home)
        number = self.report.kills.total()
        if not bounds[0] <= after.kept <= bounds[1]:
            self.report.lost.append(
                f"kill {number} ({moment}): {after.kept} answers kept, not {bounds}"
            )
        if after.damaged:
            self.report.lost.append(f"kill {number} ({moment}): damaged: {after.damaged}")
        same = (after.stem, after.options) == (self.before.stem, self.before.options)
        if after.kept == self.before.kept and not same:
            self.report.lost.append(f"kill {number} ({moment}): another question is offered")
        self.report.in_flight += moment == "answering" and after.kept > bounds[0]
        self.before = after


def _settled(bounds: tuple[int, int], moment: str, words: str) -> tuple[int, int]:
    """The bounds, narrowed by a verdict that was painted in the last moment."""
    painted = moment == "answering" and "Correct" in words
    return (bounds[1] if painted else bounds[0]), bounds[1]


def kill(times: int, seed: int) -> Report:
    """Kill so many times, at every moment at least once; what came of it."""
    with tempfile.TemporaryDirectory() as name:
        harness = Harness(Path(name), seed)
        more = harness.chance.choices(MOMENTS, WEIGHTS, k=max(0, times - len(MOMENTS)))
        for moment in harness.chance.sample([*MOMENTS, *more], len(MOMENTS) + len(more)):
            harness.kill_at(moment)
        return harness.report


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; 1 when a promise was broken or a start was slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    report = kill(chosen.times, chosen.seed)
    print("\n".join(report.lines()))
    return int(bool(report.lost) or max(report.starts) > SLOWEST_START)


if __name__ == "__main__":
    sys.exit(main())
