"""A small set with all nine question types over one document, and a learner who answers it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.plain import study_plain
from quiz.plain.choosing import letter
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.keeping.salvage import salvaged
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.study.sitting.plan import Request
from quiz.study.sitting.study import Study

DOCUMENT = """Bread

Making dough

Flour and water make a dough, and salt gives it taste. Yeast turns sugar into gas. \
The gas is held by gluten. A dough rests for 60 minutes.

Baking

First the oven is heated, then the loaf is scored, and at last it is baked. \
Some say the crust is done at 200 degrees.
"""

SET = """id: bread
title: Baking bread
documents:
  bread: documents/bread.txt
questions:
  - id: gas
    type: single-choice
    stem: What does yeast make of sugar?
    answer: Gas
    distractors:
      - text: Salt
        feedback: Salt is added, not made.
        sources:
          - document: bread
            exact: salt gives it taste
      - Water
    explanation: Yeast feeds on sugar.
    hint: It lifts the dough.
    sources:
      - document: bread
        exact: Yeast turns sugar into gas.
  - id: dough
    type: multiple-choice
    stem: What makes a dough?
    answers: [Flour, Water]
    distractors: [Gravel, Sand]
    sources:
      - document: bread
        exact: Flour and water make a dough
  - id: held
    type: true-false
    stem: Gas is held by salt.
    answer: "false"
    correction: It is held by gluten.
    sources:
      - document: bread
        exact: The gas is held by gluten.
  - id: gluten
    type: short-answer
    stem: What holds the gas?
    answer: gluten
    sources:
      - document: bread
        exact: The gas is held by gluten.
  - id: rest
    type: numeric
    stem: How long does a dough rest?
    answer: "60"
    unit: minutes
    sources:
      - document: bread
        exact: A dough rests for 60 minutes.
  - id: cloze
    type: cloze
    stem: Complete it.
    text: "{{Yeast}} turns {{sugar}} into gas."
    sources:
      - document: bread
        exact: Yeast turns sugar into gas.
  - id: roles
    type: matching
    stem: What does what?
    pairs:
      - left: Salt
        right: Taste
      - left: Yeast
        right: Gas
    distractors: [Noise]
    sources:
      - document: bread
        exact: This sentence is nowhere.
  - id: steps
    type: ordering
    stem: In which order?
    sequence: [Heat the oven, Score the loaf, Bake it]
    sources:
      - document: bread
        exact: First the oven is heated
  - id: crust
    type: open
    stem: When is the crust done?
    model_answer: At 200 degrees, some say.
    points: [A temperature, Not everybody says so]
    sources:
      - document: bread
        exact: the crust is done at 200 degrees
    disputed_by:
      - document: bread
        exact: at last it is baked
        note: Here no temperature is named.
"""


def write_set(folder: Path, text: str = SET, name: str = "bread") -> Path:
    """The set and its document below a folder; the set's file."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    (folder / "documents" / "bread.txt").write_text(DOCUMENT, encoding="utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


class Clock:
    """Time that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2025, 5, 5, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=5)
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)


@contextmanager
def workspace_over(set_file: Path, home: Path, clock: Clock | None = None) -> Iterator[Workspace]:
    clock = clock or Clock()
    where = places({"QUIZ_HOME": str(home)})
    now_ms = int(clock().timestamp() * 1000)
    with (
        Library.open([set_file], places=where) as library,
        History.open(where.history, now_ms=now_ms, salvage=salvaged) as history,
    ):
        yield Workspace(library, history, Settings(), where.settings, clock)


def begin_all(workspace: Workspace, *, seed: int = 7, cram: bool = False) -> Study:
    """A session over all that is new."""
    study = begin(workspace, Request(seed=seed, cram=cram, all=True), title="Baking bread")
    assert study is not None
    return study


def only(workspace: Workspace, question_id: str) -> Study:
    """A session over one question."""
    return Study.begin(workspace, (f"bread/{question_id}",), title="", seed=7)


def hold(study: Study, typed: str, width: int = 80) -> str:
    """What a session prints when this is typed."""
    output = io.StringIO()
    assert study_plain(study, input=io.StringIO(typed), output=output, width=width) == 0
    return output.getvalue()


class Person(io.StringIO):
    """Typed lines that come from a terminal."""

    def isatty(self) -> bool:
        return True


def right(question: Question, options: tuple[str, ...]) -> str:
    """What a learner who knows types."""
    match question:
        case SingleChoice():
            return f"{options.index(question.answer) + 1}\n"
        case MultipleChoice():
            return " ".join(str(options.index(a) + 1) for a in question.answers) + "\n"
        case TrueFalse():
            return "t\n" if question.answer else "f\n"
        case ShortAnswer() | Numeric():
            return f"{question.answer}\n"
        case Cloze():
            return "".join(f"{gap[0]}\n" for gap in question.gaps)
        case Matching():
            pairs = [letter(options.index(partner)) for _, partner in question.pairs]
            return " ".join(f"{row}{mark}" for row, mark in enumerate(pairs, 1)) + "\n"
        case Ordering():
            return ",".join(str(options.index(item) + 1) for item in question.sequence) + "\n"
        case Open():
            return "At 200 degrees\n\n1 2\n"
    raise AssertionError(question)


def wrong(question: Question, options: tuple[str, ...]) -> str:
    """What a learner who is mistaken types."""
    match question:
        case SingleChoice() | MultipleChoice():
            return f"{options.index(question.distractors[0].text) + 1}\n"
        case TrueFalse():
            return "1\n"
        case ShortAnswer():
            return "sawdust\n"
        case Numeric():
            return "5 minutes\n"
        case Cloze():
            return "Sawdust\ngravel\n"
        case Matching():
            noise = letter(options.index("Noise"))
            return f"{noise} {noise}\n"
        case Ordering():
            order = [question.sequence[i] for i in (1, 2, 0)]
            return "".join(str(options.index(item) + 1) for item in order) + "\n"
        case Open():
            return "No idea\nat all\n\n\n"
    raise AssertionError(question)
