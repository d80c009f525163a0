"""Learners whose memory is FSRS itself, at a real workspace: planned, asked, graded, kept.

Only the clock and the learner are made up. A learner knows an answer with the chance that the true
memory gives; else one of the options is guessed, and most guesses are owned up to.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import DEFAULT_PARAMETERS, Confidence, Memory, Rating, Scheduler
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.presented import Presented
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.study.sitting.study import Study

FIRST = datetime(2025, 1, 1, 18, tzinfo=UTC)
SECONDS_EACH = 15
KNOWN_BEFORE = 0.25
"""The chance that a question's answer is known before it was ever asked."""
HONEST = 0.8
"""The share of guesses that are marked as guesses."""


def true_parameters(
    stability: float = 1.0, growth: float = 0.0, decay: float = 0.0
) -> tuple[float, ...]:
    """FSRS-6 parameters beside the published ones: factor of the first stabilities; what is added
    to w8, by which stability grows, and to w20, the decay of the forgetting curve.
    """
    found = list(DEFAULT_PARAMETERS)
    found[:4] = [value * stability for value in found[:4]]
    found[8] += growth
    found[20] += decay
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Tried:
    """A first try at a question known from an earlier day: when, and whether it was known."""

    day: int
    chance: float
    knew: bool


@dataclass(slots=True)
class Mind:
    """What a learner truly remembers. `tried` are the reviews that retention is counted over."""

    truth: Scheduler
    chance: random.Random
    honest: float = HONEST
    memories: dict[str, Memory] = field(default_factory=dict)
    tried: list[Tried] = field(default_factory=list)

    def recall(self, question: str, day: int) -> float:
        """The chance of knowing an answer."""
        memory = self.memories.get(question)
        return KNOWN_BEFORE if memory is None else self.truth.retrievability(memory, day)

    def answer(self, presented: Presented, day: int) -> tuple[Response, Confidence]:
        """Answer a question, and learn from what is shown then."""
        recall = self.recall(presented.uid, day)
        knew = self.chance.random() < recall
        memory = self.memories.get(presented.uid)
        if memory is not None and memory.day < day and presented.slot.attempt == 0:
            self.tried.append(Tried(day, recall, knew))
        rating = Rating.GOOD if knew else Rating.AGAIN
        self.memories[presented.uid] = self.truth.review(memory, rating, day, "")
        if knew:
            return Response(presented.question.key), Confidence.UNMARKED
        guessed = self.chance.choice(presented.options)
        owned_up = self.chance.random() < self.honest
        return Response((guessed,)), Confidence.GUESS if owned_up else Confidence.UNMARKED


class FakeClock:
    """A clock that goes on with each answer."""

    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self) -> datetime:
        return self.now

    def tick(self) -> None:
        self.now += timedelta(seconds=SECONDS_EACH)

    def turn_to(self, day: int) -> None:
        """Six in the evening, so many days after the first."""
        self.now = FIRST + timedelta(days=day)


def study_day_through(workspace: Workspace, clock: FakeClock, mind: Mind, request: Request) -> int:
    """Session after session until nothing is left to do today; how many answers were given."""
    answers = 0
    while (study := begin(workspace, request)) is not None:
        answers += hold(study, clock, mind)
    return answers


def hold(study: Study, clock: FakeClock, mind: Mind) -> int:
    """Answer a session to its end."""
    answers = 0
    presented = study.presented
    while presented is not None:
        clock.tick()
        response, study.confidence = mind.answer(presented, study.workspace.today)
        study.answer(response)
        answers += 1
        presented = study.go_on()
    return answers


@contextmanager
def desk_in(folder: Path, clock: FakeClock, questions: int) -> Iterator[Workspace]:
    """A workspace with the default settings over a set of so many questions with four options."""
    where = places({"QUIZ_HOME": str(folder / "home")})
    now_ms = int(clock().timestamp() * 1000)
    with (
        Library.open([write_set(folder / "sets", questions)], places=where) as library,
        History.open(where.history, now_ms=now_ms, scheduler=Scheduler()) as history,
    ):
        # nobody pulls the plug on a made-up learner
        history._connection.execute("PRAGMA synchronous = OFF")
        yield Workspace(library, history, Settings(), where.settings, clock)


def write_set(folder: Path, questions: int) -> Path:
    """A set of single-choice questions, each with four options and a passage of its own."""
    (folder / "documents").mkdir(parents=True)
    lines = [f"The thing of number {i} is called name{i}." for i in range(questions)]
    (folder / "documents" / "things.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    path = folder / "things.yaml"
    head = "id: things\ntitle: Things\ndocuments:\n  d: documents/things.txt\nquestions:\n"
    body = "".join(
        f"  - id: q{i}\n    type: single-choice\n    stem: How is the thing of number {i} called?\n"
        f"    answer: name{i}\n    distractors: [name{i}a, name{i}b, name{i}c]\n"
        f"    sources:\n      - document: d\n        exact: The thing of number {i} is called\n"
        for i in range(questions)
    )
    path.write_text(head + body, encoding="utf-8")
    return path
