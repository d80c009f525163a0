"""Exams in the history: kept at once, submitted once, listed for ever."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from quiz.core.exams.clock import ExamMark
from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.memory.records import EXAM, STUDY, Review, SessionRecord
from quiz.core.memory.scheduling import Rating
from quiz.errors import HistoryError
from quiz.store.history.history import History
from quiz.store.history.tables.exams import Graded
from tests.processes import start
from tests.store.reviewing import DAY, KEY, NOW, opened, review

PAPER = ("set/one", "set/two", "set/three")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def record(uid: str = "exam", started_ms: int = NOW, **changed: object) -> SessionRecord:
    options = {"questions": 3, "minutes": 10, "pass_percent": 60.0, **changed}
    return SessionRecord(
        uid=uid,
        kind=EXAM,
        started_ms=started_ms,
        day=DAY,
        title="Title",
        seed=2**70,
        plan=PAPER,
        options=options,
    )


def begin(history: History, exam: SessionRecord | None = None) -> SessionRecord:
    exam = exam or record()
    answers = [ExamAnswer(uid, "Document", ("tag", "étiquette"), KEY) for uid in PAPER]
    history.begin_exam(exam, answers, ExamMark(0, exam.started_ms))
    return exam


def marking(*marks: Mark) -> Callable[[Sequence[ExamAnswer]], list[Graded]]:
    """Marks for the questions of the paper, those of an answered one with a review."""

    def grade(answers: Sequence[ExamAnswer]) -> list[Graded]:
        by_name = {answer.question: answer for answer in answers}
        return [
            Graded(by_name[uid]._replace(mark=mark, credit=float(mark is Mark.CORRECT)), given)
            for uid, mark in zip(PAPER, marks, strict=True)
            for given in [None if mark is Mark.UNANSWERED else reviewed(uid, mark)]
        ]

    return grade


def reviewed(uid: str, mark: Mark) -> Review:
    right = mark is Mark.CORRECT
    return review(uid, Rating.GOOD if right else Rating.AGAIN, session="exam", scheduled=not right)


def test_an_answer_is_there_when_the_history_is_opened_again(path: Path) -> None:
    given = ExamAnswer(
        "set/two",
        "Document",
        ("tag",),
        KEY,
        '{"given": ["Ärger\\n✓"]}',
        ("struck out", "also 'this'"),
        True,
        12_345,
    )
    with opened(path) as history:
        exam = begin(history)
        assert history.keep_exam("exam", [given], ExamMark(20_000, NOW + 20_000, 1))
    with opened(path) as history:
        assert history.unfinished(exam=True) == exam
        assert history.unfinished() is None
        assert history.exam("exam") == exam
        answers = history.exam_answers("exam")
        assert set(answers) == set(PAPER)
        assert answers["set/two"] == given
        assert answers["set/one"] == ExamAnswer("set/one", "Document", ("tag", "étiquette"), KEY)
        assert history.exam_mark("exam") == ExamMark(20_000, NOW + 20_000, 1)


def test_a_text_no_file_can_hold_is_kept_escaped(path: Path) -> None:
    with opened(path) as history:
        begin(history)
        odd = ExamAnswer("set/one", "odd \udcff", (), KEY, '{"given": ["\udcff"]}')
        assert history.keep_exam("exam", [odd], ExamMark(0, NOW))
        assert "udcff" in history.exam_answers("exam")["set/one"].response


def test_elapsed_time_never_goes_down(path: Path) -> None:
    with opened(path) as one, opened(path) as other:
        begin(one)
        one.keep_exam("exam", [], ExamMark(9_000, NOW + 9_000, 2))
        other.keep_exam("exam", [], ExamMark(4_000, NOW - 60_000, 0))
        assert other.exam_mark("exam") == ExamMark(9_000, NOW + 9_000, 2)
        other.keep_exam("exam", [], ExamMark(9_000, NOW - 60_000, 0))
        assert one.exam_mark("exam") == ExamMark(9_000, NOW - 60_000, 0)


def test_a_new_exam_drops_the_running_one_and_no_session_of_study(path: Path) -> None:
    study = SessionRecord(
        uid="study", kind=STUDY, started_ms=NOW, day=DAY, title="", seed=1, plan=PAPER
    )
    with opened(path) as history:
        history.begin(study)
        begin(history)
        second = begin(history, record("second", NOW + 1))
        assert history.unfinished(exam=True) == second
        assert history.unfinished() == study
        assert not history.keep_exam("exam", [ExamAnswer("set/one", flagged=True)], ExamMark(1, 1))
        assert not history.exam_answers("exam")["set/one"].flagged
        history.drop_exam("second", NOW + 2)
        assert history.unfinished(exam=True) is None
        assert history.exams() == []


def test_submitting_keeps_marks_and_reviews_and_moves_only_what_is_scheduled(path: Path) -> None:
    with opened(path) as history:
        begin(history)
        grade = marking(Mark.CORRECT, Mark.WRONG, Mark.UNANSWERED)
        assert history.submit_exam("exam", NOW + 5, grade)
    with opened(path) as history:
        assert history.unfinished(exam=True) is None
        assert [r.question for r in history.reviews_of("exam")] == ["set/one", "set/two"]
        assert set(history.memories()) == {"set/two"}
        assert [found.question for found in history.due(DAY)] == ["set/two"]
        before = history.memories()
        history.rebuild()
        assert history.memories() == before
        marks = {uid: answer.mark for uid, answer in history.exam_answers("exam").items()}
        assert marks == dict(zip(PAPER, (Mark.CORRECT, Mark.WRONG, Mark.UNANSWERED), strict=True))
        exam = history.exam("exam")
        assert exam is not None
        assert exam.finished_ms == NOW + 5


def test_an_exam_is_submitted_once_only(path: Path) -> None:
    with opened(path) as one, opened(path) as other:
        begin(one)
        assert one.submit_exam("exam", NOW + 5, marking(*[Mark.WRONG] * 3))
        assert not other.submit_exam("exam", NOW + 9, marking(*[Mark.CORRECT] * 3))
        assert not other.keep_exam("exam", [ExamAnswer("set/one")], ExamMark(1, 1))
        other.drop_exam("exam", NOW + 9)
        assert len(one.reviews_of("exam")) == 3
        exam = one.exam("exam")
        assert exam is not None
        assert exam.finished_ms == NOW + 5
        assert {a.mark for a in one.exam_answers("exam").values()} == {Mark.WRONG}


def test_a_submission_that_fails_leaves_the_exam_running_with_nothing_of_it_kept(
    path: Path,
) -> None:
    def breaks(answers: Sequence[ExamAnswer]) -> list[Graded]:
        graded = marking(*[Mark.WRONG] * 3)(answers)
        refused = ExamAnswer("set/three", key_hash=None)  # type: ignore[arg-type]
        return [*graded[:2], graded[2]._replace(answer=refused)]

    with opened(path) as history:
        begin(history)
        with pytest.raises(HistoryError):
            history.submit_exam("exam", NOW, breaks)
        assert history.unfinished(exam=True) is not None
        assert history.reviews_of("exam") == []
        assert history.memories() == {}
        assert {a.mark for a in history.exam_answers("exam").values()} == {Mark.NONE}


SUBMITTER = """
import sys
from pathlib import Path
from quiz.core.exams.record import Mark
from tests.store.reviewing import NOW, opened
from tests.store.history.test_exams import marking
with opened(Path(sys.argv[1])) as history:
    print(history.submit_exam("exam", NOW, marking(*[Mark.WRONG] * 3)))
