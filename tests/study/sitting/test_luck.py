"""Owning up after the verdict: whom it asks, and what it changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response
from quiz.core.memory.rates import Rate
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.store.settings.settings import Settings
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from quiz.study.sitting.wording import verdict_line
from quiz.study.statistics.retention import retention_figures
from quiz.study.statistics.scope import Scope
from tests.plain.nine_types import Clock, begin_all, only, workspace_over, write_set
from tests.study.today.test_daily_load import set_up


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home", clock) as opened:
        yield opened


def answered(study: Study, given: str, mark: Confidence = Confidence.UNMARKED) -> Feedback:
    study.confidence = mark
    feedback = study.answer(Response((given,)))
    assert isinstance(feedback, Feedback)
    return feedback


def kept(workspace: Workspace) -> list[str]:
    return [review.confidence for review in workspace.history.reviews()]


def test_a_right_choice_that_may_be_luck_is_asked_about_and_can_be_owned_up_to(
    workspace: Workspace,
) -> None:
    study = only(workspace, "gas")
    assert answered(study, "Gas").may_be_luck
    owned = study.mark_guessed()
    assert owned is not None
    assert (owned.rating, owned.again, owned.may_be_luck) == (Rating.AGAIN, True, False)
    assert verdict_line(owned).text == "Correct, but guessed"
    assert kept(workspace) == ["guessed"]
    assert Study.resume(workspace, study.record).session == study.session
    assert study.mark_guessed() is None
    assert study.undo()
    assert workspace.history.memories() == {}


@pytest.mark.parametrize(
    ("name", "given", "mark"),
    [
        ("gas", "Salt", Confidence.UNMARKED),
        ("gas", "Gas", Confidence.SURE),
        ("gas", "Gas", Confidence.GUESS),
        ("gluten", "gluten", Confidence.UNMARKED),  # typed: no guess hits it
    ],
)
def test_what_is_wrong_marked_or_typed_is_not_asked_about(
    workspace: Workspace, name: str, given: str, mark: Confidence
) -> None:
    study = only(workspace, name)
    assert not answered(study, given, mark).may_be_luck
    assert study.mark_guessed() is None


@pytest.mark.parametrize(("ago", "asked"), [(0, False), (1, False), (400, True)])
def test_only_what_was_probably_forgotten_is_asked_about(
    workspace: Workspace, ago: int, asked: bool
) -> None:
    set_up(workspace, "gas", stability=10, ago=ago)
    assert answered(only(workspace, "gas"), "Gas").may_be_luck is asked


@pytest.mark.parametrize("chosen", [Settings(ask_guessed=False), Settings(certainty=True)])
def test_settings_turn_it_off(workspace: Workspace, chosen: Settings) -> None:
    workspace.settings = chosen
    assert not answered(only(workspace, "gas"), "Gas").may_be_luck


def test_a_cram_or_a_second_attempt_does_not_ask(workspace: Workspace) -> None:
    cram = begin_all(workspace, cram=True)
    while cram.presented is not None and cram.presented.question.id != "gas":
        cram.answer(Response(gave_up=True))
        cram.go_on()
    assert not answered(cram, "Gas").may_be_luck
    study = only(workspace, "gas")
    answered(study, "Salt")
    study.go_on()
    assert not answered(study, "Gas").may_be_luck


def test_retention_tells_what_is_left_without_lucky_guesses(
    workspace: Workspace, clock: Clock
) -> None:
    for name, given in (("gas", "Salt"), ("held", "true"), ("gluten", "gluten")):
        answered(only(workspace, name), given)
    assert retention_figures(Scope(workspace)).corrected is None
    clock.pass_days(1)
    answered(only(workspace, "gas"), "Gas")
    owned = only(workspace, "held")
    answered(owned, "false")
    answered(only(workspace, "gluten"), "sawdust")
    found = retention_figures(Scope(workspace))
    assert found.all == Rate(2, 3)
    assert found.corrected is not None
    assert found.corrected.share == pytest.approx(2 / 3)  # no choice was wrong
    clock.pass_days(3)
    answered(only(workspace, "held"), "true")
    found = retention_figures(Scope(workspace))
    assert found.corrected is not None
    assert found.corrected.share == pytest.approx((2 - 1) / 4)  # one of two is luck each time
