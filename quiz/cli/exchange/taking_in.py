"""Where fetched sets go, and whether there is room for them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.library.library import Library
from quiz.store.sharing.parcel import Parcel

_NAME = re.compile(r"\w[\w-]{0,63}")


def folder_for(name: str | None, parcel: Parcel) -> Path:
    """A new folder among the user's questions; raises QuizError."""
    wanted = name if name is not None else next(iter(parcel.sets.values())).id
    if not _NAME.fullmatch(wanted):
        raise QuizError(f"this is no name for a folder: {wanted}", hint="letters, digits, - and _")
    folder = places(os.environ).questions / wanted
    if os.path.lexists(folder):
        hint = "`quiz update` fetches what has changed; --name takes another folder"
        raise QuizError("there is a folder of this name already", path=str(folder), hint=hint)
    return folder


def no_rivals(parcel: Parcel, but_in: Path | None = None) -> None:
    """Raise QuizError where a set at hand has the id of one that came: answers hang on it.

    `but_in` is the folder that the others are to replace.
    """
    ids = [whole.id for whole in parcel.sets.values()]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise QuizError(f"two sets of those have the id {twice}", hint="ask who shares them")
    with Library.open(places=places(os.environ)) as library:
        for entry in library.sets:
            replaced = but_in is not None and entry.path.is_relative_to(but_in)
            if entry.ok and entry.id in ids and not replaced:
                hint = "rename that one, or remove it first; nothing was kept"
                message = f"there is a set with the id {entry.id} already"
                raise QuizError(message, path=str(entry.path), hint=hint)
