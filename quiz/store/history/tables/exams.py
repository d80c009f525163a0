"""Exams as they are kept: every answer at once, the clock, and the submission in one step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.memory.records import EXAM, Review, SessionRecord
from quiz.store.history.database import Row, storable
from quiz.store.history.rows import EXAM_ANSWERS, insertion
from quiz.store.history.tables.reviews import Reviews, insert_review, insert_undone
from quiz.store.history.tables.sessions import (
    SESSION_COLUMNS,
    end_sessions,
    insert_session,
    session_record,
)

if TYPE_CHECKING:
    from quiz.core.exams.clock import ExamMark
    from quiz.core.exams.score import ExamScore


class Graded(NamedTuple):
    """A marked answer, and the review it makes; None when nothing was answered."""

    answer: ExamAnswer
    review: Review | None


class FinishedExam(NamedTuple):
    """A submitted exam and its score, without the shares of documents and tags."""

    record: SessionRecord
    score: ExamScore


class Exams(Reviews):
    """The exams of a history: the running one, and those that were submitted."""

    def begin_exam(
        self, record: SessionRecord, answers: Iterable[ExamAnswer], mark: ExamMark
    ) -> None:
        """Keep a new exam with its questions; one that was running is dropped without a score."""
        with self._writing() as connection:
            end_sessions(connection, record.started_ms, f"kind = '{EXAM}' AND finished_ms IS NULL")
            insert_session(connection, record)
            connection.executemany(_INSERT, [_row(record.uid, answer) for answer in answers])
            _save_mark(connection, record.uid, mark)

    def keep_exam(self, session: str, answers: Iterable[ExamAnswer], mark: ExamMark) -> bool:
        """Keep some answers and the clock: on disk when this returns.

        False, and nothing kept, when the exam was submitted or dropped in the meantime.
        """
        with self._writing() as connection:
            if not _is_running(connection, session):
                return False
            connection.executemany(_REPLACE, [_row(session, answer) for answer in answers])
            _save_mark(connection, session, mark)
        return True

    def exam_answers(self, session: str) -> dict[str, ExamAnswer]:
        """The questions of an exam with what was given, by question."""
        return {answer.question: answer for answer in self._answers(session)}

    def exam_mark(self, session: str) -> ExamMark | None:
        """The exam's clock when it was last kept."""
        from quiz.core.exams.clock import ExamMark

        rows = self._read(
            "SELECT elapsed_ms, at_ms, place, latest_ms FROM exam_clocks WHERE session = ?",
            (session,),
        )
        return ExamMark(*rows[0]) if rows else None

    def submit_exam(
        self,
        session: str,
        now_ms: int,
        grade: Callable[[Sequence[ExamAnswer]], Iterable[Graded]],
    ) -> bool:
        """Grade what is on disk and keep marks and reviews, all of it or nothing, and only once.

        False when the exam was submitted or dropped already; then `grade` is not called.
        """
        with self._writing() as connection:
            if not _is_running(connection, session):
                return False
            for graded in grade(self._answers(session)):
                connection.execute(_REPLACE, _row(session, graded.answer))
                if graded.review is not None and insert_review(connection, graded.review):
                    self._move(connection, graded.review)
            end_sessions(connection, now_ms, "uid = :uid", uid=session)
        return True

    def judge_exam(
        self,
        session: str,
        before: ExamAnswer,
        after: ExamAnswer,
        at_ms: int,
        renew: Callable[[Review], Review],
    ) -> bool:
        """Keep another mark of a submitted answer, and its review anew where the mark changes it.

        `renew` makes the new review of the old one, which is taken back by then. False, and
        nothing kept, when the answer is not as `before` any more.
        """
        question = before.question
        with self._writing() as connection:
            kept = self.exam_answers(session).get(question)
            if kept is None or (kept.response, kept.mark) != (before.response, before.mark):
                return False
            connection.execute(_REPLACE, _row(session, after))
            reviews = self.reviews_of(session) if after.mark is not before.mark else []
            for old in [review for review in reviews if review.question == question]:
                insert_undone(connection, old.uid, at_ms)
                self._derive(connection, question)
                review = renew(old)
                if insert_review(connection, review):
                    self._move(connection, review)
        return True

    def drop_exam(self, session: str, now_ms: int) -> None:
        """End a running exam without a score; it is not offered nor listed again."""
        with self._writing() as connection:
            end_sessions(connection, now_ms, "uid = :uid AND finished_ms IS NULL", uid=session)

    def exam(self, session: str) -> SessionRecord | None:
        """An exam by its uid, running or not."""
        rows = self._read(
            f"SELECT {SESSION_COLUMNS} FROM sessions WHERE uid = ? AND kind = '{EXAM}'", (session,)
        )
        return next(iter(self._parsed(session_record, rows)), None)

    def exams(self, limit: int | None = None) -> list[FinishedExam]:
        """The submitted exams, the one begun last first."""
        rows = self._read(
            f"""SELECT {SESSION_COLUMNS},
                    sum(mark = '{Mark.CORRECT}'), sum(mark = '{Mark.PARTLY}'),
                    sum(mark = '{Mark.WRONG}'), sum(mark = '{Mark.UNANSWERED}'),
                    sum(credit), sum(spent_ms)
                FROM sessions JOIN exam_answers ON exam_answers.session = sessions.uid
                WHERE kind = '{EXAM}' AND finished_ms IS NOT NULL AND mark != ''
                GROUP BY uid ORDER BY started_ms DESC, uid DESC LIMIT ?""",
            (-1 if limit is None else limit,),
        )
        return self._parsed(_finished, rows)

    def _answers(self, session: str) -> list[ExamAnswer]:
        rows = self._read(f"SELECT {_COLUMNS} FROM exam_answers WHERE session = ?", (session,))
        return self._parsed(_answer, rows)

    def _move(self, connection: sqlite3.Connection, review: Review) -> None:
        if review.scheduled:
            self._derive(connection, review.question)


