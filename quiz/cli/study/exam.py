"""`quiz exam`."""

from __future__ import annotations

from typing import Any

import click

from quiz.cli.study.study import complete_set
from quiz.cli.study.wishing import wish_of, wish_options

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz exam electronic                    as the set says: questions, minutes, pass mark\n"
    "  quiz exam electronic --questions 10 --minutes 15 --pass 80\n"
    "  quiz exam --tag dosage --never --each 5 --untimed --tutor\n"
    "  quiz exam --list                        your exams; --show 1 shows the latest again"
)


def percent(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """A number from 0 to 100, with or without its sign; raises BadParameter."""
    if value is None:
        return None
    try:
        number = float(value.rstrip(" %"))
    except ValueError:
        number = -1
    if not 0 <= number <= 100:  # what is no number at all is outside, too
        raise click.BadParameter(f"{value!r} is not a number from 0 to 100.", ctx, param)
    return number


@click.command(epilog=EXAMPLE, short_help="Be examined: a clock, no verdicts before the end.")
@click.argument("sets", metavar="[SET]...", nargs=-1, shell_complete=complete_set)
@click.option("--questions", metavar="N", type=click.IntRange(1), help="Ask N questions.")
@click.option("--minutes", metavar="M", type=click.IntRange(1, 24 * 60), help="Give M minutes.")
@click.option(
    "--pass",
    "pass_percent",
    metavar="PERCENT",
    callback=percent,
    help="The score that passes.",
)
@click.option("--untimed", is_flag=True, help="Without a clock.")
@click.option("--tutor", is_flag=True, help="The verdict and its proof after each answer.")
@click.option("--each", metavar="N", type=click.IntRange(1), help="N of each set, tag, ... chosen.")
@wish_options
@click.option("--seed", metavar="N", type=int, help="The same N draws the same questions.")
@click.option("--fresh", is_flag=True, help="Drop a running exam, without a score.")
@click.option("--plain", is_flag=True, help="Plain lines instead of screens.")
@click.option("--list", "list_", is_flag=True, help="List the exams you took, the latest first.")
@click.option("--show", metavar="EXAM", help="Show an old exam again, by its number in the list.")
def command(
    sets: tuple[str, ...],
    questions: int | None,
    minutes: int | None,
    pass_percent: float | None,
    untimed: bool,
    tutor: bool,
    each: int | None,
    seed: int | None,
    fresh: bool,
    plain: bool,
    list_: bool,
    show: str | None,
    **options: Any,
) -> int:
    """Take an exam over SETs: verdicts and passages come when it is submitted.

    Answers are kept at once. The clock goes on while the program is closed; `quiz exam` goes on
    with a running exam. What was missed comes up for study, what was right moves only what is due.
    The options from --tag on choose among the questions of the sets.
    """
    from quiz.cli.study.examining import examine, list_exams, show_exam
    from quiz.study.exams.terms import ExamRequest

    if list_:
        return list_exams()
    if show is not None:
        return show_exam(sets, show, asks=plain)
    if untimed and minutes is not None:
        raise click.UsageError("--untimed and --minutes exclude each other.")
    wanted = ExamRequest(
        questions=questions,
        minutes=0 if untimed else minutes,
        pass_percent=pass_percent,
        seed=seed,
        wish=wish_of(options),
        each=each,
        tutor=tutor or None,
    )
    return examine(sets, wanted, options, fresh=fresh, plain=plain)
