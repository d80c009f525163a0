"""After any damage to the history, every command ends in a sentence or a right answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.damage import COMMANDS, fuzz, said, whole

AT_ONCE = 15


@pytest.mark.parametrize("first", range(0, 60, AT_ONCE))
def test_no_command_ends_in_a_traceback(tmp_path: Path, first: int) -> None:
    ran, _, broken = fuzz(range(first, first + AT_ONCE), tmp_path)
    assert broken == []
    assert sum(ran.values()) == AT_ONCE * len(COMMANDS)


def test_the_history_that_is_damaged_is_a_full_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    whole(tmp_path)
    exported = said(["history", "export"])
    for kind in ("review", "undone", "session", "flag"):
        assert f'{{"{kind}":' in exported
    assert "120 reviews, each as it was written" in said(["doctor"])
