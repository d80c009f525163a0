"""Random damage to a history, then every command and screens: `python -m tests.soak.damage`.

A sentence or a right answer each time: no traceback, nothing longer than two seconds. Prints a
table; 1 when a promise was broken.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from quiz.cli.common.failing import guarded
from quiz.cli.main import run
from quiz.core.exams.clock import ExamMark
from quiz.core.exams.record import ExamAnswer
from quiz.core.memory.records import (
    EXAM,
    NOTE,
    Flag,
    Note,
    SavedSelection,
    SessionRecord,
    Suspension,
)
from quiz.store.history.tables.exams import Graded
from quiz.store.history.uids import new_uid
from tests.plain.nine_types import write_set
from tests.store.reviewing import DAY, NOW, give, hasty, review

LONGEST = 2.0
"""Seconds of CPU that a command may take."""
QUESTIONS = ("gas", "dough", "held", "gluten")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("stats",),
    ("flags",),
    ("due",),
    ("notes",),
    ("suspend",),
    ("search", "yeast"),
    ("coverage",),
    ("optimize",),
    ("history", "export"),
    ("backup", "--list"),
    ("backup",),
    ("exam", "bread", "--plain"),
    ("study", "bread", "--plain", "--all"),
    ("doctor",),
    ("doctor", "--repair", "--yes"),
    ("stats",),
)
"""Those that open the history, the repair at the end and what is then left."""


def whole(home: Path) -> bytes:
    """A history with everything in it, and a set to go with it."""
    write_set(home / "questions")
    path = home / "history.sqlite"
    with hasty(path) as history:
        for number in range(120):
            given = review(f"bread/{QUESTIONS[number % 4]}", day=DAY + number // 8)
            give(history, given)
            if number % 30 == 7:
                history.undo(given.uid, NOW)
        for number, word in enumerate(QUESTIONS):
            history.suspend(Suspension(f"bread/{word}", NOW, DAY + number))
            note = Note(new_uid(NOW), NOW, NOTE, f"bread/{word}", text="mine")
            history.keep_note(note)
            history.keep_note(
                Note(new_uid(NOW), NOW, NOTE, "", "bread/bread", "Yeast turns", '{"offset": 40}')
            )
            history.keep_selection(SavedSelection(new_uid(NOW), NOW, word, '{"missed": true}'))
        for number in range(6):
            name, remark = new_uid(NOW + number), new_uid(NOW + number)
            plan = ("bread/gas", "bread/dough")
            kind = EXAM if number % 2 else "study"
            record = SessionRecord(name, kind, NOW + number, DAY, "Bread", number, plan)
            if kind == EXAM:
                answers = [ExamAnswer(asked, tags=("a",), credit=0.5) for asked in plan]
                history.begin_exam(record, answers, ExamMark(5, NOW, 1, NOW + 9))
            else:
                history.begin(record)
            history.flag(Flag(remark, NOW, "bread/gas", "a remark", "bread.yaml", 3))
            history.keep_reading_place(f"document {number}", number, NOW)
            if number in (0, 2):
                history.finish(name, NOW + 10)
            elif number in (1, 3):
                history.submit_exam(name, NOW + 99, lambda given: [Graded(a, None) for a in given])
    return path.read_bytes()


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A few bytes flipped, a stretch written over, a page gone, or the end cut off."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at, kind = chance.randrange(len(found)), chance.randrange(5)
        if kind < 2:
            found[at] ^= 1 << chance.randrange(8)
        elif kind == 2:
            found[at : at + 16] = chance.randbytes(len(found[at : at + 16]))
        elif kind == 3:
            page = at // 4096 * 4096
            found[page : page + 4096] = bytes(len(found[page : page + 4096]))
        elif len(found) > 8192 and chance.random() < 0.2:
            del found[-chance.randrange(1, 4096) :]
    return bytes(found)


def said(arguments: Sequence[str]) -> str:
    """What a command prints, run in this process as the program runs it."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out), mock.patch("sys.stdin", io.StringIO()):
        guarded(lambda: run(arguments))
    return out.getvalue()


def fuzz(seeds: Sequence[int], home: Path) -> tuple[Counter[str], dict[str, float], list[str]]:
    """Damage and run; how often each command ran, its longest time, and what was broken."""
    ran, longest, broken = Counter[str](), dict[str, float](), list[str]()
    with mock.patch.dict(os.environ, {"QUIZ_HOME": str(home)}):
        content = whole(home)
        for seed in seeds:
            for file in (*home.glob("history.sqlite*"), *home.glob("backups/*")):
                file.unlink()
            (home / "history.sqlite").write_bytes(damaged(content, random.Random(seed)))
            for arguments in COMMANDS:
                began = time.process_time()
                text = said(arguments)
                name, seconds = " ".join(arguments), time.process_time() - began
                ran[name] += 1
                longest[name] = max(longest.get(name, 0), seconds)
                if "Traceback" in text or "inside Citequiz" in text:
                    broken.append(f"seed {seed}, quiz {name}: {text.strip()[:200]}")
    return ran, longest, broken


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.damage", description=__doc__)
    parser.add_argument("--times", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        seeds = range(chosen.first, chosen.first + chosen.times)
        ran, longest, broken = fuzz(seeds, Path(name))
    print("| command | runs | longest, s of CPU |\n|---|--:|--:|")
    for command, times in ran.items():
        print(f"| `quiz {command}` | {times:,} | {longest[command]:.2f} |")
    slow = [command for command, seconds in longest.items() if seconds > LONGEST]
    print(f"\n{chosen.times:,} damaged histories; tracebacks {len(broken)}; too long: {slow or 0}")
    for line in broken[:20]:
        print(f"- {line}")
    return int(bool(broken or slow))


if __name__ == "__main__":
    sys.exit(main())
