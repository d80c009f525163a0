"""Hints for a question, from the gentlest to the strongest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from quiz.core.text.signs.whole_words import cuts_sign, whole_words

BLANK = "▁▁▁▁▁"
_SHORTEST = 4
"""Characters of a word of the answer that is blanked by itself."""


class HintKind(StrEnum):
    """Where a hint comes from."""

    AUTHOR = "author"
    SECTION = "section"
    PASSAGE = "passage"


class LookedUp(StrEnum):
    """How much of the documents was looked at before the answer; the more, the later it stands."""

    NOTHING = ""
    SECTION = "section"
    PASSAGE = "passage"

    @property
    def weight(self) -> int:
        """Orders them: the passage gives more away than where it stands."""
        return tuple(LookedUp).index(self)


class Hint(NamedTuple):
    """A hint as shown; one that narrows the answer down counts as not known."""

    kind: HintKind
    text: str

    @property
    def narrows(self) -> bool:
        """The name of the section only says where to think; all else narrows."""
        return self.kind is not HintKind.SECTION


def hints(question: Question, section: str, quotes: Sequence[str]) -> tuple[Hint, ...]:
    """The author's hint, the section's name, the passages with the answer blanked out.

    `section` may be empty. `quotes` are the proving passages; they are left out where blanking
    would leave the answer standing.
    """
    found = [Hint(HintKind.AUTHOR, question.hint)] if question.hint else []
    if section:
        found.append(Hint(HintKind.SECTION, section))
    blanked = [] if isinstance(question, TrueFalse) else [blank(q, question) for q in quotes]
    if any(blanked):
        found.append(Hint(HintKind.PASSAGE, " … ".join(text for text in blanked if text)))
    return tuple(found)


def blank(quote: str, question: Question) -> str:
    """The quote with the answer blanked; word by word if it is worded otherwise; '' if nowhere."""
    answers = sorted(question.wordings, key=len, reverse=True)
    blanked = _replace(quote, answers)
    found = (answer[a:b] for answer in answers for a, b in whole_words(answer))
    words = {word for word in found if len(word) >= _SHORTEST}
    blanked = _replace(blanked, words)
    return blanked if BLANK in blanked else ""


def _replace(text: str, answers: Iterable[str]) -> str:
    for answer in answers:
        pattern = rf"(?<!\w){re.escape(answer)}(?!\w)"
        text = re.sub(pattern, _blanked, text, flags=re.IGNORECASE)
    return text


def _blanked(found: re.Match[str]) -> str:
    """A blank, unless that would leave the marks of a letter behind."""
    return found[0] if cuts_sign(found.string, found.start(), found.end()) else BLANK
