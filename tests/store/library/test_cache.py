from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.store.library.cache import READER, ParseCache
from quiz.store.library.contents import Cached, Parsed, open_contents
from quiz.store.sets.reading import SetFile, read_set
from tests.processes import run_python
from tests.store.sets.test_reading import WHOLE, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "set.yaml"
    path.write_text(WHOLE)
    age(path)
    return path


@pytest.fixture
def cache(tmp_path: Path) -> ParseCache:
    return ParseCache(tmp_path / "cache")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were really parsed."""
    files: list[Path] = []

    def spy(path: Path) -> SetFile:
        files.append(path)
        return read_set(path)

    monkeypatch.setattr("quiz.store.sets.reading.read_set", spy)
    return files


def age(path: Path, seconds: int = 3600) -> None:
    """Make the file look changed some time ago."""
    moment = path.stat().st_mtime_ns - seconds * 10**9
    os.utime(path, ns=(moment, moment))


def test_a_set_from_the_cache_equals_the_parsed_one(path: Path, cache: ParseCache) -> None:
    first, second = open_contents(path, cache), open_contents(path, cache)
    assert isinstance(first, Parsed)
    assert isinstance(second, Cached)
    ids = [row.id for row in first.index()]
    assert second.outline == first.outline
    assert second.index() == first.index()
    assert second.questions(ids) == first.questions(ids)
    whole = read_set(path).set
    assert whole is not None
    assert tuple(second.questions(ids)[id_] for id_ in ids) == whole.questions
    cache.close()


def test_problems_are_kept_too(path: Path, cache: ParseCache) -> None:
    path.write_text(WHOLE.replace("id: two", "id: one").replace("Think.", "&a x"))
    age(path)
    first, second = open_contents(path, cache), open_contents(path, cache)
    assert isinstance(second, Cached)
    assert [p.row() for p in second.outline.problems] == [p.row() for p in first.outline.problems]
    assert [str(p) for p in second.outline.problems] == [str(p) for p in first.outline.problems]
    assert len(second.outline.problems) == 2
    cache.close()


def test_an_unchanged_file_is_not_even_opened(
    path: Path, cache: ParseCache, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_contents(path, cache)
    monkeypatch.setattr("quiz.store.library.cache.read_bytes", None)
    open_contents(path, cache).questions(["one"])
    assert parsed == [path]
    cache.close()


def test_a_changed_file_is_parsed_again(path: Path, cache: ParseCache, parsed: list[Path]) -> None:
    open_contents(path, cache)
    path.write_text(WHOLE.replace("stem: Which?", "stem: What then?"))
    assert open_contents(path, cache).questions(["one"])["one"].stem == "What then?"
    assert len(parsed) == 2
    cache.close()


def test_a_change_of_the_same_size_is_noticed(path: Path, cache: ParseCache) -> None:
    open_contents(path, cache)
    path.write_text(WHOLE.replace("stem: Which?", "stem: Where?"))
    assert open_contents(path, cache).questions(["one"])["one"].stem == "Where?"
    cache.close()


def test_a_change_within_one_tick_of_the_file_clock_is_noticed(
    path: Path, cache: ParseCache
) -> None:
    path.touch()
    moment = path.stat().st_mtime_ns
    open_contents(path, cache)
    path.write_text(WHOLE.replace("stem: Which?", "stem: Where?"))
    os.utime(path, ns=(moment, moment))
    assert open_contents(path, cache).questions(["one"])["one"].stem == "Where?"
    cache.close()


def test_a_file_that_only_got_a_new_date_is_not_parsed_again(
    path: Path, cache: ParseCache, parsed: list[Path]
) -> None:
    open_contents(path, cache)
    age(path)
    assert isinstance(open_contents(path, cache), Cached)
    assert parsed == [path]
    cache.close()


def test_another_version_of_the_reader_parses_again(
    path: Path, cache: ParseCache, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_contents(path, cache)
    monkeypatch.setattr("quiz.store.library.cache.READER", READER + " other")
    open_contents(path, cache)
    assert len(parsed) == 2
    cache.close()


def spoil_text(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE files SET header = 'nonsense', rows = '[1', problems = '[[1]]'")
        database.execute('UPDATE payloads SET data = \'{"type": "open"}\'')
    database.close()


def spoil_header(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute('UPDATE files SET header = \'{"documents": 1, "count": 9}\'')
    database.close()


def other_version(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()


def remove(file: Path) -> None:
    file.unlink()


def no_database(file: Path) -> None:
    file.write_bytes(b"this is no database" * 500)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def zeros(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:200] + bytes(len(data) - 200))


DAMAGE = [spoil_text, spoil_header, other_version, remove, no_database, cut, zeros]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_is_survived(
    path: Path, cache: ParseCache, damage: Callable[[Path], None]
) -> None:
    first = open_contents(path, cache)
    cache.close()
    damage(cache.path)
    for _ in range(2):
        again = open_contents(path, ParseCache(cache.path.parent))
        assert again.outline == first.outline
        assert again.index() == first.index()
        assert json.loads(again.index_json()) == [list(row) for row in first.index()]
        assert again.questions(["nine"]) == first.questions(["nine"])
    assert isinstance(open_contents(path, ParseCache(cache.path.parent)), Cached)


@pytest.mark.parametrize("damage", [spoil_text, remove])
def test_a_cache_that_is_damaged_after_opening_is_survived(
    path: Path, cache: ParseCache, damage: Callable[[Path], None]
) -> None:
    open_contents(path, cache)
    second = open_contents(path, cache)
    cache.close()
    damage(cache.path)
    assert [row[0] for row in json.loads(second.index_json())][:2] == ["one", "two"]
    assert [row.id for row in second.index()][:2] == ["one", "two"]
    assert second.questions(["nine"])["nine"].id == "nine"
    cache.close()


def test_without_a_place_to_write_everything_is_parsed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = ParseCache(tmp_path / "file" / "cache")
    for _ in range(2):
        assert isinstance(open_contents(path, cache), Parsed)


def test_a_cache_kept_busy_by_another_program_is_survived(path: Path, cache: ParseCache) -> None:
    open_contents(path, cache)
    other = sqlite3.connect(cache.path)
    other.execute("BEGIN EXCLUSIVE")
    assert len(open_contents(path, cache).index()) == 9
    other.close()
    cache.close()


def test_the_cache_is_for_its_owner_only(path: Path, cache: ParseCache) -> None:
    open_contents(path, cache)
    assert cache.path.stat().st_mode & 0o777 == 0o600
    assert cache.path.parent.stat().st_mode & 0o777 == 0o700
    cache.close()


def test_files_parsed_long_ago_are_forgotten(
    path: Path, tmp_path: Path, cache: ParseCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.store.library.cache.MAX_FILES", 2)
    for name in ("a", "b", "c"):
        open_contents(read(tmp_path, WHOLE).path.rename(tmp_path / f"{name}.yaml"), cache)
    cache.close()
    with sqlite3.connect(cache.path) as database:
        rows = database.execute("SELECT path FROM files ORDER BY path").fetchall()
        (count,) = database.execute("SELECT count(DISTINCT file) FROM payloads").fetchone()
    database.close()
    assert [Path(row[0]).name for row in rows] == ["b.yaml", "c.yaml"]
    assert count == 2


def test_a_cached_set_is_opened_without_the_parser(path: Path, cache: ParseCache) -> None:
    open_contents(path, cache)
    cache.close()
    code = (
        "import sys; from pathlib import Path; from quiz.store.library.cache import ParseCache;"
        "from quiz.store.library.contents import open_contents;"
        "open_contents(Path(sys.argv[1]), ParseCache(Path(sys.argv[2]))).questions(['one']);"
        "print(sorted({'yaml', 'quiz.store.sets.reading', 'textual'} & set(sys.modules)))"
    )
    ran = run_python("-c", code, str(path), str(cache.path.parent), check=True)
    assert ran.stdout == "[]\n"
