"""The list at home: a running exam, sessions left open, what to do today, a line for each set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message

from quiz.study.today.overview import Overview, SetRow, Unfinished
from quiz.tui.text import Block, cells, fit, join, one_line, shortened, words
from quiz.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from quiz.study.exams.waiting import WaitingExam

MARKS_FROM = 1000
"""The mark of the line for today; further lines count on from it, and back from it."""

CHOSEN = "$block-cursor-foreground on $block-cursor-background"
TODAY = "Today"
"""The title of the session that the line for today begins."""

NARROW = 64
NOTES = 3
"""Quiet sentences shown at once; one where it is narrow."""


class SetList(Sheet, can_focus=True):
    """Arrows move; the cursor 0 is the line for today, the sets follow it.

    Below 0 are the sessions left open, the latest of them first, above them a running exam.
    """

    DEFAULT_CSS = "SetList { padding: 0 1; }"

    class Moved(Message):
        """Another line is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.overview: Overview | None = None
        self.exam: WaitingExam | None = None
        self.cursor = 0
        self.covered: dict[str, float | None] = {}
        self.day = ""

    def tell(self, now: Overview) -> None:
        """Show other figures; from the line for today, the cursor goes to what was left open."""
        before, self.overview = self.left_open, now
        self.cursor = max(self.first, min(self.cursor, len(now.rows)))
        if self.cursor == 0 and len(now.left_open) > len(before):
            self.cursor = -len(now.left_open)
        self.show(())

    def tell_day(self, day: str) -> None:
        """Say how the day goes."""
        if day != self.day:
            self.day = day
            self.show(())

    def tell_exam(self, exam: WaitingExam | None) -> None:
        """Show a running exam; the cursor goes to a new one, since its clock does not wait."""
        new = exam is not None and self.exam is None
        before, self.exam = self.exam, exam
        self.cursor = self.first if new else max(self.first, self.cursor)
        if _exam_words(before) != _exam_words(exam):
            self.show(())

    @property
    def left_open(self) -> tuple[Unfinished, ...]:
        """The sessions that can be gone on with, the latest first."""
        return self.overview.left_open if self.overview else ()

    @property
    def first(self) -> int:
        """The cursor on the first line."""
        return -len(self.left_open) - (self.exam is not None)

    @property
    def at_exam(self) -> bool:
        """Whether the cursor is on the line of a running exam."""
        return self.exam is not None and self.cursor == self.first

    @property
    def session(self) -> Unfinished | None:
        """The session left open that the cursor is on."""
        place = len(self.left_open) + self.cursor
        return self.left_open[place] if self.cursor < 0 <= place else None

    def cover(self, set_id: str, share: float | None) -> None:
        """Fill in how much of its documents a set asks."""
        self.covered[set_id] = share
        self.show(())

    @property
    def row(self) -> SetRow | None:
        """The chosen set; None on the line for today."""
        rows = self.overview.rows if self.overview else ()
        return rows[self.cursor - 1] if 0 < self.cursor <= len(rows) else None

    @property
    def deed(self) -> str:
        """What Enter does on the chosen line."""
        if self.row is not None:
            return "Study this set"
        if self.exam is not None and self.at_exam:
            return "Go on" if self.exam.left_ms else "See the result"
        return "Go on" if self.session is not None else "Start"

    def move_to(self, cursor: int) -> None:
        """Choose a line and bring it into view."""
        last = len(self.overview.rows) if self.overview else 0
        self.cursor = max(self.first, min(last, cursor))
        self.show(())
        self.post_message(self.Moved())
        self.call_after_refresh(self.reveal, MARKS_FROM + self.cursor)

    def on_key(self, event: events.Key) -> None:
        """Arrows, Home and End."""
        last = len(self.overview.rows) if self.overview else 0
        places = {"up": self.cursor - 1, "down": self.cursor + 1, "home": self.first, "end": last}
        if event.key in places:
            event.stop()
            event.prevent_default()
            self.move_to(places[event.key])

    def blocks(self, width: int) -> Sequence[Block]:
        """All lines at a width."""
        return list(self._lines(width)) if self.overview else []

    def _lines(self, width: int) -> Iterator[Block]:
        assert self.overview is not None
        if self.exam is not None:
            text, detail = _exam_words(self.exam)
            yield self._line(self.first, two_ends(text, detail, width - 2), width)
        for number, one in enumerate(self.left_open, -len(self.left_open)):
            yield self._line(number, two_ends(*going_on_words(one), width - 2), width)
        text, detail = now_words(self.overview)
        line = join(Content.styled(text, "bold"), "  ", one_line(detail))
        fits = line.cell_length <= width - 2
        yield self._line(0, line if fits else Content.styled(text, "bold"), width)
        if not fits:
            yield Block(words(detail), Content("  "))
        notes = self.overview.notes
        for note in notes[:1] if width < NARROW else notes[:NOTES]:
            yield Block(words(note, "$foreground-muted"), Content("  "))
        if self.day:
            yield Block(words(self.day, "$foreground-muted"), Content("  "))
        yield Block(Content(""))
        if not self.overview.rows:
            yield from _empty()
            return
        yield Block(Content.styled(heading(width), "$foreground-muted"))
        for number, row in enumerate(self.overview.rows, 1):
            yield self._line(number, set_line(row, width - 2, self.covered), width)
        if self.row is not None:
            yield Block(Content(""))
            if cells(self.row.entry.title) > width - 2 - figures_width(width):
                yield Block(words(self.row.entry.title, "bold"), Content("  "))
            yield from about(self.row)

    def _line(self, number: int, text: Content, width: int) -> Block:
        chosen = number == self.cursor
        lead = Content.styled("▸ ", "bold $text-accent") if chosen else Content("  ")
        line = fit(text, width - 2)
        return Block(line, lead, style=CHOSEN if chosen else "", mark=MARKS_FROM + number)


