"""A small version of `tests.benchmarks.simulated_learners`, over the real workspace."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Scheduler
from quiz.study.common.request import Request
from tests.benchmarks.simulated import FakeClock, Mind, desk_in, study_day_through, true_parameters
from tests.benchmarks.simulated_learners import KINDS, Kind, live


@pytest.mark.parametrize("kind", [KINDS[0], KINDS[3]], ids=lambda kind: kind.name)
def test_learners_keep_what_they_learn_and_the_statistics_tell_the_truth(
    kind: Kind,
) -> None:
    lived = live(kind, questions=100, days=200)
    assert lived.broken == ()
    assert lived.claimed >= lived.known, "guesses that are not owned up to only add"


def test_without_guesses_that_pass_for_knowledge_the_statistics_are_exact(tmp_path: Path) -> None:
    clock = FakeClock()
    mind = Mind(Scheduler(parameters=true_parameters()), random.Random(7), honest=1.0)
    with desk_in(tmp_path, clock, 60) as workspace:
        for day in range(60):
            clock.turn_to(day)
            study_day_through(workspace, clock, mind, Request())
        known, asked = workspace.history.retention(0)
    assert asked == len(mind.tried) > 200
    assert known == sum(one.knew for one in mind.tried)
