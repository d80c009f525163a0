from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.core.documents.document import Passage
from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.core.questions.hints import LookedUp
from quiz.study.common.draft import Draft, load_draft, load_looked_up
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from quiz.study.sitting.wording import verdict_line
from quiz.study.today.overview import left_open
from quiz.study.today.session_summary import sum_up
from tests.plain.nine_types import Clock, only, workspace_over, write_set


def right(study: Study) -> Feedback:
    outcome = study.answer(Response(("Gas",)))
    assert isinstance(outcome, Feedback)
    return outcome


@pytest.mark.parametrize(
    ("looked_up", "rating", "again"),
    [(LookedUp.SECTION, Rating.HARD, False), (LookedUp.PASSAGE, Rating.AGAIN, True)],
)
def test_looking_up_counts_like_the_hint_that_it_is_and_is_kept(
    workspace: Workspace, looked_up: LookedUp, rating: Rating, again: bool
) -> None:
    study = only(workspace, "gas")
    assert study.look_up(looked_up)
    told = right(study)
    assert (told.rating, told.again) == (rating, again)
    assert verdict_line(told).text == "Correct, looked up"
    (review,) = workspace.history.reviews_of(study.record.uid)
    assert load_looked_up(review.response) is looked_up
    assert (review.hints, review.right_at_once) == (1, False)


def test_only_more_than_was_looked_up_before_is_news(workspace: Workspace) -> None:
    study = only(workspace, "gas")
    assert study.look_up(LookedUp.PASSAGE)
    assert not study.look_up(LookedUp.SECTION)
    assert not study.look_up(LookedUp.PASSAGE)
    assert study.looked_up is LookedUp.PASSAGE


def test_after_the_verdict_looking_up_is_reading(workspace: Workspace) -> None:
    study = only(workspace, "gas")
    right(study)
    assert not study.look_up(LookedUp.PASSAGE)


def test_taking_the_answer_back_does_not_take_the_help_back(tmp_path: Path) -> None:
    path, home, clock = write_set(tmp_path / "set"), tmp_path / "home", Clock()
    with workspace_over(path, home, clock) as workspace:
        study = only(workspace, "gas")
        study.hint()
        study.look_up(LookedUp.PASSAGE)
        right(study)
        assert study.undo()
        assert study.looked_up is LookedUp.PASSAGE
        assert len(study.hints_taken) == 1
    with workspace_over(path, home, clock) as workspace:
        again = Study.resume(workspace, left_open(workspace)[0].record)
        assert right(again).rating is Rating.AGAIN
        assert [r.hints for r in workspace.history.reviews_of(again.record.uid)] == [2]


def test_the_passage_counts_as_seen_where_any_of_it_is(workspace: Workspace) -> None:
    study = only(workspace, "gas")
    document = workspace.library.document("bread", "bread")
    at = document.text.index("Yeast turns sugar")
    assert study.proven_in(document, Passage(0, at + 1))
    assert not study.proven_in(document, Passage(0, at))
    assert not study.proven_in(document, Passage(at + 400, at + 401))


def test_what_was_helped_is_not_known_in_the_summary_nor_in_the_statistics(
    workspace: Workspace,
) -> None:
    study = only(workspace, "gas")
    while study.hint() is not None:
        pass
    study.confidence = Confidence.SURE
    right(study)
    summary = sum_up(study)
    assert (summary.right, summary.asked, summary.helped) == (0, 1, 1)
    assert [uid for uid, _ in summary.missed] == ["bread/gas"]
    rate = workspace.history.marked(0)["sure"]
    assert (rate.right, rate.of) == (0, 1)
    assert workspace.history.first_tries(0) == [("bread/gas", False)]


def test_a_draft_from_before_anything_could_be_looked_up_is_read() -> None:
    old = json.loads(Draft("bread/gas", 0, 2).dump())
    del old["looked_up"]
    assert load_draft(json.dumps(old)) == Draft("bread/gas", 0, 2)
    assert load_looked_up("") is LookedUp.NOTHING
    assert load_looked_up('{"given": [], "looked_up": "the stars"}') is LookedUp.NOTHING
