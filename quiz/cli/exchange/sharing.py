"""What packing, getting and updating share: which sets, whether they are sound, what came."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from quiz.cli.common.chosen import entries_named, paths_in
from quiz.cli.common.opening import count
from quiz.cli.common.output import say, warn
from quiz.core.checking.findings import Severity
from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.library.found_files import Found
from quiz.store.library.library import Library
from quiz.store.sharing.fetching import Address, Fetched, fetch
from quiz.store.sharing.parcel import Parcel

_MOST_TOLD = 10


def found_sets(names: Sequence[str]) -> list[Found]:
    """The files of the sets that are meant, below one folder; raises QuizError."""
    paths = paths_in(names)
    given = [Path(path) for path in paths] or None
    with Library.open(given, places=places(os.environ)) as library:
        found = [Found(one.path, one.root) for one in entries_named(library, names, paths)]
    roots = {os.path.realpath(one.root) for one in found}
    if len(roots) > 1:
        raise QuizError("these sets lie in different folders", hint="pack each, or their folder")
    return found


def errors_in(found: Iterable[Found]) -> int:
    """How many errors `quiz check` finds, told at their places."""
    from quiz.store.checking.checking import check_file

    reports = [check_file(one).report for one in found]
    errors = [one for r in reports for one in r.findings if one.severity is Severity.ERROR]
    for one in errors[:_MOST_TOLD]:
        warn(f"{one.place}: {one.message} [{one.rule}]")
    if errors:
        warn(
            f"quiz: {count(len(errors), 'error')}; `quiz check` tells them all. Nothing is packed."
        )
    return len(errors)


def announced(address: Address) -> None:
    """Say what is fetched, before it is."""
    how = {
        "git": "with git, the newest state only, from",
        "https": "over https, one pack, from",
        "folder": "copied from the folder",
        "file": "from the file",
    }
    say(f"Fetching question sets {how[address.kind]} {address.text}")


def fetched_sets(address: Address) -> Fetched:
    """All that is there, verified, and what it is; raises QuizError."""
    fetched = fetch(address)
    say_parcel(fetched.parcel, fetched.state)
    return fetched


def say_parcel(parcel: Parcel, state: str) -> None:
    """What came."""
    for whole in parcel.sets.values():
        say(f"  {whole.id}: {whole.title} ({count(len(whole.questions), 'question')})")
    size = sum(map(len, parcel.files.values())) / 1000
    verified = f"state {state[:12]}"
    say(f"  {count(len(parcel.files), 'file')}, {size:.0f} KB, {verified}")
