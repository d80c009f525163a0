"""What can be done on every screen of the learner's app, unless the screen has its own way."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("quiz.search", "slash", "Search", "Search all questions, explanations and documents."),
)
