from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz.core.checking.report import SetReport
from quiz.store.checking import cache as check_cache
from quiz.store.checking import checking
from quiz.store.checking.cache import CheckCache
from quiz.store.checking.run import check_sets
from quiz.store.library.found_files import Found
from tests.store.checking_sets import folder_with, one_question


@pytest.fixture
def found(tmp_path: Path) -> Found:
    path = folder_with(tmp_path) / "sea.yaml"
    path.write_text(one_question("{document: sea, exact: sing.}"), "utf-8")
    return Found(path, tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> CheckCache:
    return CheckCache(tmp_path / "cache")


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: object, **named: object) -> None:
        raise AssertionError("looked at again")

    monkeypatch.setattr(checking, "check_file", never)


def checked(found: Found, cache: CheckCache) -> SetReport:
    (report,) = check_sets([found], cache)
    return report


def test_an_unchanged_set_is_not_looked_at_again(
    found: Found, cache: CheckCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = checked(found, cache)
    refuse(monkeypatch)
    assert checked(found, cache) == first
    assert first.findings[0].related


@pytest.mark.parametrize("change", ["set", "document", "rules"])
def test_a_change_of_set_document_or_rules_is_noticed(
    found: Found, cache: CheckCache, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(found, cache)
    document = found.root / "documents" / "sea.txt"
    changed = found.path if change == "set" else document
    if change == "rules":
        monkeypatch.setattr(check_cache, "CHECKER", "other rules")
    else:
        times = changed.stat()
        text = changed.read_text("utf-8")
        changed.write_text(text.replace("sing.", "hums."), "utf-8")
        os.utime(changed, ns=(times.st_atime_ns, times.st_mtime_ns))
    refuse(monkeypatch)
    with pytest.raises(AssertionError, match="looked at again"):
        checked(found, cache)


def test_a_set_with_a_missing_document_is_looked_at_each_time(
    found: Found, cache: CheckCache
) -> None:
    document = found.root / "documents" / "sea.txt"
    text = document.read_text("utf-8")
    document.unlink()
    assert [one.rule for one in checked(found, cache).findings] == ["document-unreadable"]
    document.write_text(text, "utf-8")
    assert [one.rule for one in checked(found, cache).findings] == ["source-ambiguous"]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"set": 1}', "\x00", '{"checker": null}'])
def test_a_damaged_cache_is_as_good_as_none(found: Found, cache: CheckCache, damage: str) -> None:
    first = checked(found, cache)
    assert cache.folder is not None
    (kept,) = cache.folder.iterdir()
    kept.write_text(damage, "utf-8")
    assert checked(found, cache) == first


def test_a_kept_report_with_a_wrong_shape_is_not_used(found: Found, cache: CheckCache) -> None:
    first = checked(found, cache)
    assert cache.folder is not None
    (kept,) = cache.folder.iterdir()
    for old, new in (
        ('"related": [', '"related": 1, "x": ['),
        ('"findings": [[', '"findings": [[1, '),
    ):
        text = kept.read_text("utf-8")
        kept.write_text(text.replace(old, new), "utf-8")
        assert checked(found, cache) == first


def test_a_cache_that_cannot_be_written_is_no_error(found: Found, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    report = checked(found, CheckCache(tmp_path / "file" / "cache"))
    assert report.findings


def test_the_same_id_in_two_sets_is_an_error_at_the_second(found: Found, cache: CheckCache) -> None:
    other = found._replace(path=found.root / "other.yaml")
    other.path.write_text(found.path.read_text("utf-8") + "# and more\n", "utf-8")
    for _ in range(2):  # fresh, then from the cache
        first, second = check_sets([found, other], cache)
        assert "duplicate-set-id" not in [one.rule for one in first.findings]
        assert second.findings[0].rule == "duplicate-set-id"
        assert second.findings[0].related[0].path == str(found.path)


def test_an_identical_copy_of_a_set_is_no_rival(found: Found, cache: CheckCache) -> None:
    other = found._replace(path=found.root / "other.yaml")
    other.path.write_bytes(found.path.read_bytes())
    _, second = check_sets([found, other], cache)
    assert "duplicate-set-id" not in [one.rule for one in second.findings]


def test_a_copy_never_takes_the_id_from_what_it_is_a_copy_of(
    found: Found, cache: CheckCache
) -> None:
    copy = Found(found.path.with_name(f"{found.path.stem} copy.yaml"), found.root)
    copy.path.write_text(found.path.read_text("utf-8") + "\n# changed\n", "utf-8")
    first, second = check_sets([copy, found], cache)
    assert [one.rule for one in first.findings][:1] == ["duplicate-set-id"]
    assert first.findings[0].hint == "delete this copy, or give it an id of its own"
    assert "duplicate-set-id" not in [one.rule for one in second.findings]
