from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.store.yaml import tree as yaml_tree
from quiz.store.yaml.bounds import MAX_HEAD, MAX_UNFIT, Bounds
from quiz.store.yaml.feed import AHEAD, Feed
from tests.cli.running import Cli
from tests.hostile.bombs import BOMBS
from tests.hostile.case import Case
from tests.hostile.corpus import GROUPS, QUICK
from tests.hostile.examine import examine, library_in, satisfied
from tests.processes import run_python

SMALL = {name: case for name, case in QUICK.items() if " MB" not in name and ",000" not in name}


CRASHES = ("Traceback", "inside Citequiz")


def test_every_hostile_file_gets_its_finding_opens_nothing_outside_and_starts_nothing(
    tmp_path: Path,
) -> None:
    done = run_python("-m", "tests.hostile.watched", str(tmp_path))
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == {"missed": [], "outside": [], "ran": []}


@pytest.mark.parametrize("case", SMALL.values(), ids=SMALL.keys())
def test_a_hostile_file_gets_its_finding(tmp_path: Path, case: Case) -> None:
    findings = examine(case, case.make(library_in(tmp_path)))
    assert satisfied(case, findings), [(f.place, f.rule, f.message) for f in findings[:5]]


READ = [case for case in BOMBS if case.rule != "unreadable" or "characters" not in case.words]


@pytest.mark.parametrize("case", READ, ids=[case.name for case in READ])
def test_a_bomb_is_given_up_after_little_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    attempts: list[tuple[Bounds, Feed]] = []

    def noted(text: str, bounds: Bounds) -> Feed:
        attempts.append((bounds, Feed(text, bounds)))
        return attempts[-1][1]

    monkeypatch.setattr(yaml_tree, "Feed", noted)
    examine(case, case.make(library_in(tmp_path)))
    assert sum(bounds.nodes for bounds, _ in attempts) <= 2 * (MAX_HEAD + MAX_UNFIT)
    assert max((feed.at for _, feed in attempts), default=0) <= 2 * AHEAD


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """The folder `questions` with every small hostile file in a folder of its own."""
    cli = Cli(tmp_path_factory.mktemp("together"))
    for group, cases in GROUPS.items():
        for at, case in enumerate(case for case in cases if case in SMALL.values()):
            case.make(library_in(cli.work / "questions" / f"{group}{at}"))
    return cli


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_quiz_check_reports_all_of_them_without_a_traceback(together: Cli, form: str) -> None:
    ran = together("check", "questions", "--format", form)
    assert ran.status == 1
    assert not any(word in ran.out + ran.err for word in CRASHES)
    assert all(char.isprintable() or char == "\n" for char in ran.out)
    assert sum(f"texts{at}/" in ran.out for at in range(40)) > 20


@pytest.mark.parametrize("command", [["list"], ["stats"], ["coverage"], ["reanchor", "questions"]])
def test_other_commands_over_hostile_files_end_without_a_traceback(
    together: Cli, command: list[str]
) -> None:
    ran = together(*command)
    assert ran.status in (0, 1, 2)
    assert not any(word in ran.out + ran.err for word in CRASHES)
    assert all(char.isprintable() or char == "\n" for char in ran.out)
