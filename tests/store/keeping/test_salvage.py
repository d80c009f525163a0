"""Damaged histories: every damaged review is noticed, what is sound is saved."""

from __future__ import annotations

import os
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from quiz.core.exams.clock import ExamMark
from quiz.core.exams.record import ExamAnswer
from quiz.core.memory.records import (
    EXAM,
    HIGHLIGHT,
    NOTE,
    Flag,
    Note,
    Review,
    SavedSelection,
    SessionRecord,
    Suspension,
)
from quiz.core.memory.scheduling import Rating, Scheduler
from quiz.errors import HistoryError
from quiz.store.history import history as history_module
from quiz.store.history.backup import backups
from quiz.store.history.history import History
from quiz.store.history.rows import TABLES, Table
from quiz.store.history.tables.exams import Graded
from quiz.store.history.tables.fits import Fit
from quiz.store.history.uids import new_uid
from quiz.store.keeping.salvage import repair
from quiz.store.keeping.sound_rows import sound_rows
from quiz.store.keeping.transfer import export
from tests.effort import times
from tests.store.reviewing import DAY, NOW, give, hasty, opened, review

FSRS = Scheduler()
REVIEWS = 300
DAMAGES_TRIED = int(os.environ.get("QUIZ_SOAK_DAMAGES") or times(20, 6))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def filled(path: Path, reviews: int = REVIEWS, day: int = DAY) -> dict[str, Review]:
    """A history of so many reviews, some taken back; what was written."""
    chance = random.Random(reviews)
    with hasty(path, day) as history:
        for number in range(reviews):
            uid = new_uid(NOW + day * 1000 + number)
            give(history, review(f"set/{number % 40}", chance.choice(list(Rating)), day, uid=uid))
            if number % 50 == 7:
                history.undo(uid, NOW + number)
    return all_of(path)


def all_of(path: Path) -> dict[str, Review]:
    """Every review that is in the file, also those taken back."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"SELECT {', '.join(Review._fields)} FROM reviews").fetchall()
    found = [Review(*row) for row in rows]
    return {one.uid: one._replace(scheduled=bool(one.scheduled)) for one in found}


def uids(history: History) -> list[str]:
    return [uid for (uid,) in history._read("SELECT uid FROM reviews ORDER BY seq")]


def kept(path: Path) -> set[str]:
    with opened(path) as history:
        assert history.verify() == []
        return set(uids(history))


def scattered(content: bytes, seed: int) -> bytes:
    """64 random bytes in 1 to 20 places."""
    chance = random.Random(seed)
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(damaged) - 64)
        damaged[at : at + 64] = chance.randbytes(64)
    return bytes(damaged)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda content: content[: len(content) // 2],
    "cut within a page": lambda content: content[: len(content) // 2 + 777],
    "without its first page": lambda content: bytes(4096) + content[4096:],
    "empty": lambda _: b"",
    "text": lambda _: b"this is no database\n" * 1000,
    "zeros": lambda content: bytes(len(content)),
}


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is not derived, table by table."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table.name: sorted(
                connection.execute(f"SELECT {table.listed} FROM {table.name}").fetchall(), key=repr
            )
            for table in TABLES
        }


def in_sound(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """The same of what can be trusted in a file's bytes."""
    found = sound_rows(content).rows
    return {
        name: sorted((tuple(v.values()) for v in kept), key=repr) for name, kept in found.items()
    }


