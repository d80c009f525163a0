"""A history that another program puts aside, exchanges or writes over while it is open."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.core.memory.records import Flag, SessionRecord
from quiz.errors import HistoryError
from quiz.store.history.database import LockedHistoryError, OverwrittenHistoryError
from quiz.store.history.history import History
from tests.store.faults import locked, overwrite
from tests.store.reviewing import DAY, give, opened, review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "history.sqlite"


def questions(path: Path) -> list[str]:
    with History.open(path, now_ms=0, readonly=True) as history:
        assert history.verify() == []
        assert history.follows()
        return [one.question for one in history.reviews()]


def session(uid: str) -> SessionRecord:
    return SessionRecord(
        uid=uid, kind="study", started_ms=1, day=DAY, title="", seed=1, plan=("set/one",)
    )


def other_history(path: Path) -> Path:
    """A history from another machine, beside this one."""
    other = path.with_name("other.sqlite")
    with opened(other) as history:
        give(history, review("set/elsewhere"))
        history.finish("both", 5)
    return other


def put_in_place(path: Path) -> None:
    other_history(path).replace(path)


def put_an_older_copy_in_place(path: Path) -> None:
    shutil.copyfile(path.with_name("older"), path.with_name("copy"))
    path.with_name("copy").replace(path)


def put_an_empty_file_in_place(path: Path) -> None:
    path.with_name("empty").touch()
    path.with_name("empty").replace(path)


EXCHANGES = [put_in_place, put_an_older_copy_in_place, put_an_empty_file_in_place]


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_all_that_was_open_is_brought_into_the_file_put_in_its_place(
    path: Path, exchange: Callable[[Path], None]
) -> None:
    told: list[str] = []
    with opened(path) as history:
        give(history, review("set/before"))
        shutil.copyfile(path, path.with_name("older"))
        history.begin(session("mine"))
        history.save_draft("mine", "half")
        give(history, review("set/one"))
        history.flag(Flag("f", 1, "set/one", "a remark"))
        history.keep_reading_place("document", 7, 1)
        exchange(path)
        history.on_saved = lambda: told.append("saved")
        give(history, review("set/two"))
        left = history.unfinished()
        assert left is not None
        assert (left.uid, left.draft) == ("mine", "half")
        assert [flag.uid for flag in history.flags()] == ["f"]
        assert history.reading_place("document") == 7
    assert told == ["saved"]
    elsewhere = ["set/elsewhere"] if exchange is put_in_place else []
    assert questions(path) == [*elsewhere, "set/before", "set/one", "set/two"]


def test_what_was_given_before_the_exchange_is_there_even_when_nothing_follows(path: Path) -> None:
    with opened(path) as history:
        give(history, review("set/one"))
        put_in_place(path)
    assert questions(path) == ["set/elsewhere", "set/one"]


def test_a_session_finished_in_either_is_finished(path: Path) -> None:
    other = path.with_name("other.sqlite")
    with opened(path) as history, opened(other) as elsewhere:
        for one in (history, elsewhere):
            one.begin(session("a"))
            one.begin(session("b"))
        history.finish("a", 5)
        elsewhere.finish("b", 6)
        other.replace(path)
        give(history, review())
        assert history.unfinished() is None


@pytest.mark.parametrize("content", [b"no database " * 1000, b"%PDF"])
def test_what_cannot_be_united_is_said_and_stays_as_it_is(path: Path, content: bytes) -> None:
    with opened(path) as history:
        give(history, review("set/one"))
        path.with_name("odd").write_bytes(content)
        path.with_name("odd").replace(path)
        with pytest.raises(HistoryError, match="damaged"):
            give(history, review("set/two"))
        history.go_on_unsaved()
        give(history, review("set/two"))
        assert path.read_bytes() == content
        put_in_place(path)
        history.save(asked=True)
    assert questions(path) == ["set/elsewhere", "set/one", "set/two"]


def test_a_history_written_over_in_place_is_noticed_at_the_next_answer(path: Path) -> None:
    with opened(path) as history:
        give(history, review("set/before"))
    older = path.read_bytes()
    with opened(path) as history:
        history.begin(session("mine"))
        give(history, review("set/one"))
        overwrite(path, older)
        with pytest.raises(OverwrittenHistoryError, match="written over") as raised:
            give(history, review("set/two"))
        history.try_again(raised.value)
        give(history, review("set/two"))
        assert history.unfinished() is not None
    assert questions(path) == ["set/before", "set/one", "set/two"]


def test_another_instance_that_writes_is_no_exchange(path: Path) -> None:
    with opened(path) as history, opened(path) as other:
        give(history, review("set/one"))
        give(other, review("set/two"))
        assert not history.exchanged
        give(history, review("set/three"))
    assert questions(path) == ["set/one", "set/two", "set/three"]


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_an_impatient_write_is_refused_and_knows_when_the_file_is_free(
    path: Path, how: str
) -> None:
    with opened(path) as history:
        history.patience = 0.0
        with locked(path, how):
            with pytest.raises(LockedHistoryError, match="another program kept it locked"):
                give_blindly(history)
            assert not history.is_free()
        assert history.is_free()
        give_blindly(history)
    assert questions(path) == ["set/one"]


def give_blindly(history: History) -> None:
    history.record(review(uid="u"), None)
