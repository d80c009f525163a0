"""Write the page of all keys from the registry of actions: `python -m tests.keys_table`."""

from __future__ import annotations

import re

from quiz.tui.actions import ROOMS, in_rooms, key_names
from quiz.tui.dialogs.help import ANSWERING
from tests import TOP

PAGE = TOP / "docs" / "keys.md"
BETWEEN = re.compile(r"(<!-- keys: .*? -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def keys_table() -> str:
    """A table for each screen, as Markdown."""
    lines = []
    for room, title in ROOMS.items():
        lines += ["", f"**{title}**", "", "| keys | |", "|---|---|"]
        lines += [f"| {keys} | {text} |" for keys, text in ANSWERING.get(room, ())]
        lines += [f"| {key_names(a.keys)} | {a.help} |" for a in in_rooms([room])]
    return "\n".join(lines) + "\n\n"


def with_table(text: str) -> str:
    """The page with the present table."""
    return BETWEEN.sub(lambda found: found[1] + keys_table() + found[2], text)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
