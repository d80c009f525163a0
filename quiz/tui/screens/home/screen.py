"""Home: what to do now, and the sets."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer

from quiz.store.settings.settings import day_of
from quiz.study.common.request import Request
from quiz.study.today.overview import Overview, overview
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.widgets.set_list import MARKS_FROM, TODAY, SetList, going_on_words
from quiz.tui.widgets.sheet import Sheet

LOOK_AT_DAY = 30.0
"""Seconds between two looks whether a new study day has begun."""
LOOK_AT_EXAM = 5.0
"""Seconds between two looks at how much time a running exam has left."""


class HomeScreen(FramedScreen):
    """Lists the sets under one line that says what to do now."""

    room = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings("home")
    DEFAULT_CSS = """
    HomeScreen #list { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    HomeScreen.-low #list { padding: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.list = SetList()
        self.now: Overview | None = None
        self.day_shown: int | None = None
        self._watching: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """The list."""
        box = VerticalScroll(self.list, id="list")
        box.can_focus = False
        yield box

    def on_mount(self) -> None:
        """The arrows move in the list; a day that begins is seen."""
        self.list.focus()
        self.set_interval(LOOK_AT_DAY, self.look_at_day)

    def on_screen_resume(self) -> None:
        """Look at what there is to do, at first and after every other screen."""
        self.look()

    def look(self) -> None:
        """Read history and library again and show them."""
        self.now = self.quiz.guarded(lambda: overview(self.quiz.workspace), self.look)
        if self.now is None:
            return
        self.day_shown = self.quiz.workspace.today
        self.list.tell(self.now)
        self.look_at_exam()
        date = self.quiz.workspace.clock()
        self.title_line.tell(
            Content.styled("Citequiz", "bold $text-accent"),
            Content.styled(f"{date:%a} {date.day} {date:%b %Y}", "$foreground-muted"),
        )
        self.show_row_keys()
        self.call_after_refresh(self._tell_day)

    def look_at_day(self) -> None:
        """Show what is due on a new study day, once it has begun."""
        if self.is_current and self.day_shown != self.quiz.workspace.today:
            self.look()

    def look_at_exam(self) -> None:
        """Show how much time a running exam has left, if there is one."""
        from quiz.study.exams.waiting import waiting_exam

        if self.is_current:
            self.list.tell_exam(self.quiz.guarded(lambda: waiting_exam(self.quiz.workspace)))
            if self.list.exam is not None and self._watching is None:
                self._watching = self.set_interval(LOOK_AT_EXAM, self.look_at_exam)

    def show_row_keys(self) -> None:
        """The keys that do something on the chosen line."""
        row = self.list.row
        labels = {"go": self.list.deed}
        if row is None:
            names = ["go", *(["drop"] if self.list.session else []), "search", "choose"]
            names += ["exam"]
        elif row.entry.ok:
            names = ["go", "search", "all", "choose", "read", "exam", "cram", "exam_date", "edit"]
        else:
            names = ["edit", "search"]
        self.show_keys([*names, "stats", "notes", "settings", "leave", "help"], labels)

    def _tell_day(self) -> None:
        """Look at the day once the rest is painted; then at coverage."""
        from quiz.study.today.day import day_line, the_day

        now, workspace = self.now, self.quiz.workspace
        if now is None or not self.is_current:
            return
        day = self.quiz.guarded(lambda: the_day(workspace, now.waiting))
        if day is not None:
            self.list.tell_day(day_line(day))
        self.call_after_refresh(self._work_out_coverage, 0)

    def _work_out_coverage(self, index: int) -> None:
        """Work out coverage set by set, when there is time between two frames."""
        from quiz.study.reading.coverage import coverage

        if self.now is None or not self.is_current or index >= len(self.now.rows):
            return
        entry = self.now.rows[index].entry
        if entry.ok and entry.id not in self.list.covered:
            share = self.quiz.guarded(lambda: coverage(self.quiz.workspace.library, entry))
            self.list.cover(entry.id, share)
        self.call_after_refresh(self._work_out_coverage, index + 1)

    def on_set_list_moved(self, message: SetList.Moved) -> None:
        """Other keys fit another line."""
        self.show_row_keys()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click moves to a line; a second one does what it says."""
        place = message.mark - MARKS_FROM
        if place == self.list.cursor:
            self.action_go()
        else:
            self.list.move_to(place)

    def action_go(self) -> None:
        """Resume, start what is due, or study the chosen set."""
        row, exam, session = self.list.row, self.list.exam, self.list.session
        if exam is not None and self.list.at_exam:
            from quiz.tui.screens.exam.examining import resume_exam

            resume_exam(self.quiz, exam.record)
        elif session is not None:
            self.quiz.resume(session.record)
        elif row is None:
            self.quiz.start(Request(), TODAY)
        elif row.entry.ok:
            self.quiz.start(Request(sets=(row.entry.id,)), row.entry.title)

    def action_drop(self) -> None:
        """End the chosen session, after asking."""
        left = self.list.session
        if left is None:
            self.notify("Choose a session that you left open.", timeout=3)
            return
        from quiz.tui.dialogs.ask import AskScreen

        title, place = going_on_words(left)
        details = [
            f"{title.removeprefix('Go on with ')}: {place}.",
            "Its answers are kept; the rest is not asked.",
        ]
        asked = AskScreen("End this session?", details, "ends it", "keeps it", easy=False)
        self.app.push_screen(asked, lambda yes: self._end(left.record.uid) if yes else None)

    def _end(self, uid: str) -> None:
        workspace = self.quiz.workspace

        def ended() -> bool:
            workspace.history.finish(uid, workspace.now_ms())
            return True

        if self.quiz.guarded(ended, lambda: self._end(uid)):
            self.look()

    def action_all(self) -> None:
        """Ask the whole chosen set."""
        self._start_chosen(all_=True)

    def action_cram(self) -> None:
        """Cram the chosen set."""
        self._start_chosen(cram=True)

    def _start_chosen(self, *, all_: bool = False, cram: bool = False) -> None:
        row = self.list.row
        if row is None:
            self.notify("Choose a set first.", timeout=3)
        elif row.entry.ok:
            self.quiz.start(Request(sets=(row.entry.id,), all=all_, cram=cram), row.entry.title)

    def action_choose(self) -> None:
        """Choose what to be asked, from the chosen set or from all."""
        from quiz.study.common.wish import Wish

        row = self.list.row
        sets = (row.entry.id,) if row is not None and row.entry.ok else ()
        self.quiz.choose_questions(Wish(sets))

    def action_notes(self) -> None:
        """List the notes."""
        self.app.push_screen(self.quiz.notes_screen())

    def action_read(self) -> None:
        """Read the chosen set's documents."""
        row = self.list.row
        if row is None or not row.entry.ok:
            self.notify("Choose a set first.", timeout=3)
            return
        self.quiz.open_document(row.entry.id, next(iter(row.entry.documents), ""))

    def action_edit(self) -> None:
        """Open the chosen set in the editor, at its first error."""
        row = self.list.row
        if row is None:
            self.notify("Choose a set first.", timeout=3)
            return
        line = (row.entry.problems[0].line or 1) if row.entry.problems else 1
        if self.quiz.edit_file(str(row.entry.path), line):
            self.quiz.guarded(lambda: self.quiz.workspace.library.reload(row.entry.id))
            self.list.covered.clear()
            self.look()

    def action_exam(self) -> None:
        """Set up an exam, on the chosen set or on all."""
        from quiz.tui.screens.exam.setup import ExamSetupScreen

        row = self.list.row
        if row is not None and not row.entry.ok:
            self.notify("This set has errors; it cannot be examined.", timeout=4)
        else:
            self.app.push_screen(ExamSetupScreen(row.entry.id if row is not None else ""))

    def action_exam_date(self) -> None:
        """Say when the exam on the chosen set is."""
        row = self.list.row
        if row is None or not row.entry.ok:
            self.notify("Choose a set first.", timeout=3)
            return
        from quiz.tui.screens.exam.date import ExamDateScreen

        workspace, set_id = self.quiz.workspace, row.entry.id

        def keep(day: date | None) -> None:
            self.quiz.guarded(lambda: workspace.keep_exam_date(set_id, day))
            self.look()

        today = date.fromordinal(workspace.today)
        exam = workspace.settings.exam_dates.get(set_id)
        screen = ExamDateScreen(row.entry.title, today, exam)
        self.app.push_screen(screen, lambda typed: None if typed is None else keep(day_of(typed)))

    def action_stats(self) -> None:
        """Show the statistics; an exam on the chosen set is what What if begins with."""
        from quiz.tui.screens.statistics.screen import StatsScreen

        row = self.list.row
        self.app.push_screen(StatsScreen(row.entry.id if row is not None else ""))

    def action_leave(self) -> None:
        """Quit."""
        self.quiz.action_leave()

    def action_settings(self) -> None:
        """Change the settings."""
        from quiz.tui.screens.settings.screen import SettingsScreen

        self.app.push_screen(SettingsScreen())
