"""What can be done where questions are chosen."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("choosing.go", "enter", "Start", "Be asked what is chosen; take a saved choice."),
    Action("choosing.pick", "space", "Choose", "Choose what the line says, or no more."),
    Action("choosing.save", "s", "Save", "Save what is chosen under a name."),
    Action("choosing.remove", "delete,d", "Remove", "Remove the saved choice on the line."),
    Action("choosing.clear", "c", "Clear", "Choose nothing, to begin anew."),
    Action("choosing.amount", "a", "How much", "As a session has, for some minutes, or all."),
    Action("choosing.back", "escape,q", "Back", "Go back to where you were."),
)
