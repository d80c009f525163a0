"""Faults that hostile files once found, each by itself."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from quiz.core.documents.document import Document
from quiz.core.grounding.locate import locate
from quiz.core.grounding.located import How
from quiz.core.grounding.source import Source
from quiz.core.text import folding
from quiz.errors import SetError
from quiz.store.checking import grounding
from quiz.store.checking.cache import digest_of
from quiz.store.checking.checking import check_file
from quiz.store.checking.grounding import Citation, fault, ground
from quiz.store.library.found_files import Found, in_folder
from quiz.store.revisions.lock import read_lock
from quiz.store.revisions.lock_place import lock_path
from quiz.store.sets import silencers
from quiz.store.sets.reading import read_set
from tests.hostile.case import HEAD, holding, question
from tests.hostile.texts import SOUND


def made(folder: Path, text: str) -> Path:
    return holding(lambda: text)(folder)


def test_a_set_that_was_saved_while_it_was_read_is_read_again(tmp_path: Path) -> None:
    path = made(tmp_path, "id: old\n")
    real, calls = os.fstat, []

    def fstat(handle: int) -> os.stat_result:
        calls.append(handle)
        if len(calls) == 2:
            path.write_text(SOUND, encoding="utf-8")
        return real(handle)

    with patch("os.fstat", fstat):
        read = read_set(path)
    assert read.set is not None
    assert read.text == SOUND


def test_a_link_that_leads_to_itself_is_no_folder(tmp_path: Path) -> None:
    path = made(tmp_path, SOUND)
    (tmp_path / "loop").symlink_to("loop")
    assert [found.path for found in in_folder(tmp_path)] == [path]


def test_nothing_outside_of_the_library_is_hashed(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (tmp_path / "library" / "link.txt").symlink_to(secret)
    assert digest_of(tmp_path / "library" / "link.txt", tmp_path / "library") == ""
    assert digest_of(secret, tmp_path)


def test_a_pipe_in_place_of_the_lock_is_damage(tmp_path: Path) -> None:
    path = made(tmp_path, SOUND)
    os.mkfifo(lock_path(path))
    with pytest.raises(SetError, match="not a regular file"):
        read_lock(path)


def test_comments_about_one_line_are_not_compared_with_each_other(tmp_path: Path) -> None:
    looked_at: list[str] = []
    real = silencers._says

    def says(line: str) -> bool:
        looked_at.append(line)
        return real(line)

    path = made(tmp_path, f"{'# quiz: ignore[missing-key] x' + chr(10)}" * 3000 + "id: a\n")
    with patch.object(silencers, "_says", says):
        findings = check_file(Found(path, tmp_path)).report.findings
    assert findings == ()
    assert len(looked_at) < 4 * 3000


def test_a_set_that_is_cut_short_for_its_problems_says_so(tmp_path: Path) -> None:
    path = made(tmp_path, f"{HEAD}questions:\n" + "".join(f"  - x{i}\n" for i in range(5000)))
    problems = read_set(path).problems
    assert len(problems) == 1001
    assert "more problems than" in problems[-1].message


def test_many_questions_without_sources_are_each_reported(tmp_path: Path) -> None:
    drafts = "".join(f"  - id: q{i}\n    type: open\n    stem: s\n" for i in range(900))
    problems = read_set(made(tmp_path, f"{HEAD}questions:\n{drafts}")).problems
    missing = [p for p in problems if "`sources`" in p.message]
    assert len(missing) == len({p.line for p in missing}) >= 330


@pytest.mark.parametrize("name", ["questions", "not_asked"])
def test_where_reading_ends_for_unfit_entries_it_says_so(tmp_path: Path, name: str) -> None:
    entry = f"  - [{', '.join('x' * 4000)}]\n"
    problems = read_set(made(tmp_path, f"{HEAD}{name}:\n{entry * 9}")).problems
    assert ("unreadable", 11) in [(p.rule, p.line) for p in problems]


def test_folding_stops_where_it_would_cost_too_much() -> None:
    text = "½ " * 100 + "the end of it all"
    with patch.object(folding, "MAX_PIECES", 50):
        cut = folding.folded_text.__wrapped__(text)
        assert len(cut.pieces) == 50
        assert cut.passage(0, len(cut.text)) is not None
    assert locate(text, "the end of it all").how is How.EXACT


def test_sources_are_not_looked_for_without_end() -> None:
    document = Document("d", "Water is wet. " * 10)
    source = Source("d", "Earth is round.")
    cited = [Citation(str(at), source, None) for at in range(3)]
    with patch.object(grounding, "MAX_SEARCHED", grounding.PER_SOURCE):
        found = [fault(source, located, document) for _, located in ground(cited, {"d": document})]
    said = [one.message for one in found if one is not None]
    assert ["nowhere" in words for words in said] == [True, False, False]
    assert "too many sources" in said[1]


def test_a_question_may_be_larger_than_any_that_was_seen(tmp_path: Path) -> None:
    options = "".join(f"      - wrong option number {i}\n" for i in range(1000))
    large = question(1).replace("short-answer", "single-choice") + f"    distractors:\n{options}"
    assert read_set(made(tmp_path, f"{HEAD}questions:\n{large}")).set is not None


def test_a_long_set_may_have_a_syntax_error_and_is_read_all_the_same(tmp_path: Path) -> None:
    text = f"{HEAD}questions:\n" + "".join(question(i) for i in range(3000))
    broken = text.replace("stem: What is number 2000?", "stem: What: is: number")
    read = read_set(made(tmp_path, broken))
    assert [p.rule for p in read.problems] == ["syntax"]
    assert read.partial is not None
    assert len(read.partial.questions) >= 2998
