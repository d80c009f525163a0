"""Bring fetched sets up to date, folder by folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from quiz.cli.common.confirming import confirmed
from quiz.cli.common.opening import count
from quiz.cli.common.output import complain, say
from quiz.cli.exchange.sharing import announced
from quiz.cli.exchange.taking_in import no_rivals
from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.sharing.changes import Kind, changes
from quiz.store.sharing.fetching import Address, address_of, fetch
from quiz.store.sharing.installing import added, edited, install, installed
from quiz.store.sharing.origin import Origin, fetched
from quiz.store.sharing.parcel import Parcel


def chosen(names: Sequence[str]) -> list[tuple[Path, Origin]]:
    """The folders that are meant; raises QuizError where nothing was fetched by that name."""
    every = list(fetched(places(os.environ).questions))
    if not every:
        hint = "`quiz get` fetches sets that others share"
        raise QuizError("there is nothing to update", hint=hint)
    found = []
    for name in names:
        meant = [(f, o) for f, o in every if f.name == name or name in _ids(f, o)]
        if not meant:
            known = ", ".join(folder.name for folder, _ in every)
            raise QuizError(f"nothing was fetched by the name {name}", hint=f"there are: {known}")
        found += [one for one in meant if one not in found]
    return found or every


def _ids(folder: Path, origin: Origin) -> set[str]:
    try:
        return {whole.id for whole in installed(folder, origin).sets.values()}
    except QuizError:
        return set()


def update(folder: Path, origin: Origin, *, dry_run: bool, force: bool, yes: bool) -> bool:
    """Whether a folder is as it should be now; what is wrong is told."""
    try:
        _update(folder, origin, dry_run=dry_run, force=force, yes=yes)
    except QuizError as error:
        complain(error)
        return False
    return True


def _update(folder: Path, origin: Origin, *, dry_run: bool, force: bool, yes: bool) -> None:
    address = address_of(origin.address)
    if _was_git(origin):
        address = Address("git", origin.address)
    announced(address)
    if address.connects and not confirmed("Open this connection?", yes=yes):
        return
    came = fetch(address)
    if came.parcel.hashes == dict(origin.files) and not list(edited(folder, origin)):
        say(f"{folder.name}: nothing has changed")
        return
    _say_changes(folder, origin, came.parcel)
    mine = list(edited(folder, origin))
    if mine and not force and not dry_run:
        names = ", ".join(mine[:5])
        hint = "keep your changes elsewhere, then --force writes over them"
        raise QuizError(f"you have edited {names}", path=str(folder), hint=hint)
    if dry_run:
        return
    no_rivals(came.parcel, folder)
    install(folder, address, came, keep=list(added(folder, origin)))
    say(f"{folder.name}: updated")


def _was_git(origin: Origin) -> bool:
    """A commit is named by 40 digits, the content of a pack by 64."""
    return len(origin.state) == 40


def _say_changes(folder: Path, origin: Origin, came: Parcel) -> None:
    try:
        old = installed(folder, origin)
    except QuizError:
        old = Parcel({}, {})  # what is there cannot be read: all that comes is new
    found = list(changes(old, came))
    for change in found:
        why = f": {change.why}" if change.why else ""
        say(f"  {change.set}/{change.question} {change.kind}{why}")
    numbers = [(kind, sum(one.kind is kind for one in found)) for kind in Kind]
    told = ", ".join(f"{number} {kind}" for kind, number in numbers if number)
    files = sum(came.hashes.get(n) != h for n, h in origin.files.items())
    say(f"{folder.name}: {told or 'no question changes'}; {count(files, 'file')} changed")
