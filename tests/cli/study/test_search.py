from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.tui.terminal import Terminal

BREAD = ("--in", "sets")


def test_questions_and_passages_are_printed_with_their_places(cli: Cli) -> None:
    ran = cli("search", *BREAD, "held", "gas")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "sets/bread.yaml:30: Baking bread › Gas is held by salt.",
        "sets/documents/bread.txt:5: Bread › Making dough › line 5",
        "    The gas is held by gluten.",
    ]


def test_answers_of_questions_never_answered_are_shown_only_when_asked_for(cli: Cli) -> None:
    ran = cli("search", *BREAD, "gravel")
    assert "    in its answers or explanation (--answers shows it)\n" in ran.out
    assert "Gravel" not in ran.out
    assert "    option: Gravel\n" in cli("search", *BREAD, "gravel", "--answers").out


def test_nothing_found_is_a_status_and_a_suggestion(cli: Cli) -> None:
    ran = cli("search", *BREAD, "glutem")
    assert (ran.status, ran.out) == (1, "")
    assert "nothing has 'glutem'" in ran.err
    assert "did you mean: quiz search gluten\n" in ran.err
    assert "did you mean" not in cli("search", *BREAD, "zzzz").err


def test_a_freer_reading_is_said(cli: Cli) -> None:
    ran = cli("search", *BREAD, "glut")
    assert ran.status == 0
    assert "this has words that begin so" in ran.err


def test_json_has_offsets_into_the_texts_shown(cli: Cli) -> None:
    found = json.loads(cli("search", *BREAD, "gluten", "--answers", "--format", "json").out)
    assert found["search"] == "gluten"
    kinds = [hit["kind"] for hit in found["hits"]]
    assert kinds == ["explanation", "explanation", "document"]
    for hit in found["hits"]:
        (span,) = hit["text_marks"]
        assert hit["text"][slice(*span)] == "gluten"
    *_, passage = found["hits"]
    text = (cli.work / "sets" / "documents" / "bread.txt").read_text(encoding="utf-8")
    assert text[slice(*passage["passage"])] == "The gas is held by gluten."
    assert (passage["line"], passage["question"]) == (5, None)


def test_nothing_found_is_valid_json_too(cli: Cli) -> None:
    ran = cli("search", *BREAD, "glutem", "--format=json")
    assert (ran.status, ran.err) == (1, "")
    assert json.loads(ran.out) == {
        "search": "glutem",
        "note": "",
        "suggestion": "gluten",
        "hits": [],
    }


def test_the_limit_counts_questions_and_passages_apart(cli: Cli) -> None:
    found = json.loads(cli("search", *BREAD, "gas", "--limit", "1", "--format", "json").out)
    assert [bool(hit["question"]) for hit in found["hits"]] == [True, False]
    assert cli("search", "gas", "--limit", "0").status == 2


@pytest.mark.parametrize("words", ["NEAR(", '"', "stem:gas*", "a' OR 1=1 --", "^x {y} -z"])
def test_no_words_are_too_odd(cli: Cli, words: str) -> None:
    ran = cli("search", *BREAD, "--", words)
    assert ran.status in (0, 1)
    assert "went wrong" not in ran.err


def test_without_words_the_usage_is_said(cli: Cli) -> None:
    ran = cli("search")
    assert ran.status == 2
    assert "missing argument" in ran.err


def test_hostile_texts_reach_no_terminal(cli: Cli) -> None:
    path = cli.work / "sets" / "bread.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "stem: Gas is held by salt.", r'stem: "Gas \e]52;c;aGk=\a held [b] by \u202E salt"'
    )
    path.write_text(text, encoding="utf-8")
    for form in ("text", "json"):
        ran = cli("search", *BREAD, "held salt", "--format", form)
        assert "␛]52;c;aGk=␇ held [b] by ‹U+202E› salt" in ran.out
        assert not set(ran.out) & {"\x1b", "\x07", "\u202e"}


def test_on_a_terminal_what_was_found_is_bold(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cli.work)
    monkeypatch.delenv("NO_COLOR", raising=False)
    with Terminal("search", *BREAD, "gluten", home=cli.home) as terminal:
        terminal.wait_for("held by gluten")
        assert b"\x1b[1mgluten\x1b[0m" in terminal.painted


def test_searching_writes_no_history_and_keeps_its_index_beside_the_cache(cli: Cli) -> None:
    cli("search", *BREAD, "gas")
    assert not (cli.home / "history.sqlite").exists()
    database = sqlite3.connect(cli.home / "cache" / "search.sqlite")
    assert database.execute("SELECT count(*) FROM ids").fetchone() == (9,)
    database.close()


def test_a_cache_that_cannot_be_made_is_done_without(cli: Cli) -> None:
    cli.home.mkdir()
    Path(cli.home / "cache").write_text("in the way")
    ran = cli("search", *BREAD, "held gas")
    assert (ran.status, ran.err) == (0, "")
    assert "held by gluten" in ran.out
