"""Decide on each source whose document has changed, write what is decided, and tell it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quiz.cli.common.output import say
from quiz.cli.revisions.lines import choices, is_cosmetic, lines, needs_word
from quiz.core.revisions.changes import Change
from quiz.core.text.passages import Passage
from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.library.found_files import Found as File
from quiz.store.library.found_files import authored, set_files
from quiz.store.revisions.cited import CitedSet, Found, read_cited
from quiz.store.revisions.lock_place import lock_path
from quiz.store.revisions.repair import apply, renew_lock, rewritten


@dataclass(frozen=True, slots=True)
class Manner:
    """How to decide: accept without asking, write nothing, ask on the terminal."""

    yes: bool = False
    dry_run: bool = False
    ask: bool = False


@dataclass(slots=True)
class Outcome:
    """What became of one set's sources. `accepted` are the passages to point at."""

    cited: CitedSet
    accepted: dict[tuple[str | int, ...], Passage] = field(default_factory=dict)
    written: tuple[Found, ...] = ()

    @property
    def open(self) -> list[Found]:
        """The sources that need a word, in the order of the file."""
        return [found for found in self.cited.found if needs_word(found)]

    @property
    def asked(self) -> list[Found]:
        """Those of them that need a judgement."""
        return [found for found in self.open if not is_cosmetic(found)]

    @property
    def left(self) -> bool:
        """Whether anything is still to be done."""
        return bool(self.cited.problems) or any(f not in self.written for f in self.open)


@dataclass(slots=True)
class Run:
    """The outcomes of the sets, and what kept others from being read or written."""

    outcomes: list[Outcome] = field(default_factory=list)
    failures: list[QuizError] = field(default_factory=list)

    @property
    def left(self) -> bool:
        """Whether anything is still to be done."""
        return bool(self.failures) or any(outcome.left for outcome in self.outcomes)


class Quit(Exception):
    """The author has had enough; what was accepted so far is written."""


def own_files(paths: Sequence[str]) -> list[File]:
    """The files in `paths`; else in ./questions or here, else the author's own, never the shipped.

    Raises QuizError.
    """
    where = places(os.environ)
    given = [Path(path) for path in paths]
    if not given:
        given = authored(Path()) or [path for path in (where.questions,) if path.is_dir()]
    if not given:
        hint = "name the files or folders of your sets"
        raise QuizError("there is no set here and no folder ./questions", hint=hint)
    return list(set_files(given, where, Path()))


def reanchor_sets(paths: Sequence[str], manner: Manner) -> Run:
    """Go through the sets; raises QuizError when none can be read or written."""
    run = Run()
    try:
        for file in own_files(paths):
            _one(file, manner, run)
    except Quit:
        pass
    if run.failures and not run.outcomes:
        raise run.failures[0]
    return run


def _one(file: File, manner: Manner, run: Run) -> None:
    try:
        outcome = Outcome(read_cited(file.path, file.root))
        _decide_all(outcome, manner, file.root)
        run.outcomes.append(outcome)
    except QuizError as error:
        run.failures.append(error)
    except Quit:
        run.outcomes.append(outcome)
        raise


def _decide_all(outcome: Outcome, manner: Manner, root: Path) -> None:
    try:
        for found in outcome.open:
            passage = _decide(outcome.cited.path, found, manner)
            if passage is not None:
                outcome.accepted[found.cited.where] = passage
    finally:
        _write(outcome, manner, root)


def _decide(path: Path, found: Found, manner: Manner) -> Passage | None:
    result = found.result
    if is_cosmetic(found) or (manner.yes and result.change is not Change.MEANING):
        return result.passage
    return _ask(path, found) if manner.ask else None


def _write(outcome: Outcome, manner: Manner, root: Path) -> None:
    cited, accepted = outcome.cited, outcome.accepted
    if manner.dry_run:
        outcome.written = tuple(
            found
            for found in cited.found
            if (place := accepted.get(found.cited.where)) and rewritten(found, place)
        )
        return
    outcome.written = apply(cited, accepted)
    if lock_path(cited.path).exists():
        renew_lock(
            cited.path,
            root,
            {found.cited.where: accepted[found.cited.where] for found in outcome.written},
        )


def _ask(path: Path, found: Found) -> Passage | None:
    """The passage that the author takes; None for none. Raises Quit."""
    for line in lines(path, found):
        say(line)
    offered = choices(found)
    if not offered:
        return None
    question = f"  which one? [{'/'.join(offered)}/n/q] "
    if list(offered) == ["y"]:
        question = "  take it? [y/n/q] "
    while True:
        try:
            answer = input(question).strip().lower()
        except EOFError:
            raise Quit from None
        if answer in ("q", "quit"):
            raise Quit
        if answer in ("n", "no"):
            return None
        answer = "y" if answer == "yes" else answer
        if answer in offered:
            return offered[answer]
        say(f"  {' or '.join(offered)} takes it, n leaves the source as it is, q stops here")
