"""A text as the YAML parser asks for it: piece by piece, and no further than is sensible."""

from __future__ import annotations

from quiz.store.yaml.bounds import MAX_SCALAR, Bounds

AHEAD = 8 * MAX_SCALAR
"""Characters read without one value being finished: escapes are longer than what they mean."""


class Feed:
    """A readable stream over `text` that ends early when value after value fails to come.

    `starved` then tells so: the parser itself only sees the end of the text.
    """

    def __init__(self, text: str, bounds: Bounds) -> None:
        self.text = text
        self.bounds = bounds
        self.at = 0
        self.starved = False
        self._nodes = 0
        self._since = 0

    def read(self, size: int) -> str:
        """The next `size` characters at most; empty at the end."""
        if self.bounds.nodes != self._nodes:
            self._nodes, self._since = self.bounds.nodes, self.at
        if self.at - self._since > AHEAD:
            self.starved = True
            return ""
        start, self.at = self.at, self.at + size
        return self.text[start : self.at]
