"""Why each rule is there, with a bad and a good example that can be checked."""

from __future__ import annotations

from quiz.core.checking.explained.cues import CUES
from quiz.core.checking.explained.example import Explained
from quiz.core.checking.explained.files import FILES
from quiz.core.checking.explained.meaning import MEANING
from quiz.core.checking.explained.questions import QUESTIONS
from quiz.core.checking.explained.sources import SOURCES
from quiz.core.checking.explained.tells import TELLS

_ALL = {**FILES, **SOURCES, **CUES, **QUESTIONS, **MEANING, **TELLS}


def explained(name: str) -> Explained:
    """What there is to say about a rule."""
    return _ALL[name]
