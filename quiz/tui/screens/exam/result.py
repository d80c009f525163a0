"""How an exam went, and question by question the way to its proof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content

from quiz.study.common.evidence import Role
from quiz.study.exams.judging import NearMiss, judge, near_misses, take_back
from quiz.study.exams.result import ExamResult
from quiz.study.exams.wording import ASKING, when_text
from quiz.study.sitting.wording import side_by_side
from quiz.tui.actions import bindings
from quiz.tui.screens.exam import examining
from quiz.tui.screens.exam.result_sheet import ResultSheet
from quiz.tui.screens.exam.result_text import head_blocks, share_blocks
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.text import Block, one_line
from quiz.tui.widgets.sheet import Sheet


class HeadSheet(Sheet):
    """The score and what is behind it."""

    def __init__(self, result: ExamResult, notice: str) -> None:
        super().__init__(id="head")
        self.result, self.notice = result, notice

    def blocks(self, width: int) -> Sequence[Block]:
        """The lines."""
        return list(head_blocks(self.result, self.notice))


class ShareSheet(Sheet):
    """The score by document and tag."""

    def __init__(self, result: ExamResult) -> None:
        super().__init__(id="shares")
        self.result = result

    def blocks(self, width: int) -> Sequence[Block]:
        """The lines."""
        return list(share_blocks(self.result, width))


class ExamResultScreen(FramedScreen):
    """Tells an exam's result. `aside`: it is looked at again, and the way back is one step."""

    room = "exam_result"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_result")
    DEFAULT_CSS = """
    ExamResultScreen > VerticalScroll { height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; }
    ExamResultScreen #head { margin: 0 0 1 0; }
    ExamResultScreen #parts { height: auto; }
    ExamResultScreen #questions { margin: 0 0 1 0; }
    ExamResultScreen.-low #head { margin: 0; }
    ExamResultScreen.-wide #parts { layout: horizontal; }
    ExamResultScreen.-wide #questions { width: 3fr; margin: 0 3 0 0; }
    ExamResultScreen.-wide #shares { width: 2fr; }
    ExamResultScreen.-low > VerticalScroll { padding: 0 1; }
    """

    def __init__(self, result: ExamResult, notice: str = "", *, aside: bool = False) -> None:
        super().__init__()
        self.result = result
        self.aside = aside
        self.head = HeadSheet(result, notice)
        self.shares = ShareSheet(result)
        self.sheet = ResultSheet(result)
        self._decided: list[NearMiss] = []

    def compose_body(self) -> ComposeResult:
        """The score, then questions and shares, side by side where there is room."""
        box = VerticalScroll(self.head, Container(self.sheet, self.shares, id="parts"))
        box.can_focus = False
        yield box

    def on_mount(self) -> None:
        """Show the result from its beginning."""
        self.sheet.focus(scroll_visible=False)
        record = self.result.record
        when = when_text(record, self.quiz.workspace.offset_min())
        title = one_line(f"Exam: {record.title}", "bold")
        self.title_line.tell(title, Content.styled(when, "$foreground-muted"))
        self._tell_keys()
        self.call_after_refresh(self.call_after_refresh, self._begin)

    def _begin(self) -> None:
        """The chosen row is on screen; then what is to be decided."""
        if self.is_attached and self.is_current:
            if not self.sheet.in_view:
                self.sheet.reveal(self.sheet.cursor)
            self.action_near()

    def _tell_keys(self) -> None:
        labels = {"wrong": "All" if self.sheet.only_wrong else "Only wrong"}
        labels["back"] = "Back" if self.aside else "Home" if self.quiz.has_home else "Quit"
        missed = ["wrong", "retry"] if self.result.missed else []
        near = ["near"] if next(near_misses(self.result), None) else []
        undo = ["undo"] if self._decided else []
        self.show_keys(["go", *near, *undo, *missed, "help", "back"], labels)

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click on a question."""
        self.sheet.move_to(message.mark)
        self.action_go()

    def action_go(self) -> None:
        """See the chosen question; one that is not on screen comes into view first."""
        from quiz.tui.screens.exam.answer import ExamAnswerScreen

        if not self.sheet.in_view:
            self.sheet.move_to(self.sheet.cursor)
        elif self.sheet.index is not None:
            self.app.push_screen(ExamAnswerScreen(self.result, self.sheet))

    def action_near(self) -> None:
        """Ask about the near misses that wait, one after another; Escape puts them off."""
        found = next(near_misses(self.result), None)
        if found is not None:
            self._ask_near(found, ())

    def _ask_near(self, found: NearMiss, said: tuple[bool, ...]) -> None:
        """Ask about a part of a near miss; `said` is what was said of those before it."""
        from quiz.tui.dialogs.ask import AskScreen

        part = found.judgement.grade.parts[found.judgement.parts[len(said)]]
        lines = side_by_side(part, f" ({part.label})" if part.label else "")
        texts = [found.question.stem, *(f"{line.label}: {line.text}" for line in lines)]
        if self.has_class("-high"):  # beside the passage, where there is room for it
            proofs = [item for item in found.judgement.evidence if item.role is Role.PROOF]
            texts += [item.citation for item in proofs[:2]]
        asked = AskScreen(ASKING, texts, "counts it", "does not", easy=False, later="asks later")
        self.app.push_screen(asked, lambda yes: self._near_said(found, said, yes))

    def _near_said(self, found: NearMiss, said: tuple[bool, ...], yes: bool | None) -> None:
        if yes is None:
            return
        said = (*said, yes)
        if len(said) < len(found.judgement.parts):
            self._ask_near(found, said)
        elif self.quiz.guarded(lambda: self._keep_near(found, said)) is not None:
            self._decided.append(found)
            self._tell_again()
            self.action_near()

    def action_undo(self) -> None:
        """Take back what was last said of a near miss, and ask again."""
        if not self._decided:
            self.notify("Nothing was said of a near miss here.", timeout=4)
            return
        found = self._decided[-1]
        if self.quiz.guarded(lambda: take_back(self.result, found)) is not None:
            self._decided.pop()
            self._tell_again()
            self._ask_near(found, ())

    def _tell_again(self) -> None:
        self.head.show(())
        self.shares.show(())
        self.sheet.show(())
        self._tell_keys()

    def _keep_near(self, found: NearMiss, said: tuple[bool, ...]) -> bool:
        right = dict(zip(found.judgement.parts, said, strict=True))
        count = len(found.judgement.grade.parts)
        return judge(self.result, found, [right.get(i, False) for i in range(count)])

    def action_wrong(self) -> None:
        """List only what was not right, or all."""
        self.sheet.filter(only_wrong=not self.sheet.only_wrong)
        self._tell_keys()

    def action_retry(self) -> None:
        """Study what was not right."""
        examining.retry_missed(self.quiz, self.result)

    def action_back(self) -> None:
        """Home, or back to where this was looked up."""
        if self.aside:
            self.quiz.go_back()
        else:
            self.quiz.go_home()
