"""What can be done in an exam. Digits choose options; letters are free for these."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action(
        "exam.go", "enter", "Next", "Go on; where nothing is chosen, choose what is pointed at."
    ),
    Action("exam.next", "n,right", "Next question", "Go to the next question, answered or not."),
    Action("exam.previous", "p,left", "Question before", "Go to the question before."),
    Action("exam.down", "pagedown", "Further down", "Scroll down; at the end, the next question."),
    Action("exam.up", "pageup", "Further up", "Scroll up; at the top, the question before."),
    Action("exam.flag", "f,f7", "Flag", "Flag the question for another look, or no more."),
    Action("exam.strike", "minus", "Strike", "Strike the option at the cursor out, or back."),
    Action("exam.strike_number", "s", "Strike one", "Strike out the option whose number follows."),
    Action("exam.clear", "c,f6", "Clear", "Take the answer to this question back."),
    Action("exam.grid", "g,f4", "Grid", "See all questions; go to any, show only some."),
    Action("exam.review", "r,ctrl+s", "Review", "See what is open, then submit the exam."),
    Action("exam.clock", "t,f8", "Clock", "Hide the clock, or show it; it warns all the same."),
    Action("exam.leave", "escape,q", "Leave", "Leave the field; then leave, the clock goes on."),
)
