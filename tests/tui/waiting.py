"""Wait until the app has nothing left to do, exactly instead of by guess.

Textual's own wait takes a fiftieth of a second or more, twice a key, until the process has used
little CPU: most of the time of a test, too long on an idle machine and too short on a busy one.
"""

from __future__ import annotations

import asyncio

import textual.app
import textual.pilot
from textual.app import App

STEPS = 10_000
"""After so many turns of the loop it is left as it is: something goes on for ever."""


async def nothing_ready(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Let the loop turn until nothing in it is ready; timers and other programs are not awaited."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    for _ in range(STEPS):
        await asyncio.sleep(0)
        if not ready:
            return


def unpainted(app: App[int]) -> bool:
    """Whether something waits for the next tick; a new size of the terminal waits no longer."""
    if app._resize_event is not None:
        app._check_resize()
        return True
    screen = app.screen
    flags = (screen._layout_required, screen._scroll_required, screen._repaint_required)
    return any(flags) or bool(screen._dirty_widgets) or bool(screen._callbacks)


for module in (textual.app, textual.pilot):
    module.wait_for_idle = nothing_ready  # type: ignore[attr-defined]
