"""The rows of the screen that chooses questions: what can be chosen, and how many each gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from quiz.study.common.pool import FIELDS, Pool
from quiz.study.common.wish import STATE_WORDS, State, Wish
from quiz.tui.text import fit, join, one_line

HEADINGS = {
    "states": "How it went",
    "sets": "Set",
    "tags": "Tag",
    "sections": "Section",
    "types": "Type",
}
SAVED = "saved"


class Row(NamedTuple):
    """A line: a heading (no value), a saved choice, or a value of a field with its count."""

    field: str
    value: str = ""
    label: str = ""
    chosen: bool = False
    gives: int = 0

    @property
    def heading(self) -> bool:
        """Whether there is nothing to choose on it."""
        return not self.value


def rows_of(pool: Pool, wish: Wish, saved: Mapping[str, Wish]) -> list[Row]:
    """All rows as they are now; fields with a single value are left out, unless it is chosen."""
    found = list(_saved_rows(saved, wish))
    titles = {entry.id: entry.title for entry in pool.entries}
    counts, every = pool.all_counts(wish), pool.everything
    for field in FIELDS:
        known = _values(pool, field, every[field])
        found += _field_rows(wish, field, known, counts[field], titles)
    return found


def _saved_rows(saved: Mapping[str, Wish], wish: Wish) -> Iterator[Row]:
    if saved:
        yield Row(SAVED, label="Saved")
    for name, kept in saved.items():
        yield Row(SAVED, name, name, chosen=kept == wish)


def _field_rows(
    wish: Wish,
    field: str,
    known: Sequence[str],
    counts: Mapping[str, int],
    titles: Mapping[str, str],
) -> list[Row]:
    chosen: tuple[str, ...] = getattr(wish, field)
    values = [*known, *(value for value in chosen if value not in known)]
    if field != "states" and len(values) < 2 and not chosen:
        return []
    rows = [
        Row(field, value, _label(field, value, titles), value in chosen, counts.get(value, 0))
        for value in values
    ]
    return [Row(field, label=HEADINGS[field]), *rows]


def _values(pool: Pool, field: str, every: Mapping[str, int]) -> list[str]:
    """What can be chosen of a field, in its order."""
    if field == "states":
        return [*State]
    if field == "sets":
        return [entry.id for entry in pool.entries if entry.id in every]
    return sorted(every, key=str.casefold)


def _label(field: str, value: str, titles: Mapping[str, str]) -> str:
    if field == "states":
        return STATE_WORDS[State(value)]
    return titles.get(value, value) if field == "sets" else value


def row_line(row: Row, width: int) -> Content:
    """A row as it is painted."""
    if row.heading:
        return Content.styled(row.label, "bold $text-accent")
    if row.field == SAVED:
        sign = "▪ " if row.chosen else "  "
        return join(Content.styled(sign, "$text-accent"), one_line(row.label))
    box = "[x] " if row.chosen else "[ ] "
    count = f"{row.gives:>5}" if row.gives else "    ·"
    style = "bold" if row.chosen else "" if row.gives else "$foreground-muted"
    text = fit(one_line(row.label, style), max(4, width - 12))
    return join(Content.styled(f"  {box}", style), text, Content(f"{count} "))
