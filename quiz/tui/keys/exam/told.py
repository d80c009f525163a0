"""What can be done with a verdict in the middle of an exam."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("exam_told.back", "enter,space,escape", "Next", "Go on with the exam."),
    Action("exam_told.why", "i", "Why each", "Show why each option is right or wrong."),
    Action(
        "exam_told.next_passage",
        "n,right,right_square_bracket",
        "Next passage",
        "Show the next passage.",
    ),
    Action(
        "exam_told.previous_passage",
        "p,left,left_square_bracket",
        "Passage before",
        "Show the passage before.",
    ),
    Action("exam_told.copy", "y", "Copy", "Copy the passage with its place in the document."),
)
