"""Going on where nothing can be saved: in memory, remembering what the file still lacks.

Only ever after an explicit yes. What is remembered are the writes themselves, in their order, and
each may be done twice: so they can be done to the file later, whatever other programs have written
there meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quiz.core.memory.records import Flag, Review, SessionRecord
from quiz.core.memory.scheduling import Memory, Scheduler
from quiz.errors import HistoryError
from quiz.store.history.copying import Salvage, copy_of, file_id, reach, reopened
from quiz.store.history.database import (
    DamagedHistoryError,
    MovedHistoryError,
    OverwrittenHistoryError,
    moved_away,
)
from quiz.store.history.own_writes import OwnWrites
from quiz.store.history.tables.exams import Exams, Graded
from quiz.store.history.tables.figures import Figures
from quiz.store.history.tables.fits import Fit
from quiz.store.history.tables.flags import Flags
from quiz.store.history.tables.reading_places import ReadingPlaces
from quiz.store.history.tables.sessions import Sessions
from quiz.store.history.uniting import unite

if TYPE_CHECKING:
    from quiz.core.exams.clock import ExamMark
    from quiz.core.exams.record import ExamAnswer

Outcome = TypeVar("Outcome")


class _Write(NamedTuple):
    """Something to be written, the answers that it gives, and those that it takes back."""

    do: Callable[[], object]
    gives: frozenset[str]
    takes: frozenset[str]


class Writes(Exams, Figures, Sessions, Flags, ReadingPlaces, OwnWrites):
    """All that changes a history: in its file or, once the learner agreed, in a copy in memory.

    In memory, each write then tries to bring everything to the file, in order; once that works,
    the file is written again, and `on_saved` is called. `on_refused` is called when something
    cannot be written; unless it raises the error, that is tried once more.
    """

    on_saved: Callable[[], None] | None = None
    on_refused: Callable[[HistoryError], None] | None = None
    salvage: Salvage
    _writes: list[_Write] | None = None
    _opened: tuple[int, int] | None = None
    _had_file = False
    _damaged = False

    def __init__(self, connection: sqlite3.Connection, path: Path, scheduler: Scheduler) -> None:
        super().__init__(connection, path, scheduler)
        self._sitting: list[_Write] = []
        self._mine: dict[str, str] = {}

    # Saved or not

    @property
    def saved(self) -> bool:
        """Whether what is written goes to the file."""
        return self._writes is None

    @property
    def unsaved_answers(self) -> int:
        """How many answers are in memory only."""
        answers: set[str] = set()
        for write in self._writes or ():
            answers = (answers | write.gives) - write.takes
        return len(answers)

    def go_on_unsaved(self) -> None:
        """From now on write to a copy of the history in memory.

        Of a damaged history, the copy holds what is sound. Raise HistoryError when it cannot even
        be read; then nothing has changed.
        """
        if not self.saved:
            return
        copied = copy_of(self._connection, self.path, self.salvage)
        self._had_file, self._damaged = True, copied.damaged
        self._start_in_memory(copied.connection)

    def _start_in_memory(self, copy: sqlite3.Connection) -> None:
        before, self._connection = self._connection, copy
        if before is not copy:
            before.close()
        self._writes = []
        # a number of a file is given again once it is closed: what was in it tells it for sure
        last = self._read("SELECT uid FROM reviews ORDER BY seq DESC LIMIT 1")
        self._mine = {"reviews": last[0][0]} if last else {}
        self.take_up()

    def save(self, *, asked: bool = False) -> None:
        """Bring everything unsaved to the file, in order, and write there again.

        `asked` says that the learner wants it now: then it is waited longer for a lock, a file
        that has vanished is put back whole, and one that was damaged is looked at again. Raise
        HistoryError when not everything could be written; the rest stays in memory.
        """
        if self._writes is None:
            return
        writes, memory = self._writes, self._connection
        file, whole = reach(
            self.path, memory, asked=asked, had_file=self._had_file, damaged=self._damaged
        )
        exchanged = not self._damaged and not whole and (self.exchanged or self._lacks_mine(file))
        self._connection, self._writes, self._mine = file, None, {}
        if whole:
            writes.clear()
        try:
            self.take_up()
            if exchanged:
                self._unite(memory)
                writes.clear()
            while writes:
                writes[0].do()
                del writes[0]
        except BaseException:
            file.close()
            self._connection, self._writes, self._had_file = memory, writes, True
            self.take_up()
            raise
        memory.close()
        self._damaged, self._opened = False, file_id(self.path)
        if self.on_saved is not None:
            self.on_saved()

    def try_again(self, error: HistoryError) -> None:
        """Make ready to write again after an error; raises HistoryError, then nothing has changed.

        A file that was moved or repaired is opened anew, one that has vanished is put back whole;
        into one that another program put in its place, all that is open is brought.
        """
        if not self.saved:
            self.save(asked=True)
        elif isinstance(error, OverwrittenHistoryError):
            self._mine = {}
            for write in self._sitting:
                write.do()
        elif isinstance(error, DamagedHistoryError | MovedHistoryError):
            self._open_anew(damaged=isinstance(error, DamagedHistoryError))

    def _open_anew(self, *, damaged: bool) -> None:
        exchanged = self.exchanged and not damaged
        before = self._connection
        self._connection = reopened(before, self.path, self.salvage, damaged=damaged)
        self._mine = {}
        try:
            if exchanged:
                self._unite(before)
        except BaseException:
            self._connection.close()
            self._connection = before
            raise
        before.close()
        self._opened = file_id(self.path)
        self.take_up()

    # Another file in its place

    @property
    def exchanged(self) -> bool:
        """Whether another file stands where the open one was: a sync client put it there."""
        there = file_id(self.path)
        return self._opened is not None and there is not None and there != self._opened

    def _unite(self, source: sqlite3.Connection) -> None:
        self._mine = {}
        with self._writing() as connection:
            unite(connection, source)
            self._rebuild(connection)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with super()._writing() as connection:
            if self._lacks_mine(connection):
                raise OverwrittenHistoryError(self.path)
            yield connection

    def _lacks_mine(self, connection: sqlite3.Connection) -> bool:
        """Whether something is missing that this program has seen in the file or written there."""
        queries = {f"SELECT 1 FROM {table} WHERE uid = ?": uid for table, uid in self._mine.items()}
        with self._translating():
            return any(not connection.execute(q, (uid,)).fetchone() for q, uid in queries.items())

    def _bring_together(self) -> None:
        """Bring everything into a file that was put in the place of the open one, if one was."""
        if self.saved and self.exchanged:
            self.try_again(moved_away(self.path))
            if self.on_saved is not None:
                self.on_saved()

    def _write(
        self,
        do: Callable[[], Outcome],
        gives: Iterable[str] = (),
        takes: Iterable[str] = (),
        *,
        later: Callable[[], object] | None = None,
        lasts: bool = True,
    ) -> Outcome:
        """Write now; in memory, remember how to write it `later` (None: the same way).

        What `lasts` is written again when another program has written over it.
        """
        self._bring_together()
        outcome = self._done(do)
        write = _Write(later or do, frozenset(gives), frozenset(takes))
        if lasts:
            self._sitting.append(write)
        if self._writes is not None:
            self._writes.append(write)
            with suppress(HistoryError):
                self.save()
        return outcome

    def _note(self, table: str, uid: str) -> None:
        """Remember what has to be in the file from now on."""
        if self.saved:
            self._mine[table] = uid

    def _done(self, do: Callable[[], Outcome]) -> Outcome:
        while True:
            try:
                return do()
            except HistoryError as error:
                if self.on_refused is None:
                    raise
                self.on_refused(error)

    # Everything that writes

    def record(self, review: Review, memory: Memory | None, *, replaces: str = "") -> None:
        """See `Reviews.record`."""
        keep = partial(super().record, review, replaces=replaces)
        # by the time it is brought to the file, another memory may be there
        later = partial(keep, None)
        self._write(partial(keep, memory), [review.uid], [replaces], later=later)
        self._note("reviews", review.uid)

    def undo(self, review_uid: str, at_ms: int) -> None:
        """See `Reviews.undo`."""
        self._write(partial(super().undo, review_uid, at_ms), takes=[review_uid])

    def begin(self, record: SessionRecord) -> None:
        """See `Sessions.begin`."""
        self._write(partial(super().begin, record))
        self._note("sessions", record.uid)

    def save_draft(self, session: str, text: str) -> None:
        """See `Sessions.save_draft`."""
        self._write(partial(super().save_draft, session, text), lasts=False)

    def finish(self, session: str, now_ms: int) -> None:
        """See `Sessions.finish`."""
        self._write(partial(super().finish, session, now_ms))

    def flag(self, flag: Flag) -> None:
        """See `Flags.flag`."""
        self._write(partial(super().flag, flag))

    def unflag(self, uid: str, at_ms: int) -> None:
        """See `Flags.unflag`."""
        self._write(partial(super().unflag, uid, at_ms))

    def keep_reading_place(self, document: str, offset: int, now_ms: int) -> None:
        """See `ReadingPlaces.keep_reading_place`."""
        keep = partial(super().keep_reading_place, document, offset, now_ms)
        self._write(keep, lasts=False)

    def begin_exam(
        self, record: SessionRecord, answers: Iterable[ExamAnswer], mark: ExamMark
    ) -> None:
        """See `Exams.begin_exam`."""
        self._write(partial(super().begin_exam, record, tuple(answers), mark))
        self._note("sessions", record.uid)

    def keep_exam(self, session: str, answers: Iterable[ExamAnswer], mark: ExamMark) -> bool:
        """See `Exams.keep_exam`."""
        kept = tuple(answers)
        given = [f"{session}/{answer.question}" for answer in kept if answer.response]
        return self._write(partial(super().keep_exam, session, kept, mark), given)

    def submit_exam(
        self,
        session: str,
        now_ms: int,
        grade: Callable[[Sequence[ExamAnswer]], Iterable[Graded]],
    ) -> bool:
        """See `Exams.submit_exam`."""
        marked: list[Graded] = []

        def grade_once(answers: Sequence[ExamAnswer]) -> list[Graded]:
            marked.extend(grade(answers) if not marked else ())
            return marked

        return self._write(partial(super().submit_exam, session, now_ms, grade_once))

    def judge_exam(
        self,
        session: str,
        before: ExamAnswer,
        after: ExamAnswer,
        at_ms: int,
        renew: Callable[[Review], Review],
    ) -> bool:
        """See `Exams.judge_exam`."""
        renew_once = cache(renew)
        return self._write(partial(super().judge_exam, session, before, after, at_ms, renew_once))

    def drop_exam(self, session: str, now_ms: int) -> None:
        """See `Exams.drop_exam`."""
        self._write(partial(super().drop_exam, session, now_ms))

    def adopt(self, fit: Fit) -> None:
        """See `Fits.adopt`."""
        self._write(partial(super().adopt, fit))

    def undo_fit(self, at_ms: int) -> Fit | None:
        """See `Fits.undo_fit`."""
        return self._write(partial(super().undo_fit, at_ms))

    def aim_at(self, retention: float) -> None:
        """See `Fits.aim_at`."""
        self._write(partial(super().aim_at, retention))

    def rebuild(self) -> None:
        """See `Memories.rebuild`."""
        self._write(super().rebuild)
