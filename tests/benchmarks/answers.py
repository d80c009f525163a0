"""Next question and durable answer, and search: ours beside Anki's library, on the same texts.

Each of the questions is remembered, one in a hundred is due. Ours is a session as the screen holds
it: the turn with its options, the answer graded, recorded on disk, rated, the passages of the
verdict found, and the next turn. Anki's is described in `anki_side`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Memory, Rating, Scheduler
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.history.tables.memories import Remembered
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.searching.searching import Search
from quiz.study.sitting.begin import begin
from quiz.study.sitting.plan import plan
from quiz.study.sitting.study import Study
from tests.benchmarks.corpus import Item, Words, shelves, write_ours
from tests.benchmarks.cpu import clean_environment, medians, timed
from tests.benchmarks.figures import OURS, PEERS, Figure
from tests.benchmarks.peers import programs, titled
from tests.processes import run

SIZES = (10_000, 100_000)
DUE_SHARE, ANSWERS, SEARCHES, PLANS = 100, 80, 5, 9
ROOT = Path(__file__).parent.parent.parent


class Measured(NamedTuple):
    """One side: CPU and wall milliseconds of an answer, CPU milliseconds of each search."""

    answer: Sequence[float]
    searches: dict[str, float]
    first_plan: float = 0.0
    plan: float = 0.0


def _now() -> datetime:
    return datetime.now().astimezone()


@contextmanager
def _desk(folder: Path) -> Iterator[Workspace]:
    where = places({"QUIZ_HOME": str(folder / "home")})
    now_ms = int(1000 * time.time())
    with (
        Library.open([folder / "sets"], places=where) as library,
        History.open(where.history, now_ms=now_ms, scheduler=Scheduler()) as history,
    ):
        yield Workspace(library, history, Settings(), where.settings, _now)


def _remember(workspace: Workspace) -> None:
    """As if all had been answered some days ago."""
    rows = [
        (f"{entry.id}/{row.id}", row.key_hash)
        for entry in workspace.library.sets
        for row in entry.index
    ]
    with workspace.history._writing() as connection:
        for number, (uid, key) in enumerate(rows):
            due = workspace.today + number % DUE_SHARE
            memory = Memory(50.0, 5.0, due - 50, due, 3, 0, Rating.GOOD)
            workspace.history._store(connection, Remembered(uid, key, memory, "correct"))


def _answer(study: Study) -> None:
    presented = study.presented
    assert presented is not None
    study.answer(Response(presented.question.key))
    study.go_on()


def _ours(folder: Path, searches: dict[str, list[str]]) -> Measured:
    with _desk(folder) as workspace:
        _remember(workspace)
        request = Request(new=0)
        first = timed(lambda: plan(workspace, request))[0]
        plans = [timed(lambda: plan(workspace, request)) for _ in range(PLANS)]
        study = begin(workspace, Request(new=0, limit=ANSWERS + 1))
        assert study is not None
        answers = [timed(lambda: _answer(study)) for _ in range(ANSWERS)]
        with Search(workspace) as search:
            for _ in search.refresh():
                pass
            found = {
                kind: medians([timed(_finding(search, word)) for word in words * SEARCHES])[0]
                for kind, words in searches.items()
            }
    return Measured(medians(answers), found, first, medians(plans)[0])


def _finding(search: Search, words: str) -> Callable[[], object]:
    return lambda: search.find(words)


def _ankis(folder: Path, items: Sequence[Item], searches: dict[str, list[str]]) -> Measured | None:
    bin_ = programs("anki")
    if bin_ is None:
        return None
    notes = [
        (item.stem, "<br>".join((item.answer, *item.wrong, item.explanation))) for item in items
    ]
    job = {
        "path": str(folder / "collection.anki2"),
        "notes": notes,
        "due_share": DUE_SHARE,
        "answers": ANSWERS,
        "searches": searches,
        "times": SEARCHES,
    }
    written = folder / "job.json"
    written.write_text(json.dumps(job), encoding="utf-8")
    command = [str(bin_ / "python"), "-m", "tests.benchmarks.anki_side", str(written)]
    home = clean_environment(folder / "home")
    told = run(command, env=home, cwd=ROOT, capture_output=True, text=True, timeout=600)
    if told.returncode:
        print(f"skipping {titled('anki')}: {told.stderr[-300:]}", file=sys.stderr)
        return None
    data = json.loads(told.stdout.splitlines()[-1])
    assert data["reviews"] == ANSWERS, "Anki has not kept every answer"
    return Measured(data["answer"], data["searches"])


def searches(words: Sequence[str]) -> dict[str, list[str]]:
    """Kinds of searches, several of each; the same text is given to both."""
    return {
        "a common word": [words[at] for at in (6, 9, 12)],
        "an uncommon word": [words[at] for at in (600, 900, 1200)],
        "a rare word": [words[at] for at in (15_000, 16_000, 17_000)],
        "two words": [f"{words[at]} {words[at + 300]}" for at in (20, 30, 40)],
        "a phrase": ['"what is said of"', f'"said of the {words[6]}"'],
        "a word that is nowhere": ["qqqqqqq"],
    }


def measure(folder: Path, yard: float, *, peers: bool = True) -> list[Figure]:
    """Both sizes; search at the larger. `yard` is the yardstick in seconds."""
    figures = []
    for size in SIZES:
        words, place = Words(), folder / str(size)
        place.mkdir()
        shelved = list(shelves(size, words))
        write_ours(place / "sets", shelved)
        kinds = searches(words.all) if size == SIZES[-1] else {}
        ours = _ours(place, kinds)
        items = [item for shelf in shelved for item in shelf.items]
        theirs = _ankis(place, items, kinds) if peers else None
        if size == SIZES[-1]:
            figures += _budgets(ours, 1000 * yard)
        figures += _side_by_side(size, ours, theirs) if theirs else []
    return figures


def _budgets(ours: Measured, yard: float) -> list[Figure]:
    figure = partial(Figure, group=OURS, against="the yardstick", base=yard)
    begun = "a session of 40 planned, 1,000 due of 100,000 remembered"
    read = "the same when nothing was read before"
    within = "answer kept, next question, of 100,000 remembered"
    return [
        figure("next.plan", what=begun, measured=ours.plan, limit=10),
        figure("next.first_plan", what=read, measured=ours.first_plan),
        figure("next.answer", what=within, measured=ours.answer[0], limit=10),
    ]


def _side_by_side(size: int, ours: Measured, theirs: Measured) -> Iterator[Figure]:
    anki, what = titled("anki"), f"answer and next, {size:,} questions"
    for at, (kind, told) in enumerate((("cpu", "CPU"), ("wall", "wall time"))):
        mine, its = ours.answer[at], theirs.answer[at]
        name = f"answers.{size}.{kind}"
        yield Figure(name, PEERS, f"{what}, {told}", mine, anki, its, checked=at == 0)
    for kind, took in theirs.searches.items():
        name = f"search.{kind.replace(' ', '_')}"
        yield Figure(name, PEERS, f"search in {size:,}: {kind}", ours.searches[kind], anki, took)
