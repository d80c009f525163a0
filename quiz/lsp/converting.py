"""Places and findings as the Language Server Protocol (3.17) has them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls import uris

from quiz.core.checking.findings import Finding, Severity
from quiz.store.yaml.problems import Place
from quiz.study.editing.buffer import Edit, Point, Units
from quiz.study.editing.mending import Lines

SOURCE = "quiz"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def uri_of(path: Path) -> str:
    """The address of a file."""
    return uris.from_fs_path(str(path)) or path.as_uri()


def path_of(uri: str) -> Path:
    """The file of an address; what is no file becomes a path that does not exist."""
    return Path(uris.to_fs_path(uri) or uri)


def point_of(position: types.Position, lines: Sequence[str], units: Units) -> Point:
    """A place as characters."""
    line = min(position.line, len(lines) - 1)
    if line < position.line:
        return Point(line, len(lines[line]))
    return Point(line, units.column(lines[line], position.character))


def edit_of(
    change: types.TextDocumentContentChangePartial, lines: Sequence[str], units: Units
) -> Edit:
    """A change of a part of a text."""
    start = point_of(change.range.start, lines, units)
    return Edit(start, point_of(change.range.end, lines, units), change.text)


def position(line: int, column: int, lines: Sequence[str], units: Units) -> types.Position:
    """A place, line and character from 0, as the editor counts."""
    text = lines[line] if line < len(lines) else ""
    return types.Position(line, units.units(text, column))


def range_of(place: Place, lines: Sequence[str], units: Units) -> types.Range:
    """A span, lines and characters from 1, as the editor counts."""
    return types.Range(
        position(place.line - 1, place.column - 1, lines, units),
        position(place.end_line - 1, place.end_column - 1, lines, units),
    )


def place_of(finding: Finding) -> Place:
    """The span of a finding."""
    return Place(finding.line, finding.column, finding.end_line, finding.end_column)


def diagnostic(finding: Finding, lines: Sequence[str], units: Units) -> types.Diagnostic:
    """A finding; its hint stands below its message."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri_of(Path(one.path)), _line(one.line, one.column)), one.message
        )
        for one in finding.related
    ]
    hint = f"\n→ {finding.hint}" if finding.hint else ""
    return types.Diagnostic(
        range=range_of(place_of(finding), lines, units),
        message=f"{finding.message}{hint}",
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=related or None,
    )


def _line(line: int, column: int) -> types.Range:
    start = types.Position(line - 1, column - 1)
    return types.Range(start, start)


def text_edit(lines: Lines) -> types.TextEdit:
    """Lines and what stands there instead."""
    text = "".join(f"{line}\n" for line in lines.new)
    span = types.Range(types.Position(lines.first, 0), types.Position(lines.last, 0))
    return types.TextEdit(span, text)
