"""`quiz convert`, and the same before `quiz new`, as an instructor runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.formats.documents.making import column, pdf

ALARM = """\
When the alarm sounds everybody leaves the building by the near-
est stairs. Wardens look into every room of their floor and tell
the fire service who is missing."""


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """The command, in a folder with a PDF."""
    cli = Cli(tmp_path)
    cli.work.mkdir()
    write(cli, ALARM)
    return cli


def write(cli: Cli, text: str, name: str = "plan.pdf") -> None:
    data = pdf([[], column(text, 70, 700)], title="Fire plan", labels="0 << /S /D /St 79 >>")
    (cli.work / name).write_bytes(data)


def document(cli: Cli) -> Path:
    return cli.work / "documents" / "plan.md"


def test_a_document_is_made_and_says_where_it_comes_from(cli: Cli) -> None:
    done = cli("convert", "plan.pdf")
    assert done.status == 0, done.err
    assert "wrote documents/plan.md from plan.pdf: 28 words, 0 headings" in done.out
    assert "these pages have no text: 79" in done.out
    text = document(cli).read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: 'Fire plan'\norigin: 'plan.pdf'\norigin_sha256: '")
    assert "by the nearest stairs." in text


def test_the_same_file_again_changes_nothing(cli: Cli) -> None:
    cli("convert", "plan.pdf")
    before = document(cli).stat().st_mtime_ns
    done = cli("convert", "plan.pdf")
    assert "made from this plan.pdf already" in done.out
    assert document(cli).stat().st_mtime_ns == before


def test_a_newer_file_is_converted_again_and_its_set_can_follow(cli: Cli) -> None:
    assert cli("new", "plan.pdf").status == 0
    write(cli, ALARM.replace("everybody leaves", "all people leave"))
    done = cli("convert", "plan.pdf")
    assert "quiz reanchor plan.yaml" in done.out
    assert "all people leave" in document(cli).read_text(encoding="utf-8")


def test_what_was_edited_by_hand_is_overwritten_only_on_request(cli: Cli) -> None:
    cli("convert", "plan.pdf")
    edited = document(cli).read_text(encoding="utf-8") + "\nMy remark.\n"
    document(cli).write_text(edited, encoding="utf-8")
    assert cli("convert", "plan.pdf").status == 0  # nothing newer to convert
    write(cli, ALARM + " Twice.")
    done = cli("convert", "plan.pdf")
    assert done.status == 2
    assert "edited by hand" in done.err
    assert "--force" in done.err
    assert document(cli).read_text(encoding="utf-8") == edited
    assert cli("convert", "plan.pdf", "--force").status == 0
    assert "My remark" not in document(cli).read_text(encoding="utf-8")


def test_a_document_written_by_hand_is_not_overwritten(cli: Cli) -> None:
    document(cli).parent.mkdir()
    document(cli).write_text("Mine.\n", encoding="utf-8")
    done = cli("convert", "plan.pdf")
    assert "wrote documents/plan-pdf.md" in done.out
    done = cli("convert", "plan.pdf", "-o", "documents/plan.md")
    assert done.status == 2
    assert "not made from plan.pdf" in done.err
    assert document(cli).read_text(encoding="utf-8") == "Mine.\n"


def test_one_bad_file_does_not_keep_the_others_from_it(cli: Cli) -> None:
    (cli.work / "a.png").write_bytes(b"\x89PNG\r\n")
    done = cli("convert", "a.png", "missing.pdf", "plan.pdf")
    assert done.status == 2
    assert "a.png: this is a picture" in done.err
    assert "missing.pdf: there is no such file" in done.err
    assert document(cli).exists()


def test_a_new_set_about_a_pdf_is_sound_and_cites_its_pages(cli: Cli) -> None:
    done = cli("new", "plan.pdf")
    assert done.status == 0, done.err
    assert "plan.pdf is no text: a document is made of it first" in done.err
    assert cli("check", "plan.yaml", "--fail-on", "warning").status == 0
    shown = cli("study", "--plain", "plan.yaml", typed=":k\n\n")
    assert "Fire plan (plan.pdf) › page 80" in shown.out
    assert "[page 80]" in cli("coverage", "plan.yaml").out
    assert '"page": "page 80"' in cli("coverage", "plan.yaml", "--format", "json").out


def test_check_names_what_a_document_is_and_the_command_that_helps(cli: Cli) -> None:
    cli("new", "plan.pdf")
    (cli.work / "documents" / "a.txt").write_bytes(b"%PDF-1.7\nx")
    text = (cli.work / "plan.yaml").read_text(encoding="utf-8")
    (cli.work / "plan.yaml").write_text(text.replace("plan.md", "a.txt"), encoding="utf-8")
    done = cli("check", "plan.yaml")
    assert done.status != 0
    assert "a PDF file, no text" in done.out
    assert "quiz convert documents/a.txt" in done.out


def test_html_in_a_markdown_file_is_converted_beside_it(cli: Cli) -> None:
    folder = cli.work / "documents"
    folder.mkdir()
    (folder / "page.md").write_text("<!doctype html><html><p>Leave.</html>", encoding="utf-8")
    assert cli("convert", "documents/page.md").status == 0
    assert "Leave." in (folder / "page-converted.md").read_text(encoding="utf-8")
    assert cli("convert", "documents/page-converted.md").status == 0
