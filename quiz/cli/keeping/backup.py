"""`quiz backup`."""

from __future__ import annotations

from pathlib import Path

import click

from quiz.cli.common.output import say

EXAMPLE = "\b\nExamples:\n  quiz backup\n  quiz backup --list\n  quiz backup --restore newest"


@click.command(epilog=EXAMPLE, short_help="Copy your history aside, or bring a copy back.")
@click.option("--list", "list_", is_flag=True, help="Show the backups there are.")
@click.option(
    "--restore", metavar="DATE", help="Put the backup of DATE (or `newest`) in the history's place."
)
@click.option("--yes", is_flag=True, help="Do not ask before restoring.")
def command(list_: bool, restore: str | None, yes: bool) -> int:
    """Make a backup of the history now. One is made by itself on each day with something new.

    Restoring keeps the present history beside the restored one, under another name.
    """
    if list_:
        return _list()
    if restore is not None:
        return _restore(restore, yes=yes)
    return _make()


def _make() -> int:
    from quiz.cli.common.opening import open_history
    from quiz.cli.common.workspace import clock

    with open_history() as history:
        made = history.back_up(clock().date().toordinal())
    say(f"Kept in {made}" if made else "There is nothing to back up yet.")
    return 0


def _list() -> int:
    from quiz.cli.common.opening import count, history_path
    from quiz.errors import HistoryError
    from quiz.store.history.backup import backups
    from quiz.store.history.history import History

    found = backups(history_path())
    for backup in found:
        try:
            with History.open(backup, now_ms=0, readonly=True) as history:
                state = count(history.size(), "review")
        except HistoryError as error:
            state = error.message
        say(f"{_date(backup)}  {backup.stat().st_size / 1e6:6.1f} MB  {state}")
    if not found:
        say("There is no backup yet. `quiz backup` makes one.")
    return 0


def _restore(which: str, *, yes: bool) -> int:
    from quiz.cli.common.confirming import confirmed
    from quiz.cli.common.opening import history_path
    from quiz.errors import HistoryError
    from quiz.store.history.backup import backups, restore

    found = backups(history_path())
    named = {_date(backup): backup for backup in found}
    backup = found[0] if which == "newest" and found else named.get(which)
    if backup is None:
        known = ", ".join(named) or "none"
        raise HistoryError(f"there is no backup of {which}", hint=f"there are: {known}")
    question = f"Bring back the history of {_date(backup)}? Later answers are set aside."
    if not confirmed(question, yes=yes):
        return 1
    aside = restore(history_path(), backup)
    say(f"The history of {_date(backup)} is back.")
    if aside is not None:
        say(f"What was in its place is now {aside}")
    return 0


def _date(backup: Path) -> str:
    return backup.stem.partition("-")[2]
