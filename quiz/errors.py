"""What went wrong, as data: a message, a place, and what to do about it."""

from __future__ import annotations


class QuizError(Exception):
    """Something the user can understand and mend; never shown as a traceback.

    `line` and `column` count from 1; None where the trouble has no place.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    @property
    def place(self) -> str:
        """`file:line:column`, as far as it is known; empty when there is no file."""
        parts = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return ":".join(parts) if self.path is not None else ""

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class DocumentError(QuizError):
    """A document cannot be read: missing, too large, not UTF-8, not a regular file, outside."""


class SetError(QuizError):
    """A question set breaks the format."""


class HistoryError(QuizError):
    """The history is damaged, newer than this program, or cannot be written."""


class SettingsError(QuizError):
    """The settings file has a value that cannot be used."""
