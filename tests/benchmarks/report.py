"""Figures as tables, for the terminal and for a document, and as a plot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.benchmarks.figures import Figure

BEGIN, END = "<!-- {}: made by `make bench` -->", "<!-- end of {} -->"
WIDTH, ROW, LEFT, MIDDLE = 880, 22, 400, 680
"""Of the plot, in pixels: its width, a bar's row, where bars may begin, and where 1 stands."""
FASTEST = 100
"""The plot reaches from this many times faster to a tenth of it slower, on a log scale."""


def amount(value: float, unit: str) -> str:
    """A value with its unit, three digits that count."""
    text = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
    return f"{text} {unit}"


def budget_of(figure: Figure) -> str:
    """The budget, and whether it is kept; '' when there is none."""
    if figure.budget is None and figure.limit is None:
        return ""
    told = f"≤ {figure.budget:g}" if figure.limit is None else f"≤ {figure.limit:g} {figure.unit}"
    return told if figure.kept else f"{told}: not kept"


def cells(figure: Figure) -> tuple[str, ...]:
    """A row of a table."""
    return (
        figure.what,
        amount(figure.measured, figure.unit),
        f"{figure.against}: {amount(figure.base, figure.unit)}",
        f"{figure.ratio:.2f}",
        budget_of(figure),
    )


def lines(figures: Sequence[Figure]) -> list[str]:
    """The table as it is printed."""
    rows = [("what", "measured", "against", "ratio", "budget"), *map(cells, figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def markdown(figures: Sequence[Figure]) -> str:
    """The table in Markdown; the budget's column only where there are budgets."""
    rows = [("what", "measured", "against", "ratio", "budget"), *map(cells, figures)]
    columns = 5 if any(budget_of(figure) for figure in figures) else 4
    told = ["| " + " | ".join(row[:columns]) + " |" for row in rows]
    told.insert(1, "|---|---:|---|---:|---|"[: None if columns == 5 else -4])
    return "\n".join(told) + "\n"


def put(text: str, name: str, made: str) -> str:
    """The text with what stands between the marks of `name` replaced; the marks must be there."""
    begin, end = BEGIN.format(name), END.format(name)
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the marks of {name} are missing")
    return f"{before}{begin}\n\n{made}\n{end}{after}"


def plot(figures: Sequence[Figure], path: Path) -> None:
    """An SVG with a bar for each ratio: to the left of the line of 1 we are faster."""
    height = ROW * (len(figures) + 2)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(MIDDLE, 15, "as fast", "middle", "#444444"),
        _text(LEFT, 15, "we are faster", "start", "#1a6e3c"),
        _text(WIDTH - 8, 15, "we are slower", "end", "#a03020"),
        *(part for at, figure in enumerate(figures) for part in _bar(figure, ROW * (at + 1))),
        f'<line x1="{MIDDLE}" y1="{ROW}" x2="{MIDDLE}" y2="{height - ROW / 2}" stroke="#444444"/>',
        "</svg>",
    ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _bar(figure: Figure, top: int) -> tuple[str, str, str]:
    reach = math.log10(figure.ratio) / math.log10(FASTEST) * (MIDDLE - LEFT)
    end = min(max(MIDDLE + reach, LEFT), WIDTH - 50)
    colour = "#1a6e3c" if figure.ratio <= 1 else "#a03020"
    times = 1 / figure.ratio if figure.ratio <= 1 else figure.ratio
    shown = f"{times:.1f}×" if times < 10 else f"{times:.0f}×"
    inside = figure.ratio <= 1
    return (
        _text(8, top + 15, f"{figure.what} / {figure.against}", "start", "#111111"),
        f'<rect x="{min(end, MIDDLE):.1f}" y="{top + 4}" width="{abs(end - MIDDLE):.1f}" '
        f'height="{ROW - 8}" fill="{colour}"/>',
        _text(MIDDLE + 6 if inside else round(end) + 4, top + 15, shown, "start", colour),
    )


def _text(x: int, y: int, words: str, anchor: str, colour: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
