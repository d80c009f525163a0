"""Names of copies, as file managers and sync programs make them."""

from __future__ import annotations

import pytest

from quiz.core.text.copies import looks_copied


@pytest.mark.parametrize(
    "name",
    [
        "one copy",
        "one copy 2",
        "one - Copy",
        "one - Copy (2)",
        "one (1)",
        "one(2)",
        "one (conflicted copy 2026-01-02)",
        "one (laptop's conflicted copy)",
        "one.sync-conflict-20260102-101010-ABCDEFG",
        "one_conflict-20260102",
        "one - Kopie",
        "one.orig",
        "one~",
    ],
)
def test_a_copy_is_told_by_its_name(name: str) -> None:
    assert looks_copied(name)


@pytest.mark.parametrize(
    "name", ["one", "copy", "conflict-resolution", "copywriting", "part-2", "chapter (a)", "2026"]
)
def test_an_ordinary_name_is_none(name: str) -> None:
    assert not looks_copied(name)
