"""Marking a passage of a document as one's own: sentences are picked by keys, then noted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from textual import events
from textual.content import Content

from quiz.core.documents.document import Passage
from quiz.core.documents.sentences import sentences
from quiz.core.memory.records import BOOKMARK, HIGHLIGHT, NOTE
from quiz.study.common.noting import (
    Placed,
    keep_text,
    mark,
    name_of,
    on_passage,
    placed_notes,
    remove,
)
from quiz.tui.screens.reader.view import ReaderView
from quiz.tui.text import join, one_line

NOT_OF_A_SET = "Only a document that a question set names can be noted on."
PICKING = "↑ ↓ another sentence  ← → fewer or more  n p your marks"


class OwnReader(ReaderView):
    """A reader in which sentences can be picked, and noted, highlighted or bookmarked."""

    _first = _last = 0

    @cached_property
    def _known_sentences(self) -> dict[str, tuple[Passage, ...]]:
        return {}

    @property
    def sentences(self) -> tuple[Passage, ...]:
        """Those of the document, found at the first use."""
        known = self._known_sentences
        if self.document.text not in known:
            known.clear()
            known[self.document.text] = sentences(self.document)
        return known[self.document.text]

    @property
    def picked(self) -> Passage:
        """From the first to the last sentence that is picked."""
        return Passage(self.sentences[self._first].start, self.sentences[self._last].end)

    @property
    def own_here(self) -> Placed | None:
        """The note on what is picked, the nearest fit first."""
        here = self.picked
        found = [one for one in self.placed if one.passage and one.passage.overlaps(here)]
        return next((one for one in found if one.passage == here), next(iter(found), None))

    def action_mark(self) -> None:
        """Pick a sentence: the highlighted passage's, else the first in view."""
        if self.workspace is None or not self.marks or self.picking:
            return
        if not name_of(self.workspace, self.document) or not self.sentences:
            self.notify(NOT_OF_A_SET, timeout=4)
            return
        chosen = [p for p in self.view.passages if self.view.sees(p)]
        at = chosen[0].start if chosen else self.view.top
        last = chosen[0].end if chosen else 0
        first = next((i for i, one in enumerate(self.sentences) if one.end > at), 0)
        self._first = self._last = first
        while self._last + 1 < len(self.sentences) and self.sentences[self._last + 1].start < last:
            self._last += 1
        self.picking = True
        self._show_picked()

    def on_key(self, event: events.Key) -> None:
        """While sentences are picked, keys are about them."""
        if not self.picking or self.finding:
            return
        deeds: dict[str, Callable[[], None]] = {
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            "left": partial(self._extend, -1),
            "right": partial(self._extend, 1),
            "n": partial(self._jump, 1),
            "p": partial(self._jump, -1),
            "h": partial(self._keep, HIGHLIGHT),
            "enter": partial(self._keep, HIGHLIGHT),
            "b": partial(self._keep, BOOKMARK),
            "w": self._write,
            "d": self._take_away,
            "delete": self._take_away,
            "escape": self._end_picking,
            "q": self._end_picking,
        }
        deed = deeds.get(event.key)
        if deed is not None:
            event.stop()
            event.prevent_default()
            deed()

    # What is picked

    def _move(self, by: int) -> None:
        at = self._first + by if by < 0 else self._last + by
        self._first = self._last = max(0, min(at, len(self.sentences) - 1))
        self._show_picked()

    def _extend(self, by: int) -> None:
        self._last = max(self._first, min(self._last + by, len(self.sentences) - 1))
        self._show_picked()

    def _jump(self, by: int) -> None:
        """To the next note, or the one before."""
        here = self.picked.start
        places = sorted(one.passage.start for one in self.placed if one.passage)
        ahead = [at for at in places if (at > here if by > 0 else at < here)]
        if not places:
            return
        at = (ahead or places)[0 if by > 0 else -1]
        own = next(one.passage for one in self.placed if one.passage and one.passage.start == at)
        touched = [i for i, one in enumerate(self.sentences) if one.overlaps(own)]
        if touched:
            self._first, self._last = touched[0], touched[-1]
            self._show_picked()

    def _show_picked(self) -> None:
        self.view.spot([self.picked])
        if not self.view.sees(self.picked):
            self.view.bring(self.picked)
        self.tell_legend()
        self.show_reader_keys()

    def _end_picking(self) -> None:
        self.picking = False
        self.tell_legend()
        self.show_reader_keys()

    def own_legend(self) -> Content:
        """What is noted on the sentence, else how sentences are picked."""
        own = self.own_here
        if own is None:
            return Content.styled(PICKING, "$foreground-muted")
        changed = " (its words have changed since)" if own.changed else ""
        text = own.note.text or own.note.kind
        return join(Content.styled("✎ ", "bold $text-accent"), one_line(f"{text}{changed}"))

    def own_keys(self) -> list[tuple[str, str, str]]:
        """The keys while sentences are picked."""
        keys = [("w", "Write a note", "own('w')"), ("h", "Highlight", "own('h')")]
        keys += [("b", "Bookmark", "own('b')")]
        keys += [("d", "Remove it", "own('d')")] if self.own_here else []
        return [*keys, ("Esc", "Done", "own('escape')")]

    def action_own(self, key: str) -> None:
        """A click on one of them."""
        self.on_key(events.Key(key, key if len(key) == 1 else None))

    # What is done with it

    def _keep(self, kind: str) -> None:
        if self.workspace is not None and self._kept(kind):
            self._end_picking()

    def _kept(self, kind: str) -> bool:
        workspace, own = self.workspace, self.own_here
        assert workspace is not None
        if own is not None and own.passage == self.picked and own.note.kind != BOOKMARK:
            return True
        name = name_of(workspace, self.document)
        fresh = on_passage(name, self.document, self.picked, kind)
        done = self.quiz.guarded(lambda: mark(workspace, fresh), partial(self._kept, kind))
        self.show_own()
        return bool(done)

    def _write(self) -> None:
        from quiz.tui.dialogs.write_note import NoteScreen

        own = self.own_here
        about = self.document.quote(own.passage if own and own.passage else self.picked)
        asked = NoteScreen(f"“{about}”", own.note.text if own else "")
        self.app.push_screen(asked, self._written)

    def _written(self, text: str | None) -> None:
        workspace, own = self.workspace, self.own_here
        if text is None or workspace is None:
            return
        name = name_of(workspace, self.document)
        fresh = on_passage(name, self.document, self.picked, NOTE)
        old = own.note if own is not None else None
        again = partial(self._written, text)
        if self.quiz.guarded(lambda: keep_text(workspace, old, fresh, text), again):
            self.show_own()
            self._end_picking()

    def _take_away(self) -> None:
        workspace, own = self.workspace, self.own_here
        if workspace is None or own is None:
            return
        if self.quiz.guarded(lambda: remove(workspace, own.note), self._take_away):
            self.show_own()
            self._show_picked()

    def show_own(self) -> None:
        """Draw the notes of the document as they are now."""
        workspace = self.workspace
        if workspace is None or not self.marks:
            return
        self.placed = self.frame.guarded(lambda: placed_notes(workspace, self.document)) or []
        self.view.mine([one.passage for one in self.placed if one.passage is not None])
