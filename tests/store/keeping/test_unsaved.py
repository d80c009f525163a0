"""Where nothing can be saved: in memory after an explicit yes, and all of it on disk later."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.records import Flag, SessionRecord
from quiz.core.memory.scheduling import Rating
from quiz.errors import HistoryError
from quiz.store.history.database import DamagedHistoryError, UnsavableError
from quiz.store.history.history import History
from quiz.store.history.own_writes import OwnWrites
from quiz.store.history.unsaved import Writes
from tests.effort import examples
from tests.store.faults import Disk, locked, overwrite, remove_folder
from tests.store.reviewing import DAY, KEY, give, opened, review


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "history.sqlite"


def session(uid: str) -> SessionRecord:
    return SessionRecord(
        uid=uid, kind="study", started_ms=1, day=DAY, title="", seed=1, plan=("set/one",)
    )


def uids(path: Path) -> list[str]:
    with History.open(path, now_ms=0, readonly=True) as history:
        return [one.uid for one in history.reviews()]


def test_on_a_full_disk_nothing_goes_to_memory_without_being_asked(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        give(history, review())
        disk.fill()
        with pytest.raises(UnsavableError, match="the disk is full"):
            give(history, review("set/two"))
        assert history.saved
        assert [one.question for one in history.reviews()] == ["set/one"]


def test_what_was_given_without_saving_is_written_in_order_once_there_is_room(
    disk: Disk, path: Path
) -> None:
    with opened(path) as history:
        first = review()
        give(history, first)
        disk.fill()
        history.go_on_unsaved()
        given = [review(f"set/{number}") for number in range(3)]
        for one in given:
            give(history, one)
        assert not history.saved
        assert history.unsaved_answers == 3
        assert uids(path) == [first.uid]
        told: list[str] = []
        history.on_saved = lambda: told.append("saved")
        disk.free()
        last = review("set/last")
        give(history, last)
        assert told == ["saved"]
        assert history.saved
        assert history.unsaved_answers == 0
        assert uids(path) == [first.uid, *(one.uid for one in given), last.uid]
        assert history.follows()


def test_while_there_is_no_room_everything_can_be_read_as_if_it_were_saved(
    disk: Disk, path: Path
) -> None:
    with opened(path) as history:
        give(history, review())
        disk.fill()
        history.go_on_unsaved()
        history.begin(session("mine"))
        history.save_draft("mine", "half an answer")
        give(history, review("set/two", Rating.AGAIN, session="other"))
        found = history.unfinished()
        assert found is not None
        assert found.draft == "half an answer"
        assert history.new_today(DAY) == 2
        with pytest.raises(UnsavableError, match="the disk is full"):
            history.save(asked=True)
        assert history.unsaved_answers == 1


def test_an_answer_taken_back_is_not_counted_as_unsaved(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        disk.fill()
        history.go_on_unsaved()
        given = review()
        give(history, given)
        history.undo(given.uid, 5)
        assert history.unsaved_answers == 0
        disk.free()
        history.save()
        assert history.size() == 1
        assert uids(path) == []


def test_what_another_instance_wrote_meanwhile_stays_and_counts(disk: Disk, path: Path) -> None:
    with opened(path) as history, opened(path) as other:
        disk.fill()
        history.go_on_unsaved()
        give(history, review())
        disk.free()
        give(other, review())
        history.save()
        found = history.memory("set/one", KEY)
        assert found is not None
        assert found.reviews == 2
        assert history.follows()


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_history_that_another_program_has_locked_can_be_gone_on_with(
    disk: Disk, path: Path, how: str
) -> None:
    with opened(path) as history:
        give(history, review())
        with locked(path, how):
            with pytest.raises(UnsavableError, match="another program kept it locked"):
                give(history, review("set/two"))
            history.go_on_unsaved()
            give(history, review("set/two"))
            assert history.size() == 2
        history.save()
        assert len(uids(path)) == 2


def test_a_read_only_history_is_said_to_be_so(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        disk.protect()
        with pytest.raises(UnsavableError, match="read-only"):
            give(history, review())


def test_a_history_that_vanished_is_put_back_whole_but_only_when_asked(
    disk: Disk, path: Path
) -> None:
    with opened(path) as history:
        before = review()
        give(history, before)
        remove_folder(path)
        with pytest.raises(UnsavableError, match="no longer where it was"):
            give(history, review("set/two"))
        history.go_on_unsaved()
        given = review("set/two")
        give(history, given)
        assert not path.parent.exists()
        history.save(asked=True)
        assert uids(path) == [before.uid, given.uid]
        give(history, review("set/three"))
        assert len(uids(path)) == 3
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.glob("*.part")) == []


def test_a_damaged_history_is_never_written_before_it_is_repaired(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        for number in range(200):
            give(history, review(f"set/{number}"))
        sound = path.read_bytes()
        # the tables' roots are gone, and some of the reviews' leaves, but not all
        damaged = overwrite(path, sound[:4096] + b"\xff" * 35 * 4096 + sound[36 * 4096 :])
        history._connection.execute("PRAGMA shrink_memory")
        with pytest.raises(DamagedHistoryError, match="damaged") as raised:
            give(history, review("set/new"))
        assert "quiz doctor --repair" in str(raised.value)
        history.go_on_unsaved()
        assert 0 < history.size() < 200
        give(history, review("set/new"))
        give(history, review("set/newer"))
        with pytest.raises(DamagedHistoryError):
            history.save(asked=True)
        assert path.read_bytes() == damaged
        overwrite(path, sound)
        history.save(asked=True)
        assert len(uids(path)) == 202


def test_one_damaged_page_is_enough_to_write_nothing_more(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        given = [review(f"set/{number}") for number in range(100)]
        for one in given:
            give(history, one)
        disk.fill()
        sound = path.read_bytes()
        start = sound.index(b"Elektroporation") // 4096 * 4096
        damaged = overwrite(path, sound[:start] + b"\xff" * 4096 + sound[start + 4096 :])
        history._connection.execute("PRAGMA shrink_memory")
        history.go_on_unsaved()
        disk.free()
        give(history, review("set/new"))
        with pytest.raises(DamagedHistoryError):
            history.save(asked=True)
        assert not history.saved
        assert path.read_bytes() == damaged


def test_trying_again_finds_a_history_that_vanished_put_back(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        give(history, review())
        remove_folder(path)
        for _ in range(2):
            with pytest.raises(UnsavableError) as raised:
                give(history, review("set/two"))
        history.try_again(raised.value)
        give(history, review("set/two"))
        assert len(uids(path)) == 2


def test_trying_again_finds_a_history_that_was_repaired(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        give(history, review())
        sound = path.read_bytes()
        overwrite(path, b"no database " * 1000)
        with pytest.raises(DamagedHistoryError) as raised:
            give(history, review("set/two"))
        with pytest.raises(DamagedHistoryError):
            history.try_again(raised.value)
        path.rename(path.with_name("aside"))
        path.write_bytes(sound)
        history.try_again(raised.value)
        give(history, review("set/two"))
        assert len(uids(path)) == 2


@pytest.mark.parametrize("content", [b"", b"no database " * 1000, None])
def test_whatever_takes_the_place_of_an_open_history_is_not_overwritten(
    disk: Disk, path: Path, content: bytes | None
) -> None:
    with opened(path) as history:
        give(history, review())
        found = overwrite(path, path.read_bytes()[:5000] if content is None else content)
        with pytest.raises(DamagedHistoryError):
            give(history, review("set/two"))
        assert path.read_bytes() == found


def test_a_home_that_cannot_be_made_gives_a_history_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    path = tmp_path / "file" / "home" / "history.sqlite"
    with pytest.raises(UnsavableError, match="cannot be opened for writing"):
        opened(path)
    with History.unsaved(path) as history:
        assert not history.saved
        give(history, review())
        assert history.unsaved_answers == 1
        (tmp_path / "file").unlink()
        history.save()
        assert len(uids(path)) == 1


def test_without_saving_what_is_in_the_file_is_known(disk: Disk, path: Path) -> None:
    with opened(path) as history:
        give(history, review())
    with locked(path, "EXCLUSIVE"), History.unsaved(path) as history:
        assert history.memory("set/one", KEY) is not None
        with pytest.raises(HistoryError, match="locked"):
            history.save(asked=True)


def test_everything_that_writes_is_remembered() -> None:
    """A method that writes, and is not among those of Writes, would be lost without a word."""
    writing = set()
    for parent in Writes.__mro__[1:-1]:
        for method in ast.walk(ast.parse(inspect.getsource(inspect.getmodule(parent) or parent))):
            if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                names = {n.attr for n in ast.walk(method) if isinstance(n, ast.Attribute)}
                if "_writing" in names and hasattr(parent, method.name):
                    writing.add(method.name)
    assert {"record", "begin", "save_draft", "keep_exam", "flag"} <= writing
    assert writing <= set(vars(Writes)) | set(vars(OwnWrites))


STEPS = st.lists(
    st.tuples(st.sampled_from(["give", "undo", "flag", "fill", "free", "yes"]), st.integers(0, 4)),
    max_size=25,
)


@settings(max_examples=examples(40), deadline=None)
@given(STEPS)
def test_whenever_the_disk_fills_up_the_end_is_as_if_it_never_had(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("disk")
    path = folder / "history.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        with opened(path) as history, opened(folder / "never-full.sqlite") as other:
            history._connection.execute("PRAGMA synchronous = OFF")
            done = 0
            for what, number in steps:
                match what:
                    case "fill":
                        disk.fill()
                        spare(other)
                    case "free":
                        disk.free()
                    case "yes":
                        history.go_on_unsaved()
                    case _:
                        done += 1
                        act(history, other, what, number, done)
            disk.free()
            history.save()
            assert contents(history) == contents(other)
            assert history.memories() == other.memories()


def spare(history: History) -> None:
    """The disk of this one is never full."""
    history._connection.execute("PRAGMA max_page_count = 1000000000")
    names = history._connection.execute("SELECT name FROM sqlite_temp_master").fetchall()
    for (name,) in names:
        history._connection.execute(f"DROP TRIGGER temp.{name}")


def act(history: History, other: History, what: str, number: int, done: int) -> None:
    """Do something to both; to neither, when the first refuses."""
    uid = f"{number:08x}-0000-7000-8000-{done:012x}"
    try:
        do(history, what, number, uid)
    except UnsavableError:
        return
    do(other, what, number, uid)


def do(history: History, what: str, number: int, uid: str) -> None:
    if what == "give":
        give(history, review(f"set/{number}", uid=uid))
    elif what == "flag":
        history.flag(Flag(uid=uid, at_ms=number, question="set/one", comment=""))
    else:
        kept = list(history.reviews())
        if kept:
            history.undo(kept[-1].uid, number)


def contents(history: History) -> tuple[list[str], list[Flag]]:
    return [one.uid for one in history.reviews()], history.flags()
