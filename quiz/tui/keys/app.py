"""What can be done everywhere."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("app.help", "question_mark,f1", "Help", "Show all keys."),
    Action("app.palette", "ctrl+p", "Commands", "Find any command by its name."),
    Action("app.theme", "ctrl+t", "Theme", "Choose the colours."),
    Action("app.redraw", "ctrl+l", "Redraw", "Paint the screen again, if something garbled it."),
    Action(
        "app.suspend_process", "ctrl+z", "To the shell", "Back to the shell; `fg` returns here."
    ),
    Action("app.leave", "ctrl+q", "Quit", "Quit; an unfinished session waits for you."),
)
