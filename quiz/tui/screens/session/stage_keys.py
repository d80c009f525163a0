"""Which keys do something at each stage of a question."""

from __future__ import annotations

from enum import Enum

from quiz.study.common.presented import Feedback


class Stage(Enum):
    """Where a question presented stands."""

    ASK = "ask"
    CERTAIN = "certain"
    JUDGE = "judge"
    VERDICT = "verdict"


Keys = tuple[list[str], dict[str, str]]
"""Names of actions, the most wanted first, and what some are called for the moment."""


def asking_keys(*, certainty: bool, answered: bool) -> Keys:
    """While the answer is wanted; `answered`: there are earlier ones."""
    marks = ["sure", "unsure", "guess"] if certainty else ["guess", "unsure", "sure"]
    back = ["look_back"] if answered else []
    names = ["go", "hint", "dont_know", *marks, "leave", *back, "undo", "flag", "help"]
    return names, {"go": "Answer"}


def certain_keys() -> Keys:
    """While it is asked how sure the answer is."""
    labels = {"go": "No mark", "leave": "Back", "sure": "Sure", "guess": "A guess"}
    return ["sure", "unsure", "guess", "go", "leave"], labels


YES_NO = (("y", "It counts", "counts"), ("n", "It does not", "counts_not"))
"""Keys that a near miss is answered with, whatever else they do, with label and action."""


def judging_keys(*, ticks: bool) -> Keys:
    """While the learner judges, beside the keys that say yes or no."""
    return [*(["go"] if ticks else []), "leave", "help"], {"go": "Confirm"}


def verdict_keys(feedback: Feedback | None, *, passages: int, explains: bool) -> Keys:
    """Once the verdict is there."""
    labels = {"go": "Next"}
    extra = ["why"] if explains else []
    extra += ["next_passage"] if passages > 1 else []
    if feedback is not None:
        extra += ["easy"] if feedback.can_be_easier else []
        extra += ["count"] if feedback.contestable else []
        if feedback.may_be_luck:
            extra.insert(0, "guess")
            labels |= {"guess": "Guessed", "go": "Knew it"}
    names = ["undo", "open_document", "look_back", "note", "set_aside", "copy", "flag", "edit"]
    return ["go", *extra, *names, "leave", "help"], labels