def with_everything(path: Path, seed: int) -> None:
    """A history with rows of chance in every table."""
    chance = random.Random(seed)
    filled(path, chance.randint(1, 40))
    with hasty(path) as history:
        for number in range(chance.randint(1, 6)):
            exam = new_uid(NOW + number)
            record = SessionRecord(exam, EXAM, NOW + number, DAY, "Ex", number, ("set/1", "set/2"))
            answers = [ExamAnswer(f"set/{n}", tags=("a", "ä"), credit=0.5) for n in (1, 2)]
            history.begin_exam(record, answers, ExamMark(5, NOW, 1, NOW + 9))
            if chance.random() < 0.5:
                history.submit_exam(exam, NOW + 99, lambda given: [Graded(a, None) for a in given])
        study = new_uid(NOW + 77)
        history.begin(SessionRecord(study, "study", NOW, DAY, "St", 3, ("set/1",), draft="{}"))
        history.flag(Flag(new_uid(NOW), NOW, "set/1", "not so\n– see there", "/x/y.yaml", 3))
        history.flag(Flag(gone := new_uid(NOW), NOW, "set/2", "mended", "/x/y.yaml", 4))
        history.unflag(gone, NOW + 5)
        history.keep_reading_place("set/doc", 12, NOW)
        history.suspend(Suspension("set/1", NOW, DAY + chance.randint(0, 9)))
        history.keep_note(Note(new_uid(NOW), NOW, NOTE, "set/1", text="mine\n– ä"))
        history.keep_note(Note(new_uid(NOW), NOW, HIGHLIGHT, "", "set/doc", "words", '{"word": 3}'))
        history.keep_selection(SavedSelection(new_uid(NOW), NOW, "weak", '{"missed": true}'))
        history.adopt(Fit(NOW, FSRS.parameters, 40, 9, 0.4, 0.3))
        history.aim_at(0.85)


@pytest.mark.parametrize("seed", range(times(40, 8)))
def test_salvage_of_an_undamaged_history_is_that_history_in_all_tables(
    path: Path, seed: int
) -> None:
    with_everything(path, seed)
    before = rows(path)
    assert all(kept for name, kept in before.items() if name != "undone")
    assert in_sound(path.read_bytes()) == before
    found = repair(path, NOW)
    assert rows(path) == before
    assert not found.lost
    assert found.found == Counter({name: len(kept) for name, kept in before.items()})


