"""What the history refuses has not happened; what it took has, whatever comes after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response, Verdict
from quiz.core.memory.scheduling import Confidence
from quiz.errors import HistoryError
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from tests.plain.nine_types import begin_all, workspace_over, write_set


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as opened:
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
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    deed: Callable[[Study], object],
) -> None:
    study = begin_all(workspace)
    presented = study.presented
    with monkeypatch.context() as patch:
        patch.setattr(workspace.history, method, refusing)
        with pytest.raises(HistoryError):
            deed(study)
    assert study.presented == presented
    assert study.confidence is Confidence.UNMARKED
    assert study.hints_taken == ()
    assert study.feedback is None


def test_an_answer_that_is_kept_was_given_even_if_nothing_can_be_read_after_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = begin_all(workspace)
    record = workspace.history.record

    def recorded(*values: object, **named: object) -> None:
        record(*values, **named)  # type: ignore[arg-type]
        monkeypatch.setattr(workspace.history, "memory", refusing)

    monkeypatch.setattr(workspace.history, "record", recorded)
    feedback = study.answer(Response(gave_up=True))
    assert isinstance(feedback, Feedback)
    assert feedback.grade.verdict is Verdict.WRONG
    assert feedback.days is None
    assert len(study.session.answered) == workspace.history.size() == 1
