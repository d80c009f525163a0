"""What to do where nothing can be saved, asked in lines."""

from __future__ import annotations

from functools import partial

from quiz.errors import HistoryError
from quiz.plain.console import EndOfInput, Talk
from quiz.store.history.history import History

NOT_SAVED = "Not saved."
SAVED_AGAIN = "Everything is saved again."
OFFERS = "r try again, w go on without saving, q leave >"


def ask_when_refused(talk: Talk, history: History) -> None:
    """Let a person decide about whatever cannot be saved; elsewhere it stays an error."""
    history.on_saved = partial(talk.say, SAVED_AGAIN)
    if talk.interactive:
        history.on_refused = partial(ask_what_to_do, talk, history)


def ask_what_to_do(talk: Talk, history: History, error: HistoryError) -> None:
    """Ask until it makes sense to try once more; raises the error when the learner leaves."""
    _tell(talk, error)
    while True:
        typed = _typed(talk, error)
        if typed in ("q", "leave"):
            raise error
        try:
            if typed in ("r", "again"):
                return history.try_again(error)
            if typed == "w":
                return history.go_on_unsaved()
        except HistoryError as further:
            _tell(talk, further)
        else:
            talk.say("Type r, w or q.")


def tell_unsaved(talk: Talk, history: History) -> None:
    """Say so while nothing is saved."""
    if not history.saved:
        talk.say(NOT_SAVED)


def _typed(talk: Talk, error: HistoryError) -> str:
    try:
        return talk.ask(OFFERS).strip().lower().removeprefix(":")
    except EndOfInput:
        raise error from None


def _tell(talk: Talk, error: HistoryError) -> None:
    talk.say(f"This cannot be saved: {error.message}.")
    if error.hint:
        talk.say(f"What to do: {error.hint}.")
    if error.path:
        talk.say(f"File: {error.path}")
