"""What a learner asks for."""

from __future__ import annotations

from typing import NamedTuple


class Request(NamedTuple):
    """What a learner asked for. No sets: all of them. `new` and `limit` None: as the settings say.

    `all`: also what is not due; `wrong`: only what was last answered wrong; `cram`: all, and the
    schedule stays as it is; `drafts`: also what nothing proves yet, if the library has it.
    """

    sets: tuple[str, ...] = ()
    all: bool = False
    new: int | None = None
    limit: int | None = None
    wrong: bool = False
    cram: bool = False
    seed: int | None = None
    drafts: bool = False
