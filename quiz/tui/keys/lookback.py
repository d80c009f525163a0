"""What can be done while looking back at answers."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("lookback.next", "n,space", "Next", "Show the answer after this one."),
    Action("lookback.previous", "p", "Before", "Show the answer before."),
    Action("lookback.why", "i", "Why each", "Show why each option is right or wrong."),
    Action(
        "lookback.next_passage",
        "right,right_square_bracket",
        "Next passage",
        "Show the next passage.",
    ),
    Action(
        "lookback.previous_passage",
        "left,left_square_bracket",
        "Passage before",
        "Show the passage before.",
    ),
    Action("lookback.open_document", "o", "Document", "Read the whole document, and come back."),
    Action("lookback.copy", "y", "Copy", "Copy the passage with its place in the document."),
    Action("lookback.back", "escape,q,l,enter", "Back", "Go back to where you were."),
)
