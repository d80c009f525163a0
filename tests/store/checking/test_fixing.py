from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.grounding.selector import Selector
from quiz.store.checking.fixing import fix_set
from quiz.store.revisions.lock import read_lock, source_key
from quiz.store.revisions.lock_place import lock_path
from quiz.store.sets.ids import kebab
from quiz.store.sets.reading import read_set

GUIDE = """Fire drill

When the bell rings, close the windows. Leave by the nearest stairs; don’t run.
Wait in the yard until you are counted. The doors close by themselves.

Visitors wait in the yard until you are counted, too. In the year’s last drill, 4 doors stuck.
"""

SET = """# How we leave the house   (do not reorder)
title: "Fire drill"
documents: {guide: guide.txt}   # the only one

questions:
  - type: short-answer   # no id yet
    stem: What do you do with the windows?
    answer: close them
    sources:
      - document: guide
        exact: close the windows
  # the second one
  - type: short-answer
    stem: What must you not do on the stairs?
    answer: run
    sources:
      - {document: guide, exact: "Leave by the nearest stairs; don't run"}
      - document: guide
        exact: >-
          Don’t run. Wait in
          the yard   # not a comment
        prefix: 'stairs; '
  - id: windows
    type: short-answer
    stem: What do you do with the windows?
    answer: close them
    sources:
      - document: guide
        exact: close the windows
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "guide.txt").write_text(GUIDE, "utf-8")
    file = tmp_path / "fire-drill.yaml"
    file.write_text(SET.replace("   # not a comment", ""), "utf-8")
    return file


def test_ids_and_folded_sources_are_written_and_nothing_else(path: Path) -> None:
    old = path.read_text("utf-8")
    fixed = fix_set(path, path.parent)
    assert not fixed.problems
    assert [(fix.rule, fix.line) for fix in fixed.changes] == [
        ("missing-id", 2),
        ("missing-id", 6),
        ("missing-id", 13),
        ("source-folded", 17),
        ("source-folded", 19),
        ("lock", 1),
    ]
    new = old.replace('title: "Fire', 'id: fire-drill\ntitle: "Fire')
    new = new.replace("- type: short-answer   #", "- id: windows-2\n    type: short-answer   #")
    new = new.replace("one\n  - type", "one\n  - id: must-not-stairs\n    type")
    new = new.replace("don't run", "don’t run")
    new = new.replace(
        ">-\n          Don’t run. Wait in", "|-\n          don’t run.\n          Wait in"
    )
    new = new.replace("Wait in\n          the yard", "Wait in the yard")
    assert path.read_text("utf-8") == new
    assert read_set(path).set is not None


def test_fixing_twice_changes_nothing_the_second_time(path: Path) -> None:
    fix_set(path, path.parent)
    files = {file: file.read_bytes() for file in path.parent.iterdir()}
    assert fix_set(path, path.parent).changes == ()
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == files


def test_a_source_that_is_not_unique_any_more_gets_the_shortest_side(path: Path) -> None:
    text = SET.replace("exact: close the windows", "exact: until you are", 1)
    path.write_text(text.replace("   # not a comment", ""), "utf-8")
    guide = path.parent / "guide.txt"
    guide.write_text(GUIDE.replace("Visitors wait in the yard until you are", "Visitors"), "utf-8")
    fix_set(path, path.parent)
    guide.write_text(GUIDE, "utf-8")
    fixed = fix_set(path, path.parent)
    assert "source-not-unique" in [fix.rule for fix in fixed.changes]
    found = read_set(path).set
    assert found is not None
    source = found.questions[0].sources[0]
    assert source.exact == "until you are"
    assert source.prefix or source.suffix
    assert fix_set(path, path.parent).changes == ()


def test_of_two_places_none_is_guessed(path: Path) -> None:
    text = SET.replace("exact: close the windows", "exact: until you are", 1)
    path.write_text(text.replace("   # not a comment", ""), "utf-8")
    fix_set(path, path.parent)
    found = read_set(path).set
    assert found is not None
    assert (found.questions[0].sources[0].prefix, found.questions[0].sources[0].suffix) == ("", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("close the windows.", "open the windows."),
        ("When the bell rings, close the windows. ", ""),
        ("close the windows.", "do not close the windows."),
    ],
)
def test_what_an_author_has_to_judge_is_left_and_its_anchor_kept(
    path: Path, old: str, new: str
) -> None:
    fix_set(path, path.parent)
    before, lock = path.read_bytes(), read_lock(path)
    guide = path.parent / "guide.txt"
    guide.write_text(GUIDE.replace(old, new), "utf-8")
    fixed = fix_set(path, path.parent)
    assert path.read_bytes() == before
    assert {fix.rule for fix in fixed.changes} <= {"lock"}
    now = read_lock(path)
    key = source_key("guide", Selector("close the windows"))
    assert now[key] == lock[key]
    guide.write_text(GUIDE, "utf-8")
    fix_set(path, path.parent)
    assert read_lock(path) == lock


def test_a_damaged_lock_stops_the_fixing(path: Path) -> None:
    lock_path(path).write_text("{")
    before = path.read_bytes()
    fixed = fix_set(path, path.parent)
    assert [problem.path for problem in fixed.problems] == [str(lock_path(path))]
    assert (path.read_bytes(), fixed.changes) == (before, ())


@pytest.mark.parametrize("content", ["questions: [", "", "- a\n- b\n", "a: &x b\n"])
def test_a_file_that_is_no_set_is_a_problem_and_stays(path: Path, content: str) -> None:
    path.write_text(content)
    fixed = fix_set(path, path.parent)
    assert fixed.problems
    assert path.read_text() == content


def test_a_missing_document_is_a_problem_and_ids_are_written_all_the_same(path: Path) -> None:
    (path.parent / "guide.txt").unlink()
    fixed = fix_set(path, path.parent)
    assert [problem.message for problem in fixed.problems] == ["there is no such document"]
    assert {fix.rule for fix in fixed.changes} == {"missing-id"}


def test_a_crlf_file_with_a_mark_keeps_both(path: Path) -> None:
    text = SET.replace("   # not a comment", "").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    fix_set(path, path.parent)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf# How")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert read_set(path).set is not None


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("On which phenomenon does the article say it rests?", "phenomenon-say-rests"),
        ("Où est l’École des Mines?", "ou-est-lecole-des"),
        ("What is it?", "what-is-it"),
        ("Что это?", ""),
        ("x" * 300, "x" * 48),
    ],
)
def test_an_id_is_made_of_the_first_telling_words(text: str, made: str) -> None:
    assert kebab(text) == made