_COLUMNS = ", ".join(ExamAnswer._fields)
_INSERT = insertion(EXAM_ANSWERS)
_REPLACE = insertion(EXAM_ANSWERS, "INSERT OR REPLACE")


def _is_running(connection: sqlite3.Connection, session: str) -> bool:
    row = connection.execute(
        f"""SELECT 1 FROM sessions
            WHERE uid = ? AND kind = '{EXAM}' AND finished_ms IS NULL""",
        (session,),
    ).fetchone()
    return row is not None


def _save_mark(connection: sqlite3.Connection, session: str, mark: ExamMark) -> None:
    """Keep the clock, unless more time is known to be gone than it says."""
    connection.execute(
        """INSERT INTO exam_clocks (session, elapsed_ms, at_ms, place, latest_ms)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (session) DO UPDATE SET
                elapsed_ms = excluded.elapsed_ms, at_ms = excluded.at_ms, place = excluded.place,
                latest_ms = max(latest_ms, excluded.latest_ms)
            WHERE excluded.elapsed_ms >= elapsed_ms""",
        (session, *mark),
    )


def _row(session: str, answer: ExamAnswer) -> dict[str, str | int | float]:
    return {
        **answer._asdict(),
        "session": session,
        "document": storable(answer.document),
        "tags": json.dumps(answer.tags),
        "response": storable(answer.response),
        "struck": json.dumps(answer.struck),
        "flagged": int(answer.flagged),
        "mark": answer.mark.value,
        "credit": float(answer.credit),
    }


def _answer(row: Row) -> ExamAnswer:
    sound = EXAM_ANSWERS.sound(row, ExamAnswer._fields)
    question, document, tags, key_hash, response, struck, flagged, spent_ms, mark, credit = sound
    return ExamAnswer(
        question=question,
        document=document,
        tags=tuple(json.loads(tags)),
        key_hash=key_hash,
        response=response,
        struck=tuple(json.loads(struck)),
        flagged=bool(flagged),
        spent_ms=spent_ms,
        mark=Mark(mark),
        credit=credit,
    )


def _finished(row: Row) -> FinishedExam:
    from quiz.core.exams.score import ExamScore

    *columns, right, partly, wrong, unanswered, credit, spent_ms = row
    record = session_record(tuple(columns))
    needed = record.options.get("pass_percent", 0)
    return FinishedExam(
        record,
        ExamScore(
            right=right,
            partly=partly,
            wrong=wrong,
            unanswered=unanswered,
            credit=credit,
            pass_percent=float(needed) if isinstance(needed, int | float) else 0.0,
            spent_ms=spent_ms,
        ),
    )