def _exam_words(exam: WaitingExam | None) -> tuple[str, str]:
    """What there is to do about a running exam, and a detail."""
    if exam is None:
        return "", ""
    from quiz.study.exams.waiting import waiting_words

    return waiting_words(exam)


def two_ends(text: str, detail: str, width: int) -> Content:
    """A title that gives way, and a detail that is always in view."""
    room = max(8, width - len(detail) - 2)
    title = shortened(one_line(text, "bold"), room)
    return join(title, Content(f"  {detail}"))


def going_on_words(left: Unfinished) -> tuple[str, str]:
    """What there is to do about a session left open, and how far it is."""
    title = "your session" if left.record.title in ("", TODAY) else left.record.title
    return f"Go on with {title}", f"question {left.place} of {left.total}"


def now_words(now: Overview) -> tuple[str, str]:
    """What to do now, and a detail."""
    parts = [f"{now.due} due"] if now.due else []
    parts += [f"{now.new} new"] if now.new else []
    if parts:
        return f"Study {' and '.join(parts)}", f"about {now.minutes} min"
    if now.used_up:
        return "Done for today", "your minutes are used; the rest waits until tomorrow"
    if any(row.total for row in now.rows if row.entry.ok):
        return "Done for today", "come back tomorrow, or ask a whole set"
    return "Nothing to study yet", ""


def heading(width: int) -> str:
    """The names of the columns."""
    return (
        "  "
        + "Set".ljust(max(8, width - 2 - figures_width(width)))
        + _columns(width, "due", "new", "known", "covered")
    )


def figures_width(width: int) -> int:
    """Columns taken by figures."""
    return 12 if width < NARROW else 30


def set_line(row: SetRow, width: int, covered: dict[str, float | None]) -> Content:
    """A set: title and figures, or its first error."""
    room = max(8, width - figures_width(width + 2))
    title = row.entry.title or row.entry.path.name
    if not row.entry.ok:
        problem = row.entry.problems[0]
        where = ":".join(str(n) for n in (problem.line, problem.column) if n is not None)
        text = f"✗ {row.entry.path.name}:{where} {problem.message}"
        return one_line(text, "$text-error")
    share = covered.get(row.entry.id)
    known = f"{round(100 * row.known / row.total)} %" if row.total else "–"
    figures = _columns(
        width + 2,
        str(row.due) if row.due else "·",
        str(row.new) if row.new else "·",
        known,
        f"{int(100 * share)} %" if share is not None else "…",
    )
    return join(fit(one_line(title), room), Content(figures))


def _columns(width: int, due: str, new: str, known: str, covered: str) -> str:
    if width < NARROW:
        return f"{due:>6}{new:>6}"
    return f"{due:>6}{new:>7}{known:>8}{covered:>9}"


def about(row: SetRow) -> Iterator[Block]:
    """What the chosen set is about, or all that is wrong with it."""
    if row.entry.ok:
        yield Block(
            words(row.entry.description or "No description.", "$foreground-muted"), Content("  ")
        )
        if row.exam is not None:
            from quiz.study.today.notes import exam_line

            yield Block(Content(exam_line(*row.exam)), Content("  "))
        return
    yield Block(words(str(row.entry.path), "bold"), Content("  "))
    for problem in row.entry.problems[:20]:
        where = f"{problem.line or 1}:{problem.column or 1}"
        yield Block(words(problem.message), Content.styled(f"  {where:<8}", "$text-error"))
        if problem.hint:
            yield Block(words(problem.hint, "$foreground-muted"), Content(" " * 10))


def _empty() -> Iterator[Block]:
    yield Block(Content("There is no question set here yet."), Content("  "))
    yield Block(
        Content.styled(
            "Put a folder with a .yaml set and its documents into ./questions, or name its path: "
            "quiz study PATH",
            "$foreground-muted",
        ),
        Content("  "),
    )
