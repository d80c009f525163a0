"""The tables of docs/revisions.md: `python -m tests.revision_tables` prints them.

With `--write` they are written there. Edits are made of the shipped documents and of prose, or by
hand in four languages.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quiz.core.revisions.anchor import anchor
from quiz.core.revisions.reanchor import reanchor
from quiz.core.revisions.result import Reanchored
from tests import TOP
from tests.core.edits import KINDS, Case, case
from tests.core.revisions.editions import ENGLISH, FRENCH, GERMAN, KEPT, SPANISH, TURNED, Edit
from tests.core.revisions.handbook import MEANING, SAME
from tests.core.revisions.test_editions import both_ways, follows
from tests.core.revisions.test_reanchor import judged
from tests.core.revisions.test_what_edits_say import follows as is_followed
from tests.core.revisions.test_what_edits_say import found_with

PAGE = TOP / "docs" / "revisions.md"
START, END = (
    "<!-- tables: `python -m tests.revision_tables --write` -->\n",
    "<!-- end of tables -->",
)
SEEDS = 100
"""Cases of a kind."""

Row = Sequence[str]


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def kinds(seeds: range) -> str:
    """What becomes of made edits, kind by kind, with a lock and without."""
    rows = [[kind, *_counted(kind, seeds, True), *_counted(kind, seeds, False)] for kind in KINDS]
    sums = [str(sum(int(row[i]) for row in rows)) for i in range(1, 9)]
    head = [
        "edit",
        "right",
        "cautious",
        "wrong",
        "asked",
        "no lock: right",
        "cautious",
        "wrong",
        "asked",
    ]
    return table(head, [*rows, ["**all**", *sums]])


def _counted(kind: str, seeds: range, locked: bool) -> list[str]:
    found: Counter[str] = Counter()
    for seed in seeds:
        one = case(kind, seed)
        result = _result(one, locked)
        found[judged(one, result)] += 1
        found["asked"] += not is_followed(result)
    cautious = found["cautious"] + found["edge"]
    return [str(number) for number in (found["right"], cautious, found["wrong"], found["asked"])]


def _result(one: Case, locked: bool) -> Reanchored:
    return reanchor(one.new, one.exact, anchor=anchor(one.old, one.span) if locked else None)


def by_hand() -> str:
    """What `--yes` does with edits by hand that say something else, and that say the same."""
    names = {ENGLISH: "English", GERMAN: "German", FRENCH: "French", SPANISH: "Spanish"}
    rows = [["English: words and sentences", *_of(MEANING), *_of(SAME)]]
    for text, name in names.items():
        turned, kept = (_both(table_, text) for table_ in (TURNED, KEPT))
        rows.append([f"{name}: marks, capitals, little words; both directions", *turned, *kept])
    head = ["edits", "something else", "of them followed", "the same", "of them asked"]
    return table(head, rows)


def _of(edits: Sequence[Edit]) -> list[str]:
    says_other = edits is MEANING
    bad = sum(is_followed(found_with(edit, "lock")) == says_other for edit in edits)
    return [str(len(edits)), str(bad)]


def _both(edits: Mapping[str, tuple[Edit, ...]], text: str) -> list[str]:
    revisions = [revision for _, revision in both_ways({text: edits[text]})]
    bad = sum(follows(revision) == (edits is TURNED) for revision in revisions)
    return [str(len(revisions)), str(bad)]


def pages(seeds: range = range(SEEDS)) -> Iterator[str]:
    """Both tables with what they are."""
    yield f"Made edits, {len(seeds)} of a kind:\n\n{kinds(seeds)}\n"
    yield f"Edits by hand, with a lock and `--yes`:\n\n{by_hand()}"


def written(page: str, tables: Iterable[str]) -> str:
    """The page with the tables as they are now."""
    before, rest = page.split(START)
    return f"{before}{START}\n{''.join(tables)}\n{END}{rest.split(END)[1]}"


def main(args: Sequence[str]) -> None:
    """Print the tables, or write them."""
    if "--write" in args:
        PAGE.write_text(written(PAGE.read_text("utf-8"), pages()), "utf-8")
    else:
        print("\n".join(pages()))


if __name__ == "__main__":
    main(sys.argv[1:])
