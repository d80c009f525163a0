"""The hits of a search: questions, then passages, each with what was found marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from quiz.study.searching.searching import HIDDEN, PART_WORDS, Hit, Kind
from quiz.study.searching.snippets import Snippet
from quiz.tui.text import Block, join, words
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet

MARK = "bold underline $foreground"
QUIET = "$foreground-muted"
INDENT, FURTHER = Content("  "), Content("    ")


class HitList(Sheet):
    """Shows hits in groups; one of them is chosen."""

    DEFAULT_CSS = "HitList { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()
        self.cursor = 0
        self._lead: tuple[Block, ...] = ()
        self._titles: Mapping[str, str] = {}

    def tell(
        self, hits: Sequence[Hit], lead: Sequence[Block], titles: Mapping[str, str] | None = None
    ) -> None:
        """Show these hits under some words; the first is chosen. `titles` are those of the sets."""
        self.hits, self._lead, self.cursor = tuple(hits), tuple(lead), 0
        self._titles = titles or {}
        self.show(())

    @property
    def hit(self) -> Hit | None:
        """The chosen hit."""
        return self.hits[self.cursor] if self.hits else None

    def move_to(self, cursor: int) -> None:
        """Choose a hit and bring it into view."""
        self.cursor = max(0, min(len(self.hits) - 1, cursor))
        self.show(())
        self.call_after_refresh(self.reveal, self.cursor)

    def blocks(self, width: int) -> Sequence[Block]:
        """All lines."""
        return [*self._lead, *self._hit_blocks()]

    def _hit_blocks(self) -> Iterator[Block]:
        group = None
        for number, hit in enumerate(self.hits):
            heading = "Documents" if hit.kind is Kind.DOCUMENT else "Questions"
            if heading != group:
                if group is not None:
                    yield Block(Content(""))
                group = heading
                yield Block(Content.styled(heading, "bold $text-accent"))
            yield from self._blocks_of(number, hit)

    def _blocks_of(self, number: int, hit: Hit) -> Iterator[Block]:
        chosen = number == self.cursor
        lead = Content("▸ ") if chosen else INDENT
        first, second = _passage(hit) if hit.passage else self._question(hit)
        style = CHOSEN if chosen else ""
        yield Block(first, lead, style=style, mark=number)
        yield Block(second, FURTHER, style=style, mark=number)

    def _question(self, hit: Hit) -> tuple[Content, Content]:
        place = words(self._titles.get(hit.set_id, hit.set_id), QUIET)
        state = Content.styled(f" · {hit.state}" if hit.state else "", QUIET)
        if hit.hidden:
            return marked(hit.title), join(place, Content.styled(f" · {HIDDEN}", QUIET), state)
        if not hit.text.text:
            return marked(hit.title), join(place, state)
        label = PART_WORDS[hit.part]
        between = Content.styled(f" · {label}{': ' if label else ''}", QUIET)
        return marked(hit.title), join(place, between, marked(hit.text, QUIET), state)


def _passage(hit: Hit) -> tuple[Content, Content]:
    place = join(marked(hit.title, QUIET), words(f" › {hit.where}", QUIET))
    return marked(hit.text), place


def marked(snippet: Snippet, style: str = "") -> Content:
    """A text with what was found in it bold and underlined."""
    text = words(snippet.text, style)
    for start, end in snippet.marks:
        text = text.stylize(MARK, start, end)
    return text
