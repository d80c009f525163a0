"""What was typed otherwise than its key stands out on the screen, by signs and not by colour."""

from __future__ import annotations

from quiz.core.grading.grading import Part
from quiz.study.sitting.wording import side_by_side
from quiz.tui.widgets.verdict import said


def test_the_stretches_that_differ_are_bold_and_underlined() -> None:
    you, answer = (said(line) for line in side_by_side(Part("braed", "bread", right=False)))
    styled = [(you.text.plain[span.start : span.end], span.style) for span in you.text.spans]
    assert you.text.plain == "br{+e+}a[-e-]d"
    assert styled == [("{+e+}", "bold underline"), ("[-e-]", "bold underline")]
    assert (answer.text.plain, answer.text.spans) == ("bread", [])
