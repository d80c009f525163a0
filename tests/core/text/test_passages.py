from __future__ import annotations

import pytest

from quiz.core.text.passages import Passage


@pytest.mark.parametrize(
    ("other", "common"),
    [((0, 5), False), ((0, 6), True), ((5, 9), True), ((7, 8), True), ((9, 12), False)],
)
def test_passages_overlap_where_they_have_a_character_in_common(
    other: tuple[int, int], common: bool
) -> None:
    assert Passage(5, 9).overlaps(Passage(*other)) is common
    assert Passage(*other).overlaps(Passage(5, 9)) is common


def test_a_passage_is_as_long_as_its_characters() -> None:
    assert len(Passage(5, 9)) == 4
