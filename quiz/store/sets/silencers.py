"""Comments that silence findings: `# quiz: ignore[rule] reason`, on a line or above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from quiz.core.checking.findings import Finding
from quiz.core.checking.registry import RULES
from quiz.store.files.shown import did_you_mean, shown
from quiz.store.yaml.nodes import Mapping, Node, Scalar
from quiz.store.yaml.nodes import Sequence as ListNode

RULE = "unused-ignore"
MAX_SILENCERS = 10_000
REACH = 1000
"""Lines of comments between one that silences and what it is about."""
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*quiz:\s*ignore\b(\[([^\]\n]*)\])?[^\n]*")


@dataclass(slots=True)
class Silencer:
    """A comment at `line` and `column` (from 1) that silences `rules` on the line `target`.

    `used` are the rules that were found there; comments about one line share it.
    """

    line: int
    column: int
    length: int
    target: int
    rules: tuple[str, ...]
    used: set[str] = field(default_factory=set)


def silencers(lines: Sequence[str], tree: Node | None) -> list[Silencer]:
    """The first `MAX_SILENCERS` silencers of a file; text inside a value is none."""
    found: list[Silencer] = []
    following, below = len(lines) + 1, 0
    for number, match in reversed(list(islice(_comments(lines, tree), MAX_SILENCERS))):
        between = range(number + 1, min(following, number + REACH))
        following, below = number, next((n for n in between if _says(lines[n - 1])), below)
        if _says(lines[number - 1]):
            below = number
        found.append(_silencer(number, match, below or number))
    return found[::-1]


def _comments(lines: Sequence[str], tree: Node | None) -> Iterator[tuple[int, re.Match[str]]]:
    """The number of each line, from 1, with a comment that may silence something."""
    spans = sorted(_scalars(tree))
    for number, line in enumerate(lines, start=1):
        match = _COMMENT.search(line) if "#" in line else None
        if match is not None and not _inside(spans, (number, match.start() + 1)):
            yield number, match


def _says(line: str) -> bool:
    """Whether a line holds more than a comment."""
    return bool(line.partition("#")[0].strip())


def _silencer(number: int, match: re.Match[str], target: int) -> Silencer:
    rules = tuple(name.strip() for name in (match[2] or "").split(",") if name.strip())
    return Silencer(number, match.start() + 1, len(match[0].rstrip()), target, rules)


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
    silenced: dict[int, set[str]] = {}
    used: dict[int, set[str]] = {}
    for comment in comments:
        silenced.setdefault(comment.target, set()).update(comment.rules)
        comment.used = used.setdefault(comment.target, comment.used)
    kept = []
    for finding in findings:
        if finding.rule in silenced.get(finding.line, ()):
            used[finding.line].add(finding.rule)
        else:
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
