"""The preview of a set for its author: question, passages and findings, following the files."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll

from quiz.study.authoring.previewing import Preview
from quiz.study.authoring.wording import findings_text
from quiz.study.common.evidence import Role
from quiz.study.sitting.wording import ROLE_WORDS
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.preview.text import Banner, finding_blocks, progress_text, question_blocks
from quiz.tui.text import one_line
from quiz.tui.widgets.passage_box import shorten
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.source_pane import SourcePane

POLL_SECONDS = 0.5
ROLES = {**ROLE_WORDS, Role.REFUTES: "Against a wrong option"}
BROKEN = "The file is broken; this is how the question was before."
LEFT_OUT = "The set has errors; questions with errors cannot be shown."
RELOADED = "↻"
NONE_SOUND = "No question can be shown yet."
NOTHING_NEAR = "No passage has anything to do with this question."
NO_DOCUMENTS = "The set has no documents: name some with `quiz import … --documents`."
NARROW, LOW = 60, 18


class PreviewScreen(FramedScreen):
    """Walks through the questions of a set."""

    room = "preview"
    BINDINGS: ClassVar[list[BindingType]] = bindings("preview")
    DEFAULT_CSS = """
    PreviewScreen #body { layout: vertical; height: 1fr; }
    PreviewScreen #left { height: 2fr; overflow: hidden; scrollbar-size-vertical: 1; }
    PreviewScreen #question { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    PreviewScreen #findings { height: auto; max-height: 45%; padding: 0 2;
                              border-top: solid $foreground-muted; border-title-color: $foreground;
                              border-title-style: bold; scrollbar-size-vertical: 1; }
    PreviewScreen #findings.-none { border-title-color: $text-success; }
    PreviewScreen SourcePane { height: 1fr; }
    PreviewScreen.-wide #body { layout: horizontal; }
    PreviewScreen.-wide #left { width: 1fr; height: 1fr; }
    PreviewScreen.-wide SourcePane { width: 1fr; }
    PreviewScreen.-low #left { height: 3fr; overflow-y: auto; }
    PreviewScreen.-low SourcePane { height: 2fr; }
    PreviewScreen.-low #question { height: auto; padding: 0 1; overflow: hidden; }
    PreviewScreen.-low #findings { max-height: 100%; height: auto; padding: 0 1;
                                   overflow: hidden; }
    PreviewScreen.-empty #question, PreviewScreen.-empty SourcePane { display: none; }
    PreviewScreen.-empty #findings { height: 1fr; max-height: 100%; }
    """

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview
        self.banner = Banner()
        self.asked = Sheet()
        self.found = Sheet()
        self.panes = (
            VerticalScroll(id="left"),
            VerticalScroll(self.asked, id="question"),
            VerticalScroll(self.found, id="findings"),
        )
        for pane in self.panes:
            pane.can_focus = False
        self.sources = SourcePane(ROLES)
        self.word, self.sign = "", ""

    def compose_body(self) -> ComposeResult:
        """Errors above, question and findings on the left or above, passages beside or below."""
        left, question, findings = self.panes
        yield self.banner
        with Container(id="body"):
            with left:
                yield question
                yield findings
            yield self.sources

    def on_mount(self) -> None:
        """Show the first question and keep an eye on the files."""
        self.tell()
        self.sources.first.view.focus(scroll_visible=False)
        self.set_interval(POLL_SECONDS, self.poll)

    def on_resize(self, event: events.Resize) -> None:
        """The lines at the top depend on the room there is."""
        self._tell_top()

    # What is on show

    def tell(self, word: str = "", sign: str = "") -> None:
        """Show everything anew; `word` says quietly what has happened, `sign` in little room."""
        self.word, self.sign = word, sign
        preview = self.preview
        self.set_class(preview.question is None, "-empty")
        if preview.question is not None:
            self.asked.show(list(question_blocks(preview.question, preview.options)))
            self._show_passages()
        self.found.show(list(finding_blocks(preview)))
        self._tell_count()
        self._tell_top()
        self._tell_keys()

    def _show_passages(self) -> None:
        """The passages of the question, or why there are none."""
        found = self.preview.evidence
        if found:
            self.sources.show(found)
        else:
            documents = self.preview.shown.documents.values()
            titles = [document.title for document in documents]
            self.sources.wait(titles, NOTHING_NEAR if titles else NO_DOCUMENTS)

    def _tell_count(self) -> None:
        """The heading of the findings: how many this question has, or else the whole set."""
        preview, pane = self.preview, self.panes[-1]
        found = preview.findings if preview.question else preview.elsewhere
        sign = "" if found else "✓ "
        where = "in this question" if preview.question else "in the set"
        pane.border_title = f" {sign}{findings_text(len(found))} {where} "
        pane.set_class(not found, "-none")

    def _tell_top(self) -> None:
        question, width = self.preview.question, self.size.width
        narrow = width < NARROW
        right = progress_text(
            self.preview, "" if narrow else self.word, self.sign if narrow else ""
        )
        title = [] if narrow and question else [self.preview.shown.title]
        name = [question.id] if question else []
        left = shorten([*title, *name], width - right.cell_length - 3)
        self.title_line.tell(one_line(left, "bold"), right)
        self._tell_banner()

    def _tell_banner(self) -> None:
        """What is wrong with the set as a whole; without any question, that is listed below."""
        preview = self.preview
        if preview.question is None:
            self.banner.tell(NONE_SOUND, (), 0)
            return
        low = self.size.height < LOW
        word = BROKEN if preview.kept else LEFT_OUT if preview.latest.broken else ""
        self.banner.tell("" if low else word, preview.errors, 1 if low else 3)

    def _tell_keys(self) -> None:
        """The keys that do something now."""
        names = ["edit", "leave", "help"]
        if self.preview.question is not None:
            passages = ["next_passage"] if self.sources.pages > 1 else []
            drafts = ["accept", "decline"] if self.preview.question.draft else []
            drafts = drafts if self.sources.pages else drafts[1:]
            walk = ["next_draft"] if self.preview.left else ["previous", "next_finding"]
            names[:0] = [*drafts, *passages, "next", *walk]
            names.insert(-2, "open_document")
        self.show_keys(names, {"next_finding": "Finding", "next_passage": "Passage"})

    def _turn(self, moved: bool, otherwise: str) -> None:
        """Show another question from its top, or say why there is none."""
        self.tell("" if moved else otherwise)
        if moved:
            for pane in self.panes:
                pane.scroll_home(animate=False)

    # Keys

    def action_next(self) -> None:
        """Show the next question."""
        self._turn(self.preview.step(1), "the last question")

    def action_previous(self) -> None:
        """Show the question before."""
        self._turn(self.preview.step(-1), "the first question")

    def action_first(self) -> None:
        """Show the first question."""
        self._turn(self.preview.go(0), "the first question")

    def action_last(self) -> None:
        """Show the last question."""
        self._turn(self.preview.go(len(self.preview.shown.questions)), "the last question")

    def action_next_finding(self) -> None:
        """Show the next question with a finding."""
        self._jump(1)

    def action_previous_finding(self) -> None:
        """Show the question before with a finding."""
        self._jump(-1)

    def _jump(self, by: int) -> None:
        here = bool(self.preview.findings)
        moved = self.preview.jump(by)
        self._turn(moved, "no other question has findings" if here else "no question has findings")
        if moved or here:
            self.call_after_refresh(self.call_after_refresh, self._bring_findings_up)

    def _bring_findings_up(self) -> None:
        self.panes[-1].scroll_visible(animate=False, top=True, force=True, immediate=True)

    def action_next_passage(self) -> None:
        """Show the next passage."""
        self.sources.step(1)

    def action_previous_passage(self) -> None:
        """Show the passage before."""
        self.sources.step(-1)

    def action_accept(self) -> None:
        """Let the passage on show prove the draft, and go on to the next one."""
        shown = self.sources.spread[0] if self.sources.spread else None
        if not self._decides() or shown is None or shown.role is not Role.PROPOSED:
            return
        if shown.passage is None:
            self.tell("this passage is not in the document")
            return
        source = shown.source
        self._decide(lambda: self.preview.accept(source), "accepted")

    def action_decline(self) -> None:
        """Leave the draft without a passage, and go on to the next one."""
        if self._decides():
            self._decide(self.preview.decline, "no passage")

    def action_next_draft(self) -> None:
        """Show the next draft."""
        self._turn(self.preview.next_draft(), "no other draft" if self.preview.left else "no draft")

    def action_undo(self) -> None:
        """Take the last decision back."""
        if (done := self.frame.guarded(self.preview.undo)) is not None:
            self.tell("taken back" if done else "nothing to take back")

    def _decides(self) -> bool:
        """Whether there is a draft to decide about; else that is said."""
        question = self.preview.question
        if question is not None and not question.draft:
            self.tell("this question is no draft")
        return question is not None and question.draft

    def _decide(self, deed: Callable[[], bool], word: str) -> None:
        """Write a decision, and show the next draft if there is one."""
        if not self.frame.guarded(deed):
            return
        self.preview.next_draft()
        left = self.preview.left
        drafts = "1 draft" if left == 1 else f"{left} drafts"
        self._turn(True, "")
        self.tell(f"{word}; {drafts} left" if left else f"{word}; no draft left")

    def action_edit(self) -> None:
        """Open the set in the editor, and look at once what became of it."""
        if self.frame.edit_file(str(self.preview.latest.found.path), self.preview.line):
            self.poll()

    def action_open_document(self) -> None:
        """Read the whole document, the passage marked."""
        from quiz.tui.screens.reader.screen import ReaderScreen

        item = self.sources.spread[0] if self.sources.spread else None
        if item is not None and item.document is not None:
            passages = [item.passage] if item.passage is not None else []
            others = self.preview.shown.documents.values()
            documents = [item.document, *(one for one in others if one is not item.document)]
            pages = [lambda document=document: document for document in documents]
            self.app.push_screen(ReaderScreen(pages, passages=passages))

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit(0)

    def on_key(self, event: events.Key) -> None:
        """Page keys do not reach the document."""
        if event.key in ("pageup", "pagedown"):
            event.stop()
            self._scroll(1 if event.key == "pagedown" else -1)

    def action_down(self) -> None:
        """Scroll what is on the left: the question, then its findings."""
        self._scroll(1)

    def action_up(self) -> None:
        """Scroll back."""
        self._scroll(-1)

    def _scroll(self, pages: int) -> None:
        for pane in self.panes if pages > 0 else reversed(self.panes):
            room = pane.max_scroll_y - pane.scroll_y if pages > 0 else pane.scroll_y
            if room > 0 and pane.size.height:
                lines = pages * max(1, pane.size.height - 2)
                pane.scroll_relative(y=lines, animate=False, force=True)
                return

    # Following the files

    def poll(self) -> None:
        """Show what has changed on disk; called twice a second."""
        word = self.frame.guarded(self.preview.poll)
        if word:
            at = self.sources.index
            self.tell(word, "" if self.preview.kept else RELOADED)
            self.sources.step(at if at < self.sources.pages else 0)
