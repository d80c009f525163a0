"""What can be done in a document that is read."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("document.next", "n", "Next document", "Show the set's next document."),
    Action("document.back", "escape,q,o", "Back", "Go back to where you were."),
)
