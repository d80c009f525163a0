"""Comments that silence findings: `# quiz: ignore[rule] reason`, on a line or above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz.core.checking.findings import Finding
from quiz.core.checking.registry import RULES
from quiz.store.nodes import Mapping, Node, Scalar
from quiz.store.nodes import Sequence as ListNode
from quiz.store.shown import did_you_mean, shown

RULE = "unused-ignore"
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*quiz:\s*ignore\b(\[([^\]\n]*)\])?[^\n]*")


@dataclass(slots=True)
class Silencer:
    """A comment at `line` and `column` (from 1) that silences `rules` on the line `target`."""

    line: int
    column: int
    length: int
    target: int
    rules: tuple[str, ...]
    used: set[str] = field(default_factory=set)


def silencers(lines: Sequence[str], tree: Node | None) -> list[Silencer]:
    """The silencers of a file; text inside a value is none."""
    spans = sorted(_scalars(tree))
    found: list[Silencer] = []
    for number, line in enumerate(lines, start=1):
        match = _COMMENT.search(line) if "#" in line else None
        if match is not None and not _inside(spans, (number, match.start() + 1)):
            found.append(_silencer(lines, number, match))
    return found


def _silencer(lines: Sequence[str], number: int, match: re.Match[str]) -> Silencer:
    rules = tuple(name.strip() for name in (match[2] or "").split(",") if name.strip())
    target = number
    if not lines[number - 1][: match.start()].strip():
        below = range(number + 1, len(lines) + 1)
        target = next((n for n in below if lines[n - 1].split("#")[0].strip()), number)
    length = len(match[0].rstrip())
    return Silencer(number, match.start() + 1, length, target, rules)


def _scalars(node: Node | None) -> Iterator[tuple[int, int, int, int]]:
    if isinstance(node, Scalar):
        yield node.place
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _scalars(value)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _scalars(item)


def _inside(spans: Sequence[tuple[int, int, int, int]], point: tuple[int, int]) -> bool:
    at = bisect_right(spans, (*point, 1 << 30, 0)) - 1
    return at >= 0 and point < spans[at][2:]


def silence(findings: Sequence[Finding], comments: Sequence[Silencer]) -> list[Finding]:
    """The findings that no comment silences."""
    by_line: dict[int, list[Silencer]] = {}
    for comment in comments:
        by_line.setdefault(comment.target, []).append(comment)
    kept = []
    for finding in findings:
        hits = [c for c in by_line.get(finding.line, ()) if finding.rule in c.rules]
        for comment in hits:
            comment.used.add(finding.rule)
        if not hits:
            kept.append(finding)
    return kept


def unused(comment: Silencer) -> Iterator[tuple[str, str | None]]:
    """What to say of a comment that was of no use: message and hint."""
    if not comment.rules:
        yield "this silences nothing: it names no rule", "write `# quiz: ignore[rule] reason`"
    for name in comment.rules:
        if name in comment.used:
            continue
        if name in RULES:
            message = f"nothing to silence: no finding of {name} starts on line {comment.target}"
            yield message, "delete the comment, or put it on or above the line it is about"
        else:
            hint = did_you_mean(name, RULES) or "`quiz rules` lists all rules"
            yield f"there is no rule {shown(name)}", hint
