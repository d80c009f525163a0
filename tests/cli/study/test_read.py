"""`quiz read`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli
from tests.plain.nine_types import write_set
from tests.tui.terminal import Terminal


def test_without_a_terminal_the_text_is_printed_with_letters(cli: Cli) -> None:
    ran = cli("read", "sets/bread.yaml")
    assert (ran.status, ran.err) == (0, "")
    assert "N | Flour and water make a dough" in ran.out
    assert "  | Making dough" in ran.out
    assert "8 never asked" in ran.out
    assert "M missed last time   N never asked   L learning   K known" in ran.out


def test_a_document_is_found_with_the_sets_beside_it(cli: Cli) -> None:
    ran = cli("read", "sets/documents/bread.txt")
    assert ran.status == 0
    assert "8 never asked" in ran.out


def test_nothing_is_written_by_printing(cli: Cli) -> None:
    cli("read", "sets/bread.yaml")
    assert not (cli.home / "history.sqlite").exists()


def test_a_document_of_no_set_is_printed_all_the_same(cli: Cli) -> None:
    (cli.work / "alone").mkdir()
    (cli.work / "alone" / "lone.md").write_text("# Alone\n\nWords.\n", encoding="utf-8")
    ran = cli("read", "alone/lone.md")
    assert ran.status == 0
    assert "Alone: No question stands on this document." in ran.out


def test_an_unknown_document_is_refused_with_the_nearest_name(cli: Cli) -> None:
    ran = cli("read", "elektronic")
    assert ran.status == 2
    assert "there is no document 'elektronic'" in ran.err
    assert "did you mean 'electronic'?" in ran.err


def test_in_a_terminal_the_reader_opens_and_leaving_it_ends_the_program(tmp_path: Path) -> None:
    set_file = write_set(tmp_path / "set")
    with Terminal("read", str(set_file), home=tmp_path / "home") as terminal:
        terminal.wait_for("never asked 8")
        terminal.press("q")
        assert terminal.wait() == 0