@pytest.mark.parametrize("seed", range(times(60, 12)))
def test_outside_of_a_damaged_page_everything_is_there(path: Path, seed: int) -> None:
    with_everything(path, seed)
    content, before = path.read_bytes(), rows(path)
    page = random.Random(seed).randrange(1, len(content) // 4096)
    start = page * 4096
    damaged = content[:start] + random.Random(seed).randbytes(4096) + content[start + 4096 :]
    after = in_sound(damaged)
    for name, kept in before.items():
        assert set(map(repr, after[name])) <= set(map(repr, kept)), "nothing is made up"
        for row in set(map(repr, kept)) - set(map(repr, after[name])):
            assert name in ("fits", "aim") or _stands_in(row, content[start : start + 4096]), row


def _stands_in(row: str, page: bytes) -> bool:
    """Whether any longer text of a row stands in a page: then it may have been lost with it."""
    return any(text.encode()[:40] in page for text in re.findall(r"'([^']{6,})'", row))


@pytest.mark.parametrize("table", [table for table in TABLES if table.sealed], ids=lambda t: t.name)
def test_a_row_whose_value_was_changed_is_noticed(path: Path, table: Table) -> None:
    filled(path, 20)
    with_everything(path, 1)
    with History.open(path, now_ms=NOW, readonly=True) as history:
        assert history.refused() == []
    key, column = table.names[0], table.names[-1]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER undone_refuse_update")
        connection.execute("DROP TRIGGER reviews_refuse_update")
        (first,) = connection.execute(f"SELECT {key} FROM {table.name}").fetchone()
        connection.execute(f"UPDATE {table.name} SET {column} = 1 WHERE {key} = ?", (first,))
        connection.commit()
    with History.open(path, now_ms=NOW, readonly=True) as history:
        assert {found.name for found, _ in history.refused()} == {table.name}


def test_the_tables_are_what_the_one_definition_says(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            found = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
            own = ["seq"] if table.name == "reviews" else []
            assert found == [*own, *table.names, *(["checksum"] if table.sealed else [])]


def test_a_response_longer_than_a_page_is_read_too(path: Path) -> None:
    long = review()._replace(response='"' + "ä" * 20_000 + '"')
    with opened(path) as history:
        give(history, long)
    damaged = path.read_bytes() + b"cut off"
    assert [row["uid"] for row in sound_rows(damaged).rows["reviews"]] == [long.uid]


@pytest.mark.parametrize("seed", range(DAMAGES_TRIED))
def test_random_damage_never_lets_a_damaged_review_through(path: Path, seed: int) -> None:
    written = filled(path)
    content = path.read_bytes()
    path.write_bytes(scattered(content, seed))
    found = repair(path, NOW)
    assert found.aside is not None
    assert found.aside.read_bytes() == scattered(content, seed)
    now = all_of(path)
    assert now == {uid: written[uid] for uid in now}
    assert len(now) == found.found["reviews"] > 0
    assert kept(path) == now.keys()


@pytest.mark.parametrize("seed", range(5))
def test_with_a_backup_only_what_is_newer_than_it_can_be_lost(path: Path, seed: int) -> None:
    before = filled(path)
    opened(path, DAY + 1).close()  # makes the backup
    written = before | filled(path, 20, DAY + 1)
    path.write_bytes(scattered(path.read_bytes(), seed))
    found = repair(path, NOW)
    assert found.used
    assert kept(path) >= before.keys()
    assert kept(path) <= written.keys()
    assert found.found["reviews"] + found.added["reviews"] == len(kept(path))


def test_an_answer_taken_back_stays_so_where_only_a_backup_has_it_whole(path: Path) -> None:
    given = review("set/1", Rating.GOOD, DAY)
    with hasty(path) as history:
        give(history, given)
    opened(path, DAY + 1).close()  # makes the backup
    with hasty(path) as history:
        history.undo(given.uid, NOW)
    without_pages_of(path, given.uid, ["undone"])
    repair(path, NOW)
    with opened(path) as history:
        assert history.memories() == {}
    assert given.uid in all_of(path)


def without_pages_of(path: Path, uid: str, kept: Sequence[str]) -> None:
    """Wipe the first page and all that have the uid, but those where these tables begin."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        roots = {connection.execute(query, (name,)).fetchone()[0] - 1 for name in kept}
    content = path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    lost = {0, *(at for at, page in enumerate(pages) if uid.encode() in page)} - roots
    path.write_bytes(b"".join(bytes(4096) if at in lost else p for at, p in enumerate(pages)))


def test_answers_of_an_exam_that_only_a_backup_knows_are_saved(path: Path) -> None:
    exam = new_uid(NOW)
    with hasty(path) as history:
        give(history, review("set/1", Rating.GOOD, DAY))  # else there is nothing to back up
        record = SessionRecord(exam, EXAM, NOW, DAY, "Ex", 1, ("set/1", "set/2"))
        history.begin_exam(record, [ExamAnswer("set/1"), ExamAnswer("set/2")], ExamMark(5, NOW))
    opened(path, DAY + 1).close()  # makes the backup
    with hasty(path) as history:
        answers = [ExamAnswer("set/1", response='["ours"]')]
        history.keep_exam(exam, answers, ExamMark(9, NOW + 9))
    without_pages_of(path, exam, ["exam_answers", "exam_clocks"])
    repair(path, NOW)
    with opened(path) as history:
        assert history.exam_answers(exam)["set/1"].response == '["ours"]'


def test_answers_of_an_exam_that_nothing_knows_are_counted_as_lost(path: Path) -> None:
    exam = new_uid(NOW)
    with hasty(path) as history:
        record = SessionRecord(exam, EXAM, NOW, DAY, "Ex", 1, ("set/1", "set/2"))
        history.begin_exam(record, [ExamAnswer("set/1"), ExamAnswer("set/2")], ExamMark(5, NOW))
    without_pages_of(path, exam, ["exam_answers", "exam_clocks"])
    assert repair(path, NOW).lost["exam_answers"] == 2


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_whatever_happened_to_the_file_the_backup_comes_back(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    written = filled(path)
    opened(path, DAY + 1).close()
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(HistoryError), opened(path) as history:
        history.rebuild()
    repair(path, NOW)
    assert all_of(path) == written


def test_a_repaired_history_says_the_same_as_the_sound_one_did(path: Path) -> None:
    filled(path)
    with opened(path) as history:
        before = list(export(history)), history.memories()
    repair(path, NOW)
    with opened(path) as history:
        assert (list(export(history)), history.memories()) == before


@pytest.mark.parametrize("column", ["rating", "day", "response", "verdict", "question"])
def test_a_review_changed_behind_the_programs_back_is_noticed(path: Path, column: str) -> None:
    filled(path, 10)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER reviews_refuse_update")
        (uid,) = connection.execute("SELECT uid FROM reviews WHERE seq = 3").fetchone()
        value = "5 - rating" if column == "rating" else "4"
        connection.execute(f"UPDATE reviews SET {column} = {value} WHERE uid = ?", (uid,))
        connection.commit()
    with pytest.raises(HistoryError, match=r"1 review is not as written.*doctor --repair"):
        opened(path, DAY + 1)
    assert backups(path) == []
    with History.open(path, now_ms=NOW, readonly=True) as history:
        assert history.verify() == [uid]
    assert repair(path, NOW).lost == Counter(reviews=1)
    assert uid not in kept(path)


def test_a_damaged_backup_is_passed_over_for_an_older_sound_one(path: Path) -> None:
    filled(path, 10)
    opened(path, DAY + 1).close()
    filled(path, 10, DAY + 1)
    opened(path, DAY + 2).close()
    newest = path.parent / "backups" / "history-2026-03-03.sqlite"
    newest.write_bytes(scattered(newest.read_bytes(), 3))
    path.write_bytes(b"")
    done = repair(path, NOW)
    assert done.used == (newest.with_name("history-2026-03-02.sqlite"),)
    assert done.skipped == (newest,)


def test_a_large_history_is_looked_at_when_it_is_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, 10)
    monkeypatch.setattr(history_module, "_LARGE", 1000)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER reviews_refuse_update")
        connection.execute("UPDATE reviews SET response = '4' WHERE seq = 3")
        connection.commit()
    history = opened(path, DAY + 1)
    with pytest.raises(HistoryError, match="1 review is not as written"):
        history.close()
    assert backups(path) == []
    history.close()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("UPDATE flags SET question = 'none'", "question of flag"),
        ("UPDATE flags SET at_ms = 9e15", "at_ms of flag"),
        ("UPDATE flags SET comment = CAST(x'ff' AS BLOB)", "comment of flag"),
    ],
)
def test_a_remark_that_is_none_is_damage_and_no_surprise(
    path: Path, change: str, word: str
) -> None:
    with_everything(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    with (
        History.open(path, now_ms=NOW, readonly=True) as history,
        pytest.raises(HistoryError, match=word),
    ):
        history.flags()


@pytest.mark.parametrize("value", ["NULL", "x'00ff'"])
def test_a_review_whose_response_is_no_text_is_damage(path: Path, value: str) -> None:
    filled(path, 3)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER reviews_refuse_update")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'response TEXT NOT NULL', 'response TEXT')"
        )
        connection.commit()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE reviews SET response = {value}")
        connection.commit()
    with (
        History.open(path, now_ms=NOW, readonly=True) as history,
        pytest.raises(HistoryError, match="response of review"),
    ):
        list(history.reviews())


def test_a_review_whose_response_is_bytes_is_left_out_and_filled_from_a_backup(path: Path) -> None:
    written = filled(path, 3)
    opened(path, DAY + 1).close()  # makes the backup
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER reviews_refuse_update")
        connection.execute("UPDATE reviews SET response = x'00ff'")
        connection.commit()
    repair(path, NOW)
    assert kept(path) == written.keys()


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe")
def test_a_pipe_among_the_backups_is_none(path: Path) -> None:
    opened(path).close()
    (path.parent / "backups").mkdir(exist_ok=True)
    os.mkfifo(path.parent / "backups" / "history-2020-01-01.sqlite")
    assert "history-2020-01-01.sqlite" not in [backup.name for backup in backups(path)]


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO fits VALUES (90, 1, 'garbage', 1, 1, 1, 1, NULL)",
        "INSERT OR REPLACE INTO aim VALUES (1, 'abc')",
        "INSERT OR REPLACE INTO aim VALUES (1, 5.0)",
    ],
)
def test_a_memory_that_cannot_be_is_left_out_of_the_repaired_history(
    path: Path, change: str
) -> None:
    written = filled(path, 3)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    repair(path, NOW)
    assert kept(path) == written.keys()
