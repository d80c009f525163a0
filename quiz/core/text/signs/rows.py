"""Lines broken into rows of a width: at spaces, between ideographs, never inside a sign.

After Unicode's line breaking (UAX 14), without its tables and without dictionaries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quiz.core.text.signs.clusters import boundary, boundary_after, inside_cluster
from quiz.core.text.signs.columns import char_columns

Size = Callable[[str], int]
"""Columns of one character."""

_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟°′″‰℃％｠…‥—―～!),.:;?]}%»›"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
"""What no row begins with."""
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝＄￡￥$£¥([{«‹")
"""What no row ends with."""


def odd_characters(text: str, size: Size = char_columns) -> frozenset[str]:
    """Those characters of a text that do not take exactly one column."""
    if text.isascii():
        return frozenset()
    return frozenset(char for char in set(text) if size(char) != 1)


def rows_of_line(
    line: str, width: int, odd: frozenset[str] | None = None, size: Size = char_columns
) -> Iterator[tuple[int, int]]:
    """Start and end (in characters of the line) of each row of at most `width` columns.

    Rows break after a space or beside an ideograph where there is one, else between any signs; an
    empty line is one empty row. `odd` are the `odd_characters` of the text, where they are known.
    """
    start, length = 0, len(line)
    if not length:
        yield 0, 0
    narrow = line.isascii() or (odd is not None and odd.isdisjoint(line))
    while start < length:
        limit = min(length, start + width) if narrow else _reach(line, start, width, size)
        end = limit if limit >= length else _row_end(line, start, limit)
        yield start, end
        start = end


def wrapped(text: str, width: int) -> Iterator[str]:
    """The words of a text in lines of at most `width` columns; a longer word is broken.

    Words are what is between spaces and line ends; a no-break space (U+00A0) holds two together.
    """
    flat = " ".join(filter(None, text.replace("\n", " ").split(" ")))
    for start, end in rows_of_line(flat, width) if flat else ():
        yield flat[start:end].rstrip(" ")


def _reach(line: str, start: int, width: int, size: Size) -> int:
    """The furthest end at which the row still fits; at least one character."""
    used, end = 0, start
    while end < len(line):
        used += size(line[end])
        if used > width and end > start:
            break
        end += 1
    return end


def _row_end(line: str, start: int, limit: int) -> int:
    """The end of a row: after the last space that fits, the space itself may hang over."""
    if line[limit] == " " and not inside_cluster(line, limit + 1):
        return limit + 1
    space = line.rfind(" ", start, limit) + 1
    if space <= start or not line[start:space].strip() or inside_cluster(line, space):
        space = start
    if not line[space : limit + 1].isascii():
        for at in range(limit, space, -1):
            if _beside_ideograph(line, at):
                return at
    if space > start:
        return space
    end = boundary(line, limit)
    return end if end > start else boundary_after(line, limit)


def _beside_ideograph(line: str, at: int) -> bool:
    before, after = line[at - 1], line[at]
    if not (_is_ideograph(before) or _is_ideograph(after)):
        return False
    kept = before in _NOT_LAST or after in _NOT_FIRST or after == " "
    return not kept and not inside_cluster(line, at)


def _is_ideograph(char: str) -> bool:
    """Whether rows may break beside it: ideographs, kana, their punctuation; no Hangul."""
    return (
        "\u2e80" <= char <= "\u312f"
        or "\u3190" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\uff01" <= char <= "\uff60"
        or "\U00020000" <= char <= "\U0003ffff"
    )
