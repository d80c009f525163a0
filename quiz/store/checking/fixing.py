"""What `quiz check --fix` mends by itself: nothing that an author would have to judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quiz.core.grounding.selector import Selector
from quiz.core.grounding.sources import find_source
from quiz.core.revisions.changes import Change as Kind
from quiz.core.revisions.result import Status
from quiz.errors import QuizError
from quiz.store.files.shown import shown
from quiz.store.revisions.cited import CitedSet, Found, read_cited
from quiz.store.revisions.known_questions import gone
from quiz.store.revisions.lock_place import lock_path
from quiz.store.revisions.repair import apply, rewritten, write_anchors
from quiz.store.sets.ids import missing_ids


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing that was mended. Line and column count from 1, in the file as it was."""

    rule: str
    message: str
    path: str
    line: int = 1
    column: int = 1
    question: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was mended in a set, and what kept the rest from being mended."""

    changes: tuple[Fix, ...] = ()
    problems: tuple[QuizError, ...] = ()


def _none(_uid: str) -> int:
    return 0


def fix_set(path: Path, root: Path, answers: Callable[[str], int] = _none) -> Fixed:
    """Mend a set's file: missing ids, sources that match only after folding or are not unique.

    Then write its lock, without questions that are gone and have no `answers` (by set/question).
    A second run changes nothing. Documents are read below `root`. Never raises on the content of
    the files.
    """
    try:
        cited = read_cited(path, root)
        fixes = _mend(cited)
        cited = read_cited(path, root) if fixes else cited
        names = gone(cited.tree, cited.questions)
        forgotten = [name for name in names if not answers(f"{cited.id}/{name}")]
        if write_anchors(cited, {}, forgotten):
            fixes.append(Fix("lock", "wrote what is around each source", _shown_lock(path)))
    except QuizError as error:
        return Fixed(problems=(error,))
    return Fixed(tuple(fixes), cited.problems)


def _shown_lock(path: Path) -> str:
    """The lock file beside the set, as the set was named; of a link, where it is."""
    lock = lock_path(path)
    beside = path.with_name(lock.name)
    return str(beside if beside.exists() else lock)


def _mend(cited: CitedSet) -> list[Fix]:
    ids = list(missing_ids(cited.tree, cited.path))
    path = str(cited.path)
    fixes = [
        Fix("missing-id", f"wrote the id {shown(made)}", path, node.place.line, node.place.column)
        for _, made, node in ids
    ]
    sources = list(_sources(cited))
    accepted = {f.cited.where: f.result.passage for f, _ in sources if f.result.passage}
    written = apply(cited, accepted, [change for change, _, _ in ids])
    fixes += [_fix(found, message, path) for found, message in sources if found in written]
    return sorted(fixes, key=lambda fix: (fix.line, fix.column))


def _sources(cited: CitedSet) -> Iterator[tuple[Found, str]]:
    """The sources of which no judgement is needed, and what is done with each."""
    for found in cited.found:
        result, quoted = found.result, found.cited.quoted
        if result.passage is None or result.status not in (Status.EXACT, Status.CHANGED):
            continue
        new = rewritten(found, result.passage)
        if result.change is Kind.COSMETIC:
            yield found, "wrote the source as it stands in the document"
        elif result.status is Status.EXACT and new not in (None, quoted):
            grounded = find_source(found.document, Selector(quoted.exact)).grounded
            what = "what is around the source now" if grounded else "what makes the source unique"
            yield found, f"wrote {what}"


def _fix(found: Found, message: str, path: str) -> Fix:
    place = found.cited.place
    rule = "source-folded" if found.result.change is Kind.COSMETIC else "source-not-unique"
    return Fix(rule, message, path, place.line, place.column, found.cited.question)
