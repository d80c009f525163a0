"""The reader: a document with its outline, search in it, and mastery drawn on the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from quiz.core.documents.document import Document, Passage, Section
from quiz.core.memory.mastery import Marked, passage_after
from quiz.errors import QuizError
from quiz.study.common.workspace import Workspace
from quiz.study.reading.reading import section_at
from quiz.tui.actions import bindings
from quiz.tui.screens.reader.choice_list import ListScreen
from quiz.tui.screens.reader.own import OwnReader
from quiz.tui.screens.reader.text import question_count, question_line
from quiz.tui.screens.reader.view import Page
from quiz.tui.widgets.row_list import RowList

NO_PASSAGE = "No passage that questions stand on is in view; → goes to the next one."


class ReaderScreen(OwnReader):
    """Shows documents one at a time; on their passages, their questions can be answered."""

    room = "reader"
    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")

    def show_reader_keys(self) -> None:
        """The keys that do something now."""
        labels: dict[str, str] = {}
        here = self.passage
        if self.finding:
            self.key_bar.show([("Enter", "Keep", "next_match"), ("Esc", "Cancel", "back")])
            return
        if self.picking:
            self.key_bar.show(self.own_keys())
            return
        if self.outline.has_focus:
            self.key_bar.show([("Enter", "Go there", "go_there"), ("Esc", "Text", "back")])
            return
        names = ["next_match", "previous_match"] if self.found else []
        names += ["back"] if self.matches else []
        if self.reading is not None and self.reading.marked:
            names += ["questions"] if here else []
            names += ["next_passage", *(["test", "choose"] if self.aside else [])]
            if here:
                labels["questions"] = question_count(len(here.questions)).capitalize()
        names += ["mark"] if self.marks else []
        names += ["find", *([] if self.matches else ["back"])]
        names += ["outline"] if len(self.document.sections) > 1 else []
        names += ["next_document"] if len(self.pages) > 1 else []
        labels["back"] = "End search" if self.matches else "Back"
        self.show_keys([*names, "help"], labels)

    @property
    def passage(self) -> Marked | None:
        """The marked passage that keys are about: the highlighted one, else the first in view."""
        seen = self.in_view()
        chosen = [one for one in seen if one.passage in self.view.passages]
        return next(iter(chosen or seen), None)

    # Passages and their questions

    def action_next_passage(self) -> None:
        """Go to the next passage, after the last to the first."""
        self._step(1)

    def action_previous_passage(self) -> None:
        """Go to the passage before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        marked = self.reading.marked if self.reading else ()
        if not marked:
            return
        chosen = [one for one in self.in_view() if one.passage in self.view.passages]
        if chosen:
            number = marked.index(chosen[0]) + by
        else:
            after = passage_after(marked, self.view.top - 1)
            number = (len(marked) if after is None else after) - (by < 0)
        self._choose(marked[number % len(marked)])

    def _choose(self, one: Marked) -> None:
        self.view.spot([one.passage])
        if not self.view.sees(Passage(max(one.passage.start, one.passage.end - 1), 0)):
            self.view.bring(one.passage)
        self.show_reader_keys()

    def action_questions(self) -> None:
        """List the questions of the passage."""
        here = self.passage
        if here is None:
            if self.reading is not None and self.reading.marked:
                self.notify(NO_PASSAGE, timeout=4)
            return
        self.view.spot([here.passage])
        self._list(here)

    def _list(self, here: Marked) -> None:
        workspace, reading = self.workspace, self.reading
        if workspace is None or reading is None:
            return
        questions = self.frame.guarded(lambda: workspace.library.questions(here.questions))
        if not questions:
            return
        uids, several = list(questions), self.aside and len(questions) > 1

        def row(number: int, width: int) -> Content:
            if number == len(uids):
                return Content.styled(f"Ask all {number} of them", "bold")
            uid = uids[number]
            return question_line(questions[uid].stem, reading.states[uid], width)

        hint = "Enter asks it, Esc closes" if self.aside else "Esc closes"
        title = f" {question_count(len(uids)).capitalize()} on this passage "
        stems = [questions[uid].stem for uid in uids]
        screen = ListScreen(title, f" {hint} ", len(uids) + several, row, details=stems)
        self.app.push_screen(screen, partial(self._ask_chosen, uids))

    def _ask_chosen(self, uids: Sequence[str], number: int | None) -> None:
        if number is None or not self.aside:
            return
        self._ask(uids if number == len(uids) else [uids[number]])

    def action_choose(self) -> None:
        """Choose what to be asked, beginning with the section one is in."""
        if self.workspace is None or not self.aside:
            return
        from quiz.study.common.wish import Wish

        number = section_at(self.document, self.view.top)
        sections = () if number is None else (self.document.sections[number].title,)
        self.keep_place()
        self.quiz.choose_questions(Wish(sections=sections))

    def action_look_back(self) -> None:
        """See the answers to the questions of the passage."""
        here = self.passage
        if here is None or not self.aside:
            self.notify(NO_PASSAGE, timeout=4)
        else:
            self.quiz.look_back(here.questions, "On this passage")

    def action_test(self) -> None:
        """Ask the questions of the section one is in."""
        if self.reading is None or self.workspace is None or not self.aside:
            return
        chosen = [p for p in self.view.passages if self.view.sees(p)]
        at = chosen[0].start if chosen else self.view.top
        number = section_at(self.document, at)
        section = _whole(self.document) if number is None else self.document.sections[number]
        uids = self.reading.questions_in(section, self.workspace.settings.session_limit)
        if uids:
            self._ask(uids, section.title)
        else:
            self.notify(f"No question stands on “{section.title}”.", timeout=4, markup=False)

    def _ask(self, uids: Sequence[str], title: str = "") -> None:
        self.keep_place()
        self.quiz.ask_aside(uids, title or self.document.title)

    def action_page_down(self) -> None:
        """Read on, a page further down."""
        self.view.scroll_page_down(animate=False)

    # Sections

    def action_outline(self) -> None:
        """Choose a section, beside the text or, where there is no room, in its place."""
        if len(self.document.sections) < 2:
            self.notify("This document has no sections.", timeout=3)
        elif self.outline.has_focus:
            self._leave_outline()
        else:
            self.side.add_class("-wanted")
            self.outline.focus()

    def action_go_there(self) -> None:
        """Go to the section under the cursor."""
        self.outline.action_choose()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A section was chosen."""
        self.view.go_to(self.document.sections[message.number].start)
        self._leave_outline()

    def _leave_outline(self) -> None:
        self.side.remove_class("-wanted")
        self.view.focus()

    # Finding words

    def action_find(self) -> None:
        """Ask for words."""
        self.legend.display, self.field.display = False, True
        self.field.value = ""
        self.field.focus()
        self.show_reader_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the first match from here while words are typed."""
        if self.finding:
            self.matches = self.findable.matches(event.value) if event.value.strip() else None
            self._show_match(self.matches.after(self.view.top) if self.matches else None)

    def on_input_submitted(self) -> None:
        """Back to the text; the matches stay."""
        self._end_typing()

    def action_next_match(self) -> None:
        """Go to the next match, after the last to the first."""
        if self.finding:
            self._end_typing()
        elif self.matches is not None:
            at = self.found.end if self.found else self.view.top
            self._show_match(self.matches.after(at))

    def action_previous_match(self) -> None:
        """Go to the match before."""
        if self.matches is not None:
            at = self.found.start if self.found else self.view.top
            self._show_match(self.matches.before(at))

    def _show_match(self, found: Passage | None) -> None:
        self.found = found
        self.view.find(self.matches, found)
        if found is not None and not self.view.sees(found):
            self.view.bring(found)
        self.tell_legend()

    def _end_typing(self) -> None:
        self.field.display = False
        self.view.focus()
        self.tell()

    # Other documents, and the way back

    def action_next_document(self) -> None:
        """Read the set's next document."""
        if len(self.pages) > 1:
            self.frame.guarded(lambda: self.turn_to((self.index + 1) % len(self.pages)))

    def action_back(self) -> None:
        """End a search or leave the outline; then back to where this was opened."""
        if self.matches is not None or self.finding:
            self.matches = None
            self._show_match(None)
            self._end_typing()
        elif self.outline.has_focus:
            self._leave_outline()
        else:
            self.keep_place()
            self._leave()

    def _leave(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit(0)


def _whole(document: Document) -> Section:
    """A document without headings as one section."""
    return Section(document.title, 0, 0, len(document.text), Passage(0, 0))


def reader_of(
    workspace: Workspace,
    set_id: str,
    key: str,
    passages: Sequence[Passage] = (),
    *,
    marks: bool = True,
    aside: bool = True,
) -> ReaderScreen:
    """The reader on one of a set's documents; the others are a key away. Raises QuizError."""
    keys = list(workspace.library.entry(set_id).documents)
    if not keys:
        raise QuizError("the set has no document")
    pages: list[Page] = [partial(workspace.library.document, set_id, one) for one in keys]
    index = keys.index(key) if key in keys else 0
    return ReaderScreen(pages, index, passages, workspace=workspace, marks=marks, aside=aside)