"""


def test_of_two_processes_that_submit_at_once_one_does(path: Path) -> None:
    with opened(path) as history:
        begin(history)
    command = [sys.executable, "-c", SUBMITTER, str(path)]
    both = [start(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = sorted(process.communicate(timeout=60)[0].strip() for process in both)
    assert said == ["False", "True"]
    with opened(path) as history:
        assert len(history.reviews_of("exam")) == 3
        assert {m.memory.reviews for m in history.memories().values()} == {1}


def test_what_another_window_answered_last_is_what_is_graded(path: Path) -> None:
    seen: list[str] = []

    def look(answers: Sequence[ExamAnswer]) -> list[Graded]:
        seen.extend(answer.response for answer in answers if answer.question == "set/one")
        return marking(*[Mark.WRONG] * 3)(answers)

    with opened(path) as one, opened(path) as other:
        begin(one)
        one.keep_exam("exam", [ExamAnswer("set/one", response='"first"')], ExamMark(1, NOW))
        other.keep_exam("exam", [ExamAnswer("set/one", response='"second"')], ExamMark(2, NOW))
        one.submit_exam("exam", NOW, look)
    assert seen == ['"second"']


def test_exams_are_listed_the_latest_first_with_their_scores(path: Path) -> None:
    with opened(path) as history:
        for number, marks in enumerate(
            [
                (Mark.CORRECT, Mark.CORRECT, Mark.PARTLY),
                (Mark.WRONG, Mark.UNANSWERED, Mark.CORRECT),
                (Mark.NONE, Mark.CORRECT, Mark.NONE),
            ]
        ):
            exam = begin(history, record(f"exam-{number}", NOW + number))
            history.keep_exam(
                exam.uid, [ExamAnswer("set/two", spent_ms=number * 1000)], ExamMark(1, NOW)
            )
            history.submit_exam(exam.uid, NOW + 50, marking(*marks))
        begin(history, record("running", NOW + 60))
        found = history.exams()
        assert [exam.record.uid for exam in found] == ["exam-2", "exam-1", "exam-0"]
        scores = [(e.score.right, e.score.total, e.score.passed) for e in found]
        assert scores == [(1, 1, True), (1, 3, False), (2, 3, True)]
        assert [e.score.spent_ms for e in found] == [2000, 1000, 0]
        assert [e.score.credit for e in found] == [1, 1, 2]
        assert [e.record.uid for e in history.exams(limit=1)] == ["exam-2"]


def test_what_is_no_exam_is_not_found_as_one(path: Path) -> None:
    with opened(path) as history:
        history.begin(
            SessionRecord(
                uid="study", kind=STUDY, started_ms=NOW, day=DAY, title="", seed=1, plan=PAPER
            )
        )
        assert history.exam("study") is None
        assert history.exam("nothing") is None
        assert history.exam_mark("study") is None
        assert not history.keep_exam("study", [], ExamMark(0, 0))
        assert not history.submit_exam("study", NOW, marking(*[Mark.WRONG] * 3))
        history.drop_exam("study", NOW)
        assert history.exams() == []


def test_old_exams_can_be_read_where_nothing_can_be_written(path: Path) -> None:
    with opened(path) as history:
        begin(history)
        history.submit_exam("exam", NOW, marking(*[Mark.CORRECT] * 3))
    with History.open(path, now_ms=NOW, readonly=True) as history:
        assert [exam.score.right for exam in history.exams()] == [3]
        assert len(history.exam_answers("exam")) == 3
