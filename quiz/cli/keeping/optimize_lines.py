"""What `quiz optimize` says."""

from __future__ import annotations

from quiz.core.memory.fitting import Accuracy
from quiz.study.memory.optimizing import ENOUGH_ANSWERS, ENOUGH_QUESTIONS, Found


def verdict(found: Found) -> str:
    """What a fit came to that is not kept."""
    if found.gain is None:
        return _too_few(found)
    if found.parameters is not None:
        return f"{better(found, 'It would predict')} Nothing was changed."
    if found.better_by <= 0:
        return f"Nothing was changed: parameters of your own predict no better, {_losses(found)}."
    more = f"{100 * found.better_by:.1f} %"
    return (
        f"Nothing was changed: parameters of your own predict better by {more} at most by chance,"
        f" {_losses(found)}."
    )


def _too_few(found: Found) -> str:
    return (
        f"Not yet: it takes {ENOUGH_ANSWERS} answers, to {ENOUGH_QUESTIONS} questions, that were"
        " asked again on a later day and lie some weeks apart."
        f" So far there are {found.answers}, to {found.questions}."
    )


def better(found: Found, predicts: str) -> str:
    """By how much it is better: `predicts` is who and the verb."""
    assert found.present is not None
    assert found.own is not None
    off = f"{100 * found.present.off:.1f} → {100 * found.own.off:.1f}"
    return (
        f"{predicts} {100 * found.better_by:.1f} % better: {_losses(found)}, off by {off} points."
    )


def _losses(found: Found) -> str:
    assert found.present is not None
    assert found.own is not None
    losses = f"{found.present.loss:.3f} → {found.own.loss:.3f}"
    return f"log loss {losses} on your last {found.tested} answers"


def rescheduled(before: int, after: int) -> str:
    """How many questions are due today, before and after."""
    return f"Everything is scheduled anew: due today {before} → {after}."


def figures(found: Found, *, kept: bool) -> dict[str, object]:
    """What was found, as JSON values; log losses and shares are not rounded."""
    status = "too few answers" if found.gain is None else "no better"
    if found.parameters is not None:
        status = "kept" if kept else "better"
    return {
        "status": status,
        "answers": found.answers,
        "questions": found.questions,
        "tested": found.tested,
        "before": _accuracy(found.present),
        "after": _accuracy(found.own),
        "better_by": found.better_by,
        "parameters": found.parameters,
    }


def _accuracy(accuracy: Accuracy | None) -> dict[str, float] | None:
    return None if accuracy is None else {"log_loss": accuracy.loss, "off_by": accuracy.off}
