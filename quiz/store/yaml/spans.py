"""Which stretch of a YAML text a change of a value touches, and what to write there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from quiz.store.yaml.nodes import Mapping, Mark, Node, Scalar, Sequence, node_at
from quiz.store.yaml.scalars import (
    WIDTH,
    Setting,
    Style,
    new_scalar,
    requoted,
    rewritten,
    style_of,
)

_BREAK = re.compile(r"\r\n|\n|\r")
_COLON = re.compile(r"\s*:")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, in characters, and what is to stand there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    """A YAML text and its tree."""

    text: str
    tree: Node

    def value(self, where: tuple[str | int, ...], value: str, *, quoted: bool) -> Span | None:
        """What to write for another value of a text; None where there is no text."""
        node = node_at(self.tree, *where)
        if not isinstance(node, Scalar):
            return None
        flow = self._in_flow(where)
        start, end = self._start(node), self.end(node)
        if start == end:
            return self._filled(where, new_scalar(value, flow=flow))
        old = self.text[start:end]
        if quoted:
            return Span(start, end, requoted(old, value))
        return Span(start, end, rewritten(old, value, self._setting(node, old, flow)))

    def entry(self, where: tuple[str | int, ...], key: str, value: str, after: str) -> Span | None:
        """What to write for another entry of a mapping; None where there is no mapping."""
        node = node_at(self.tree, *where)
        if not isinstance(node, Mapping) or not node.entries:
            return None
        flow = self._in_flow((*where, key))
        return self._new_entry(node, f"{key}: {new_scalar(value, flow=flow)}", after)

    def entries(
        self, where: tuple[str | int, ...], key: str, values: tuple[str, ...], after: str
    ) -> Span | None:
        """What to write for more texts in the list under a key; None where that cannot be."""
        node = node_at(self.tree, *where)
        if not isinstance(node, Mapping) or not node.entries:
            return None
        old = node.get(key)
        if old is None:
            listed = ", ".join(new_scalar(value, flow=True) for value in values)
            return self._new_entry(node, f"{key}: [{listed}]", after)
        last = old.items[-1] if isinstance(old, Sequence) and old.items else None
        if not isinstance(last, Scalar):
            return None
        flow, end = self._starts_flow(old), self.end(last)
        texts = [new_scalar(value, flow=flow) for value in values]
        if flow:
            return Span(end, end, "".join(f", {text}" for text in texts))
        lead = f"{self._newline(end)}{' ' * old.start.column}- "
        end = self._line_end(end)
        return Span(end, end, "".join(f"{lead}{text}" for text in texts))

    def _new_entry(self, node: Mapping, entry: str, after: str) -> Span | None:
        if not after:
            return self._first(node, entry)
        before = node.get(after)
        if before is None or not isinstance(before, Scalar):
            return None
        end = self.end(before) if before.value else self._behind(node, after)
        if self._starts_flow(node):
            return Span(end, end, f", {entry}")
        end = self._line_end(end)
        indent = " " * node.start.column
        return Span(end, end, f"{self._newline(end)}{indent}{entry}")

    def end(self, node: Scalar) -> int:
        """Where a text ends; of a block, behind its last line that is not empty."""
        end = self._offset(node.end)
        start = self._start(node)
        if style_of(self.text[start:end]) in (Style.LITERAL, Style.FOLDED):
            return start + len(self.text[start:end].rstrip(" \r\n"))
        return end

    def _first(self, node: Mapping, entry: str) -> Span:
        at = self._offset(node.start)
        if self._starts_flow(node):
            at += 1
            at += len(self.text[at:]) - len(self.text[at:].lstrip(" "))
            return Span(at, at, f"{entry}, ")
        return Span(at, at, f"{entry}{self._newline(at)}{' ' * node.start.column}")

    def _filled(self, where: tuple[str | int, ...], text: str) -> Span | None:
        """A value for a key that has none."""
        parent = node_at(self.tree, *where[:-1])
        if not isinstance(parent, Mapping) or not isinstance(where[-1], str):
            return None
        at = self._behind(parent, where[-1])
        return Span(at, at, f" {text}")

    def _behind(self, mapping: Mapping, name: str) -> int:
        """The offset behind a key's colon."""
        key = next(key for key, _ in mapping.entries if key.value == name)
        at = self._offset(key.end)
        colon = _COLON.match(self.text, at)
        return colon.end() if colon else at

    def _setting(self, node: Scalar, old: str, flow: bool) -> Setting:
        lines = [line for line in _BREAK.split(old)[1:] if line.strip()]
        indent = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else node.start.column
        width = max((len(line.strip()) for line in lines), default=WIDTH)
        return Setting(indent, self._newline(self._start(node)), max(width, WIDTH - indent), flow)

    def _in_flow(self, where: tuple[str | int, ...]) -> bool:
        """Whether a value stands between brackets or braces."""
        outer = (node_at(self.tree, *where[:i]) for i in range(len(where)))
        return any(node is not None and self._starts_flow(node) for node in outer)

    def _starts_flow(self, node: Node) -> bool:
        return isinstance(node, Mapping | Sequence) and self.text[self._offset(node.start)] in "[{"

    def _line_end(self, at: int) -> int:
        found = _BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def _newline(self, at: int) -> str:
        """The line end in use there."""
        found = _BREAK.search(self.text, at) or _BREAK.search(self.text)
        return found[0] if found else "\n"

    def _start(self, node: Scalar) -> int:
        return self._offset(node.start)

    def _offset(self, mark: Mark) -> int:
        return self._line_starts[mark.line] + mark.column

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]
