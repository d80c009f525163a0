"""Keep fetched sets in a folder of the user's own questions, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from quiz.errors import QuizError
from quiz.store.files.home import private_folder
from quiz.store.files.regular_file import UnfitFileError, read_regular
from quiz.store.sharing.fetching import Address, Fetched
from quiz.store.sharing.origin import FILE, Origin
from quiz.store.sharing.parcel import MAX_FILE, Parcel, digest
from quiz.store.sharing.unpacked import unpacked_sets, write_files


def install(folder: Path, address: Address, fetched: Fetched, keep: Iterable[str] = ()) -> None:
    """Put the files into the folder, in place of those that came before; raises QuizError.

    `keep` names files of the folder that stay as they are, where no new one has their name.
    """
    fresh = folder.with_name(f".{folder.name}.new")
    old = folder.with_name(f".{folder.name}.old")
    try:
        private_folder(folder.parent)
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
        origin = Origin(address.text, fetched.state, fetched.parcel.hashes)
        write_files(fresh, {**fetched.parcel.files, FILE: origin.content})
        for name in keep:
            target = fresh / name
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(folder / name, target, follow_symlinks=False)
        if folder.exists():
            folder.replace(old)
        fresh.replace(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        if old.exists() and not folder.exists():
            old.replace(folder)
        reason = (error.strerror or str(error)).lower()
        raise QuizError(f"cannot be written: {reason}", path=str(folder)) from None


def edited(folder: Path, origin: Origin) -> Iterator[str]:
    """The files that are not as they came, and those that came and are gone."""
    for name, wanted in origin.files.items():
        try:
            content = read_regular(folder.joinpath(*name.split("/")), MAX_FILE)[0]
        except (OSError, UnfitFileError):
            yield name
            continue
        if digest(content) != wanted:
            yield name


def added(folder: Path, origin: Origin) -> Iterator[str]:
    """Files that did not come with the others."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != FILE and name not in origin.files:
            yield name


def installed(folder: Path, origin: Origin) -> Parcel:
    """The sets as they are in the folder; raises QuizError."""
    files = {}
    for name in origin.files:
        try:
            files[name] = read_regular(folder.joinpath(*name.split("/")), MAX_FILE)[0]
        except (OSError, UnfitFileError):
            continue
    return Parcel(files, unpacked_sets(files, str(folder)))
