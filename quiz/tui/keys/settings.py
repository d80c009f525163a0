"""What can be done in the settings."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("settings.back", "escape,q", "Back", "Keep the settings and go back."),
    Action("settings.open", "enter", "Open", "Open the list of themes, or of keys."),
    Action("settings.more", "right,plus", "More", "Raise the chosen value, or the next theme."),
    Action("settings.less", "left,minus", "Less", "Lower the chosen value, or the theme before."),
)
