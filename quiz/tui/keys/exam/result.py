"""What can be done with the result of an exam."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("exam_result.go", "enter,right", "Look", "See the chosen question with its proof."),
    Action("exam_result.wrong", "f", "Only wrong", "List only what was not right, or all again."),
    Action("exam_result.near", "c", "Near misses", "Say which near misses count as right."),
    Action("exam_result.undo", "u", "Undo", "Take back what you last said of a near miss."),
    Action("exam_result.retry", "w", "Retry wrong", "Study what was not right; it counts."),
    Action("exam_result.back", "escape,q", "Home", "Leave the result; it is kept."),
)
