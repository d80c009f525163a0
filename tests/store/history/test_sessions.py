from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.memory.records import Flag, SessionRecord
from quiz.store.history.history import History
from tests.store.reviewing import DAY, NOW, give, opened, review

SESSION = SessionRecord(
    uid="a-session",
    kind="study",
    started_ms=NOW,
    day=DAY,
    title="Mésothérapie – 20 questions",
    seed=2**64 + 1,
    plan=("set/one", "set/with/slash", "other/ü"),
    options={"limit": 20, "sets": ["set"], "wrong": False, "tag": None},
)
FLAG = Flag(
    uid="flag-1",
    at_ms=NOW,
    question="set/one",
    comment="The passage says\nthe “opposite”.",
    path="sets/one.yaml",
    line=12,
)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with opened(tmp_path / "history.sqlite") as history:
        yield history


def test_a_session_comes_back_as_it_was_begun(history: History) -> None:
    history.begin(SESSION)
    assert history.unfinished() == SESSION


def test_a_new_history_has_nothing_to_go_on_with(history: History) -> None:
    assert history.unfinished() is None


def test_a_session_begun_twice_keeps_what_it_was(history: History) -> None:
    history.begin(SESSION)
    history.begin(SESSION._replace(title="another"))
    assert history.unfinished() == SESSION


def test_a_finished_session_is_not_offered_but_the_one_before_is(history: History) -> None:
    later = SESSION._replace(uid="b-session", started_ms=NOW + 1)
    history.begin(later)
    history.begin(SESSION)
    assert history.unfinished() == later
    history.finish(later.uid, NOW + 2)
    assert history.unfinished() == SESSION
    history.finish(SESSION.uid, NOW + 3)
    assert history.unfinished() is None


def test_a_draft_is_kept_replaced_and_cleared(history: History) -> None:
    history.begin(SESSION._replace(draft='{"typed": "el"}'))
    assert history.unfinished() == SESSION._replace(draft='{"typed": "el"}')
    history.save_draft(SESSION.uid, '{"typed": "electro"}')
    assert history.unfinished() == SESSION._replace(draft='{"typed": "electro"}')
    history.save_draft(SESSION.uid, "")
    assert history.unfinished() == SESSION


def test_an_answer_clears_the_draft_in_the_same_breath(history: History) -> None:
    history.begin(SESSION._replace(draft="{}"))
    give(history, review(session=SESSION.uid))
    assert history.unfinished() == SESSION


def test_undo_opens_a_finished_session_again(history: History) -> None:
    history.begin(SESSION)
    given = review(session=SESSION.uid)
    give(history, given)
    history.finish(SESSION.uid, NOW + 1)
    history.undo(given.uid, NOW + 2)
    assert history.unfinished() == SESSION


def test_flags_come_back_in_the_order_they_were_made(history: History) -> None:
    later = FLAG._replace(uid="flag-0", at_ms=NOW + 1, line=0, path="")
    history.flag(later)
    history.flag(FLAG)
    history.flag(FLAG)
    assert history.flags() == [FLAG, later]


def test_a_flag_can_be_taken_back(history: History) -> None:
    history.flag(FLAG)
    history.unflag("no-such-flag", NOW)
    assert history.flags() == [FLAG]
    history.unflag(FLAG.uid, NOW)
    assert history.flags() == []


def test_a_file_name_that_is_not_utf_8_can_be_flagged(history: History) -> None:
    history.flag(FLAG._replace(path="sets/caf\udce9.yaml"))
    assert history.flags() == [FLAG._replace(path="sets/caf\\udce9.yaml")]
