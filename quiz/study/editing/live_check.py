"""The findings of a set while it is edited: a question that changes is read and checked alone.

What is said about all questions together, and everything where an edit reaches beyond one question,
is right again after the next `check` of the whole text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from quiz.core.checking.findings import Finding, RelatedPlace
from quiz.store.checking.checking import Checked, Reader, check_text
from quiz.store.library.found_files import Found
from quiz.study.editing.buffer import Edit, changed, clamped, joined, lines_in
from quiz.study.editing.pieces import Piece, Pieces, pieces_of

_HIDING = frozenset({"syntax", "unreadable", "too-many", "refused-yaml"})
"""Rules after which the rest of a question may not have been read."""


class Snapshot(NamedTuple):
    """A text to be checked, and which of the file's texts it is."""

    version: int
    text: str


class Look(NamedTuple):
    """A part of the set read alone; its lines stand `shift` lines further down in the text."""

    checked: Checked
    shift: int


class LiveCheck:
    """A set's text and its findings. `exact`: they are those of the text, one by one.

    Only what rules say about all questions together may be older.
    """

    def __init__(self, found: Found, text: str, reader: Reader) -> None:
        self.found, self.reader = found, reader
        self.lines = lines_in(text)
        self.exact = False
        self.checked: Checked | None = None
        self._version = 0
        self._pieces: Pieces | None = None
        self._shown: list[Finding] | None = []

    @property
    def text(self) -> str:
        """The whole text."""
        return joined(self.lines)

    # All of it

    def snapshot(self) -> Snapshot:
        """The text as it is now, for a check that may run beside further edits."""
        return Snapshot(self._version, self.text)

    def run(self, snapshot: Snapshot) -> Checked:
        """Check a whole text; changes nothing."""
        return check_text(self.found, snapshot.text, self.reader)

    def accept(self, snapshot: Snapshot, checked: Checked) -> bool:
        """Take over what a check has found; whether the text is still the one it has read."""
        if snapshot.version != self._version:
            return False
        self.checked, self.exact = checked, True
        findings = list(checked.report.findings)
        pieces = pieces_of(self.lines, checked.file.tree) if _clean(findings) else None
        self._shown = None if pieces is not None else findings
        if pieces is not None:
            self._take(pieces, findings)
        return True

    def check(self) -> None:
        """Check the whole text at once."""
        snapshot = self.snapshot()
        self.accept(snapshot, self.run(snapshot))

    def replace(self, text: str) -> None:
        """Take another text; its findings come with the next check."""
        self.lines, self._pieces, self.exact = lines_in(text), None, False
        self._version += 1

    def _take(self, pieces: Pieces, findings: Iterable[Finding]) -> None:
        self._pieces = pieces
        every, starts = pieces.all, pieces.starts()
        for finding in findings:
            at = pieces.at(finding.line - 1, starts)
            every[at].over.append(moved(finding, -starts[at]))

    # A part of it

    def edit(self, edit: Edit) -> None:
        """Take an edit in, and check the question in which it lies."""
        edit = clamped(self.lines, edit)
        new = changed(self.lines, edit)
        self._version += 1
        piece = self._piece(edit)
        if piece is None:
            self._shift(edit, len(new))
            self.lines[edit.start.line : edit.end.line + 1] = new
            return
        self.lines[edit.start.line : edit.end.line + 1] = new
        start, item = piece
        after = item.lines[: edit.start.line - start] + new
        after += item.lines[edit.end.line - start + 1 :]
        by = len(after) - len(item.lines)
        self._renew(item, after)
        if by and self._pieces is not None:
            first_moved = edit.end.line + bool(edit.end.column)
            self._make_room(item, first_moved, start, by)

    def _make_room(self, item: Piece, line: int, start: int, by: int) -> None:
        """Let older findings follow what stands below so many lines."""
        assert self._pieces is not None
        item.over = [moved(f, by) if f.line + start > line else f for f in item.over]
        for piece in self._pieces.all:
            piece.over = [self._with_related(f, by, below=line) for f in piece.over]

    def _piece(self, edit: Edit) -> tuple[int, Piece] | None:
        """The question that an edit lies in, and where it begins; None for any other place."""
        pieces = self._pieces
        if pieces is None:
            return None
        starts = pieces.starts()
        at = pieces.at(edit.start.line, starts)
        whole = 0 < at <= len(pieces.items) and at == pieces.at(edit.end.line, starts)
        return (starts[at], pieces.items[at - 1]) if whole else None

    def _renew(self, item: Piece, lines: list[str]) -> None:
        assert self._pieces is not None
        if not self._pieces.ends_inside(lines):
            item.lines = lines
            self._shown, self._pieces, self.exact = self.findings(), None, False
            return
        before = item.lines
        if item.alone is None:
            item.id, _, said = self._alone(before)
            item.over = without(item.over, said)
        name, sound, said = self._alone(lines)
        doubtful = not sound or name != item.id or item.silences or self._shown is not None
        item.lines, item.alone, item.id = lines, said, name
        self._shown = None
        if doubtful or item.silences:
            self.exact = False

    def _alone(self, lines: list[str]) -> tuple[str, bool, list[Finding]]:
        """The id of a question, whether it was read whole, and what is found in it alone."""
        assert self._pieces is not None
        head, tail = self._pieces.head.lines, self._pieces.tail.lines
        checked = check_text(self.found, joined([*head, *lines, *tail]), self.reader, alone=True)
        first, last = len(head) + 1, len(head) + len(lines)
        said = [f for f in checked.report.findings if first <= f.line <= last]
        said = [self._with_related(moved(f, -len(head)), -len(head)) for f in said]
        hidden = any(f.rule in _HIDING for f in checked.report.findings)
        names = [name for name, node in checked.file.nodes.items() if node.place.line >= first]
        return names[0] if names else "", not hidden and len(names) <= 1, said

    def _shift(self, edit: Edit, count: int) -> None:
        """Move what is known along with an edit that no question holds."""
        by = count - (edit.end.line - edit.start.line + 1)
        kept = []
        for finding in self.findings():
            if finding.line <= edit.start.line:
                kept.append(finding)
            elif finding.line > edit.end.line + 1:
                kept.append(moved(finding, by))
        self._shown, self._pieces, self.exact = kept, None, False

    # What stands on a line

    def look(self, line: int) -> Look:
        """The question on a line, counted from 0, as it is now; else the head of the set."""
        pieces = self._pieces
        if pieces is None:
            return Look(check_text(self.found, self.text, self.reader, alone=True), 0)
        starts = pieces.starts()
        at = pieces.at(line, starts)
        item = pieces.items[min(max(at, 1), len(pieces.items)) - 1]
        head = pieces.head.lines
        text = joined([*head, *item.lines, *pieces.tail.lines])
        checked = check_text(self.found, text, self.reader, alone=True)
        behind = starts[-1] - len(head) - len(item.lines)
        shift = 0 if at == 0 else behind if at > len(pieces.items) else starts[at] - len(head)
        return Look(checked, shift)

    def lines_of(self, line: int) -> tuple[int, int] | None:
        """The first line of the question on a line and the one behind it, comments left out."""
        pieces = self._pieces
        if pieces is None:
            return None
        starts = pieces.starts()
        at = pieces.at(line, starts)
        if not 0 < at <= len(pieces.items):
            return None
        lines = pieces.items[at - 1].lines
        first = next(i for i, text in enumerate(lines) if text.lstrip().startswith("-"))
        last = max(i for i, text in enumerate(lines) if text.strip()) + 1
        return starts[at] + first, starts[at] + last

    # What is found

    def findings(self, most: int | None = None) -> list[Finding]:
        """What is known of the text, in the order of its lines; at most so many."""
        return list(islice(self._all(), most))

    def _all(self) -> Iterator[Finding]:
        if self._shown is not None or self._pieces is None:
            yield from self._shown or ()
            return
        starts = self._pieces.starts()
        for piece, start in zip(self._pieces.all, starts, strict=True):
            over = [moved(finding, start) for finding in piece.over]
            if not piece.alone:
                yield from over
                continue
            alone = [self._with_related(moved(f, start), start) for f in piece.alone]
            yield from sorted([*alone, *over], key=_order)

    def _with_related(self, finding: Finding, by: int, below: int = 0) -> Finding:
        """With its other places in the set, as far as they are below a line, further down."""
        if not finding.related:
            return finding
        related = tuple(self._further(place, by, below) for place in finding.related)
        return finding._replace(related=related)

    def _further(self, place: RelatedPlace, by: int, below: int) -> RelatedPlace:
        here = place.path == str(self.found.path) and place.line > below
        return place._replace(line=place.line + by) if here else place


def moved(finding: Finding, by: int) -> Finding:
    """A finding so many lines further down."""
    return finding._replace(line=finding.line + by, end_line=finding.end_line + by)


def without(findings: Iterable[Finding], said: Iterable[Finding]) -> list[Finding]:
    """The findings that are not among those said, each as often as it is there."""
    count = Counter(map(_same, said))
    left = []
    for finding in findings:
        if count[_same(finding)] > 0:
            count[_same(finding)] -= 1
        else:
            left.append(finding)
    return left


def _same(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding[3:8], finding.message


def _clean(findings: Iterable[Finding]) -> bool:
    return not any(finding.rule in _HIDING for finding in findings)


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.line, finding.column, finding.severity.rank, finding.rule
