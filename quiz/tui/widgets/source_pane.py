"""The passages behind an answer: one at a time, or a disputed one beside what disputes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from quiz.study.common.evidence import Evidence, Role
from quiz.study.sitting.wording import ROLE_WORDS
from quiz.tui.widgets.passage_box import WAITS, PassageBox

TALL, BROAD = 14, 70
"""From so many rows two passages stand one under the other; else from so many columns abreast."""

Spread = tuple[Evidence, ...]


def spreads(evidence: Sequence[Evidence], *, both: bool) -> list[Spread]:
    """What is shown together: with `both`, each proof with a passage that disputes it."""
    proofs = [item for item in evidence if item.role is Role.PROOF]
    disputes = [item for item in evidence if item.role is Role.DISPUTE]
    if not both or not proofs or not disputes:
        return [(item,) for item in evidence]
    pairs = [
        (proof or proofs[-1], dispute or disputes[-1])
        for proof, dispute in zip_longest(proofs, disputes)
    ]
    return [*pairs, *((item,) for item in evidence if item.role is Role.REFUTES)]


class SourcePane(Widget):
    """Walks through evidence with `step`; shows two passages where there is room and dispute."""

    DEFAULT_CSS = """
    SourcePane { layout: vertical; height: 1fr; min-height: 3; background: $surface; }
    SourcePane.-abreast { layout: horizontal; }
    SourcePane.-abreast > PassageBox.-second { border-left: solid $panel; }
    """

    def __init__(self, role_words: Mapping[Role, str] = ROLE_WORDS) -> None:
        super().__init__()
        self.evidence: tuple[Evidence, ...] = ()
        self.index = 0
        self._role_words = role_words
        self.first = PassageBox(role_words)
        self._second: PassageBox | None = None

    def compose(self) -> ComposeResult:
        """The first box; the second comes with the first dispute."""
        if self.display:
            yield self.first

    def on_mount(self) -> None:
        """What cannot be seen yet waits until the question is painted."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if self.is_attached and self.is_running and not self.first.is_attached:
            self.mount(self.first)

    @property
    def spread(self) -> Spread:
        """What is on show."""
        shown = spreads(self.evidence, both=self._room_for_two())
        return shown[self.index % len(shown)] if shown else ()

    @property
    def pages(self) -> int:
        """How many there are to walk through."""
        return len(spreads(self.evidence, both=self._room_for_two()))

    def wait(self, titles: Sequence[str], note: str = WAITS) -> None:
        """Nothing to show before an answer, or for another reason, which is noted."""
        self.evidence, self.index = (), 0
        self._boxes(1)
        self.first.wait(titles, note)

    def show(self, evidence: Sequence[Evidence]) -> None:
        """Show evidence from the first piece on."""
        self.evidence, self.index = tuple(evidence), 0
        self._refresh()

    def step(self, by: int) -> None:
        """Go to the next or the one before, round the ends."""
        if self.pages:
            self.index = (self.index + by) % self.pages
            self._refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Two passages need room."""
        self.set_class(event.size.height < TALL, "-abreast")
        if self.evidence:
            self._refresh()

    def _room_for_two(self) -> bool:
        height, width = self.size.height, self.size.width
        return height >= TALL or (height >= 6 and width >= BROAD)

    def _refresh(self) -> None:
        self._fill()
        spread = self.spread
        total = len(self.evidence)
        for box, item in zip(self._boxes(len(spread)), spread, strict=True):
            number = self.evidence.index(item) + 1
            box.tell(item, f" {number}/{total}" if total > 1 else "")

    def _boxes(self, wanted: int) -> list[PassageBox]:
        """So many boxes to show passages in; the second is made for the first dispute."""
        if wanted > 1 and self._second is None:
            self._second = PassageBox(self._role_words)
            self._second.add_class("-second")
            self.mount(self._second)
        if self._second is not None:
            self._second.display = wanted > 1
        return [box for box in (self.first, self._second) if box is not None][:wanted]
