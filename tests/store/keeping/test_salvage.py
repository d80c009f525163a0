"""Damaged histories: every damaged review is noticed, what is sound is saved."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quiz.core.memory.records import Review
from quiz.core.memory.scheduling import Rating
from quiz.errors import HistoryError
from quiz.store.history import history as history_module
from quiz.store.history.backup import backups
from quiz.store.history.history import History
from quiz.store.history.uids import new_uid
from quiz.store.keeping.salvage import repair, sound_entries
from quiz.store.keeping.transfer import export
from tests.effort import times
from tests.store.reviewing import DAY, NOW, give, hasty, opened, review

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


def test_a_sound_file_is_read_completely_page_by_page(path: Path) -> None:
    written = filled(path)
    with opened(path) as history:
        taken_back = {uid for (uid,) in history._read("SELECT review FROM undone")}
    sound = sound_entries(path.read_bytes())
    assert sound.reviews == written.keys()
    assert sound.broken == set()
    assert {e.values["review"] for e in sound.entries if e.kind == "undone"} == taken_back
    assert len(taken_back) == REVIEWS // 50


def test_a_response_longer_than_a_page_is_read_too(path: Path) -> None:
    long = review()._replace(response='"' + "ä" * 20_000 + '"')
    with opened(path) as history:
        give(history, long)
    assert sound_entries(path.read_bytes()).reviews == {long.uid}


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
    assert len(now) == found.found > 0
    assert not set(found.broken) & now.keys()
    assert kept(path) == now.keys()


@pytest.mark.parametrize("seed", range(5))
def test_with_a_backup_only_what_is_newer_than_it_can_be_lost(path: Path, seed: int) -> None:
    before = filled(path)
    opened(path, DAY + 1).close()  # makes the backup
    written = before | filled(path, 20, DAY + 1)
    path.write_bytes(scattered(path.read_bytes(), seed))
    found = repair(path, NOW)
    assert found.backup is not None
    assert kept(path) >= before.keys()
    assert kept(path) <= written.keys()
    assert found.found + found.from_backup == len(kept(path))


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
    assert repair(path, NOW).broken == (uid,)
    assert uid not in kept(path)


def test_a_damaged_backup_is_passed_over_for_an_older_sound_one(path: Path) -> None:
    filled(path, 10)
    opened(path, DAY + 1).close()
    filled(path, 10, DAY + 1)
    opened(path, DAY + 2).close()
    newest = path.parent / "backups" / "history-2026-03-03.sqlite"
    newest.write_bytes(scattered(newest.read_bytes(), 3))
    path.write_bytes(b"")
    assert repair(path, NOW).backup == newest.with_name("history-2026-03-02.sqlite")


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
