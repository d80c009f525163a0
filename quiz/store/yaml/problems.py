"""What is wrong with a question set: many problems in one run, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quiz.errors import SetError

MAX_PROBLEMS = 1000
"""A file with more problems than this is not a question set; reading it ends there."""


class Place(NamedTuple):
    """A span in a file; lines and columns (in characters) from 1, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


class Related(NamedTuple):
    """Another place that belongs to a problem, such as where a key was first defined."""

    line: int
    column: int
    message: str


class Fault(NamedTuple):
    """One syntax error as the author should read it."""

    message: str
    place: Place
    hint: str | None = None


START = Place(1, 1, 1, 1)


class SetProblem(SetError):
    """A `SetError` that also knows its rule, its end, its question, and a related place."""

    def __init__(
        self,
        rule: str,
        message: str,
        place: Place,
        *,
        path: str | None = None,
        hint: str | None = None,
        question: str = "",
        related: Related | None = None,
    ) -> None:
        super().__init__(message, path=path, line=place.line, column=place.column, hint=hint)
        self.rule = rule
        self.span = place
        self.question = question
        self.related = related

    def row(self) -> list[object]:
        """The problem as JSON-able data, without its path."""
        return [self.rule, self.message, self.span, self.hint, self.question, self.related]


def dump_problems(problems: Iterable[SetProblem]) -> str:
    """JSON text that `load_problems` reads."""
    import json

    return json.dumps([problem.row() for problem in problems], ensure_ascii=False)


def load_problems(text: str, path: str) -> tuple[SetProblem, ...]:
    """The problems of `dump_problems`, at `path`."""
    if text == "[]":
        return ()
    import json

    return tuple(_problem(row, path) for row in json.loads(text))


def _problem(row: Sequence[object], path: str) -> SetProblem:
    rule, message, place, hint, question, related = row
    assert isinstance(place, list)
    return SetProblem(
        str(rule),
        str(message),
        Place(*place),
        path=path,
        hint=None if hint is None else str(hint),
        question=str(question),
        related=Related(*related) if isinstance(related, list) else None,
    )


class Problems:
    """Collects the problems of one file, at most `MAX_PROBLEMS` of them, and counts them.

    Who reads the file stops once they are `full`: what is further wrong is never known.

    `question` is the id of the question being read: it is noted with each problem.
    """

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.found: list[SetProblem] = []
        self.count = 0
        self.question = ""
        self._noted: set[tuple[str, str, Place]] = set()

    def add(
        self,
        rule: str,
        message: str,
        place: Place,
        *,
        hint: str | None = None,
        related: Related | None = None,
    ) -> None:
        """Note one problem; the same one twice counts once."""
        same = (rule, message, place)
        if same in self._noted:
            return
        self.count += 1
        if self.count <= MAX_PROBLEMS:
            self._noted.add(same)
            self.found.append(
                SetProblem(
                    rule,
                    message,
                    place,
                    path=self.path,
                    hint=hint,
                    question=self.question,
                    related=related,
                )
            )

    @property
    def full(self) -> bool:
        """True when further problems are not kept: no need to look for them."""
        return self.count > MAX_PROBLEMS

    def any_on(self, rule: str, line: int) -> bool:
        """True when `rule` was already noted on `line`."""
        return any(p.rule == rule and p.line == line for p in self.found)

    def __iter__(self) -> Iterator[SetProblem]:
        return iter(self.found)

    def sorted(self) -> tuple[SetProblem, ...]:
        """All problems in the order of the file; a last one says that some were left out."""
        found = sorted(self.found, key=lambda problem: problem.span)
        if self.count > MAX_PROBLEMS:
            message = f"there are more problems than the {MAX_PROBLEMS} that are shown"
            found.append(SetProblem("too-many", message, START, path=self.path))
        return tuple(found)
