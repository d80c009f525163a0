"""An exam of sixty questions by keyboard at 80×24, killed twice on the way, ended by the clock."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from quiz.core.exams.clock import MINUTE_MS, ExamMark
from quiz.core.exams.record import ExamAnswer
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.presented import Presented
from quiz.study.common.workspace import Workspace
from quiz.study.exams.paper import exam_presented
from tests.plain.nine_types import SET, write_set
from tests.tui.terminal import Terminal

QUESTIONS, MINUTES = 60, 90
TYPED = range(50, QUESTIONS)
PAGE_DOWN, END, F7 = "\x1b[6~", "\x1b[F", "\x1b[18~"
FIRST_STOP, SECOND_STOP, LAST = 25, 45, 55
"""How many questions are answered before each kill, and in all."""

CHOSEN = """
  - id: q{i}
    type: single-choice
    stem: "Which is number {i}?"
    answer: Thing {i}
    distractors: [Other {i}, Nothing {i}, Neither {i}]
    sources: [{{document: bread, exact: Yeast turns sugar into gas.}}]
"""
WRITTEN = """
  - id: q{i}
    type: short-answer
    stem: "Name number {i}."
    answer: word{i}
    sources: [{{document: bread, exact: Yeast turns sugar into gas.}}]
"""


def sixty(folder: Path) -> Path:
    head = SET[: SET.index("questions:")]
    made = [(WRITTEN if i in TYPED else CHOSEN).format(i=i) for i in range(QUESTIONS)]
    return write_set(folder, f"{head}questions:{''.join(made)}", name="sixty")


def now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def looking(set_file: Path, home: Path) -> Iterator[Workspace]:
    """The same files, beside the program or after it."""
    where = places({"QUIZ_HOME": str(home)})
    with (
        Library.open([set_file], places=where) as library,
        History.open(where.history, now_ms=int(now().timestamp() * 1000)) as history,
    ):
        yield Workspace(library, history, Settings(), where.settings, now)


def paper(set_file: Path, home: Path) -> list[Presented]:
    with looking(set_file, home) as workspace:
        record = workspace.history.unfinished(exam=True)
        assert record is not None
        return [
            exam_presented(workspace, record, uid, i, QUESTIONS)
            for i, uid in enumerate(record.plan)
        ]


def kept(set_file: Path, home: Path) -> list[ExamAnswer]:
    with looking(set_file, home) as workspace:
        record = workspace.history.unfinished(exam=True)
        assert record is not None
        answers = workspace.history.exam_answers(record.uid)
        return [answers[uid] for uid in record.plan]


def let_time_pass(set_file: Path, home: Path, left_ms: int) -> None:
    """Put the clock forward while the program is closed."""
    with looking(set_file, home) as workspace:
        record = workspace.history.unfinished(exam=True)
        assert record is not None
        mark = workspace.history.exam_mark(record.uid)
        assert mark is not None
        later = ExamMark(MINUTES * MINUTE_MS - left_ms, mark.at_ms, mark.place)
        assert workspace.history.keep_exam(record.uid, [], later)


def answer(terminal: Terminal, presented: Presented) -> str:
    """Answer the question on screen, every third wrongly; what was given."""
    number = int(presented.uid.rpartition("q")[2])
    right = presented.place % 3 != 0
    if number in TYPED:
        given = f"word{number}" if right else "sawdust"
        terminal.press(given)
        terminal.wait_for(given[-1])
    else:
        given = f"Thing {number}" if right else f"Other {number}"
        terminal.press(str(presented.options.index(given) + 1))
        terminal.wait_for("●")
    return given


def answer_some(
    terminal: Terminal, turns: list[Presented], first: int, last: int
) -> dict[int, str]:
    """Answer from one question (from 0) to another, and stand at the one after."""
    given = {}
    for presented in turns[first:last]:
        given[presented.place - 1] = answer(terminal, presented)
        terminal.press(PAGE_DOWN)
        terminal.wait_for(f"{presented.place + 1} of 60")
    return given


def responses(answers: list[ExamAnswer]) -> dict[int, str]:
    return {i: json.loads(a.response)["given"][0] for i, a in enumerate(answers) if a.response}


def test_sixty_questions_by_keyboard_killed_twice_and_ended_by_the_clock(tmp_path: Path) -> None:
    set_file, home = sixty(tmp_path / "set"), tmp_path / "home"
    wanted = ("--minutes", str(MINUTES), "--pass", "80", "--seed", "5")
    with Terminal("exam", str(set_file), "--questions", "60", *wanted, home=home) as terminal:
        terminal.wait_for("1 of 60")
        turns = paper(set_file, home)
        given = answer_some(terminal, turns, 0, 5)
        terminal.press("f" if turns[5].options else F7)
        terminal.wait_for("Flagged")
        given |= answer_some(terminal, turns, 5, FIRST_STOP)
        given[FIRST_STOP] = answer(terminal, turns[FIRST_STOP])  # painted, so it is on disk
        terminal.signal(signal.SIGKILL)
    answers = kept(set_file, home)
    assert responses(answers) == given
    assert [i for i, a in enumerate(answers) if a.flagged] == [5]

    with Terminal("exam", str(set_file), home=home) as terminal:
        terminal.wait_for(f"{FIRST_STOP + 1} of 60")
        given |= answer_some(terminal, turns, FIRST_STOP, SECOND_STOP)
        struck = strike_somewhere(terminal, turns)
        terminal.signal(signal.SIGKILL)
    answers = kept(set_file, home)
    assert responses(answers) == given
    assert [i for i, a in enumerate(answers) if a.struck] == [struck]

    with Terminal("exam", str(set_file), home=home) as terminal:
        terminal.wait_for(f"{struck + 1} of 60")
        go_to(terminal, SECOND_STOP)
        given |= answer_some(terminal, turns, SECOND_STOP, LAST)
        review(terminal, LAST)
        terminal.press("\x11")
        terminal.wait_for("The clock goes on")
        terminal.press("\r")
        assert terminal.wait() == 0
    let_time_pass(set_file, home, left_ms=2_500)

    with Terminal("exam", str(set_file), home=home) as terminal:
        terminal.wait_for("The time is over; the exam was submitted.")
        right = sum(place % 3 != 2 for place in given)
        terminal.wait_for(f"Not passed: {right} of 60")
        look_at_the_wrong_ones(terminal)
        terminal.press("w")
        terminal.wait_for(f"1 of {QUESTIONS - right}")
        terminal.press("\x11")
        assert terminal.wait() == 0


def go_to(terminal: Terminal, index: int) -> None:
    """Go to a question (from 0) by the grid: its end, then arrows, then Enter."""
    terminal.press("\x1bOS")
    terminal.wait_for("Questions")
    terminal.press(END)
    terminal.wait_for("▸60")
    for place in range(QUESTIONS - 1, index, -1):
        terminal.press("\x1b[D")
        terminal.wait_for(f"▸{place}")
    terminal.press("\r")
    terminal.wait_for(f"{index + 1} of 60")


def strike_somewhere(terminal: Terminal, turns: list[Presented]) -> int:
    """Strike an option of the last question that has some and is not answered; its index."""
    index = max(t.place - 1 for t in turns[LAST:] if t.options)
    go_to(terminal, index)
    terminal.press("-")
    terminal.wait_for("– ")
    return index


def review(terminal: Terminal, answered: int) -> None:
    """Look at what is open, and go back."""
    terminal.press("\x13")
    terminal.wait_for(f"{answered} of 60 answered")
    terminal.wait_for(f"{QUESTIONS - answered} not answered")
    terminal.press("\x1b")
    terminal.wait_for(f"{answered + 1} of 60")


def look_at_the_wrong_ones(terminal: Terminal) -> None:
    terminal.press("f")
    terminal.wait_for("Questions that were not right")
    terminal.press("\r")
    terminal.wait_for("Question 3 of 60")
    terminal.wait_for("Wrong")
    terminal.wait_for("Yeast turns sugar")
    terminal.press("n")
    terminal.wait_for("Question 6 of 60")
    terminal.press("\x1b")
    terminal.wait_for("Not passed")
