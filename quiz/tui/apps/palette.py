"""The command palette over the registry of actions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from quiz.tui.actions import in_rooms, key_name
from quiz.tui.keys import Action


class RegistryCommands(Provider):
    """Offers what can be done on the screen below, and everywhere."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for action, title in self._actions():
            yield DiscoveryHit(title, partial(self._run, action), help=action.help)

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        for action, title in self._actions():
            score = max(matcher.match(title), matcher.match(action.help))
            if score > 0:
                yield Hit(
                    score, matcher.highlight(title), partial(self._run, action), help=action.help
                )

    def _actions(self) -> Iterator[tuple[Action, str]]:
        room = getattr(self.screen, "room", "")
        for action in in_rooms((room, *getattr(self.app, "rooms", ()))):
            if action.id != "app.palette":
                yield action, f"{action.label} ({key_name(action.keys.split(',')[0])})"

    async def _run(self, action: Action) -> None:
        owner = "app." if action.room in ("quiz", "app") else "screen."
        await self.app.run_action(owner + action.name)
