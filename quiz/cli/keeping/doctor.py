"""`quiz doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.common.output import say, say_json

if TYPE_CHECKING:
    from quiz.store.files.home import Places
    from quiz.store.keeping.health import Health, Repair

EXAMPLE = "\b\nExamples:\n  quiz doctor\n  quiz doctor --repair"
_SUBJECT, _LEVEL = 13, 8


@click.command(epilog=EXAMPLE, short_help="Check everything the program keeps, and mend it.")
@click.option("--repair", is_flag=True, help="Mend what can be mended.")
@click.option("--yes", is_flag=True, help="Do not ask before mending.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(repair: bool, yes: bool, form: str) -> int:
    """Look at the history (every review by its checksum), backups, folders, settings and sets.

    A damaged history is mended from itself, as far as its reviews are sound, and from the newest
    backup; the damaged file stays beside it. The exit status is 1 when something is wrong.
    """
    import os

    from quiz.cli.common.workspace import now_ms
    from quiz.store.files.home import places
    from quiz.store.keeping.health import Level, examine

    where = places(os.environ)
    found = list(examine(where, now_ms()))
    if repair and any(one.repair for one in found):
        if not _mend(where, {one.repair for one in found if one.repair}, yes=yes):
            return 1
        found = list(examine(where, now_ms()))
    if form == "json":
        say_json([_json(one) for one in found])
    else:
        _tell(found)
    return int(any(one.level is Level.ERROR for one in found))


def _tell(found: list[Health]) -> None:
    for one in found:
        say(f"{one.level:<{_LEVEL}} {one.subject:<{_SUBJECT}} {one.message}")
        if one.hint:
            say(f"{'':<{_LEVEL}} {'':<{_SUBJECT}} {one.hint}")


def _json(one: Health) -> dict[str, str]:
    return {
        "subject": one.subject,
        "level": one.level.value,
        "message": one.message,
        "hint": one.hint,
        "repair": one.repair.value,
    }


def _mend(where: Places, wanted: set[Repair], *, yes: bool) -> bool:
    from quiz.cli.common.confirming import confirmed
    from quiz.store.keeping.health import Repair

    if Repair.HISTORY in wanted and not _mend_history(where, yes=yes):
        return False
    if Repair.ROWS in wanted and confirmed("Remove the rows that are not sound?", yes=yes):
        from quiz.cli.common.opening import open_history
        from quiz.store.keeping.forgetting import remove_refused

        with open_history() as history:
            say(f"{remove_refused(history)} rows are removed.")
    if Repair.MEMORIES in wanted and confirmed("Derive all memories anew?", yes=yes):
        from quiz.cli.common.opening import open_history

        with open_history() as history:
            history.rebuild()
        say("The memories are derived anew.")
    if Repair.MODES in wanted:
        for folder in (where.data, where.config):
            if folder.exists():
                folder.chmod(0o700)
        say("The folders are yours alone now.")
    return True


def _mend_history(where: Places, *, yes: bool) -> bool:
    from quiz.cli.common.confirming import confirmed
    from quiz.cli.common.workspace import now_ms
    from quiz.store.keeping.salvage import repair, rows_in_words

    question = "Make a new history of what is sound? The damaged file stays beside it."
    if not confirmed(question, yes=yes):
        return False
    done = repair(where.history, now_ms())
    say(f"Saved of the damaged file: {rows_in_words(done.found) or 'nothing'}.")
    if done.used:
        many = "the backup" if len(done.used) == 1 else f"{len(done.used)} backups"
        say(f"Added from {many}: {rows_in_words(done.added) or 'nothing that was not there'}.")
    for backup in done.skipped:
        say(f"Left out, because it is damaged itself: {backup}")
    if done.lost:
        say(f"Not saved, because not as written and in no backup: {rows_in_words(done.lost)}.")
    if done.aside is not None:
        say(f"The damaged file is {done.aside}")
    return True
