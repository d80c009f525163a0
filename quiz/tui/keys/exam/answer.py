"""What can be done on one question of an exam that is over."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("exam_answer.next", "n,enter,space", "Next", "Show the next question of the list."),
    Action("exam_answer.previous", "p", "Before", "Show the one before."),
    Action(
        "exam_answer.next_passage",
        "right,right_square_bracket",
        "Next passage",
        "Show the next passage.",
    ),
    Action(
        "exam_answer.previous_passage",
        "left_square_bracket",
        "Passage before",
        "Show the passage before.",
    ),
    Action("exam_answer.why", "i", "Why each", "Show why each option is right or wrong."),
    Action("exam_answer.open_document", "o", "Document", "Read the whole document; come back."),
    Action("exam_answer.retry", "w", "Retry wrong", "Study what was not right; it counts."),
    Action("exam_answer.back", "escape,q,left", "Back", "Go back to the result."),
)
