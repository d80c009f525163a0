"""What a learner asks for."""

from __future__ import annotations

from typing import NamedTuple

from quiz.study.common.wish import Wish


class Request(NamedTuple):
    """What a learner asked for. No sets: all of them. `new` and `limit` None: as the settings say.

    `all`: also what is not due; `wrong`: only what was last answered wrong; `cram`: all, and the
    schedule stays as it is; `drafts`: also what nothing proves yet, if the library has it. A `wish`
    that chooses asks what it means, due or not. `minutes` ends the session after so many.
    """

    sets: tuple[str, ...] = ()
    all: bool = False
    new: int | None = None
    limit: int | None = None
    wrong: bool = False
    cram: bool = False
    seed: int | None = None
    drafts: bool = False
    wish: Wish = Wish()
    minutes: int | None = None

    @property
    def whole(self) -> bool:
        """Whether it is also for what is not due."""
        return self.all or self.cram or self.wish.anything
