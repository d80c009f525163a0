"""`quiz optimize`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.cli.common.output import complain, say, say_json
from quiz.errors import QuizError
from quiz.extras import install

if TYPE_CHECKING:
    from quiz.store.history.history import History

EXAMPLE = "\b\nExamples:\n  quiz optimize\n  quiz optimize --dry-run\n  quiz optimize --undo"


@click.command(epilog=EXAMPLE, short_help="Fit the memory to you, if that predicts better.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and change nothing.")
@click.option("--undo", is_flag=True, help="Go back to what was in use before the latest fit.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(dry_run: bool, undo: bool, form: str) -> int:
    """Fit the parameters of the memory to your own answers.

    They are tested on the last 60 % of your answers, each predicted only from those before it. Only
    if they predict better than what is in use, by more than chance, they are fitted to all answers
    and kept; then everything you know is scheduled anew. It takes 400 answers to questions asked
    again on a later day.
    """
    if undo and dry_run:
        raise click.UsageError("--undo and --dry-run do not go together")
    from quiz.cli.common.workspace import clock
    from quiz.core.memory.scheduling import Scheduler, study_day
    from quiz.store.files.home import places
    from quiz.store.history.history import History
    from quiz.store.settings.settings import load

    where = places(os.environ)
    settings, problems = load(where.settings)
    for problem in problems:
        complain(problem)
    now = clock()
    at_ms, today = int(now.timestamp() * 1000), study_day(now, settings.day_starts_at)
    with History.open(
        where.history,
        now_ms=at_ms,
        readonly=dry_run,
        scheduler=Scheduler(desired_retention=settings.desired_retention),
    ) as history:
        if undo:
            said = _undo(history, at_ms, today)
        else:
            said = _fit(history, at_ms, today, dry_run=dry_run)
    if form == "json":
        say_json(said.figures)
    else:
        say(said.text)
    return 0


class _Said(NamedTuple):
    text: str
    figures: Mapping[str, object]


def _undo(history: History, at_ms: int, today: int) -> _Said:
    from quiz.cli.keeping.optimize_lines import rescheduled

    due = len(history.due(today))
    undone = history.undo_fit(at_ms)
    if undone is None:
        return _Said("There is nothing to undo.", {"status": "nothing to undo"})
    left = history.fit()
    back = "the published parameters" if left is None else "the parameters fitted before"
    now_due = len(history.due(today))
    return _Said(
        f"Back to {back}. {rescheduled(due, now_due)}",
        {"status": "undone", "due": {"before": due, "after": now_due}},
    )


def _fit(history: History, at_ms: int, today: int, *, dry_run: bool) -> _Said:
    from quiz.cli.keeping.optimize_lines import better, figures, rescheduled, verdict
    from quiz.study.memory.optimizing import keep, optimize

    try:
        found = optimize(history)
    except ImportError:
        raise QuizError(f"`quiz optimize` needs one package more: {install('optimize')}") from None
    if found.parameters is None or dry_run:
        return _Said(verdict(found), figures(found, kept=False))
    due = len(history.due(today))
    keep(history, found, at_ms)
    now_due = len(history.due(today))
    numbers = {**figures(found, kept=True), "due": {"before": due, "after": now_due}}
    back = "To go back: quiz optimize --undo"
    return _Said(f"{better(found, 'It now predicts')} {rescheduled(due, now_due)}\n{back}", numbers)
