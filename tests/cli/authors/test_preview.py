"""`quiz preview`: which set it takes, and where it cannot run."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.cli.authors.previewed import found_set
from quiz.errors import QuizError
from tests.cli.running import Cli
from tests.plain.nine_types import SET, write_set


@pytest.fixture(autouse=True)
def sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `questions` with two sets, in which one stands."""
    folder = tmp_path / "work" / "questions"
    write_set(folder)
    write_set(folder, SET.replace("id: bread\n", "id: broken\n").replace("sugar", "\t"), "broken")
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    return folder


@pytest.mark.parametrize("name", ["bread", "Baking", "questions/bread.yaml"])
def test_a_set_is_named_by_its_id_its_title_or_its_path(name: str) -> None:
    if name == "Baking":
        Path("questions/broken.yaml").unlink()
    found = found_set(name)
    assert found.path.samefile("questions/bread.yaml")


def test_a_broken_set_can_be_named_too() -> None:
    Path("questions/broken.yaml").write_text("id: [", encoding="utf-8")
    assert found_set("broken").path.name == "broken.yaml"
    assert found_set("questions/broken.yaml").path.name == "broken.yaml"


def test_a_name_of_several_sets_is_refused_with_their_ids() -> None:
    with pytest.raises(QuizError) as refused:
        found_set("questions")
    assert "means 2 sets" in refused.value.message
    assert refused.value.hint == "name one of them: bread, broken"


def test_a_name_of_no_set_gets_the_nearest() -> None:
    with pytest.raises(QuizError) as refused:
        found_set("braed")
    assert refused.value.hint == "did you mean 'bread'? (Baking bread)"


def test_without_a_terminal_it_says_what_to_use_instead(cli: Cli) -> None:
    ran = cli("preview", "sets/bread.yaml")
    assert ran.status == 2
    assert ran.out == ""
    assert "quiz: the preview needs a terminal" in ran.err
    assert "quiz check" in ran.err
    assert not cli.home.exists()
