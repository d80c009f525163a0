"""What can be done after the end of a session."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("summary.go", "enter,space,escape,q", "Home", "Go home."),
    Action("summary.again", "w", "Missed again", "Go through what was missed, as a cram."),
    Action("summary.choose", "f", "Choose", "Choose what to be asked next, from what was missed."),
    Action("summary.undo", "z", "Undo", "Take the last answer back."),
)
