"""How many of the learner's answers here hang on a question."""

from __future__ import annotations

from quiz.cli.common.opening import count, history_path, open_history
from quiz.core.checking.findings import Finding, Severity
from quiz.errors import HistoryError


def answers_here(uid: str) -> int:
    """How many answers the history on this computer has to a question; 0 without a history."""
    from quiz.store.keeping.renaming import answers_to

    if not history_path().exists():
        return 0
    try:
        with open_history(readonly=True) as history:
            return answers_to(history, uid)
    except HistoryError:
        return 0


def answers_to_gone(one: Finding) -> Finding:
    """A finding about a question that is gone, with the answers that hang on it."""
    if one.rule != "question-gone" or one.hint is None:
        return one
    uid = next((word for word in one.hint.split() if word.startswith(f"{one.set}/")), "")
    number = answers_here(uid)
    hint = one.hint if number else f"{one.hint}; else `quiz check --fix` forgets it"
    message = f"{one.message}; {count(number, 'answer')} here"
    severity = one.severity if number else Severity.INFO  # then nothing is lost with it
    return one._replace(message=message, hint=hint, severity=severity)
