"""Filters, the preview beside the list, and more hits, by keyboard."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Response
from quiz.study.common.workspace import Workspace
from quiz.tui.screens.search.preview import NOT_YET
from quiz.tui.screens.search.screen import SearchScreen
from tests.plain.nine_types import only
from tests.study.common.test_wish import lived
from tests.tui.driving import SIZES, Learner, drive


async def search(learner: Learner, typed: str) -> SearchScreen:
    await learner.press("slash")
    await learner.type(typed)
    assert isinstance(learner.app.screen, SearchScreen)
    return learner.app.screen


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_filters_alone_list_what_is_so(workspace: Workspace, size: tuple[int, int]) -> None:
    only(workspace, "gas").answer(Response(gave_up=True))

    async def script(learner: Learner) -> None:
        screen = await search(learner, "is:missed")
        assert [hit.uid for hit in screen.found.hits] == ["bread/gas"]
        assert learner.sees("missed, due today")
        await learner.press("enter")
        assert learner.session.study.session.plan == ("bread/gas",)

    drive(workspace, script, size=size)


def test_the_chosen_hit_is_shown_beside_the_list_where_there_is_room(
    workspace: Workspace,
) -> None:
    only(workspace, "gas").answer(Response(gave_up=True))

    async def script(learner: Learner) -> None:
        screen = await search(learner, "sugar")
        assert screen.preview.display
        assert learner.sees("Yeast feeds on sugar.")
        assert "Yeast turns sugar into gas." in learner.highlighted
        await learner.resize(80, 24)
        assert not screen.preview.display

    drive(workspace, script, size=(120, 36))


def test_what_was_not_asked_yet_stays_hidden_beside_the_list(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await search(learner, "dough rest")
        assert learner.sees(NOT_YET[:28])
        assert not learner.highlighted
        await learner.press("f2")
        assert not learner.sees(NOT_YET[:28])
        assert "A dough rests for 60 minutes." in learner.highlighted

    drive(workspace, script, size=(120, 36))


def test_more_than_ten_come_by_key_and_by_going_down() -> None:
    async def script(learner: Learner) -> None:
        screen = await search(learner, "type:numeric type:open type:c type:m type:o")
        assert (len(screen.found.hits), screen.found.more) == (10, True)
        assert learner.sees("the best 10 questions")
        await learner.press("pagedown", "pagedown")
        count = len(screen.found.hits)
        assert count > 10
        assert screen.list.cursor == 10
        assert not screen.found.more

    with lived(0) as workspace:
        drive(workspace, script, size=(80, 24))
