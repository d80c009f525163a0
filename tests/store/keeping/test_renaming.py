"""Another id for a question, with all that was learned of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.memory.records import Flag, SessionRecord
from quiz.store.history.history import History
from quiz.store.keeping.forgetting import known_questions
from quiz.store.keeping.renaming import answers_to, rename
from tests.store.reviewing import DAY, NOW, give, opened, review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def studied(history: History) -> None:
    history.begin(
        SessionRecord(
            uid="one", kind="study", started_ms=NOW, day=DAY, title="t", seed=1, plan=("s/a", "s/b")
        )
    )
    for question in ("s/a", "s/a", "s/b"):
        give(history, review(question, session="one"))
    history.undo(history.reviews_of("one")[0].uid, NOW)
    history.flag(Flag(uid="f", at_ms=NOW, question="s/a", comment="why?"))


def test_answers_memory_flags_and_plans_go_along(path: Path) -> None:
    with opened(path) as history:
        studied(history)
        memory = history.memories()["s/a"].memory
        assert (answers_to(history, "s/a"), rename(history, "s/a", "s/c")) == (1, 1)
        assert known_questions(history) == {"s/b", "s/c"}
        assert history.memories()["s/c"].memory == memory
        assert [flag.question for flag in history.flags()] == ["s/c"]
        assert history.unfinished() is not None
        assert answers_to(history, "s/a") == 0


def test_the_log_stays_what_was_written_and_append_only(path: Path) -> None:
    with opened(path) as history:
        studied(history)
        before = [
            one._replace(question="s/c") for one in history.reviews() if one.question[-1] == "a"
        ]
        size = history.size()
        rename(history, "s/a", "s/c")
        assert [one for one in history.reviews() if one.question == "s/c"] == before
        assert (history.size(), history.verify()) == (size, [])
        with pytest.raises(Exception, match="append-only"):
            history._connection.execute("UPDATE reviews SET rating = 1")


def test_where_both_were_answered_the_memory_is_of_all(path: Path) -> None:
    with opened(path) as history:
        studied(history)
        rename(history, "s/a", "s/b")
        assert history.memories().keys() == {"s/b"}
        assert history.memories()["s/b"].memory.reviews == 2


def test_a_question_without_answers_is_renamed_all_the_same(path: Path) -> None:
    with opened(path) as history:
        studied(history)
        assert rename(history, "s/unknown", "s/new") == 0
        assert known_questions(history) == {"s/a", "s/b"}
