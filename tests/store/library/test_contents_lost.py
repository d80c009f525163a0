"""Asking a cached set for questions that it does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.library import contents
from quiz.store.library.library import Library
from tests.plain.nine_types import write_set


@pytest.fixture
def cached(tmp_path: Path) -> tuple[Path, Path]:
    """A set in the cache: its file, and the home."""
    path, home = write_set(tmp_path / "sets"), tmp_path / "home"
    with Library.open([path], places=places({"QUIZ_HOME": str(home)})) as library:
        assert library.entry("bread").ok
    return path, home


def test_a_question_that_is_gone_is_not_looked_for_in_the_file(
    cached: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, home = cached
    monkeypatch.setattr(contents, "parse", lambda *_: pytest.fail("the file was read again"))
    with Library.open([path], places=places({"QUIZ_HOME": str(home)})) as library:
        with pytest.raises(QuizError, match="there is no question"):
            library.question("bread/gone")
        assert library.question("bread/gas").id == "gas"
