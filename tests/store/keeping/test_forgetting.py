"""Forgetting for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.memory.records import Flag, SessionRecord
from quiz.store.history.history import History
from quiz.store.keeping.forgetting import forget, known_questions
from quiz.store.keeping.transfer import export
from tests.store.reviewing import DAY, NOW, give, opened, review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def session(uid: str, *plan: str) -> SessionRecord:
    return SessionRecord(
        uid=uid, kind="study", started_ms=NOW, day=DAY, title=uid, seed=1, plan=plan
    )


def studied(history: History) -> None:
    history.begin(session("mixed", "secret/one", "open/two"))
    history.begin(session("just-this", "secret/one"))
    for question in ("secret/one", "secret/one", "open/two"):
        give(history, review(question, session="mixed"))
    history.undo(history.reviews_of("mixed")[0].uid, NOW)
    history.flag(Flag(uid="a", at_ms=NOW, question="secret/one", comment="hush"))


def test_nothing_of_a_forgotten_question_is_left_in_the_file(path: Path) -> None:
    with opened(path) as history:
        studied(history)
        assert known_questions(history) == {"secret/one", "open/two"}
        assert forget(history, ["secret/one"]) == 2
        assert known_questions(history) == {"open/two"}
        assert history.memories().keys() == {"open/two"}
        assert history.flags() == []
        assert [line for line in export(history) if "undone" in line or "hush" in line] == []
    assert b"hush" not in path.read_bytes()
    assert b"just-this" not in path.read_bytes()


def test_what_is_not_forgotten_stays_as_it_was(path: Path) -> None:
    with opened(path) as history:
        studied(history)
        before = history.memories()["open/two"], history.reviews_of("mixed")[-1]
        forget(history, ["secret/one"])
        assert (history.memories()["open/two"], history.reviews_of("mixed")[-1]) == before
        assert history.unfinished() is not None
        with pytest.raises(Exception, match="append-only"):
            history._connection.execute("UPDATE reviews SET rating = 1")


def test_forgetting_what_is_not_known_forgets_nothing(path: Path) -> None:
    with opened(path) as history:
        studied(history)
        before = list(export(history))
        assert forget(history, ["secret/two"]) == 0
        assert list(export(history)) == before
