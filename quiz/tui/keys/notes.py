"""What can be done where notes are listed. Letters go into its field."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("notes.go", "enter", "Go there", "Answer the note's question, or read its passage."),
    Action("notes.write", "f4", "Change", "Change what the note says."),
    Action("notes.remove", "f8", "Remove", "Remove the note, after asking."),
    Action("notes.copy", "f2", "Copy all", "Copy the listed notes as Markdown, with citations."),
    Action("notes.back", "escape", "Back", "Go back to where you were."),
)
