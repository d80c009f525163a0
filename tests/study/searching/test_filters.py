"""Filters in a search: what they let through is what is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response
from quiz.study.common.noting import write_note
from quiz.study.common.set_aside import Aside, set_aside
from quiz.study.common.workspace import Workspace
from quiz.study.searching.filters import Filter, asked
from quiz.study.searching.searching import search
from tests.plain.nine_types import only, workspace_over, write_set
from tests.study.common.test_wish import lived


@pytest.mark.parametrize(
    ("typed", "words", "filters"),
    [
        ("yeast sugar", "yeast sugar", []),
        ("yeast set:bread sugar", "yeast sugar", [("set", "bread")]),
        ('section:"Making dough" TAG:a', "", [("section", "Making dough"), ("tag", "a")]),
        ('is:missed "in a row"', '"in a row"', [("is", "missed")]),
        ("reset:x offset:", "reset:x offset:", []),
        ("tag: yeast", "yeast", []),
        ('section:"Maki', "", [("section", "Maki")]),
    ],
)
def test_a_search_is_taken_apart(typed: str, words: str, filters: list[tuple[str, str]]) -> None:
    found = asked(typed)
    assert found.words == words
    assert list(found.filters) == [Filter(*one) for one in filters]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as opened:
        yield opened


def uids(workspace: Workspace, typed: str, limit: int = 50) -> list[str]:
    return [hit.uid for hit in search(workspace, typed, limit).hits if hit.uid]


def test_filters_alone_list_all_that_is_so() -> None:
    with lived(0) as workspace:
        assert len(uids(workspace, "set:bread")) == 9
        assert uids(workspace, "set:rolls tag:yeast") == ["rolls/gas"]
        assert len(uids(workspace, "tag:yeast tag:basics")) == 4
        assert uids(workspace, "type:num set:bread") == ["bread/rest"]
        assert uids(workspace, "section:bak set:bread") == ["bread/steps", "bread/crust"]
        assert uids(workspace, "set:buns tag:yeast") == []
        assert search(workspace, "tag:salty").note == "there is no tag “salty”"


def test_words_and_filters_must_both_hold(workspace: Workspace) -> None:
    assert set(uids(workspace, "gas")) >= {"bread/gas", "bread/held"}
    assert uids(workspace, "gas type:true") == ["bread/held"]
    assert any(hit.passage for hit in search(workspace, "gas set:bread").hits)
    assert not any(hit.passage for hit in search(workspace, "gas type:true").hits)


def test_how_it_went_is_a_filter(workspace: Workspace) -> None:
    only(workspace, "gas").answer(Response(gave_up=True))
    write_note(workspace, "bread/rest", "mine")
    set_aside(workspace, "bread/held", Aside.FOR_GOOD)
    assert uids(workspace, "is:missed") == uids(workspace, "is:wrong") == ["bread/gas"]
    assert uids(workspace, "is:noted") == ["bread/rest"]
    assert uids(workspace, "is:aside") == ["bread/held"]
    assert "bread/held" not in uids(workspace, "is:never")
    assert len(uids(workspace, "is:never")) == 7
    assert uids(workspace, "is:happy") == []


def test_more_than_were_asked_for_is_said(workspace: Workspace) -> None:
    found = search(workspace, "set:bread", 4)
    assert (len(found.hits), found.more) == (4, True)
    assert not search(workspace, "set:bread", 9).more
    assert search(workspace, "gas", 1).more
