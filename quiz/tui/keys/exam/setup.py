"""What can be done where an exam is set up, and old ones are looked at."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("exam_setup.go", "enter", "Begin", "Begin the exam; on an old one, look at it again."),
    Action("exam_setup.more", "right", "More", "Raise the chosen value, or the next set."),
    Action("exam_setup.less", "left", "Less", "Lower the chosen value, or the set before."),
    Action("exam_setup.much_more", "plus", "10 more", "Raise the chosen value by ten."),
    Action("exam_setup.much_less", "minus", "10 less", "Lower the chosen value by ten."),
    Action("exam_setup.choose", "f", "Choose", "Choose questions by tag, section, how it went."),
    Action("exam_setup.back", "escape,q", "Back", "Go back without an exam."),
)
