"""The way between home, sessions, exams, documents and searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.binding import BindingType
from textual.screen import Screen

from quiz.study.common.workspace import Workspace
from quiz.tui.actions import bindings
from quiz.tui.apps.saving import Saving

if TYPE_CHECKING:
    from quiz.core.documents.document import Document
    from quiz.core.memory.records import SessionRecord
    from quiz.core.questions.hints import LookedUp
    from quiz.core.text.passages import Passage
    from quiz.study.common.request import Request
    from quiz.study.common.wish import Wish
    from quiz.study.exams.exam import Exam
    from quiz.study.exams.result import ExamResult
    from quiz.study.sitting.looking_back import EarlierAnswers
    from quiz.study.sitting.study import Study
    from quiz.study.today.overview import Unfinished

FirstScreen: TypeAlias = Callable[["LearnerApp"], Screen[None]]
NOTHING_TO_DO = "Nothing is left for today. A whole set can still be asked: choose it."


class LearnerApp(Saving):
    """What screens ask of the app over one workspace; its heir makes the screens."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("quiz")
    rooms: ClassVar[tuple[str, ...]] = ("quiz", "app")

    def __init__(
        self, workspace: Workspace, study: Study | None = None, *, first: FirstScreen | None = None
    ) -> None:
        super().__init__(workspace.settings)
        self.workspace = workspace
        self._study = study
        self._first = first
        if workspace.history.warning is not None:
            self.troubles.append(str(workspace.history.warning))

    def get_default_screen(self) -> Screen[None]:
        """Home, or at once the session or screen that the command line asked for."""
        if self._study is not None:
            return self.session_screen(self._study)
        if self._first is not None:
            return self._first(self)
        return self.home_screen()

    # The screens

    def home_screen(self) -> Screen[None]:
        """The first screen, where nothing else was asked for."""
        raise NotImplementedError

    def session_screen(self, study: Study) -> Screen[None]:
        """The screen for a study."""
        raise NotImplementedError

    def exam_screen(self, exam: Exam) -> Screen[None]:
        """The screen for a running exam."""
        raise NotImplementedError

    def result_screen(self, result: ExamResult, notice: str = "") -> Screen[None]:
        """The screen for an exam that is over."""
        raise NotImplementedError

    def reader_screen(
        self, set_id: str, key: str, passages: Sequence[Passage], *, marks: bool, aside: bool
    ) -> Screen[None]:
        """The screen for a document; raises QuizError where it cannot be read."""
        raise NotImplementedError

    def search_screen(self) -> Screen[None]:
        """The screen for a search."""
        raise NotImplementedError

    def notes_screen(self) -> Screen[None]:
        """The screen that lists the learner's notes."""
        raise NotImplementedError

    def choosing_screen(
        self, wish: Wish, done: Callable[[Wish], None] | None = None
    ) -> Screen[None]:
        """The screen that chooses questions, beginning with a wish; what it asks, or `done`."""
        raise NotImplementedError

    def look_back_screen(self, answers: EarlierAnswers) -> Screen[None]:
        """The screen for earlier answers, at the last of them."""
        raise NotImplementedError

    # What screens ask of the app

    def start(self, request: Request, title: str = "") -> None:
        """Open a new session in place of the current screen, or say that there is none to have.

        While others are left open, ask first: none of them is thrown away without a word.
        """
        from quiz.study.today.overview import left_open

        again = partial(self.start, request, title)
        waiting = self.guarded(lambda: left_open(self.workspace), again)
        if waiting is None:
            return
        touched = [one for one in waiting if one.touched]
        if touched:
            self._ask_about(touched, request, title)
        else:
            self.begin(request, title)

    def _ask_about(self, waiting: Sequence[Unfinished], request: Request, title: str) -> None:
        from quiz.study.sitting.begin import asked_by
        from quiz.tui.dialogs.left_open import LeftOpenScreen, Way
        from quiz.tui.widgets.set_list import going_on_words

        same = next((one for one in waiting if asked_by(one.record, request)), None)
        left = same or waiting[0]

        def chosen(way: Way | None) -> None:
            if way is Way.GO_ON:
                self.resume(left.record)
            elif way is not None:
                self.begin(request, title, instead=left.record if way is Way.ANEW else None)

        texts = [": ".join(going_on_words(left)).removeprefix("Go on with ").capitalize()]
        if same is None and len(waiting) > 1:
            texts.append(f"{len(waiting) - 1} more wait; the first screen lists them.")
        self.push_screen(LeftOpenScreen(texts, same=same is not None), chosen)

    def begin(
        self, request: Request, title: str = "", *, instead: SessionRecord | None = None
    ) -> None:
        """Begin a session without asking; `instead` is one that ends with it."""
        from quiz.study.sitting.begin import begin

        study = self.guarded(
            lambda: begin(self.workspace, request, title=title, instead=instead) or NOTHING_TO_DO,
            again=partial(self.begin, request, title, instead=instead),
        )
        if isinstance(study, str):
            self.notify(study, timeout=6)
        elif study is not None:
            self.show(self.session_screen(study))

    def resume(self, record: SessionRecord) -> None:
        """Go on with a session in place of the current screen."""
        from quiz.study.sitting.study import Study

        again = partial(self.resume, record)
        study = self.guarded(lambda: Study.resume(self.workspace, record), again)
        if study is not None:
            self.show(self.session_screen(study))

    def show(self, screen: Screen[None]) -> None:
        """Show a screen in place of the current one; the first screen stays below."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    @property
    def has_home(self) -> bool:
        """Whether there is a home to go to; not when the command line asked for a screen."""
        return self._study is None and self._first is None

    def go_home(self) -> None:
        """Back to the first screen; out of the program if that is no home to go to."""
        if not self.has_home:
            self.exit(0)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def go_back(self) -> None:
        """Back to the screen below; out of the program if there is none."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(0)

    def leave_study(self, study: Study) -> None:
        """Out of a session: one held aside is over, and goes back to where it was opened."""
        if not study.record.aside:
            self.go_home()
            return
        if self.guarded(study.finish, partial(self.leave_study, study)):
            self.go_back()

    def open_document(
        self,
        set_id: str,
        key: str,
        passages: Sequence[Passage] = (),
        *,
        marks: bool = True,
        aside: bool = True,
    ) -> None:
        """Read a document of a set, at the first of the passages; the way back is where one was.

        `marks` shows what is asked about it, `aside` allows to answer that there.
        """
        reader = self.guarded(
            lambda: self.reader_screen(set_id, key, passages, marks=marks, aside=aside)
        )
        if reader is not None:
            self.push_screen(reader)

    def sees(self, document: Document, seen: Passage) -> None:
        """A part of a document is shown: questions waiting below hear of it, since it may help."""
        for screen in self.screen_stack[:-1]:
            hears = getattr(screen, "hears_of", None)
            if hears is not None:
                hears(document, seen)

    def looks_up(self, what: LookedUp) -> None:
        """Something is looked up: questions waiting below hear of it."""
        for screen in self.screen_stack:
            look_up = getattr(screen, "look_up", None)
            if look_up is not None:
                look_up(what)

    def look_back(self, uids: Sequence[str], title: str) -> None:
        """See every answer given to some questions, beginning with the last; nothing changes."""
        from quiz.study.sitting.looking_back import of_questions

        answers = self.guarded(lambda: of_questions(self.workspace, uids, title))
        if answers is not None and answers.count:
            self.push_screen(self.look_back_screen(answers))
        elif answers is not None:
            self.notify("Nothing of this was answered yet.", timeout=4)

    def choose_questions(self, wish: Wish) -> None:
        """Choose what to be asked, beginning with a wish."""
        self.push_screen(self.choosing_screen(wish))

    def ask_aside(self, uids: Sequence[str], title: str) -> None:
        """Ask just these questions, due or not, and come back here when that ends or is left.

        The answers are ordinary scheduled reviews; an unfinished session stays open meanwhile.
        """
        from quiz.core.questions.hints import LookedUp
        from quiz.study.sitting.begin import begin_aside

        questions = tuple(dict.fromkeys(uids))
        waiting = {getattr(screen, "waiting_uid", "") for screen in self.screen_stack}
        if waiting & set(questions):  # its verdict tells the answer
            self.looks_up(LookedUp.PASSAGE)
        if not questions:
            self.notify("There is no question to ask here.", timeout=4)
            return
        again = partial(self.ask_aside, uids, title)
        study = self.guarded(lambda: begin_aside(self.workspace, questions, title=title), again)
        if study is not None:
            self.push_screen(self.session_screen(study))

    def watch_theme(self, theme: str) -> None:
        """Remember the colours, however they were chosen."""
        if self.is_running and theme != (self.workspace.settings.theme or "textual-dark"):
            self.workspace.settings = self.workspace.settings._replace(theme=theme)
            self.guarded(self.workspace.keep_settings)

    def action_search(self) -> None:
        """Search, unless a screen keeps its books closed."""
        if any(getattr(screen, "closed_book", False) for screen in self.screen_stack):
            self.notify("There is no searching in an exam.", timeout=4)
        elif getattr(self.screen, "room", "") != "search":
            from quiz.core.questions.hints import LookedUp

            self.looks_up(LookedUp.SECTION)
            self.push_screen(self.search_screen())

    def action_leave(self) -> None:
        """Quit; where that has a price, only after asking."""
        if getattr(self.screen, "leave_note", ""):
            self.ask_to_leave()
        else:
            super().action_leave()

    def edit(self, uid: str) -> bool:
        """Open a question's set in the editor at its line; whether that worked."""
        path, line = self.workspace.library.place(uid)
        return self.edit_file(str(path), line)
