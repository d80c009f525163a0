"""Passages of Markdown as plain lines."""

from __future__ import annotations

from quiz.core.documents.document import Document
from quiz.core.grounding.selector import Selector
from quiz.core.grounding.sources import grounded_source
from quiz.plain.telling import in_sentence
from tests.tui.rendered_set import FILE

TOLD = {
    "Leave the hall": "relief │ 12.5 bar │ “Leave the hall” │ no",
    "main | 5 bar": "“main” │ “5 bar” │ Close it, wait, then call the fire brigade in it │ yes",
    "return gauge(name) < limit": "    “return gauge(name) < limit”  # never at the limit itself, "
    "as the makers of it demand",
    "Write the reading": "2. “Write the reading” down in the log, with the time and the name of "
    "the reader.",
    "Close the lid": "☐ “Close the lid”",
    "call the **shift leader**": "The lid stays shut. Whoever opens it has to "
    "“call the shift leader” first.",
    "less than 5 bar": "Open the main valve only when the gauge shows “less than 5 bar”; see the "
    "guide or run valve --check first.¹",
}


def test_a_passage_is_told_within_its_line_or_sentence_without_signs() -> None:
    document = Document("v", FILE, "v.md")
    for exact, told in TOLD.items():
        place = grounded_source(document, Selector(exact))
        assert place is not None
        assert in_sentence(document, place) == told
