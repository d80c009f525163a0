"""Banks that want to break something: bounded, named, nothing written, nothing opened."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.formats.bank import bounded, xml
from quiz.formats.bank.bounded import BankFile, read_bank
from tests.formats.banks.reading import items, only

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1 or str()};" * 10}">' for i in range(1, 9)
)


def archive(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as found:
        for name, data in files.items():
            found.writestr(name.replace("__", "/"), data)
    return held.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_billion_laughs_are_refused_before_anything_is_parsed(encoding: str) -> None:
    bank = f'<?xml version="1.0"?>{LAUGHS}]><quiz>&a8;</quiz>'
    with pytest.raises(QuizError, match="declares entities"):
        items(bank.encode(encoding))


def test_a_file_outside_is_not_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", "utf-8")
    bank = f'<!DOCTYPE q [<!ENTITY x SYSTEM "{secret.as_uri()}">]><quiz>&x;</quiz>'
    with pytest.raises(QuizError, match="declares entities"):
        items(bank)


def test_a_document_type_elsewhere_is_not_fetched() -> None:
    question = (
        '<question type="truefalse"><questiontext><text>So?</text></questiontext>'
        '<answer fraction="100"><text>true</text></answer></question>'
    )
    bank = f'<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/q.dtd"><quiz>{question}</quiz>'
    assert only(bank).question is not None


def test_tags_are_counted_before_they_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MAX_TAGS", 100)
    with pytest.raises(QuizError, match="more than 100 tags"):
        items(f"<quiz>{'<a/>' * 101}</quiz>")


def test_deeply_nested_tags_do_no_harm() -> None:
    deep = "<b>" * 20_000 + "x" + "</b>" * 20_000
    text = f"<questiontext><text>{deep}</text></questiontext>"
    found = only(f"<quiz><question type='essay'>{text}</question></quiz>")
    assert found.question is not None
    assert found.question.stem == "x"


def test_a_bomb_in_an_archive_is_unpacked_to_its_bound_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounded, "MAX_TEXT_BYTES", 1_000_000)
    bomb = archive(
        xl__workbook=b"", **{"xl__workbook.xml": b"", "xl__worksheets__a.xml": b" " * 9_000_000}
    )
    with pytest.raises(QuizError, match="larger than"):
        BankFile("bomb.xlsx", bomb).archive.read("xl/worksheets/a.xml", 1_000_000)


def test_all_members_together_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MAX_UNPACKED", 1_500)
    found = BankFile("a.zip", archive(one=b"x" * 1_000, two=b"x" * 1_000)).archive
    assert len(found.read("one")) == 1_000
    with pytest.raises(QuizError, match="larger than"):
        found.read("two")


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    bank = BankFile("a.zip", archive(**{"../../evil.xml": b"<quiz/>", "/etc/evil.xml": b"<quiz/>"}))
    before = sorted(tmp_path.iterdir())
    assert bank.archive.read("../../evil.xml") == b"<quiz/>"
    assert sorted(tmp_path.iterdir()) == before


def test_locked_and_damaged_archives_are_named() -> None:
    with pytest.raises(QuizError, match="damaged"):
        BankFile("a.zip", b"PK\x03\x04" + b"x" * 100).archive.names  # noqa: B018
    whole = archive(one=b"hello " * 100)
    broken = whole.replace(whole[40:60], b"\x00" * 20)
    with pytest.raises(QuizError, match="damaged"):
        BankFile("a.zip", broken).archive.read("one")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Q{=a\n\n" * 2_000, "gift"),
        ("Q{" * 20_000, "gift"),
        ("Q{\n" + "\n" * 100_000 + "=a ~b}", "gift"),
        ("Q{" + "~%50%a" * 20_000 + "}", "gift"),
        ("[html]" + "<p><b" * 20_000 + "{=a ~b}", "gift"),
        ("[html]" + "<!--" * 20_000 + "{=a ~b}", "gift"),
        ("Q?\n" + "A. x\n" * 50_000 + "ANSWER: A", "aiken"),
        ("#separator:tab\n#html:true\n" + "{{c1::" * 10_000 + "\tx\n", "table"),
        ("\n" * 200_000 + "::", "gift"),
    ],
)
def test_what_is_repeated_without_end_is_read_in_its_time(text: str, form: str) -> None:
    for item in items(text, form):
        assert (item.question is None) == bool(item.reason)
        assert len(item.reason) <= 300
        assert all(len(change) <= 300 for change in item.changes)


def test_more_items_than_a_set_should_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.formats.banks.MAX_ITEMS", 3)
    with pytest.raises(QuizError, match="more than 3 questions"):
        items("Question,Answer\n" + "what,this\n" * 4)


def test_a_pipe_a_folder_and_what_is_too_large_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"x" * 2_000)
    monkeypatch.setattr(bounded, "MAX_BYTES", 1_000)
    for name, said in (
        ("pipe", "not a regular file"),
        ("", "not a regular file"),
        ("large", "larger"),
    ):
        with pytest.raises(QuizError, match=said):
            read_bank(tmp_path / name)


def test_what_would_act_on_a_terminal_or_a_spreadsheet_is_only_text() -> None:
    found = items('Question,Answer\n=HYPERLINK("http://x"),=1+1\n\x1b]52;c;x\x07so,\u202eon\n')
    texts = [
        text for item in found if item.question for text in (item.question.stem, *item.question.key)
    ]
    assert texts == ['=HYPERLINK("http://x")', "=1+1", "␛]52;c;x␇so", "‹U+202E›on"]
