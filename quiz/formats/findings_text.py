"""Findings for people: the offending line with the span underlined, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from quiz.core.checking.findings import Finding, Severity
from quiz.core.checking.report import SetReport, counts
from quiz.core.text.safe_text import sanitise
from quiz.core.text.signs.columns import columns

Paint: TypeAlias = Callable[[str, str], str]
"""Colours a text for a role: a severity, `frame`, `strong`, or `help`."""

LEAST_WIDTH = 40
NEAR = 4
"""So many times the room are looked at on both sides of a span: signs without width take none."""
_BREAK = re.compile(r"\r?\n")
_CUT = "…"


def plain(text: str, role: str) -> str:
    """A `Paint` without colours."""
    return text


def to_text(reports: Sequence[SetReport], *, width: int, paint: Paint = plain) -> Iterator[str]:
    """All findings, a line of guessability a set, and a summary; `width` is in columns."""
    for report in reports:
        lines = _BREAK.split(report.text) if report.findings else []
        for finding in report.findings:
            yield from _finding(finding, lines, max(width, LEAST_WIDTH), paint)
            yield ""
    yield from _guessing(reports)
    yield _summary(reports)


def _finding(finding: Finding, lines: Sequence[str], width: int, paint: Paint) -> Iterator[str]:
    severity = str(finding.severity)
    margin = " " * len(str(finding.end_line))
    heading = paint(f"{severity}[{finding.rule}]", severity)
    yield f"{heading}: {paint(_safe(finding.message), 'strong')}"
    yield f"{margin}{paint('-->', 'frame')} {_safe(finding.place)}"
    yield from _snippet(finding, lines, width, paint)
    sign = paint("=", "frame")
    if finding.hint:
        yield f"{margin} {sign} {paint('help', 'help')}: {_safe(finding.hint)}"
    for place in finding.related:
        where = f"{place.path}:{place.line}:{place.column}"
        yield f"{margin} {sign} {paint('note', 'help')}: {_safe(f'{place.message}: {where}')}"


def _snippet(finding: Finding, lines: Sequence[str], width: int, paint: Paint) -> Iterator[str]:
    """The line underlined; of a text that starts with `>` or `|`, its first line as well."""
    if finding.line > len(lines) or (lines[finding.line - 1] or " ").isspace():
        return
    gutter = len(str(finding.end_line))
    bar = paint("|", "frame")
    yield f"{' ' * gutter} {bar}"
    for number, start, end in _spans(finding, lines):
        shown, mark = _marked(lines[number - 1], start, end, width - gutter - 3)
        yield f"{paint(str(number).rjust(gutter), 'frame')} {bar} {shown}"
        yield f"{' ' * gutter} {bar} {paint(mark, str(finding.severity))}"


def _spans(finding: Finding, lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Line, first column and end column of what is underlined: one line or two."""
    line = lines[finding.line - 1]
    if finding.end_line == finding.line:
        yield finding.line, finding.column, finding.end_column
        return
    yield finding.line, finding.column, len(line.rstrip()) + 1
    number = finding.line + 1
    block = line[finding.column - 1 : finding.column] in (">", "|")
    if block and number <= len(lines) and lines[number - 1].strip():
        text = lines[number - 1]
        end = finding.end_column if number == finding.end_line else len(text.rstrip()) + 1
        yield number, len(text) - len(text.lstrip()) + 1, end


def _marked(line: str, start: int, end: int, room: int) -> tuple[str, str]:
    """A line and the carets below it, cut to `room` columns around the span."""
    first, last = max(0, start - 1 - NEAR * room), start - 1 + NEAR * room
    parts = line[first : start - 1], line[start - 1 : min(end - 1, last)], line[end - 1 : last]
    before, span, after = map(_safe, parts)
    lead = columns(before)
    if first or last < len(line) or lead + columns(span) + columns(after.rstrip()) > room:
        before = _tail(before, max(room // 4, room - columns(span) - 2))
        lead = columns(before)
        span = _head(span, room - lead)
        after = _head(after, room - lead - columns(span))
    return (before + span + after).rstrip(), " " * lead + "^" * max(1, columns(span))


def _tail(text: str, room: int) -> str:
    """The end of a text that is too wide."""
    if columns(text) <= room:
        return text
    at, used = len(text), 1
    while at and (used := used + columns(text[at - 1])) <= room:
        at -= 1
    return _CUT + text[at:]


def _head(text: str, room: int) -> str:
    """The start of a text that is too wide."""
    if columns(text) <= room:
        return text
    kept, used = [], 1
    for char in text:
        used += columns(char)
        if used > room:
            break
        kept.append(char)
    return "".join(kept) + _CUT if room > 0 else ""


def _safe(text: str) -> str:
    return sanitise(text).replace("\n", " ")


def _guessing(reports: Sequence[SetReport]) -> Iterator[str]:
    for report in reports:
        guess = report.guessability
        if guess is not None:
            yield (
                f"{_safe(report.set or report.path)}: guessing always the longest option "
                f"{_percent(guess.longest)}, all cues {_percent(guess.cues)}, "
                f"chance {_percent(guess.chance)} ({_count(guess.questions, 'question')})"
            )


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _summary(reports: Sequence[SetReport]) -> str:
    found = [_count(count, str(severity)) for severity, count in counts(reports).items() if count]
    files = _count(len(reports), "file")
    return f"{', '.join(found)} in {files}" if found else f"No findings in {files}"


def _count(number: int, what: str) -> str:
    plural = what if number == 1 or what == Severity.INFO else f"{what}s"
    return f"{number} {plural}"
