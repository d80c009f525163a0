"""The options of `quiz study` that choose questions, whatever is due, and their saved names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quiz.study.common.wish import STATE_WORDS, State, Wish

if TYPE_CHECKING:
    from quiz.study.common.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])

_HELP = {
    State.DUE: "Only what is due.",
    State.MISSED: "Only what was missed the last time.",
    State.SLIPPING: "Only what keeps slipping away.",
    State.SURE_WRONG: "Only what you were sure of but wrong, and not right since.",
    State.NEVER: "Only what was never asked.",
    State.FLAGGED: "Only what you flagged for its author.",
    State.NOTED: "Only what has a note or bookmark of yours.",
}
assert set(_HELP) == set(STATE_WORDS)


def wish_options(command: Command) -> Command:
    """Give a command the options that choose questions."""
    options = [
        _many("--tag", "T", "Only questions with this tag; may be given again."),
        _many("--section", "S", "Only questions on this section of a document; again: also that."),
        _many("--type", "KIND", "Only questions of this type; may be given again."),
        *(click.option(f"--{state}", is_flag=True, help=text) for state, text in _HELP.items()),
        click.option("--saved", metavar="NAME", help="What was saved under this name."),
        click.option("--save", metavar="NAME", help="Save what is chosen here under a name."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _many(name: str, metavar: str, text: str) -> Callable[[Command], Command]:
    return click.option(name, f"{name[2:]}_", metavar=metavar, multiple=True, help=text)


def wish_of(options: Mapping[str, Any]) -> Wish:
    """What the options choose."""
    states = tuple(state for state in State if options[state.replace("-", "_")])
    names = (options["tag_"], options["section_"], options["type_"])
    tags, sections, types = names
    return Wish((), tags, sections, types, states)


def settled(workspace: Workspace, wish: Wish, options: Mapping[str, Any]) -> Wish:
    """The wish with what was saved, its names as the sets write them; saved where that is asked.

    Raises QuizError for a name that is none.
    """
    from quiz.study.common.pool import Pool, meant
    from quiz.study.common.saved_wishes import keep_wish, saved_wish

    if options["saved"] is not None:
        kept = saved_wish(workspace, options["saved"])
        wish = Wish(
            wish.sets or kept.sets,
            kept.tags + wish.tags,
            kept.sections + wish.sections,
            kept.types + wish.types,
            kept.states + wish.states,
        )
    if wish.tags or wish.sections or wish.types:
        wish = meant(Pool(workspace, wish.sets), wish)
    if options["save"] is not None:
        keep_wish(workspace, options["save"], wish)
    return wish
