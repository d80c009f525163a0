"""What can be done before an exam is submitted."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("exam_review.go", "enter", "Go there", "Go to the chosen question; twice: submit."),
    Action("exam_review.submit", "y", "Submit", "Submit the exam and see the result."),
    Action("exam_review.back", "escape,q,r,left", "Back", "Go back to the questions."),
)
