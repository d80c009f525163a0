"""The records in an SQLite file, page by page, whatever has become of its tables.

The file format is SQLite's own description of it (sqlite.org/fileformat2.html, sections 1 and 2).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import TypeAlias

Value: TypeAlias = str | int | float | bytes | None
Record: TypeAlias = tuple[Value, ...]

_USUAL_PAGE = 4096
_INNER_INDEX, _LEAF_INDEX, _LEAF_TABLE = 2, 10, 13
_HEADER_BYTES = {_INNER_INDEX: 12, _LEAF_INDEX: 8, _LEAF_TABLE: 8}
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIRST_PAGE_OFFSET = 100
_LONGEST_RECORD = 50_000_000


def records(content: bytes) -> Iterator[Record]:
    """Every record that can still be decoded; nothing vouches for its values."""
    size = _page_size(content)
    for start in range(0, len(content), size):
        yield from _of_page(content, start, size)


def _page_size(content: bytes) -> int:
    found = int.from_bytes(content[16:18], "big")
    size = 65536 if found == 1 else found
    plausible = 512 <= size <= 65536 and size & (size - 1) == 0
    return size if plausible and content.startswith(b"SQLite format 3\0") else _USUAL_PAGE


def _of_page(content: bytes, start: int, size: int) -> Iterator[Record]:
    page = content[start : start + size]
    at = _FIRST_PAGE_OFFSET if start == 0 else 0
    if len(page) < at + 12 or page[at] not in _HEADER_BYTES:
        return
    kind = page[at]
    (cells,) = struct.unpack_from(">H", page, at + 3)
    pointers = at + _HEADER_BYTES[kind]
    for number in range(min(cells, (len(page) - pointers) // 2)):
        (cell,) = struct.unpack_from(">H", page, pointers + 2 * number)
        try:
            yield _record(_payload(content, page, cell, kind, size))
        except (IndexError, ValueError, struct.error):
            continue


def _payload(content: bytes, page: bytes, at: int, kind: int, size: int) -> bytes:
    """A cell's bytes, those on overflow pages included."""
    if kind == _INNER_INDEX:
        at += 4
    length, at = _varint(page, at)
    if length > min(_LONGEST_RECORD, len(content)):
        raise ValueError("longer than the file")
    if kind == _LEAF_TABLE:
        _, at = _varint(page, at)
    local = _local_bytes(length, kind, size)
    found = page[at : at + local]
    if local == length:
        return found
    (following,) = struct.unpack_from(">I", page, at + local)
    return found + _overflow(content, following, length - local, size)


def _local_bytes(length: int, kind: int, size: int) -> int:
    """How many of a payload's bytes stand on its own page."""
    most = size - 35 if kind == _LEAF_TABLE else (size - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    return local if local <= most else least


def _overflow(content: bytes, number: int, left: int, size: int) -> bytes:
    parts = []
    while left > 0:
        start = (number - 1) * size
        if number < 1 or start + size > len(content):
            raise ValueError("an overflow page outside the file")
        take = min(left, size - 4)
        parts.append(content[start + 4 : start + 4 + take])
        (number,) = struct.unpack_from(">I", content, start)
        left -= take
    return b"".join(parts)


def _record(payload: bytes) -> Record:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError("the record has another length than it says")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    """A value by its serial type, and where the next begins."""
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return float(struct.unpack_from(">d", payload, at)[0]), at + 8
    if kind < 12:
        raise ValueError("no such type")
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise ValueError("the record ends too soon")
    chunk = payload[at:end]
    return (chunk.decode("utf-8") if kind % 2 else chunk), end


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """SQLite's integer of one to nine bytes, and where the next begins."""
    value = 0
    for number in range(9):
        byte = content[at + number]
        if number == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + number + 1
    raise AssertionError("unreachable")
