from __future__ import annotations

import pytest

from quiz.errors import QuizError
from quiz.study.common.editor import editor_command


def test_an_editor_with_a_quote_that_is_never_closed_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "vi'x")
    with pytest.raises(QuizError, match="the editor is no command: vi'x"):
        editor_command("set.yaml", 3)
