"""What can be done at home."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action("home.go", "enter", "Start", "Do what the chosen line says."),
    Action("home.all", "a", "Ask all", "Study the whole chosen set, due or not."),
    Action("home.cram", "c", "Cram", "Go through the chosen set; the schedule stays as it is."),
    Action("home.exam", "x", "Exam", "Be examined on the chosen set, or on all; see old exams."),
    Action("home.choose", "f", "Choose", "Choose what to be asked: by tag, section, how it went."),
    Action("home.notes", "m", "Notes", "List and search your notes, bookmarks and highlights."),
    Action("home.drop", "n,delete", "End it", "End the chosen session that you left open."),
    Action("home.read", "o", "Documents", "Read the chosen set's documents."),
    Action("home.edit", "v", "Edit", "Open the chosen set in $EDITOR."),
    Action("home.exam_date", "e", "Exam date", "Say when you sit the exam on the chosen set."),
    Action("home.stats", "t", "Statistics", "Show what you know, and what an exam would come to."),
    Action("home.settings", "s", "Settings", "Change theme, daily limits and keys."),
    Action("home.leave", "q", "Quit", "Quit; an unfinished session waits for you."),
)
