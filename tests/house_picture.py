"""The picture of floors and rooms in docs/architecture.md, drawn from the import contracts.

`python -m tests.house_picture --write` draws it anew.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator

from tests import TOP

PAGE = TOP / "docs" / "architecture.md"
MARKED = re.compile(r"(<!-- house: [^\n]*-->\n\n```text\n).*?(```\n\n<!-- end of house -->)", re.S)
WIDTH = 72


def contracts() -> dict[str, list[list[str]]]:
    """The layers of each layered contract, highest first, by its container."""
    found = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    layered = [c for c in found["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    return {
        c["containers"][0].removeprefix("quiz").removeprefix("."): [
            re.split(r" [|:] ", layer) for layer in c["layers"]
        ]
        for c in layered
    }


def picture() -> str:
    """A box for each floor, a line for each layer of its rooms; what is above may import below."""
    by_container = contracts()
    return "\n".join(
        line
        for layer in by_container[""]
        for floor in layer
        if not floor.startswith("_")
        for line in _box(floor, layer, by_container)
    )


def _box(floor: str, beside: list[str], layers: dict[str, list[list[str]]]) -> Iterator[str]:
    others = [other for other in beside if other != floor]
    title = f"{floor} (beside {', '.join(others)})" if others else floor
    yield f"┌─ {title} {'─' * (WIDTH - len(title) - 5)}┐"
    for rooms in layers.get(floor, []):
        inside = [row for room in rooms for row in layers.get(f"{floor}.{room}", [])]
        for number, row in enumerate(inside or [rooms]):
            lead = f"{'' if number else rooms[0]:<9}" if inside else ""
            yield f"│ {lead + '  '.join(row):<{WIDTH - 4}} │"
    yield f"└{'─' * (WIDTH - 2)}┘"


def main() -> None:
    """Draw the picture into the page, or print it."""
    if "--write" not in sys.argv:
        print(picture())
        return
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MARKED.sub(lambda m: f"{m[1]}{picture()}\n{m[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
