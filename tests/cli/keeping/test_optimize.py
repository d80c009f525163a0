"""`quiz optimize`: what it says, keeps and undoes; with and without the extra."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import DEFAULT_PARAMETERS
from quiz.extras import NEEDS, install
from quiz.store.history.tables.fits import Graded
from tests import TOP
from tests.cli.running import Cli
from tests.store.reviewing import opened
from tests.study.answering import FORGETFUL, answers_of, fill


def begun(cli: Cli, answers: Iterable[Graded]) -> Path:
    """The history of a learner who gave these answers."""
    path = cli.home / "history.sqlite"
    with opened(path) as history:
        fill(history, answers)
    return path


@pytest.fixture
def path(cli: Cli) -> Path:
    """The history of a forgetful learner."""
    return begun(cli, answers_of(FORGETFUL, seed=3, questions=300))


def parameters(path: Path) -> tuple[float, ...]:
    with opened(path) as history:
        return history.scheduler.parameters


@pytest.fixture
def without_extra(tmp_path: Path) -> dict[str, str]:
    """An environment in which the extra is not installed."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    (folder / "fsrs_rs_python.py").write_text("raise ModuleNotFoundError('fsrs_rs_python')\n")
    return {"PYTHONPATH": str(folder)}


def test_better_parameters_are_tried_kept_and_undone(cli: Cli, path: Path) -> None:
    before = path.read_bytes()
    tried = cli("optimize", "--dry-run")
    assert (tried.status, tried.err) == (0, "")
    assert re.fullmatch(
        r"It would predict \d+\.\d % better: log loss 0\.\d{3} → 0\.\d{3} on your last \d+ answers,"
        r" off by \d+\.\d → \d+\.\d points\. Nothing was changed\.\n",
        tried.out,
    )
    assert path.read_bytes() == before

    kept = cli("optimize")
    assert kept.status == 0
    assert kept.out.startswith("It now predicts ")
    assert re.search(r"Everything is scheduled anew: due today \d+ → \d+\.", kept.out)
    assert "quiz optimize --undo" in kept.out
    assert parameters(path) != DEFAULT_PARAMETERS

    undone = cli("optimize", "--undo")
    assert undone.out.startswith("Back to the published parameters. ")
    assert parameters(path) == DEFAULT_PARAMETERS
    assert cli("optimize", "--undo").out == "There is nothing to undo.\n"


def test_the_figures_are_there_as_json(cli: Cli, path: Path) -> None:
    found = json.loads(cli("optimize", "--format", "json").out)
    assert found["status"] == "kept"
    assert 50 <= found["questions"] <= 300
    assert 0 < found["after"]["log_loss"] < found["before"]["log_loss"] < 1
    assert found["better_by"] == pytest.approx(
        1 - found["after"]["log_loss"] / found["before"]["log_loss"]
    )
    assert parameters(path) == tuple(found["parameters"])
    assert set(found["due"]) == {"before", "after"}
    undone = json.loads(cli("optimize", "--undo", "--format", "json").out)
    assert undone["status"] == "undone"


def test_a_learner_as_published_is_told_that_nothing_is_better(cli: Cli) -> None:
    path = begun(cli, answers_of(DEFAULT_PARAMETERS, seed=5))
    ran = cli("optimize")
    assert ran.status == 0
    assert ran.out.startswith("Nothing was changed: parameters of your own predict ")
    assert parameters(path) == DEFAULT_PARAMETERS


def test_too_few_answers_are_told_without_the_extra(
    cli: Cli, without_extra: dict[str, str]
) -> None:
    begun(cli, answers_of(FORGETFUL, seed=1, questions=20, days=10))
    ran = cli("optimize", **without_extra)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Not yet: it takes 400 answers, to 50 questions, ")
    assert ran.out.count("\n") == 1


def test_without_the_extra_one_line_names_the_command_that_installs_it(
    cli: Cli, path: Path, without_extra: dict[str, str]
) -> None:
    ran = cli("optimize", **without_extra)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err == f"quiz: `quiz optimize` needs one package more: {install('optimize')}\n"
    assert parameters(path) == DEFAULT_PARAMETERS


def test_undoing_needs_no_extra(cli: Cli, path: Path, without_extra: dict[str, str]) -> None:
    cli("optimize")
    assert cli("optimize", "--undo", **without_extra).out.startswith("Back to the published")
    assert parameters(path) == DEFAULT_PARAMETERS


def test_the_command_that_installs_it_asks_for_what_the_package_does() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert NEEDS["optimize"] == tuple(project["optional-dependencies"]["optimize"])
    listed = (TOP / "requirements" / "dev.in").read_text(encoding="utf-8").splitlines()
    assert set(project["optional-dependencies"]["optimize"]) <= set(listed)


def test_undo_and_dry_run_do_not_go_together(cli: Cli) -> None:
    ran = cli("optimize", "--undo", "--dry-run")
    assert ran.status == 2
    assert "do not go together" in ran.err
    assert not (cli.home / "history.sqlite").exists()


def test_a_dry_run_without_a_history_makes_none(cli: Cli) -> None:
    assert cli("optimize", "--dry-run").out.startswith("Not yet: ")
    assert not (cli.home / "history.sqlite").exists()
