"""What can be done in a session."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action(
        "session.go", "enter", "Answer", "Submit the answer, or the option pointed at; then go on."
    ),
    Action("session.go_on", "space", "Next", "After the verdict, go on."),
    Action("session.hint", "h,f2", "Hint", "Show a hint; another press, a stronger one."),
    Action("session.dont_know", "k,f3", "Don't know", "Give up on it and see the answer."),
    Action("session.sure", "s,f9", "Sure", "Mark the answer as sure before submitting."),
    Action("session.guess", "g,f4", "Guessing", "Mark the answer as a guess."),
    Action("session.unsure", "u,f5", "Unsure", "Mark the answer as unsure before submitting."),
    Action("session.why", "i", "Why each", "After the verdict: why each option is right or wrong."),
    Action("session.look_back", "l,ctrl+r", "Look back", "See earlier answers; nothing changes."),
    Action("session.easy", "plus", "Too easy", "After a right answer: ask it much later."),
    Action(
        "session.count", "r,f10", "Count it", "After a miss: what you typed is right, count it."
    ),
    Action(
        "session.next_passage",
        "n,right,right_square_bracket",
        "Next passage",
        "Show the next passage.",
    ),
    Action(
        "session.previous_passage",
        "p,left,left_square_bracket",
        "Previous",
        "Show the previous passage.",
    ),
    Action("session.open_document", "o", "Document", "Read the whole document, and come back."),
    Action("session.undo", "z,f6", "Undo", "Take the last answer back and be asked again."),
    Action("session.flag", "exclamation_mark,f7", "Flag", "Leave the author a remark on it."),
    Action(
        "session.note",
        "w,ctrl+n",
        "Note",
        "Write a note on it, shown with each verdict.",
    ),
    Action("session.bookmark", "B,ctrl+b", "Bookmark", "Bookmark the question, or no more."),
    Action(
        "session.set_aside", "minus,ctrl+s", "Set aside", "Do not ask it today, or never again."
    ),
    Action("session.edit", "v,ctrl+e,f8", "Edit", "Open the set in $EDITOR at this question."),
    Action("session.copy", "y", "Copy", "Copy the passage with its place in the document."),
    Action("session.leave", "escape,q", "Leave", "Leave the field; then leave, to resume later."),
)
