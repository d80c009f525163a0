"""Stretches that a page marks as struck out or as inserted, over as many blocks as its tags do."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.writer import Writer

TAGS = {**dict.fromkeys(("strike", "del", "s"), Look.STRUCK), "ins": Look.INSERTED}
"""The tags that say so, and what they say."""

_STYLED = "span"
_STYLE = "line-through"


class OpenTags:
    """Tags that wait for their end, the last of a name first."""

    def __init__(self) -> None:
        self._open: dict[str, list[tuple[int, Look | None]]] = {}

    def open(self, name: str, at: int, look: Look | None) -> None:
        """A tag begins; without a look it only takes the next end of its name."""
        self._open.setdefault(name, []).append((at, look))

    def close(self, name: str, at: int) -> Mark | None:
        """A tag ends: what it was around, if it has a look and was around anything."""
        if not self._open.get(name):
            return None
        start, look = self._open[name].pop()
        return Mark(start, at, look) if look is not None and at > start else None


@dataclass
class Revised:
    """The tags of a page; `marks` gets what they were around when they close."""

    writer: Writer
    marks: list[Mark]
    _open: OpenTags = field(default_factory=OpenTags)

    def tag(self, name: str, whole: str) -> None:
        """A tag by its name in lower case, with a slash in front when it closes, and as written."""
        bare = name.lstrip("/")
        if bare not in TAGS and bare != _STYLED:
            return
        if name == bare:
            look = TAGS.get(bare, Look.STRUCK if _STYLE in whole else None)
            self._open.open(bare, self.writer.here, look)
        elif mark := self._open.close(bare, self.writer.length):
            self.marks.append(mark)
