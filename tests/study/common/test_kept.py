"""What the history refuses has not happened; what it took has, whatever comes after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response, Verdict
from quiz.core.memory.scheduling import Confidence
from quiz.errors import HistoryError
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Desk
from quiz.study.sitting.study import Study
from tests.plain.nine_types import begin_all, desk_over, write_set


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_over(write_set(tmp_path / "set"), tmp_path / "home") as opened:
        yield opened


def refusing(*_: object, **__: object) -> None:
    raise HistoryError("the disk is full")


@pytest.mark.parametrize(
    ("method", "deed"),
    [
        ("record", lambda study: study.answer(Response(gave_up=True))),
        ("save_draft", lambda study: study.hint()),
    ],
)
def test_a_refused_write_leaves_the_session_where_it_was(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    deed: Callable[[Study], object],
) -> None:
    study = begin_all(desk)
    turn = study.turn
    with monkeypatch.context() as patch:
        patch.setattr(desk.history, method, refusing)
        with pytest.raises(HistoryError):
            deed(study)
    assert study.turn == turn
    assert study.confidence is Confidence.UNMARKED
    assert study.hints_taken == ()
    assert study.feedback is None


def test_an_answer_that_is_kept_was_given_even_if_nothing_can_be_read_after_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = begin_all(desk)
    record = desk.history.record

    def recorded(*values: object, **named: object) -> None:
        record(*values, **named)  # type: ignore[arg-type]
        monkeypatch.setattr(desk.history, "memory", refusing)

    monkeypatch.setattr(desk.history, "record", recorded)
    feedback = study.answer(Response(gave_up=True))
    assert isinstance(feedback, Feedback)
    assert feedback.grade.verdict is Verdict.WRONG
    assert feedback.days is None
    assert len(study.session.answered) == desk.history.size() == 1
