"""What can be done in a search. Letters go into its field."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("search.go", "enter", "Go there", "Answer the chosen question, or read the passage."),
    Action("search.next", "down", "Next", "Choose the next hit."),
    Action("search.previous", "up", "Previous", "Choose the hit before."),
    Action("search.page_down", "pagedown", "Further down", "Choose a hit further down."),
    Action("search.page_up", "pageup", "Further up", "Choose a hit further up."),
    Action("search.answers", "f2", "Show answers", "Show answers you have not been asked yet."),
    Action("search.more", "f3", "More", "Show more hits; ↓ at the end does it, too."),
    Action("search.take", "tab", "Take it", "Take the word that is suggested."),
    Action("search.back", "escape", "Back", "Go back to where you were."),
)
