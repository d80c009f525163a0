"""The preview, driven by keys, while files are saved beside it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.store.library.found_files import Found
from quiz.store.settings.settings import Settings
from quiz.study.authoring.previewing import Preview
from quiz.tui.dialogs.help import HelpScreen
from quiz.tui.preview_app import PreviewApp
from quiz.tui.screens.preview.screen import PreviewScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.widgets.document_view import DocumentView
from tests.effort import some_of
from tests.plain.nine_types import DOCUMENT, SET, write_set
from tests.tui.driving import SIZES, Watcher
from tests.tui.terminal import Terminal
from tests.tui.terminals.test_hostile_texts import KINDS, TEXTS, controls, hostile_set

MOMENTS = count(1_700_000_000)
HIGH = (120, 50)


class Author(Watcher):
    """Who writes questions, and has an editor."""

    app: PreviewApp

    def __init__(self, app: PreviewApp, pilot: Pilot[int], path: Path) -> None:
        super().__init__(app, pilot)
        self.path = path

    @property
    def screen(self) -> PreviewScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, PreviewScreen)
        return screen

    async def save(self, text: str, path: Path | None = None) -> None:
        """Write a file, at a moment of its own, and let the preview look."""
        path = path or self.path
        path.write_text(text, encoding="utf-8")
        moment = next(MOMENTS)
        os.utime(path, (moment, moment))
        self.screen.poll()
        await self.settle()

    @property
    def title(self) -> str:
        return self.lines[0]

    @property
    def passages(self) -> list[str]:
        """What is marked in the documents on show."""
        views = self.app.screen.query(DocumentView)
        return [
            view.document.quote(passage)
            for view in views
            if view.region.height
            for passage in view.passages
        ]


def drive(
    path: Path,
    script: Callable[[Author], Awaitable[None]],
    *,
    size: tuple[int, int] = (120, 36),
    settings: Settings | None = None,
) -> PreviewApp:
    """Preview a set while a script presses keys."""
    app = PreviewApp(Preview(Found(path, path.parent)), settings or Settings())

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            author = Author(app, pilot, path)
            await author.settle()
            await script(author)

    asyncio.run(run())
    return app


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_set(tmp_path / "set")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_question_key_and_passage_are_on_one_screen(path: Path, size: tuple[int, int]) -> None:
    async def script(author: Author) -> None:
        await author.press("n")
        assert "2 of 9 · set: 13 findings" in author.title
        assert "dough" in author.title
        assert author.sees("What makes a dough?")
        assert author.sees("✓ Flour")
        assert author.passages == ["Flour and water make a dough"]
        assert author.sees("n Next")

    drive(path, script, size=size)


def test_all_that_a_learner_may_be_told_is_shown(path: Path) -> None:
    async def script(author: Author) -> None:
        assert author.sees("Salt is added, not made. (passage 2)")
        assert author.sees("Hint It lifts the dough.")
        assert author.sees("Why Yeast feeds on sugar.")
        await author.press("G")
        assert author.sees("Model At 200 degrees, some say.")
        assert author.sees("□ A temperature")
        assert author.sees("But Here no temperature is named.")
        assert author.passages == ["the crust is done at 200 degrees", "at last it is baked"]

    drive(path, script, size=(140, 36))


def test_every_question_can_be_walked_to_and_the_ends_say_so(path: Path) -> None:
    async def script(author: Author) -> None:
        stems = ["What does yeast", "What makes", "Gas is held", "What holds", "How long"]
        stems += ["Complete it", "What does what", "In which order", "When is the crust"]
        for place, stem in enumerate(stems, 1):
            assert author.sees(stem)
            assert f"{place} of 9" in author.title
            await author.press("n")
        assert "the last question" in author.title
        await author.press("p")
        assert author.sees(stems[-2])
        assert "the last question" not in author.title
        await author.press("g", "p")
        assert "the first question · 1 of 9" in author.title

    drive(path, script)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_jump_brings_the_findings_of_the_next_question_up(
    path: Path, size: tuple[int, int]
) -> None:
    async def script(author: Author) -> None:
        await author.press("f", "f", "f", "f", "f", "f")
        await author.settle()
        assert "roles" in author.title
        assert author.sees("✗ error source-not-found line 71:16")
        await author.press("F")
        await author.settle()
        assert author.sees("· info no-explanation line 55:11")

    drive(path, script, size=size)


def test_a_finding_is_told_with_severity_rule_place_message_and_help(path: Path) -> None:
    async def script(author: Author) -> None:
        await author.press("n")
        assert author.sees("2 findings")
        assert author.sees("info no-feedback line 26:19")
        assert author.sees("2 of 2 distractors do not say why they are wrong")
        assert author.sees("Help: write `text:` and `feedback:` for each")

    drive(path, script, size=HIGH)


def test_the_absence_of_findings_is_said_too(path: Path) -> None:
    silent = "    # quiz: ignore[no-explanation] for the test\n    stem: Gas is"

    async def script(author: Author) -> None:
        await author.save(SET.replace("    stem: Gas is", silent))
        await author.press("n", "n")
        assert author.sees("✓ No findings")
        assert "12 findings" in author.title

    path.write_text(SET)
    drive(path, script)


def test_arrows_walk_through_the_passages(path: Path) -> None:
    async def script(author: Author) -> None:
        assert author.sees("Source 1/2")
        await author.press("right")
        assert author.passages == ["salt gives it taste"]
        assert author.sees("Against a wrong option 2/2")
        await author.press("left_square_bracket")
        assert author.passages == ["Yeast turns sugar into gas."]

    drive(path, script)


def test_a_source_that_is_not_found_is_said_instead_of_shown(path: Path) -> None:
    async def script(author: Author) -> None:
        await author.press("n", "n", "n", "n", "n", "n")
        assert author.sees("source not found in the document")
        assert author.passages == []

    drive(path, script)


def test_a_saved_change_is_shown_at_once_and_the_passage_stays(path: Path) -> None:
    async def script(author: Author) -> None:
        await author.press("right")
        await author.save(SET.replace("What does yeast make", "What does the yeast make"))
        assert author.sees("What does the yeast make of sugar?")
        assert author.title.endswith("reloaded · 1 of 9 · set: 13 findings")
        assert author.passages == ["salt gives it taste"]
        await author.press("n")
        assert "reloaded" not in author.title

    drive(path, script)


def test_a_saved_document_is_shown_at_once(path: Path) -> None:
    async def script(author: Author) -> None:
        document = path.parent / "documents" / "bread.txt"
        await author.save("First of all\n\n" + DOCUMENT, document)
        assert author.sees("First of all")
        assert author.passages == ["Yeast turns sugar into gas."]
        await author.save(DOCUMENT.replace("Yeast turns", "Yeast makes"), document)
        assert author.passages == []
        assert author.sees("source-not-found")

    drive(path, script)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_while_the_file_is_broken_the_last_good_view_stays_under_the_error(
    path: Path, size: tuple[int, int]
) -> None:
    async def script(author: Author) -> None:
        await author.press("n")
        await author.save(SET.replace("answers: [Flour, Water]", "answers: [Flour, Water"))
        assert "✗ error 25:14" in author.lines[1] + author.lines[2]
        assert author.sees("What makes a dough?")
        assert author.passages == ["Flour and water make a dough"]
        await author.save(SET)
        assert not author.sees("error 25:14")

    drive(path, script, size=size)


def test_many_errors_take_a_few_lines_and_are_listed_below(path: Path) -> None:
    async def script(author: Author) -> None:
        await author.press("G")
        await author.save(SET.replace("    stem:", "    stm:", 6))
        assert sum("✗ error" in line for line in author.lines[:6]) == 3
        assert author.sees("(+3)")
        assert author.sees("Elsewhere in the set: 6 findings")

    drive(path, script)


def test_without_a_sound_question_the_errors_are_listed_and_mending_is_noticed(
    tmp_path: Path,
) -> None:
    async def script(author: Author) -> None:
        assert author.sees("No question can be shown yet.")
        assert author.sees("✗ error syntax line 2:8")
        await author.press("n", "p", "f", "F", "right", "o", "g", "G", "pagedown", "pageup")
        await author.save(SET)
        assert author.sees("What does yeast make of sugar?")
        assert author.passages == ["Yeast turns sugar into gas."]

    drive(write_set(tmp_path, "id: bread\ntitle: [Bread\n"), script)


def test_page_keys_scroll_the_question_and_then_the_findings(path: Path) -> None:
    async def script(author: Author) -> None:
        assert author.sees("Choose one")
        view = author.screen.sources.first.view
        there = view.scroll_offset
        for _ in range(6):
            await author.press("pagedown")
        assert author.sees("say why the answer is right")
        assert view.scroll_offset == there
        for _ in range(6):
            await author.press("pageup")
        assert author.sees("Choose one")
        await author.press("pagedown", "n")
        assert author.sees("Choose all that apply")

    drive(path, script, size=(40, 12))


def test_the_whole_document_is_read_and_left(path: Path) -> None:
    async def script(author: Author) -> None:
        await author.press("o")
        assert isinstance(author.app.screen, ReaderScreen)
        assert author.passages == ["Yeast turns sugar into gas."]
        await author.press("escape", "question_mark")
        assert isinstance(author.app.screen, HelpScreen)
        assert author.sees("In a preview")
        await author.press("escape")
        assert author.sees("1 of 9")

    drive(path, script, size=HIGH)


def test_the_editor_is_opened_at_the_question_and_what_it_saved_is_shown(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = []

    def edit(app: PreviewApp, name: str, line: int) -> bool:
        places.append((name, line))
        path.write_text(SET.replace("What makes a dough", "What would make a dough"))
        return True

    monkeypatch.setattr(PreviewApp, "edit_file", edit)

    async def script(author: Author) -> None:
        await author.press("n", "v")
        assert author.sees("What would make a dough?")

    drive(path, script)
    assert places == [(str(path), SET[: SET.index("  - id: dough")].count("\n") + 1)]


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q"])
def test_it_is_left_with_nothing_to_report(path: Path, key: str) -> None:
    async def script(author: Author) -> None:
        await author.press(key)

    assert drive(path, script).return_value == 0


def test_the_authors_own_keys_count(path: Path) -> None:
    async def script(author: Author) -> None:
        await author.press("j")
        assert "2 of 9" in author.title
        assert author.sees("j Next")

    drive(path, script, settings=Settings(keys={"preview.next": "j"}))


@pytest.mark.parametrize("name", some_of([*TEXTS], 0, parts=2))
def test_hostile_texts_are_shown_as_written_and_harmless(tmp_path: Path, name: str) -> None:
    seen: list[str] = []

    async def script(author: Author) -> None:
        for _ in KINDS:
            seen.append("\n".join(author.lines))
            await author.press("right")
            seen.append("\n".join(author.lines))
            await author.press("pagedown", "n")

    drive(hostile_set(tmp_path / "set", TEXTS[name]), script, size=(80, 24))
    assert set().union(*map(controls, seen)) == set()
    if name == "markup":
        assert any(TEXTS[name] in text for text in seen)


def test_an_editor_that_cannot_be_started_leaves_the_screen_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    with Terminal("preview", str(path), home=tmp_path / "home") as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("v")
        terminal.wait_for("There is no program")
        terminal.wait_for("“no-such-editor”: set EDITOR to")
        terminal.press("n")
        terminal.wait_for("What makes a dough")


def test_a_long_title_gives_way_to_the_questions_id(path: Path) -> None:
    path.write_text(SET.replace("title: Baking bread", f"title: {'Baking bread ' * 9}"))

    async def script(author: Author) -> None:
        await author.press("n")
        assert author.title.startswith(" Baking bread")
        assert "… › dough" in author.title
        assert author.title.endswith("2 of 9 · set: 13 findings")

    drive(path, script, size=(80, 24))


def test_the_command_shows_it_in_a_terminal_follows_the_file_and_keeps_no_history(
    path: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with Terminal("preview", str(path), home=home) as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("n")
        terminal.wait_for("2 of 9")
        terminal.press("")
        path.write_text(SET.replace("What makes a dough", "Now what makes a dough"))
        terminal.wait_for("Now what makes")
        terminal.press("q")
        assert terminal.wait() == 0
    assert [found.name for found in home.rglob("*.db*")] == []
    assert [found.name for found in home.rglob("*history*")] == []
