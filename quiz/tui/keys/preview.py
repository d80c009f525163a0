"""What can be done in a preview."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("preview.next", "n", "Next", "Show the next question."),
    Action("preview.previous", "p", "Previous", "Show the previous question."),
    Action("preview.next_finding", "f", "Next finding", "Go to the next question with a finding."),
    Action("preview.previous_finding", "F", "Finding before", "Go to the one before with any."),
    Action(
        "preview.next_passage",
        "right,right_square_bracket",
        "Next passage",
        "Show the next passage.",
    ),
    Action(
        "preview.previous_passage",
        "left,left_square_bracket",
        "Passage before",
        "Show the previous passage.",
    ),
    Action("preview.accept", "a", "Accept", "Let the passage on show prove this draft."),
    Action("preview.decline", "x", "None", "No passage proves this draft; on to the next."),
    Action("preview.next_draft", "d", "Next draft", "Go to the next draft."),
    Action("preview.undo", "u", "Undo", "Take the last decision about a draft back."),
    Action("preview.down", "pagedown", "Down", "Scroll the question, then its findings."),
    Action("preview.up", "pageup", "Up", "Scroll back."),
    Action("preview.first", "g", "First", "Show the first question."),
    Action("preview.last", "G", "Last", "Show the last question."),
    Action("preview.edit", "v", "Edit", "Open the set in $EDITOR at this question."),
    Action("preview.open_document", "o", "Document", "Read the whole document, and come back."),
    Action("preview.leave", "escape,q", "Quit", "Leave the preview."),
)
