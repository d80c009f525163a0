"""How many columns a character takes, as terminals count; everybody here asks this module.

Rich counts nothing for vowel signs that have a body of their own (Unicode's Mc: Hindi, Bengali,
Tamil, Burmese, Khmer), terminals one column. Its table is corrected when this is imported, so that
Textual measures the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from rich import cells
from rich.cells import CellTable, cached_cell_len, cell_len, get_character_cell_size

__all__ = ["cell_len", "get_character_cell_size"]

_BROAD_MARKS = "\u302e\u302f\U00016ff0\U00016ff1"  # of Hangul and Chinese readings
_TABLE = "load_cell_table"  # what Rich's functions ask for the widths
_load: Callable[[str], CellTable] | None = getattr(cells, _TABLE, None)


@lru_cache(maxsize=4)
def corrected(unicode_version: str = "auto") -> CellTable:
    """Rich's table with a column for each mark that takes one."""
    assert _load is not None
    table = _load(unicode_version)
    widths = [part for one in table.widths for part in _parts(*one)]
    return table._replace(widths=tuple(widths))


def _parts(start: int, end: int, width: int) -> Iterator[tuple[int, int, int]]:
    """A stretch of the table; of one without width what stays so: else a column is meant."""
    if width:
        yield start, end, width
        return
    first = start
    for code in range(start, end + 1):
        if unicodedata.category(chr(code)) == "Mc":
            if first < code:
                yield first, code - 1, 0
            if chr(code) in _BROAD_MARKS:
                yield code, code, 2
            first = code + 1
    if first <= end:
        yield first, end, 0


if _load is not None:
    setattr(cells, _TABLE, corrected)
    get_character_cell_size.cache_clear()
    cached_cell_len.cache_clear()
