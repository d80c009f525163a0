"""What a reader makes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Told how many pages, slides or parts are done, and of how many."""


class UnreadableError(Exception):
    """A file cannot be converted: what it is, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True)
class Converted:
    """Markdown without a head; `converter` says with what it was made.

    `notes` are sentences for the author about what could not be kept.
    """

    markdown: str
    title: str = ""
    language: str = ""
    converter: str = ""
    notes: tuple[str, ...] = ()


def silent(done: int, total: int) -> None:
    """Tell nobody."""
