"""What can be done after the end of a session."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("summary.go", "enter", "Home", "See the chosen answer with its proof; else go home."),
    Action("summary.look_back", "l", "Look back", "See the answers again; nothing changes."),
    Action("summary.again", "w", "Missed again", "Go through what was missed, as a cram."),
    Action("summary.choose", "f", "Choose", "Choose what to be asked next, from what was missed."),
    Action("summary.undo", "z", "Undo", "Take the last answer back."),
    Action("summary.leave", "space,escape,q", "Home", "Go home."),
)
