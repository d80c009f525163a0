from __future__ import annotations

from pathlib import Path

import pytest

from quiz.store.files.home import Places, places
from quiz.store.library import found_files as set_files
from quiz.store.library.library import Library
from quiz.store.sets.reading import read_set

PROVED = """\
  - {id: proved, type: numeric, stem: How many?, answer: 1, sources: [{document: d, exact: e}]}
"""
DRAFT = "  - {id: draft, type: numeric, stem: How many more?, answer: 2, draft: true}\n"
HEAD = "id: s\ntitle: T\n"
DOCUMENTS = "documents: {d: d.txt}\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setattr(set_files, "shipped_questions", lambda: tmp_path / "shipped")
    return places({"QUIZ_HOME": str(tmp_path / "home")})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "s.yaml"
    path.write_text(f"{HEAD}{DOCUMENTS}questions:\n{DRAFT}{PROVED}", "utf-8")
    return path


def test_a_draft_needs_no_source_and_another_question_does(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"{HEAD}questions:\n{DRAFT}", "utf-8")
    assert read_set(path).problems == ()
    path.write_text(f"{HEAD}questions:\n{DRAFT.replace('true', 'false')}", "utf-8")
    rules = {problem.rule for problem in read_set(path).problems}
    assert rules == {"missing-key"}


@pytest.mark.parametrize("turn", ["parsed", "from the cache"])
def test_a_draft_is_not_among_the_questions_unless_it_is_asked_for(
    home: Places, file: Path, turn: str
) -> None:
    for _ in range(2 if turn == "from the cache" else 1):
        with Library.open([file], places=home) as library:
            entry = library.entry("s")
            assert (entry.count, [row.id for row in entry.index]) == (1, ["proved"])
            assert [row.id for row in entry.drafts] == ["draft"]
            assert '"draft"' not in entry.index_json()
        with Library.open([file], places=home, drafts=True) as library:
            entry = library.entry("s")
            assert (entry.count, [row.id for row in entry.index]) == (2, ["draft", "proved"])
            assert entry.drafts == ()


def test_the_place_and_key_of_a_draft_are_known(home: Places, file: Path) -> None:
    with Library.open([file], places=home) as library:
        assert library.question("s/draft").draft
        assert library.place("s/draft") == (file, 5)
        assert library.key_hash("s/draft") == library.question("s/draft").key_hash
