"""What can be typed with a leading colon instead of an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.plain.choosing import names_option
from quiz.store.files.shown import did_you_mean

HELP: Mapping[str, str] = {
    "hint": "a hint; again: a stronger one",
    "sure": "the coming answer is sure (again: it is not)",
    "guess": "the coming answer is a guess (again: it is not)",
    "unsure": "the coming answer is unsure (again: it is not)",
    "k": "don't know: see the answer",
    "undo": "take the last answer back and be asked again",
    "why": "after a verdict: why each option is right or wrong; :why 2 for one of them",
    "back": "see the last answer with its proof again; :back 2 the one before it",
    "easy": "right after a right answer: too easy, ask it much later",
    "count": "right after a miss: what you typed is right, count it",
    "flag TEXT": "leave the author of the question a remark",
    "note TEXT": "a note of your own, shown with each verdict; :note alone shows it",
    "bookmark": "bookmark the question, or no more",
    "bury": "do not ask this question again today",
    "suspend": "do not ask this question any more",
    "q": "leave; the session waits for you",
    "help": "these lines",
}
NAMES = tuple(name.split()[0] for name in HELP)
ALIASES: Mapping[str, str] = {
    "quit": "q",
    "exit": "q",
    "leave": "q",
    "dont-know": "k",
    "?": "help",
}


BARE: Mapping[str, str] = {"h": "hint", "k": "k", "q": "q", "?": "help"}
"""Words that are commands without a colon where something is chosen, as the keys on screen."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what follows it on its line; `name` may be an unknown one."""

    name: str
    text: str = ""


def command_in(line: str) -> Command | None:
    """The command in a line; None for an answer. Two colons begin an answer with one colon."""
    line = line.strip()
    if not line.startswith(":") or line.startswith("::"):
        return None
    name, _, text = line[1:].strip().partition(" ")
    name = name.lower()
    return Command(ALIASES.get(name, name), text.strip())


def bare_command(line: str, options: Sequence[str]) -> Command | None:
    """The command that a single letter means where options are chosen; None where it names one."""
    word = line.strip().lower()
    if not options or word not in BARE or names_option(options, word):
        return None
    return Command(BARE[word])


def answer_in(line: str) -> str:
    """A line that is no command as an answer: two leading colons are one."""
    line = line.strip()
    return line[1:] if line.startswith("::") else line


def unknown_text(command: Command, names: Sequence[str] = NAMES) -> str:
    """What to say to a command that is none of the names."""
    hint = did_you_mean(command.name, names) or ":help lists all"
    return f"There is no command :{command.name}; {hint}. To answer with a colon, type two."
