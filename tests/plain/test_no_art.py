"""The line mode draws nothing: no boxes, bars or blocks, whatever is asked, read or counted."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from quiz.core.documents.document import Document
from quiz.core.grounding.selector import Selector
from quiz.core.grounding.sources import grounded_source
from quiz.plain import study_plain
from quiz.plain.telling import in_sentence
from tests.cli.running import Cli
from tests.plain.nine_types import begin_all, hold, workspace_over, write_set
from tests.tui.rendered_set import CITED, FILE, valves

DRAWN = {chr(code) for code in range(0x2500, 0x2900)}


def drawn(text: str) -> set[str]:
    return DRAWN & set(text)


def test_a_session_draws_nothing(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:
        said = hold(begin_all(workspace), ":hint\n:hint\n:hint\n:k\n" * 40)
        assert "____" in said
        assert not drawn(said)


def test_passages_of_tables_lists_and_quotations_draw_nothing(tmp_path: Path) -> None:
    with valves(tmp_path) as workspace:
        output = io.StringIO()
        study_plain(begin_all(workspace), input=io.StringIO("f\n"), output=output, width=80)
        assert "Leave the hall" in output.getvalue()
        assert not drawn(output.getvalue())


def test_reading_and_figures_draw_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_set(tmp_path / "work" / "sets")
    cli = Cli(tmp_path)
    monkeypatch.setenv("QUIZ_PLAIN", "1")
    path = tmp_path / "v.md"
    path.write_text(FILE, "utf-8")
    for ran in (
        cli("read", str(path)),
        cli("stats"),
        cli("search", "yeast", "--in", "sets"),
        cli(),
    ):
        assert ran.out
        assert not drawn(ran.out), ran.out


def test_a_proof_has_a_sentence_before_and_after_it() -> None:
    text = "Zero.\n\nOne is here. Two is here. Three is it. Four is here. Five.\n\nSix."
    document = Document("d", text, "d.txt")
    place = grounded_source(document, Selector("Three"))
    assert place is not None
    assert in_sentence(document, place) == "Two is here. “Three” is it. Four is here."
    first = grounded_source(document, Selector("One is here."))
    assert first is not None
    assert in_sentence(document, first) == "“One is here.” Two is here."


@pytest.mark.parametrize(("said", "lines"), [("1", True), ("0", False), ("", False)])
def test_the_environment_and_the_settings_choose_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, lines: bool
) -> None:
    from quiz.cli.common.lines import in_lines, lines_wanted

    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    monkeypatch.setenv("QUIZ_PLAIN", said)
    assert lines_wanted() is lines
    assert in_lines(plain=True)
    (tmp_path / "settings.toml").write_text("plain = true\n", "utf-8")
    assert lines_wanted() is (said != "0")
    (tmp_path / "settings.toml").write_text("plain = false\n", "utf-8")
    assert lines_wanted() is lines


def test_what_is_cited_is_told_as_before() -> None:
    document = Document("v", FILE, "v.md")
    for exact in CITED:
        if "\\n" not in exact:
            place = grounded_source(document, Selector(exact))
            assert place is None or "“" in in_sentence(document, place)
