"""Stretches that a page marks as struck out or as inserted, over as many blocks as its tags do."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.writer import Writer

_TAGS = {**dict.fromkeys(("s", "del", "strike"), Look.STRUCK), "ins": Look.INSERTED}
_STYLED = "span"
_STYLE = "line-through"


@dataclass
class Revised:
    """The tags that are open; `marks` gets what they were around when they close."""

    writer: Writer
    marks: list[Mark]
    _open: list[tuple[str, int, Look | None]] = field(default_factory=list)

    def tag(self, name: str, whole: str) -> None:
        """A tag by its name in lower case, with a slash in front when it closes, and as written."""
        bare = name.lstrip("/")
        if bare not in _TAGS and bare != _STYLED:
            return
        if name == bare:
            look = _TAGS.get(bare, Look.STRUCK if _STYLE in whole else None)
            self._open.append((bare, self.writer.here, look))
            return
        at = next((i for i in reversed(range(len(self._open))) if self._open[i][0] == bare), None)
        if at is None:
            return
        _, start, look = self._open.pop(at)
        if look is not None and self.writer.length > start:
            self.marks.append(Mark(start, self.writer.length, look))
