"""Answers that another set of the same folder tells: found once all of its sets have been read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.checking.findings import Finding, RelatedPlace, Spot
from quiz.core.checking.registry import RULES
from quiz.core.checking.report import SetReport
from quiz.store.checking.cache import CheckCache, finding_of, row_of

if TYPE_CHECKING:
    from quiz.core.checking.rules.giveaways import Giveaway
    from quiz.core.checking.rules.told import Told
    from quiz.store.sets.reading import SetFile

RULE = RULES["answer-elsewhere"]
UNUSED = "unused-ignore"
MOST = 50_000
"""Questions of a folder; the sets of a larger one are not compared."""


class Heard(NamedTuple):
    """What one set of a folder gets: findings, and where comments silence others of them."""

    findings: Sequence[Finding] = ()
    silencers: Sequence[tuple[int, int]] = ()


def with_giveaways(
    reports: Sequence[SetReport], told: Mapping[str, Told], cache: CheckCache
) -> list[SetReport]:
    """The reports, with what the other sets of each one's folder tell.

    `told` is known of the sets that were read, by path. Copies of a set tell nothing.
    """
    folders: dict[Path, dict[str, SetReport]] = defaultdict(dict)
    for report in reports:
        if report.questions:
            folders[Path(report.path).parent].setdefault(report.set, report)
    heard: dict[str, Heard] = {}
    for sets in folders.values():
        if len(sets) > 1 and sum(one.questions for one in sets.values()) <= MOST:
            heard |= _known(list(sets.values()), told, cache)
    return [_with(report, heard.get(report.path, Heard())) for report in reports]


def _with(report: SetReport, heard: Heard) -> SetReport:
    """A comment that silences what another set tells is of use."""
    if not heard.findings and not heard.silencers:
        return report
    kept = [one for one in report.findings if not _of_use(one, heard.silencers)]
    found = sorted([*kept, *heard.findings], key=lambda one: (one.line, one.column))
    return report._replace(findings=tuple(found))


def _of_use(one: Finding, silencers: Sequence[tuple[int, int]]) -> bool:
    place = (one.line, one.column)
    return one.rule == UNUSED and place in silencers and RULE.name in one.message


def _known(
    reports: Sequence[SetReport], told: Mapping[str, Told], cache: CheckCache
) -> dict[str, Heard]:
    """What each set of a folder hears, by path: as kept, if no set has changed."""
    texts = "\0".join(f"{report.path}\0{report.text}" for report in reports)
    kept = cache.load(texts)
    if kept is not None:
        try:
            return dict(_from_rows(kept))
        except (TypeError, ValueError, KeyError):
            pass
    found = dict(_hear(reports, told))
    cache.save(texts, [_row(path, heard) for path, heard in found.items()])
    return found


def _row(path: str, heard: Heard) -> list[object]:
    return [path, [[one.set, row_of(one)] for one in heard.findings], list(heard.silencers)]


def _from_rows(rows: object) -> Iterator[tuple[str, Heard]]:
    if not isinstance(rows, list):
        raise TypeError("not a list")
    for path, findings, silencers in rows:
        found = [finding_of(row, path, name) for name, row in findings]
        yield path, Heard(found, [(line, column) for line, column in silencers])


def _hear(reports: Sequence[SetReport], told: Mapping[str, Told]) -> Iterator[tuple[str, Heard]]:
    from quiz.core.checking.rules.giveaways import across_sets

    known = {one.path: told[one.path] if one.path in told else _told(one.path) for one in reports}
    giveaways: dict[str, list[Giveaway]] = defaultdict(list)
    for one in across_sets(known):
        giveaways[one.set].append(one)
    if giveaways:
        files = _Files()
        for path, found in giveaways.items():
            yield path, files.heard(path, found)


def _told(path: str) -> Told:
    from quiz.core.checking.rules.told import told
    from quiz.core.checking.view import view
    from quiz.store.sets.reading import read_set

    read = read_set(Path(path)).partial
    return told([view(question) for question in read.questions] if read is not None else [])


class _Files:
    """The files again, each read once, for the places of what was found."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[SetFile, list[str]]] = {}

    def heard(self, path: str, giveaways: Sequence[Giveaway]) -> Heard:
        """Findings in the file of the set that asks, less those that a comment there silences."""
        findings = [self._finding(one) for one in giveaways]
        file, lines = self._file(path)
        if "quiz:" not in file.text:
            return Heard(findings)
        from quiz.store.sets.silencers import silence, silencers

        comments = silencers(lines, file.tree)
        kept = silence(findings, comments)
        return Heard(kept, [(one.line, one.column) for one in comments if RULE.name in one.used])

    def _finding(self, one: Giveaway) -> Finding:
        from quiz.core.checking.rules.giveaways import HERE, HINT
        from quiz.store.sets.file_places import place_of

        (file, lines), (other, theirs) = self._file(one.set), self._file(one.teller)
        teller = f"{other.partial.id}/" if other.partial is not None else ""
        place = place_of(other, Spot(one.by.question, one.by.path), theirs)
        return Finding(
            RULE.name,
            RULE.level,
            one.set,
            *place_of(file, Spot(one.key.question, one.key.path), lines),
            message=f"'{teller}{one.by.question}' tells this answer: '{one.key.text}'",
            hint=HINT,
            set=file.partial.id if file.partial is not None else "",
            question=one.key.question,
            related=(RelatedPlace(one.teller, place.line, place.column, HERE),),
        )

    def _file(self, path: str) -> tuple[SetFile, list[str]]:
        from quiz.store.sets.file_places import lines_of
        from quiz.store.sets.reading import read_set

        if path not in self._read:
            file = read_set(Path(path))
            self._read[path] = file, lines_of(file.text)
        return self._read[path]
