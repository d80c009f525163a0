"""Questions with code and emphasis on screen: drawn, not wrapped, never alive."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from quiz.core.rendering.question_text import read_markup
from quiz.study.sitting.study import Study
from quiz.tui.screens.session.summary import SummaryScreen
from quiz.tui.text import Block, lay_out, words
from tests.plain.nine_types import workspace_over
from tests.tui.driving import Learner, drive

LINE = "print('the first words', 'and so on for very long until it ends in', 'the last words')"
SET = f"""\
id: code
title: Code
markup: markdown
documents: {{d: d.txt}}
questions:
  - id: q
    type: single-choice
    stem: |
      What does it *print*?
      ```python
      {LINE}
      ```
    answer: The `first` words
    distractors:
      - text: |
          ```python
          {LINE}
          ```
        feedback: That is **code**; see [it](http://example.org).
    explanation: It prints `all` of them.
    sources: [{{document: d, exact: It prints the words}}]
"""
SIZES = [(80, 24), (120, 36), (160, 45), (40, 12)]


def styles(content: Content, word: str) -> str:
    """All styles on a word."""
    at = content.plain.index(word)
    return " ".join(str(span.style) for span in content.spans if span.start <= at < span.end)


def test_code_is_coloured_and_emphasis_is_seen() -> None:
    text = read_markup("Do *it* with **all** of `x`:\n```python\ndef f(): return 'y'\n```")
    drawn = words(text, "bold")
    assert "italic" in styles(drawn, "it")
    assert "underline" in styles(drawn, "all")
    assert "$text-primary" in styles(drawn, "x")
    assert "$text-accent" in styles(drawn, "def")
    assert "$text-success" in styles(drawn, "'y'")


def test_code_is_cut_where_words_are_wrapped() -> None:
    text = read_markup("some words to be wrapped\n```\nsome code not to be wrapped\n```")
    laid_out = lay_out([Block(words(text), Content("- "))], 14)
    assert laid_out.content.plain.split("\n") == [
        "- some words",
        "  to be",
        "  wrapped",
        "  ",
        "  some code n›",
    ]
    assert laid_out.beyond == 15
    moved = lay_out([Block(words(text), Content("- "))], 14, shift=99)
    assert moved.content.plain.split("\n")[-1] == "  o be wrapped"


def test_code_of_broad_signs_is_cut_between_them() -> None:
    text = read_markup("```\n漢字漢字漢字漢字\n```")
    for shift in range(20):
        (line,) = lay_out([Block(words(text))], 9, shift).content.split("\n")
        assert line.cell_length <= 9


@pytest.mark.parametrize("size", SIZES)
def test_the_rest_of_a_line_comes_with_shift_and_arrow(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "d.txt").write_text("It prints the words.\n", "utf-8")
    (tmp_path / "code.yaml").write_text(SET, "utf-8")
    with workspace_over(tmp_path / "code.yaml", tmp_path / "home") as workspace:
        study = Study.begin(workspace, ("code/q",), title="", seed=7)

        async def script(learner: Learner) -> None:
            assert "print('the first" in learner.text
            assert "'the last words')" not in learner.text or size[0] == 160
            assert "*" not in learner.text
            await learner.press(*["shift+right"] * 9)
            assert "'the last words')" in learner.text
            await learner.press(*["shift+left"] * 9)
            assert "print('the first" in learner.text
            wrong = 1 - learner.options.index("The first words")
            await learner.press(str(wrong + 1), "enter")
            await learner.press(*["shift+right"] * 9)
            if size[1] > 12:  # there the verdict has the room
                assert "'the last words')" in learner.text
            assert not any(_links(learner))

        drive(workspace, script, study=study, size=size)


def _links(learner: Learner) -> list[str]:
    strips = learner.app.screen._compositor.render_strips()
    return [s.style.link for strip in strips for s in strip if s.style and s.style.link]


def test_lists_show_texts_on_a_line_without_marks(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("It prints the words.\n", "utf-8")
    (tmp_path / "code.yaml").write_text(SET, "utf-8")
    with workspace_over(tmp_path / "code.yaml", tmp_path / "home") as workspace:
        study = Study.begin(workspace, ("code/q",), title="", seed=7, cram=True)

        async def script(learner: Learner) -> None:
            wrong = 1 - learner.options.index("The first words")
            await learner.press(str(wrong + 1), "enter", "enter")
            while not isinstance(learner.app.screen, SummaryScreen):
                await learner.answer(right=True)
                await learner.press("enter")
            assert learner.sees(f"What does it print? {LINE}")
            assert learner.sees("The first words")

        drive(workspace, script, study=study, size=(120, 36))
