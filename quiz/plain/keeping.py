"""What to do where nothing can be saved, asked in lines."""

from __future__ import annotations

from functools import partial

from quiz.errors import HistoryError
from quiz.plain.console import Console, EndOfInput
from quiz.store.history.history import History

NOT_SAVED = "Not saved."
SAVED_AGAIN = "Everything is saved again."
OFFERS = "r try again, w go on without saving, q leave >"


def ask_when_refused(console: Console, history: History) -> None:
    """Let a person decide about whatever cannot be saved; elsewhere it stays an error."""
    history.on_saved = partial(console.say, SAVED_AGAIN)
    if console.interactive:
        history.on_refused = partial(ask_what_to_do, console, history)


def ask_what_to_do(console: Console, history: History, error: HistoryError) -> None:
    """Ask until it makes sense to try once more; raises the error when the learner leaves."""
    _tell(console, error)
    while True:
        typed = _typed(console, error)
        if typed in ("q", "leave"):
            raise error
        try:
            if typed in ("r", "again"):
                return history.try_again(error)
            if typed == "w":
                return history.go_on_unsaved()
        except HistoryError as further:
            _tell(console, further)
        else:
            console.say("Type r, w or q.")


def tell_unsaved(console: Console, history: History) -> None:
    """Say so while nothing is saved."""
    if not history.saved:
        console.say(NOT_SAVED)


def _typed(console: Console, error: HistoryError) -> str:
    try:
        return console.ask(OFFERS).strip().lower().removeprefix(":")
    except EndOfInput:
        raise error from None


def _tell(console: Console, error: HistoryError) -> None:
    console.say(f"This cannot be saved: {error.message}.")
    if error.hint:
        console.say(f"What to do: {error.hint}.")
    if error.path:
        console.say(f"File: {error.path}")
