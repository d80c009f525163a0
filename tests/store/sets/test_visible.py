from __future__ import annotations

from pathlib import Path

import pytest

from quiz.store.sets.fields import visible
from quiz.store.sets.reading import read_set

SET = """\
id: x
title: t
documents: {d: d.txt}
questions:
  - id: q
    type: true-false
    stem: "%s"
    answer: true
    sources: [{document: d, exact: The value is 5.}]
"""


@pytest.mark.parametrize(
    "text", ["\u200b", "\u200b\u200d\u2060", "\u0301", "\u3164", "\u2800", "\ufe0f"]
)
def test_a_stem_of_which_nothing_is_seen_is_empty(text: str, tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text(SET % text, "utf-8")
    assert [(p.rule, p.line) for p in read_set(path).problems] == [("empty", 7)]


@pytest.mark.parametrize("text", ["a", "\u200ba", "क्‍ष", "한", "→", "½", "👍🏽", "?"])
def test_a_text_with_one_sign_that_is_seen_is_a_text(text: str) -> None:
    assert visible(text)
