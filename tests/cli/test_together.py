"""Two and four programs over one home, answering at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.store.history.history import History
from tests import processes
from tests.cli.running import Cli
from tests.soak.kills import QUESTIONS, many_choices


def start(cli: Cli, set_file: Path, seed: int) -> subprocess.Popen[str]:
    """A learner who answers everything, wrongly half of the time."""
    command = f"-m quiz study {set_file} --plain --all --fresh --limit 20 --seed {seed}"
    return processes.start(
        [sys.executable, *command.split()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=cli.work,
        env=cli.environment(),
    )


@pytest.mark.parametrize("count", [2, 4])
def test_answers_given_in_several_windows_at_once_all_count_once(cli: Cli, count: int) -> None:
    set_file = many_choices(cli.folder / "many")
    windows = [start(cli, set_file, seed) for seed in range(count)]
    for window in windows:
        assert window.stdin is not None
        window.stdin.write("1\n2\n" * 20)
        window.stdin.close()
        window.stdin = None
    ends = [window.communicate(timeout=processes.LONGEST) for window in windows]
    assert [window.returncode for window in windows] == [0] * count, [err for _, err in ends]
    assert [err for _, err in ends] == [""] * count
    given = sum(out.count("\nAnswer:") for out, _ in ends)
    assert given >= 20 * count
    with History.open(cli.home / "history.sqlite", now_ms=0, readonly=True) as history:
        reviews = list(history.reviews())
        assert history.verify() == []
        assert history.follows()
        asked = {review.question for review in reviews}
        assert history.new_today(reviews[0].day) == len(asked) <= QUESTIONS
    assert len(reviews) == len({review.uid for review in reviews}) == given
