from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.core.grounding.selector import Selector
from quiz.core.revisions.anchor import Anchor
from quiz.errors import SetError
from quiz.store.revisions.lock import (
    Locked,
    dump_lock,
    read_lock,
    source_key,
    write_lock,
)
from quiz.store.revisions.lock_place import lock_path

FIRST = Locked("guide", "abc", Anchor("före ", "\nafter “it”", 12, 1, 500, 2, "AB_-90"))
SECOND = Locked("guide", "abc", Anchor("", "", 3, 2, 500, 0, "AB_-90"))
VERSION_1 = """{"version": 1, "sources": [
{"source": "one", "document": "guide", "hash": "abc", "before": "före ", "after": "x", \
"offset": 12, "occurrences": 1, "length": 500}
]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fire.yaml"


def test_a_lock_reads_back_as_written(path: Path) -> None:
    assert write_lock(path, {"one": FIRST, "two": SECOND})
    assert read_lock(path) == {"one": FIRST, "two": SECOND}
    assert lock_path(path).name == "fire.quiz-lock.json"


def test_a_lock_is_one_line_a_source_in_the_order_of_the_document() -> None:
    lines = dump_lock({"one": FIRST, "two": SECOND}).decode().splitlines()
    assert lines[0] == '{"version": 2, "documents": ['
    assert json.loads(lines[1]) == {"hash": "abc", "imprint": "AB_-90"}
    assert lines[2] == '], "sources": ['
    assert [json.loads(line.rstrip(","))["source"] for line in lines[3:-1]] == ["two", "one"]


def test_a_lock_of_version_1_is_read_and_written_anew_as_one_of_version_2(path: Path) -> None:
    lock_path(path).write_text(VERSION_1, "utf-8")
    lock = read_lock(path)
    assert lock == {"one": Locked("guide", "abc", Anchor("före ", "x", 12, 1, 500))}
    assert write_lock(path, lock)
    assert json.loads(lock_path(path).read_bytes())["version"] == 2
    assert read_lock(path) == lock


def test_each_state_of_a_document_keeps_its_own_imprint(path: Path) -> None:
    later = Locked("guide", "def", Anchor("", "", 3, 1, 500, 0, "CDEF"))
    unknown = Locked("guide", "ghi", Anchor("", "", 4, 1, 500))
    lock = {"one": FIRST, "two": SECOND, "three": later, "four": unknown}
    assert write_lock(path, lock)
    assert read_lock(path) == lock
    assert lock_path(path).read_text("utf-8").count("AB_-90") == 1


def test_the_same_state_gives_the_same_file_and_is_not_written_again(path: Path) -> None:
    assert dump_lock({"one": FIRST, "two": SECOND}) == dump_lock({"two": SECOND, "one": FIRST})
    assert write_lock(path, {"one": FIRST})
    assert not write_lock(path, {"one": FIRST})


def test_a_set_without_sources_gets_no_lock_file(path: Path) -> None:
    assert not write_lock(path, {})
    assert not lock_path(path).exists()
    assert read_lock(path) == {}


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"version": 1}',
        '{"version": 2, "sources": []}',
        '{"version": 3, "documents": [], "sources": []}',
        dump_lock({"one": FIRST}).decode().replace("AB_-90", "AB_-9"),
        dump_lock({"one": FIRST}).decode().replace("AB_-90", "AB+/90"),
        dump_lock({"one": FIRST}).decode().replace('"hash": "abc", "imp', '"hash": 1, "imp'),
        '{"version": 1, "sources": [1]}',
        '{"version": 1, "sources": [{"source": "x"}]}',
        dump_lock({"one": FIRST}).decode().replace('"offset": 12', '"offset": -1'),
        dump_lock({"one": FIRST}).decode().replace('"offset": 12', '"offset": true'),
        "<<<<<<< ours\n" + dump_lock({"one": FIRST}).decode(),
        "[" * 100_000,
    ],
)
def test_a_damaged_or_foreign_lock_is_an_error_that_names_the_file(
    path: Path, content: str
) -> None:
    lock_path(path).write_text(content)
    with pytest.raises(SetError) as caught:
        read_lock(path)
    assert caught.value.path == str(lock_path(path))
    assert caught.value.hint


def test_a_lock_stands_beside_the_file_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "fire.yaml", tmp_path / "link.yaml"
    real.write_text("")
    link.symlink_to(real)
    assert lock_path(link) == (tmp_path / "real" / "fire.quiz-lock.json").resolve()


def test_a_source_is_known_by_all_it_says() -> None:
    quoted = Selector("exact", "before", "after")
    keys = {
        source_key("guide", quoted),
        source_key("other", quoted),
        source_key("guide", Selector("exact", "before")),
        source_key("guide", Selector("exact", "", "after")),
        source_key("guide", Selector("Exact", "before", "after")),
    }
    assert len(keys) == 5


def test_a_lock_tells_which_text_of_the_document_it_counts(path: Path) -> None:
    read = Locked("guide", "abc", Anchor("a", "b", 3, 1, 500, 1, "AB_-90"), reading=True)
    assert write_lock(path, {"one": read, "two": FIRST})
    assert read_lock(path) == {"one": read, "two": FIRST}
    assert lock_path(path).read_text("utf-8").count("reading") == 1
