from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from quiz.core.rendering import markdown
from quiz.core.rendering.markdown import render
from quiz.core.rendering.rendered import Rendered
from quiz.store.library.documents import read_document
from quiz.store.library.pages import FOLDER, MAX_FILES, page_of
from tests.core.rendering.markdown_text import MARKDOWN
from tests.effort import examples
from tests.tui.rendered_set import FILE


@pytest.fixture
def renderings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is parsed."""
    seen: list[str] = []

    def noted(text: str) -> Rendered:
        seen.append(text)
        return render(text)

    monkeypatch.setattr(markdown, "render", noted)
    return seen


def test_a_page_is_read_once(tmp_path: Path, renderings: list[str]) -> None:
    first = page_of(FILE, tmp_path)
    assert first == render(FILE)
    assert page_of(FILE, tmp_path) == first
    assert renderings == [FILE]


@given(MARKDOWN)
@settings(max_examples=examples(60), deadline=None)
def test_a_kept_page_is_the_page(tmp_path_factory: pytest.TempPathFactory, file: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "kept"
    page_of(file, folder)
    assert page_of(file, folder) == render(file)


@pytest.mark.parametrize("damage", [b"", b"{}", b"no digest\n{}", b"\xff\xfe"])
def test_a_damaged_page_is_read_anew(tmp_path: Path, renderings: list[str], damage: bytes) -> None:
    page_of(FILE, tmp_path)
    (kept,) = (tmp_path / FOLDER).iterdir()
    kept.write_bytes(damage)
    assert page_of(FILE, tmp_path) == render(FILE)
    assert len(renderings) == 2


def test_a_page_with_one_letter_changed_is_read_anew(tmp_path: Path, renderings: list[str]) -> None:
    page_of(FILE, tmp_path)
    (kept,) = (tmp_path / FOLDER).iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"Leave the hall", b"Enter the hall"))
    assert "Leave the hall" in page_of(FILE, tmp_path).text
    assert len(renderings) == 2


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert page_of(FILE, tmp_path / "file").text == render(FILE).text


def test_only_so_many_pages_are_kept(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 3):
        page_of(f"Page {number}.", tmp_path)
    assert len(list((tmp_path / FOLDER).iterdir())) == MAX_FILES


def test_a_document_is_read_with_its_kept_page(tmp_path: Path, renderings: list[str]) -> None:
    (tmp_path / "valves.md").write_text(FILE, "utf-8")
    for _ in range(2):
        path = tmp_path / "valves.md"
        document = read_document(path, root=tmp_path, cache=tmp_path / "cache")
        assert document.title == "Valve handbook"
    assert renderings == [FILE]


def test_plain_text_keeps_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.", "utf-8")
    read_document(tmp_path / "a.txt", root=tmp_path, cache=tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
