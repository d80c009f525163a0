"""How much a question-set file may hold; the parser asks while it reads, and stops in time.

A file that no author writes (bombs, a million values in one question) is given up after some ten
thousand values. What is as long as a set of many thousand questions has to look like one.
"""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.text.safe_text import count_unsafe
from quiz.store.yaml.nodes import Mapping, Node
from quiz.store.yaml.problems import MAX_PROBLEMS, START, Place

MAX_DEPTH = 20
MAX_NODES = 1_000_000
"""Values of a whole set: some 20,000 questions with four options and feedback."""

MAX_HEAD = 20_000
"""Values of a set beside its questions and `not_asked`: 10,000 documents."""

MAX_ENTRY = 5_000
"""Values of one question; one of 26 pairs with a source each has 400."""

MAX_SCALAR = 250_000
"""Characters of one text; a chapter of a book has 50,000."""

LONG = 20_000
"""Characters from which a text is looked at more closely."""

MAX_HIDDEN = 200_000
"""Control and hidden characters of all texts: as many soft hyphens as a long book has."""

MAX_UNFIT = 20_000
"""Values in entries that lack what every entry has, before reading ends."""


class LongList(NamedTuple):
    """A list that may be long: its most entries, and the keys without which one has a problem.

    Of the keys in `either`, if there are any, one is needed.
    """

    most: int
    needed: frozenset[str]
    either: frozenset[str] = frozenset()

    def fits(self, keys: set[str]) -> bool:
        """Whether an entry has what every entry has."""
        return self.needed <= keys and not (self.either and self.either.isdisjoint(keys))


LONG_LISTS = {
    "questions": LongList(
        100_000, frozenset(("id", "type")), either=frozenset(("sources", "draft"))
    ),
    "not_asked": LongList(10_000, frozenset(("document", "exact", "reason"))),
}


class TooMuch(Exception):
    """More than any question set has: nothing of the file is of use."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


class Bounds:
    """What was read so far. `limit` is the number of values at which the present part must end.

    `start` and `rest` are, while an entry is read, the values before it and those that the part
    around it has left.
    """

    __slots__ = ("hidden", "inside", "limit", "nodes", "rest", "start", "unfit", "unfit_values")

    def __init__(self) -> None:
        self.nodes = self.start = self.rest = self.hidden = self.unfit = self.unfit_values = 0
        self.limit = MAX_HEAD
        self.inside = False

    def begin_entry(self) -> None:
        """Start counting the values of one entry of a list that may be long."""
        self.start, self.rest, self.inside = self.nodes, self.limit - self.nodes, True
        self.limit = min(self.nodes + MAX_ENTRY, MAX_NODES)

    def end_entry(self, node: Node, listed: LongList) -> None:
        """Go back to the part around the entry, which `node` is."""
        self.limit = min(self.nodes + self.rest, MAX_NODES)
        self.inside = False
        entries = node.entries if isinstance(node, Mapping) else ()
        if not listed.fits({key.value for key, _ in entries}):
            self.unfit += 1
            self.unfit_values += self.nodes - self.start

    @property
    def hopeless(self) -> bool:
        """Whether so many entries are unfit that reading on brings nothing new."""
        return self.unfit > MAX_PROBLEMS or self.unfit_values > MAX_UNFIT

    def full(self, place: Place) -> TooMuch:
        """Why the value at `place` is one too many."""
        if self.nodes > MAX_NODES:
            return TooMuch(f"the file holds more than {MAX_NODES} values", place)
        if self.inside:
            return TooMuch(f"one entry holds more than {MAX_ENTRY} values", place)
        return TooMuch(f"more than {MAX_HEAD} values stand beside the questions", place)

    def check_text(self, text: str, place: Place) -> None:
        """Raise TooMuch for a text too long, or for one hidden character too many."""
        if len(text) > MAX_SCALAR:
            raise TooMuch(f"a text has more than {MAX_SCALAR} characters", place)
        self.hidden += count_unsafe(text, MAX_HIDDEN + 1)
        if self.hidden > MAX_HIDDEN:
            raise TooMuch(f"more than {MAX_HIDDEN} control or hidden characters", place)

    def endless(self, last: Node | None) -> TooMuch:
        """Why what follows the value read last is not waited for."""
        place = START if last is None else last.place
        point = Place(place.end_line, place.end_column, place.end_line, place.end_column)
        return TooMuch("what follows here is longer than anything in a question set", point)
