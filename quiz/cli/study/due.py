"""`quiz due`; `quiz/cli/common/glance.py` mostly answers before this is loaded."""

from __future__ import annotations

import click

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz due                            12 due, 4 min\n"
    "  quiz due -q && notify-send 'Time to study'\n"
    "  quiz due --format json"
)


@click.command(epilog=EXAMPLE, short_help="One line for a prompt: what is due, how long it takes.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing when nothing is due.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(quiet: bool, form: str) -> int:
    """Say in one line what is due now and about how long it takes.

    Fast enough for every prompt: nothing is opened when nothing has changed since the last time.
    docs/reminders.md has lines for bash, fish, starship, tmux and timers.

    Exit status: 0 something is due, 1 nothing is, or today's minutes are used, 2 it cannot be told.
    """
    from quiz.cli.common.glance import JSON, QUIET, TEXT
    from quiz.cli.study.saying_due import say_due

    return say_due(JSON if form == "json" else QUIET if quiet else TEXT)
