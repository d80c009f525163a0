"""What can be done in a document that is read."""

from __future__ import annotations

from quiz.tui.keys import Action

ACTIONS = (
    Action(
        "reader.next_passage",
        "right,right_square_bracket",
        "Passage",
        "Go to the next passage that questions stand on.",
    ),
    Action(
        "reader.previous_passage",
        "left,left_square_bracket",
        "Passage before",
        "Go to the passage before.",
    ),
    Action("reader.page_down", "space", "Read on", "Scroll down by a page."),
    Action("reader.questions", "enter", "Questions", "List the passage's questions; ask one."),
    Action("reader.look_back", "l", "Look back", "See your answers to the passage's questions."),
    Action("reader.test", "t", "Test me", "Be asked the questions of this section."),
    Action("reader.mark", "h,w", "Mark", "Pick a sentence, to note, highlight or bookmark it."),
    Action("reader.choose", "f", "Choose", "Choose what to be asked, from this section."),
    Action("reader.find", "slash", "Find", "Find words in this document."),
    Action("reader.next_match", "n", "Next match", "Go to the next match."),
    Action("reader.previous_match", "N", "Match before", "Go to the match before."),
    Action("reader.outline", "o", "Outline", "Choose a section to go to."),
    Action("reader.next_document", "d", "Next document", "Read the set's next document."),
    Action("reader.back", "escape,q", "Back", "End a search; then go back to where you were."),
)
