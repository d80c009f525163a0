"""Every room of the program, entered in a real terminal."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.plain.nine_types import SET, write_set
from tests.tui.terminal import Terminal

NO_ROOM = "no room"
"""A key that stands for a full disk."""


class Way(NamedTuple):
    """Into a room: the command, and each key with the words that follow it; '' is the start."""

    command: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]


ROOMS: Mapping[str, Way] = {
    "home": Way((), (("", "Baking bread"),)),
    "asked": Way(("study", "bread"), (("", "1 of 9"),)),
    "verdict": Way(("study", "bread"), (("", "1 of 9"), ("k", "Now you know"))),
    "typed field": Way(("study", "typed"), (("", "What holds the gas?"), ("glu", "glu"))),
    "document": Way(
        ("study", "bread"), (("", "1 of 9"), ("k", "Now you know"), ("o", "Making dough"))
    ),
    "flag": Way(("study", "bread"), (("", "1 of 9"), ("!", "What is wrong"))),
    "not saved": Way(
        ("study", "bread"), (("", "1 of 9"), (NO_ROOM, ""), ("k", "Nothing can be saved"))
    ),
    "exam": Way(("exam", "bread"), (("", "Next"),)),
    "before an exam": Way((), (("", "Baking bread"), ("x", "Exams you took"))),
    "settings": Way((), (("", "Baking bread"), ("s", "New questions a day"))),
    "statistics": Way((), (("", "Baking bread"), ("t", "The next 14 days"))),
    "search": Way((), (("", "Baking bread"), ("/", "Type words to search"))),
    "help": Way((), (("", "Baking bread"), ("?", "(Esc closes)"))),
    "palette": Way((), (("", "Baking bread"), ("\x10", "Search"))),
    "asked whether to leave": Way((), (("", "Baking bread"), ("\x03", "Leave Citequiz?"))),
}


def write_sets(home: Path) -> None:
    """A set of nine questions, and one of a single question that is typed."""
    typed = SET.partition("  - id: gas")[0].replace("id: bread\n", "id: typed\n")
    typed = typed.replace("Baking bread", "One question")
    question = SET.partition("  - id: gluten")[2].partition("  - id:")[0]
    write_set(home / "questions")
    write_set(home / "questions", f"{typed}  - id: gluten{question}", "typed")


def enter(home: Path, way: Way) -> Terminal:
    """A terminal in that room; it must be left by `with`."""
    terminal = Terminal(*way.command, home=home)
    try:
        for key, words in way.steps:
            if key == NO_ROOM:
                fill_disk(terminal)
                continue
            terminal.press(key)
            terminal.wait_for(words)
    except BaseException:
        terminal.__exit__(None, None, None)
        raise
    return terminal


def fill_disk(terminal: Terminal) -> None:
    """Let the program's files take nothing any more, as on a full disk."""
    _, most = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (0, most))


def free_disk(terminal: Terminal) -> None:
    """Let them grow again."""
    _, most = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (most, most))
