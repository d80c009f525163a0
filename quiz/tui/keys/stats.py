"""What can be done in the statistics."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("stats.next", "tab", "Next page", "Show the next page; 1-8 show one at once."),
    Action("stats.previous", "shift+tab", "Page before", "Show the page before."),
    Action("stats.right", "right", "Next", "Show the next page; on What if, a day later."),
    Action("stats.left", "left", "Before", "Show the page before; on What if, a day earlier."),
    Action("stats.week_later", "plus", "Week later", "On What if: a week later."),
    Action("stats.week_earlier", "minus", "Week earlier", "On What if: a week earlier."),
    Action("stats.down", "down", "Down", "Scroll down; on What if, the next set."),
    Action("stats.up", "up", "Up", "Scroll up; on What if, the set before."),
    Action("stats.act", "enter,f", "Study", "Study something on this page, or choose from it."),
    Action("stats.back", "escape,q,t", "Back", "Go back to where you were."),
)
