"""`quiz forget`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from quiz.cli.common.output import say

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz forget electronic-mesotherapy          a set\n"
    "  quiz forget electronic-mesotherapy/basis    one question\n"
    "  quiz forget --all --backups"
)


@click.command(epilog=EXAMPLE, short_help="Remove answers from your history for good.")
@click.argument("names", metavar="[SET|SET/QUESTION]...", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Forget everything.")
@click.option("--backups", "also_backups", is_flag=True, help="Remove all backups, too.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(names: tuple[str, ...], all_: bool, also_backups: bool, yes: bool) -> int:
    """Forget every answer, memory and flag of sets or questions, as if they had not been asked.

    This cannot be taken back: the file is written anew without them. Backups keep them until
    they are replaced, within days of study; --backups removes those at once.
    """
    from quiz.cli.common.confirming import confirmed
    from quiz.cli.common.opening import count, history_path, open_history
    from quiz.store.history.backup import backups
    from quiz.store.keeping.forgetting import forget, known_questions

    if not names and not all_:
        raise click.UsageError("name what to forget, or say --all")
    with open_history() as history:
        known = known_questions(history)
        wanted = sorted(known) if all_ else _named(names, known)
        old = backups(history_path()) if also_backups else []
        if not wanted and not old:
            say("There is nothing to forget.")
            return 0
        what = count(len(wanted), "question")
        copies = f" and {count(len(old), 'backup')}" if old else ""
        if not confirmed(f"Forget all answers to {what}{copies}, for good?", yes=yes):
            return 1
        reviews = forget(history, wanted)
        for backup in old:
            backup.unlink(missing_ok=True)
    say(f"Forgot {count(reviews, 'review')} of {what}{copies}.")
    return 0


def _named(names: Sequence[str], known: set[str]) -> list[str]:
    """The questions that the names mean, of those in the history; raises QuizError."""
    from quiz.core.memory.records import set_of
    from quiz.errors import QuizError
    from quiz.store.files.shown import did_you_mean, shown

    found: set[str] = set()
    for name in names:
        meant = {uid for uid in known if name in (uid, set_of(uid))}
        if not meant:
            hint = did_you_mean(name, {set_of(uid) for uid in known} | known)
            raise QuizError(f"your history has nothing about {shown(name)}", hint=hint)
        found |= meant
    return sorted(found)
