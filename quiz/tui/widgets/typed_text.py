"""A cloze text as it is shown, apart from the fields so that those load only when needed."""

from __future__ import annotations

from textual.content import Content

from quiz.core.questions.cloze import Cloze
from quiz.tui.text import words


def cloze_text(question: Cloze) -> Content:
    """The text with its gaps as numbered blanks."""
    pieces: list[Content] = []
    for i, part in enumerate(question.parts):
        pieces.append(words(part))
        if i < len(question.gaps):
            number = str(i + 1) if len(question.gaps) > 1 else ""
            pieces.append(Content.styled(f"▁▁{number}▁▁", "bold $text-accent"))
    return Content("").join(pieces)
