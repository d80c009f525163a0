"""What is set aside, noted and saved by name: the later state of each counts."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.records import (
    FOR_GOOD,
    GONE,
    NOTE,
    Note,
    SavedSelection,
    Suspension,
)
from quiz.errors import HistoryError
from quiz.store.history.backup import content
from quiz.store.history.database import in_memory
from quiz.store.history.history import History
from quiz.store.history.rows import SUSPENSIONS, insertion
from quiz.store.keeping.forgetting import forget, known_questions
from quiz.store.keeping.renaming import rename
from quiz.store.keeping.transfer import export
from tests.store.reviewing import DAY, NOW, give, opened, review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def note(text: str = "mine", at: int = NOW, uid: str = "n", **more: str) -> Note:
    return Note(uid, at, more.pop("kind", NOTE), **{"question": "set/one", **more}, text=text)


def test_a_question_is_set_aside_until_its_day_and_can_come_back(path: Path) -> None:
    with opened(path) as history:
        history.suspend(Suspension("set/one", NOW, DAY + 1))
        history.suspend(Suspension("set/two", NOW, FOR_GOOD))
        assert history.suspensions(DAY) == {"set/one": DAY + 1, "set/two": FOR_GOOD}
        assert history.suspensions(DAY + 1) == {"set/two": FOR_GOOD}
        history.suspend(Suspension("set/two", NOW + 1, 0))
        assert history.suspensions(DAY + 1) == {}


def test_a_note_can_be_changed_and_removed(path: Path) -> None:
    with opened(path) as history:
        history.keep_note(note("first"))
        history.keep_note(note("second", NOW + 1))
        history.keep_note(note("older", NOW - 1))
        assert [one.text for one in history.notes()] == ["second"]
        history.keep_note(note("", NOW + 2, kind=GONE))
        assert history.notes() == []


def test_a_saved_choice_is_found_by_its_name_until_it_is_removed(path: Path) -> None:
    with opened(path) as history:
        history.keep_selection(SavedSelection("a", NOW, "weak", "{}"))
        history.keep_selection(SavedSelection("b", NOW + 1, "weak", '{"missed": true}'))
        assert [one.uid for one in history.selections()] == ["b"]
        history.keep_selection(SavedSelection("b", NOW + 2, "weak", ""))
        history.keep_selection(SavedSelection("a", NOW + 2, "weak", ""))
        assert history.selections() == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5))
def test_the_order_in_which_states_arrive_does_not_matter(states: list[tuple[int, int]]) -> None:
    ends = set()
    for order in list(permutations(states))[:24]:
        with closing(in_memory(readonly=False)) as connection:
            for at, until in order:
                values = Suspension("set/one", NOW + at, until)._asdict()
                connection.execute(insertion(SUSPENSIONS), values)
            ends.add(tuple(connection.execute("SELECT * FROM suspensions").fetchall()))
    assert len(ends) == 1


def test_what_is_forgotten_or_renamed_takes_notes_and_suspensions_along(path: Path) -> None:
    with opened(path) as history:
        give(history, review())
        history.suspend(Suspension("set/one", NOW, FOR_GOOD))
        history.keep_note(note())
        history.keep_note(note(uid="m", question="", document="set/doc", exact="words"))
        rename(history, "set/one", "set/new")
        assert history.suspensions(DAY) == {"set/new": FOR_GOOD}
        assert {one.question or one.document for one in history.notes()} == {"set/new", "set/doc"}
        assert history.refused() == []
        assert known_questions(history) == {"set/new", "set/doc"}
        forget(history, ["set/new", "set/doc"])
        assert (history.notes(), history.suspensions(DAY)) == ([], {})
    assert b"mine" not in path.read_bytes()


def test_only_an_export_with_notes_needs_this_program(path: Path) -> None:
    with opened(path) as history:
        give(history, review())
        assert next(export(history)).startswith('{"head":{"format":1,')
        history.keep_note(note())
        assert next(export(history)).startswith('{"head":{"format":2,')


def test_a_change_of_a_note_alone_is_worth_a_backup(path: Path) -> None:
    with opened(path) as history:
        history.keep_note(note())
        before = content(history._connection)
        assert history.back_up(DAY) is not None
        history.keep_note(note("more", NOW + random.randint(1, 9)))
        assert content(history._connection) > before


def test_a_damaged_note_is_named_as_damage(path: Path) -> None:
    with opened(path) as history:
        history.keep_note(note())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE notes SET kind = 'scribble'")
    with History.open(path, now_ms=NOW, readonly=True) as history:
        with pytest.raises(HistoryError, match="this is no kind of note"):
            history.notes()
        assert [table.name for table, _ in history.refused()] == ["notes"]
