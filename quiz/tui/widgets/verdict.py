"""The verdict and all that is said about an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from textual.content import Content

from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.study.common.presented import Feedback, Judgement
from quiz.study.sitting.wording import (
    Line,
    Tone,
    answer_lines,
    reason_lines,
    schedule_text,
    side_by_side,
    verdict_line,
)
from quiz.tui.text import Block, join, words

STYLES = {
    Tone.GOOD: "$text-success",
    Tone.HALF: "$text-warning",
    Tone.BAD: "$text-error",
    Tone.PLAIN: "",
    Tone.QUIET: "$foreground-muted",
}
LABEL = 7
"""Columns of the labels before what is said."""


def verdict_blocks(
    feedback: Feedback, *, options_shown: bool = True, explained: Collection[str] = ()
) -> Iterator[Block]:
    """Verdict, answer, reasons. `options_shown`: what the options in view show is not repeated;
    nor are the reasons that are `explained` below.
    """
    line = verdict_line(feedback)
    style = f"bold {STYLES[line.tone]}"
    when = Content.styled(f"   {schedule_text(feedback)}", "$foreground-muted")
    yield Block(
        join(Content.styled(line.text, style), when), Content.styled(f"{line.label} ", style)
    )
    question = feedback.presented.question
    told = options_shown and isinstance(question, MultipleChoice)
    marked = options_shown and isinstance(question, SingleChoice | TrueFalse)
    for line in (*(() if told else answer_lines(feedback)), *reason_lines(feedback)):
        # the options themselves show the choice
        if not (marked and line.label == "You") and line.text not in explained:
            yield said(line)


def near_blocks(judgement: Judgement, place: int) -> Iterator[Block]:
    """A near miss, the one at a place (from 0) among those to judge, beside what was expected."""
    part = judgement.grade.parts[judgement.parts[place]]
    label = f" {part.label}" if part.label else ""
    count = f" ({place + 1} of {len(judgement.parts)})" if len(judgement.parts) > 1 else ""
    head = f"Close{label}. Does it count?{count}"
    yield Block(Content.styled(head, "bold $text-warning"))
    yield from map(said, side_by_side(part))


def said(line: Line) -> Block:
    """A line with its label in the margin."""
    style = STYLES[line.tone]
    text = words(line.text, style)
    for start, end in line.marks:
        text = text.stylize("bold underline", start, end)
    if len(line.label) == 1 or not line.label:
        lead = Content.styled(f"{line.label} ".ljust(2), f"bold {style}".strip())
        return Block(text, lead)
    if len(line.label) < LABEL:
        return Block(text, Content.styled(line.label.ljust(LABEL), "$foreground-muted"))
    return Block(join(words(f"{line.label}: ", "$foreground-muted"), text))
