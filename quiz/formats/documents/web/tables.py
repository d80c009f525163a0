"""Tables of web pages: data, or only the layout of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quiz.formats.documents.markdown.inline import Inline
from quiz.formats.documents.web.tree import Node
from quiz.formats.documents.zipped import whole

_MOST_COLUMNS = 60
_LONGEST_CELL = 2_000


class Rows(NamedTuple):
    """The rows of a table, whether the first is its head, and its caption."""

    rows: list[list[Inline]]
    head: bool
    caption: Node | None


def rows_of(
    table: Node, text_of: Callable[[Node], Inline], holds_blocks: Callable[[Node], bool]
) -> Rows | None:
    """The rows of a table of data; None for one that lays out a page."""
    rows = [node for node in table.walk() if node.tag == "tr"]
    cells = [
        [c for c in row.children if isinstance(c, Node) and c.tag in ("td", "th")] for row in rows
    ]
    flat = [cell for row in cells for cell in row]
    if table["role"] in ("presentation", "none") or not flat or max(map(len, cells)) < 2:
        return None
    if any(inner.tag == "table" for cell in flat for inner in cell.walk()):
        return None
    if any(inner.tag in ("h1", "h2", "h3", "pre") for cell in flat for inner in cell.walk()):
        return None
    if any(len(cell.text) > _LONGEST_CELL for cell in flat):
        return None
    found = [list(_spread(row, text_of, holds_blocks)) for row in cells if row]
    head = all(cell.tag == "th" for cell in cells[0]) or _in_head(table, rows[0])
    return Rows(found, head, next((n for n in table.walk() if n.tag == "caption"), None))


def _in_head(table: Node, row: Node) -> bool:
    heads = (node for node in table.walk() if node.tag == "thead")
    return any(inner is row for head in heads for inner in head.walk())


def _spread(
    row: list[Node], text_of: Callable[[Node], Inline], holds_blocks: Callable[[Node], bool]
) -> list[Inline]:
    """The cells of a row; one over several columns leaves those after it empty."""
    found: list[Inline] = []
    for cell in row:
        found.append(_flat(cell, text_of) if holds_blocks(cell) else text_of(cell))
        span = whole(cell["colspan"], 1)
        found += [Inline() for _ in range(min(span - 1, _MOST_COLUMNS - len(found)))]
    return found[:_MOST_COLUMNS]


def _flat(cell: Node, text_of: Callable[[Node], Inline]) -> Inline:
    """A cell with several paragraphs or a list, its parts one after the other."""
    found = Inline()
    for child in cell.children:
        if isinstance(child, str):
            found.add(child)
            continue
        found.add(" ")
        found.extend(text_of(_spaced(child)))
    return found


def _spaced(node: Node) -> Node:
    """The same with a space around each part, so that no words run together."""
    parts: list[Node | str] = []
    for child in node.children:
        parts += [child] if isinstance(child, str) else [" ", _spaced(child), " "]
    return Node(node.tag, node.attributes, parts)
