"""Where things are kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz.errors import HistoryError
from quiz.store.files.home import places, there
from quiz.store.history.history import History


def test_everything_lies_below_the_home_that_is_named(tmp_path: Path) -> None:
    where = places({"QUIZ_HOME": f" {tmp_path} "})
    assert where.history == tmp_path / "history.sqlite"
    assert where.settings == tmp_path / "settings.toml"
    assert where.questions == tmp_path / "questions"


@pytest.mark.parametrize("home", ["", "~/quiz"])
def test_a_user_without_any_home_has_no_history_and_cannot_begin_one(
    monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    where = places({"QUIZ_HOME": home})
    assert where.history.is_absolute()
    assert not there(where.history)
    with pytest.raises(HistoryError, match="cannot be opened for writing"):
        History.open(where.history, now_ms=0)
    with History.unsaved(where.history) as history:
        assert history.size() == 0


def test_a_folder_that_lets_nobody_in_holds_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "exists", refused)
    assert not there(tmp_path)
