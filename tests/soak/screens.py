"""Random texts in every field, and what of them reaches the terminal on every screen.

`python -m tests.soak.screens` tries 10,000 strings; 1 when a control byte got through.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from quiz.tui.screens.session.stage_keys import Stage
from tests.plain.nine_types import workspace_over
from tests.tui.driving import Learner, drive
from tests.tui.terminals.test_hostile_texts import KINDS, controls, hostile_set

AT_ONCE = 100
"""Strings that every field of a set holds together."""

_NASTY = (
    [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
    + list("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029\u2066\u2067\u2069")
    + ["\x1b[", "\x1b]0;", "\x1b]52;c;", "\x1bP", "\x9b", "\x07", "\x1b\\", "\r", "\x1bc"]
    + ["[b]", "[/]", "[/x]", "[@click=app.quit]", "\\[", "[link=x]", "$x", "[red", "{{", "}}", "|"]
    + list("aZ09 äß漢👩🏽\u200d🔬\ufeff\ufffd\u0301\U000e0001")
)


def strings(chance: random.Random, count: int) -> list[str]:
    """So many random strings, most of them nasty."""
    return ["".join(chance.choices(_NASTY, k=chance.randint(1, 12))) for _ in range(count)]


def leaks(text: str, size: tuple[int, int], folder: Path) -> set[str]:
    """The control characters that reach any screen when every field holds the text."""
    seen: set[str] = set()

    async def script(learner: Learner) -> None:
        async def look(*keys: str) -> None:
            await learner.press(*keys)
            seen.update(controls(learner.text))

        await look("down")
        await look("o")
        await look("escape", "slash", "S", "t", "e", "m")
        await look("escape", "escape", "enter")
        for _ in KINDS:
            await look("f2", "f2", "f3")
            assert learner.session.stage is Stage.VERDICT
            await look("n", "enter")
        await look("f7")
        await look("escape")

    with workspace_over(hostile_set(folder / "set", text), folder / "home") as workspace:
        assert [
            str(problem) for entry in workspace.library.sets for problem in entry.problems
        ] == []
        drive(workspace, script, size=size)
    return seen


def fuzz(count: int, seed: int) -> list[str]:
    """Try so many strings; each text that let something through."""
    chance = random.Random(seed)
    found = []
    for _ in range(0, count, AT_ONCE):
        # braces make the gaps of a cloze; a line break would part the quotation
        text = " ".join(strings(chance, AT_ONCE)).translate(dict.fromkeys(map(ord, "{}\n\r")))
        size = chance.choice([(40, 12), (80, 24), (120, 36)])
        with tempfile.TemporaryDirectory() as name:
            through = leaks(text, size, Path(name))
        if through:
            found.append(f"{sorted(through)!r} of {text!r} at {size}")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strings", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    found = fuzz(chosen.strings, chosen.seed)
    print(f"- strings in every field of every screen: {chosen.strings:,}")
    print(f"- control characters that reached the terminal: {len(found)}")
    print("\n".join(f"  - {one}" for one in found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
