"""One passage in its document, under a line that says what for and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from quiz.core.documents.document import Document
from quiz.core.text.signs.clusters import boundary
from quiz.study.common.evidence import Evidence, Role
from quiz.study.sitting.wording import ROLE_WORDS
from quiz.tui.text import Block, cells, fit, join, one_line, words
from quiz.tui.widgets.document_view import DocumentView
from quiz.tui.widgets.sheet import Sheet

NOTHING = Document("", "")


class PlaceLine(Sheet):
    """Title › section › lines on one line; the longest part gives way first."""

    def __init__(self) -> None:
        super().__init__(classes="place")
        self._lead = Content("")
        self._parts: tuple[str, ...] = ()

    def tell(self, lead: Content, parts: Sequence[str]) -> None:
        """Show other words."""
        self._lead, self._parts = lead, tuple(parts)
        self.show(())

    def blocks(self, width: int) -> Sequence[Block]:
        """The line, fitted into the width."""
        room = width - self._lead.cell_length
        return [Block(fit(join(self._lead, one_line(shorten(self._parts, room))), width))]


def shorten(parts: Sequence[str], width: int) -> str:
    """Parts joined by `›` within `width` cells; long ones are cut, the last never is."""
    shown = [_cut(" ".join(part.split()), width) for part in parts]
    while shown and cells(" › ".join(shown)) > width:
        longest = max(range(len(shown) - 1), key=lambda i: cells(shown[i]), default=None)
        if longest is None or cells(shown[longest]) <= 6:
            del shown[0 : 1 if len(shown) > 1 else 0]
            if len(shown) == 1:
                break
            continue
        kept = shown[longest].rstrip("…")
        shown[longest] = kept[: boundary(kept, len(kept) - 1)].rstrip() + "…"
    return " › ".join(shown)


def _cut(part: str, width: int) -> str:
    """A part that could not be shown whole in any case, cut to the width."""
    return part if len(part) <= width else part[: boundary(part, max(1, width - 1))] + "…"


WAITS = "The passage appears after your answer."


class PassageBox(Widget):
    """Shows one piece of evidence, or a quiet word when there is none yet."""

    DEFAULT_CSS = """
    PassageBox { layout: vertical; width: 1fr; height: 1fr; background: $surface; }
    PassageBox > .place { padding: 0 1; background: $panel; color: $foreground; }
    PassageBox > .note { padding: 0 1; color: $foreground-muted; }
    PassageBox:focus-within > .place { background: $primary-muted; text-style: bold; }
    """

    def __init__(self, role_words: Mapping[Role, str] = ROLE_WORDS) -> None:
        super().__init__()
        self.role_words = role_words
        self.place = PlaceLine()
        self.note = Sheet(classes="note")
        self.view = DocumentView(NOTHING)

    def compose(self) -> ComposeResult:
        """Place, note, document."""
        yield self.place
        yield self.note
        yield self.view

    def tell(self, item: Evidence, count: str) -> None:
        """Show a piece of evidence; `count` says which of how many it is."""
        doubtful = item.role in (Role.DISPUTE, Role.PROPOSED)
        style = "bold $text-warning" if doubtful else "bold $text-accent"
        lead = Content.styled(f"{self.role_words[item.role]}{count}  ", style)
        self.place.tell(lead, item.place_parts)
        self.note.show(list(_troubles(item)))
        self.note.display = bool(item.trouble)
        self.view.display = item.document is not None
        self.view.show(item.document or NOTHING, [item.passage] if item.passage is not None else [])

    def wait(self, titles: Sequence[str], note: str = WAITS) -> None:
        """Before an answer: only which documents it is about, and why nothing is shown."""
        self.place.tell(Content.styled("Source  ", "bold $foreground-muted"), [", ".join(titles)])
        self.note.show([Block(Content("")), Block(Content(note))])
        self.note.display = True
        self.view.display = False


def _troubles(item: Evidence) -> list[Block]:
    if not item.trouble:
        return []
    return [
        Block(words(item.trouble, "bold $text-error"), Content.styled("✗ ", "bold $text-error")),
        Block(words(f"The set quotes: “{item.source.exact}”", "$foreground-muted")),
    ]
