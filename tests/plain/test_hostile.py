from __future__ import annotations

import unicodedata
from pathlib import Path

from tests.plain.nine_types import hold, only, workspace_over

HOSTILE = r"""id: bread
title: "\e[2J [/x] \x9b31m"
documents:
  bread: documents/bread.txt
questions:
  - id: q
    type: single-choice
    stem: "[mg] [/x] [@click=app.quit] \e]52;c;aGk=\a \u202Egnal"
    answer: "\e[2Jright 漢字 e\u0301 👩‍🔬"
    distractors: ["\u009b2Jwrong", "%s {0} [b]"]
    explanation: "LONG"
    sources:
      - document: bread
        exact: nowhere "\u2066\e[0m"
"""


def test_hostile_texts_come_out_as_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "bread.txt").write_text("Bread\x1b[2J", encoding="utf-8")
    path = folder / "bread.yaml"
    path.write_text(HOSTILE.replace("LONG", "x" * 10_000), encoding="utf-8")
    with workspace_over(path, tmp_path / "home") as workspace:
        said = hold(only(workspace, "q"), "\x1b[A\x9b\udc9b\n:flag \x1b[2J\n\x1b:hint\n1\n2\n3\n")
    assert "[mg] [/x] [@click=app.quit] ␛]52;c;aGk=␇ ‹U+202E›gnal" in said
    assert "␛[2Jright 漢字 e\u0301 👩‍🔬" in said
    assert "Bread␛[2J" in said
    assert not [c for c in said if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert not set(said) & set("\u202e\u2066\x1b\x9b")
    assert max(map(len, said.splitlines())) <= 80
