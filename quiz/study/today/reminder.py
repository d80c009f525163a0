"""What is due, in one line: for a prompt, a status bar, a timer."""

from __future__ import annotations

from typing import NamedTuple

from quiz.study.common.workspace import Workspace
from quiz.study.today.day import the_day
from quiz.study.today.overview import overview


class Reminder(NamedTuple):
    """What there is to do today. `used_up`: today's minutes are over though something waits.

    `new` is how many new questions today still holds, `minutes` about how long the due ones take,
    `tomorrow` what comes due then on top. `answers` were given today, `in_a_row` are days with any.
    """

    due: int
    new: int
    minutes: int
    tomorrow: int
    used_up: bool
    answers: int
    in_a_row: int

    @property
    def calls(self) -> bool:
        """Whether there is something to be reminded of."""
        return self.due > 0 and not self.used_up


def reminder(workspace: Workspace) -> Reminder:
    """Look at what is due, without reading a question."""
    now = overview(workspace)
    day = the_day(workspace, now.waiting)
    minutes = max(1, round(now.waiting * now.day_budget.seconds / 60)) if now.waiting else 0
    return Reminder(
        now.waiting, now.new, minutes, day.tomorrow, now.used_up, day.answers, day.in_a_row
    )


def reminder_text(found: Reminder) -> str:
    """The line, in ASCII: a prompt counts its columns."""
    if found.used_up:
        return f"done for today, {found.due} can wait"
    if found.due:
        return f"{found.due} due, {found.minutes} min"
    return f"nothing due, {found.new} new" if found.new else "nothing due"
