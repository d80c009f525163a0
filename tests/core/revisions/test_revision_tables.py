"""The figures of docs/revisions.md are those of the program."""

from __future__ import annotations

import pytest

from tests import revision_tables
from tests.core.edits import KINDS
from tests.effort import FULL

TEXT = revision_tables.PAGE.read_text("utf-8")
AGAIN = "run: python -m tests.revision_tables --write"


def test_the_edits_by_hand_are_counted_as_the_page_says() -> None:
    assert revision_tables.by_hand() in TEXT, AGAIN


def test_the_page_has_a_row_for_every_kind_and_no_wrong_one_with_a_lock() -> None:
    rows = [line.split(" | ") for line in TEXT.splitlines() if line.startswith("| ")]
    found = {row[0].removeprefix("| "): row for row in rows if len(row) == 9}
    assert set(found) >= set(KINDS), AGAIN
    assert {kind for kind in KINDS if found[kind][3] != "0"} == set()


@pytest.mark.skipif(not FULL, reason="takes a quarter of a minute")
def test_all_the_figures_are_those_of_the_page() -> None:
    assert revision_tables.written(TEXT, revision_tables.pages()) == TEXT, AGAIN
