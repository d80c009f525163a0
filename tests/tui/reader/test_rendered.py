"""Markdown on screen: shown as a page, with passages highlighted to the character inside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style

from quiz.study.sitting.study import Study
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.widgets.document_view import DocumentView
from tests.tui.driving import Learner, drive
from tests.tui.rendered_set import CITED, valves

SIZES = [(80, 24), (120, 36), (160, 45), (40, 12)]


def marked(view: DocumentView) -> str:
    """What is drawn on the ground of a passage, or in reverse where there is no colour."""
    wanted = _ground(view.get_component_rich_style("document--passage"))
    rows = [view.render_line(y) for y in range(view.size.height)]
    found = ["".join(p.text for p in row if p.style and _ground(p.style) == wanted) for row in rows]
    return " ".join(" ".join(found).split())


def _ground(style: Style) -> object:
    return style.bgcolor, style.reverse


def rows(view: DocumentView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark", ""])
@pytest.mark.parametrize("size", SIZES)
def test_a_passage_is_highlighted_to_the_character(
    tmp_path: Path, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not theme:
        monkeypatch.setenv("NO_COLOR", "1")
    with valves(tmp_path) as workspace:
        study = Study.begin(workspace, ("valves/lid",), title="", seed=7)

        async def script(learner: Learner) -> None:
            if theme:
                learner.app.theme = theme
            await learner.press("1", "enter")
            view = learner.session.sources.first.view
            for number, shown in enumerate(CITED.values()):
                await learner.press(*["n"] * bool(number))
                seen = marked(view)
                assert view.passages
                whole = view.document.quote(view.passages[0])
                assert " ".join(whole.split()) == shown
                if size[1] > 12:
                    assert seen == shown
                else:  # in four rows the beginning is in view
                    assert seen
                    assert shown.startswith(seen[:20])

        drive(workspace, script, study=study, size=size)


async def read_valves(learner: Learner) -> DocumentView:
    await learner.press("down", "o")
    assert isinstance(learner.app.screen, ReaderScreen)
    return learner.app.screen.view


def test_a_page_shows_no_signs_of_markdown(tmp_path: Path) -> None:
    async def script(learner: Learner) -> None:
        view = await read_valves(learner)
        shown = "\n".join(row[6:] for row in rows(view))
        assert not any(sign in shown for sign in ("**", "](", "[^", "|--", "```", "<sub>", "&amp;"))
        for line in (
            "Valves",
            "│ The lid stays shut. Whoever opens it has to call the shift leader first.",
            "│ 1. Read the gauge.",
            "Valve  │ Pressure │  What to do when it is exceeded and nobody can   │ Tested",
            "main   │    5 bar │ Close it, wait, then call the fire brigade in it │ yes",
            "relief │ 12.5 bar │                  Leave the hall                  │ no",
            "☑ Read the gauge",
            "☐ Close the lid",
            "H₂O boils at 100 °C & expands.",
            "¹ The check takes a minute.",
        ):
            assert line in shown.splitlines()

    with valves(tmp_path) as workspace:
        drive(workspace, script, size=(160, 45))


def test_wide_tables_and_code_are_scrolled_sideways_and_text_is_not(tmp_path: Path) -> None:
    async def script(learner: Learner) -> None:
        view = await read_valves(learner)
        view.go_to(view.document.text.index("Valve  Pressure"))
        await learner.press()
        before = rows(view)
        assert next(row for row in before if "Pressure" in row).endswith("›")
        assert not any(row.endswith("│ no") for row in before)
        await learner.press("shift+right", "shift+right", "shift+right")
        after = rows(view)
        assert any(row.endswith("│ no") for row in after)
        assert [row for row in after if "Read the gauge" in row] == [
            row for row in before if "Read the gauge" in row
        ]
        await learner.press("shift+left", "shift+left", "shift+left")
        assert rows(view) == before

    with valves(tmp_path) as workspace:
        drive(workspace, script, size=(50, 24))


def test_line_numbers_are_those_of_the_file(tmp_path: Path) -> None:
    async def script(learner: Learner) -> None:
        view = await read_valves(learner)
        numbers = {row[2:5].strip(): row[5:].strip() for row in rows(view)}
        assert numbers["5"] == "Valves"
        assert numbers["21"].startswith("relief")

    with valves(tmp_path) as workspace:
        drive(workspace, script, size=(120, 36))


def test_what_is_copied_has_the_words_as_read_and_where_links_lead(tmp_path: Path) -> None:
    with valves(tmp_path) as workspace:
        study = Study.begin(workspace, ("valves/lid",), title="", seed=7)

        async def script(learner: Learner) -> None:
            await learner.press("1", "enter", "n")
            assert learner.session.sources.spread[0].citation == (
                "“see the guide or run valve” "
                "(Valve handbook › lines 7–8; https://example.org/guide)"
            )

        drive(workspace, script, study=study)
