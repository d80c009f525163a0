"""Try every law for its share of some minutes: python -m tests.hostile.fuzz --minutes N [WORD].

Prints a Markdown table of examples and failures, then each failure with its smallest example.
Exits with 1 when a law was broken.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.hostile.law import Tried, soak
from tests.hostile.laws import LAWS


def report(names: Sequence[str], minutes: float) -> dict[str, Tried]:
    """Try the laws in turn and print what came of each."""
    print("| law | examples | |")
    print("|---|--:|---|")
    found: dict[str, Tried] = {}
    for name in names:
        found[name] = soak(LAWS[name], 60 * minutes / len(names))
        state = "**broken**" if found[name].failures else "holds"
        print(f"| {name} | {found[name].examples:,} | {state} |", flush=True)
    return found


def main(args: Sequence[str]) -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5, help="for all laws together")
    parser.add_argument("words", nargs="*", help="only laws with all of these in their names")
    chosen = parser.parse_args(args)
    names = [name for name in LAWS if all(word in name for word in chosen.words)]
    found = report(names, chosen.minutes)
    broken = {name: tried.failures for name, tried in found.items() if tried.failures}
    for name, failures in broken.items():
        print(f"\n## {name}\n")
        print("\n".join(failures))
    examples = sum(tried.examples for tried in found.values())
    print(f"\n{examples:,} examples of {len(names)} laws; {len(broken)} broken")
    return 1 if broken or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
