"""All benchmarks in one run on one machine: `make bench`, or `python -m tests.benchmarks`.

Prints two tables: what has a budget, and what others do. `--json FILE` writes all figures,
`--write` puts them into docs/performance.md with a plot, `--record` keeps the ratios, `--check`
ends with 1 when one is more than 20 % above the ratio that is kept, `--no-peers` installs nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks import answers, checks, histories, keys, starts
from tests.benchmarks.cpu import yardstick
from tests.benchmarks.figures import (
    OURS,
    PEERS,
    Figure,
    as_json,
    better,
    load,
    ratios,
    save,
    worse,
)
from tests.benchmarks.report import lines, markdown, plot, put

HERE = Path(__file__).parent
RECORDED = HERE / "recorded.json"
DOCS = HERE.parent.parent / "docs"
PAGE, PLOT = DOCS / "performance.md", DOCS / "images" / "performance.svg"
Bench = Callable[[Path], list[Figure]]
FIRST_WORDS = {
    "starts": {"start"},
    "keys": {"keys"},
    "history": {"history"},
    "answers": {"next", "answers", "search"},
    "check": {"check"},
    "check-peers": {"check"},
}
"""How the names of each bench's figures begin."""


def benches(*, peers: bool) -> dict[str, Bench]:
    """Each by its name, quick ones first; each is given an empty folder."""
    yard = yardstick()
    found: dict[str, Bench] = {
        "starts": partial(starts.measure, peers=peers),
        "keys": partial(keys.measure, yard=yard),
        "history": partial(histories.measure, yard=yard),
        "answers": partial(answers.measure, yard=yard, peers=peers),
        "check": checks.budgets,
    }
    return found | ({"check-peers": checks.against_peers} if peers else {})


def run(chosen: Sequence[str], *, peers: bool) -> list[Figure]:
    """All figures, those with a budget first."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, bench in benches(peers=peers).items():
            if chosen and name not in chosen:
                continue
            began, place = time.monotonic(), Path(folder) / name
            place.mkdir()
            figures += bench(place)
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return sorted(figures, key=lambda figure: figure.group != OURS)


def groups(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """The figures by group."""
    return {name: [f for f in figures if f.group == name] for name in (OURS, PEERS)}


def write(figures: Sequence[Figure]) -> None:
    """The tables into the document, and the plot beside it."""
    text = PAGE.read_text(encoding="utf-8")
    for name, found in groups(figures).items():
        text = put(text, name, markdown(found)) if found else text
    PAGE.write_text(text, encoding="utf-8")
    plot(groups(figures)[PEERS], PLOT)


def check(figures: Sequence[Figure], *, peers: bool) -> bool:
    """Say which ratios got worse; whether none did.

    What is worse is measured once more: the machine may have been busy for a moment.
    """
    recorded = load(RECORDED)
    suspects = {figure.name for figure, _ in worse(figures, recorded)}
    if suspects:
        named = [bench for bench, first in FIRST_WORDS.items() if first & _first_words(suspects)]
        figures = better(figures, run(named, peers=peers))
    found = worse(figures, recorded)
    for figure, before in found:
        print(f"worse: {figure.what} / {figure.against}: {figure.ratio:.2f}, was {before:.2f}")
    return not found


def _first_words(names: Iterable[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


def main() -> int:
    """Measure, print, and do what was asked; the exit status."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("only", nargs="*", metavar="NAME", help="starts, keys, history, …")
    parser.add_argument("--json", type=Path, metavar="FILE")
    for name in ("write", "record", "check", "no-peers"):
        parser.add_argument(f"--{name}", action="store_true")
    asked = parser.parse_args()
    # compiled modules are kept, as on a learner's machine
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    figures = run(asked.only, peers=not asked.no_peers)
    for name, found in groups(figures).items():
        print("\n".join(["", name, *lines(found)]) if found else "")
    if asked.json:
        asked.json.write_text(as_json(figures), encoding="utf-8")
    if asked.write:
        write(figures)
    if asked.record:
        save(RECORDED, load(RECORDED) | ratios(figures))
    return 0 if not asked.check or check(figures, peers=not asked.no_peers) else 1


if __name__ == "__main__":
    sys.exit(main())
