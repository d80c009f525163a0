"""What can be done in the list of keys."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("keymap.change", "enter", "Change", "Press another key for the chosen action."),
    Action("keymap.reset", "r,delete", "Built-in key", "Give the action its built-in keys back."),
    Action("keymap.reset_all", "R", "All built-in", "Give all actions their built-in keys back."),
    Action("keymap.back", "escape,q", "Back", "Go back to the settings."),
)
