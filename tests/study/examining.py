"""A workspace with two clocks that stand until they are moved, and learners who sit exams at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from quiz.core.grading.grading import Response
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.question import Question
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam, running
from quiz.study.exams.result import ExamResult
from quiz.study.exams.terms import ExamRequest

SECOND, MINUTE = 1000, 60_000


class World:
    """Real time, the wall clock that people set, their time zone, and the steady clock."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 12, tzinfo=UTC)) -> None:
        self.wall = start
        self.zone: tzinfo = UTC
        self.steady_ms = 77_000

    def clock(self) -> datetime:
        return self.wall.astimezone(self.zone)

    def steady(self) -> int:
        return self.steady_ms

    def wait(self, minutes: float) -> None:
        """Time goes by."""
        self.set(minutes)
        self.steady_ms += int(minutes * MINUTE)

    def set(self, minutes: float) -> None:
        """Somebody sets the wall clock."""
        self.wall += timedelta(minutes=minutes)


@contextmanager
def sitting_at(set_file: Path, home: Path, world: World) -> Iterator[Workspace]:
    where = places({"QUIZ_HOME": str(home)})
    now_ms = int(world.clock().timestamp() * 1000)
    with (
        Library.open([set_file], places=where) as library,
        History.open(where.history, now_ms=now_ms) as history,
    ):
        yield Workspace(library, history, Settings(), where.settings, world.clock, world.steady)


def begun(
    workspace: Workspace, seed: int = 3, questions: int | None = None, minutes: int = 12
) -> Exam:
    return Exam.begin(workspace, ExamRequest(questions=questions, minutes=minutes, seed=seed))


def right(question: Question) -> Response:
    """A response that is right in every part."""
    if question.type == "matching":
        return Response(tuple(key.partition(" = ")[2] for key in question.key))
    return Response(question.key)


def wrong(question: Question) -> Response:
    """A response that is wrong in every part."""
    return Response(("nonsense",))


def partly(question: Question) -> Response:
    """Half of a multiple choice; else as wrong."""
    if isinstance(question, MultipleChoice):
        return Response(question.answers[:1])
    return wrong(question)


def index_of(exam: Exam, name: str) -> int:
    """Where the paper has the question with this id."""
    return exam.paper.index(f"bread/{name}")


def answer_all(exam: Exam, *missed: str) -> None:
    """Answer everything right, but what is named wrong."""
    for i, uid in enumerate(exam.paper):
        question = exam.presented(i).question
        exam.go(i)
        exam.answer(i, wrong(question) if uid.partition("/")[2] in missed else right(question))


def reopened(workspace: Workspace) -> Exam:
    """The exam as a program started anew finds it."""
    record = running(workspace)
    assert record is not None
    return Exam.resume(workspace, record)


def picture(result: ExamResult) -> tuple[object, ...]:
    rows = [tuple(answer) for answer in result.answers]
    schedule = [(f.schedule, f.grade) for i in range(len(rows)) if (f := result.feedback(i))]
    return rows, result.score, result.elapsed_ms, schedule
