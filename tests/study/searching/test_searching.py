"""Search as learners see it: marks, places, and nothing given away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.core.documents.document import Document
from quiz.core.documents.search_terms import parse_terms
from quiz.core.documents.units import UNIT, units
from quiz.core.questions.question import Field
from quiz.errors import QuizError
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.study.common.workspace import Workspace
from quiz.study.searching.searching import Hit, Kind, Search, search
from quiz.study.searching.snippets import LENGTH, Snippet, snippet
from tests import TOP
from tests.plain.nine_types import DOCUMENT, SET, hold, only, right, workspace_over, write_set


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as opened:
        yield opened


def marked(shown: Snippet) -> list[str]:
    return [shown.text[start:end] for start, end in shown.marks]


def questions(hits: tuple[Hit, ...]) -> dict[str, Hit]:
    return {hit.uid.partition("/")[2]: hit for hit in hits if hit.uid}


def answer(workspace: Workspace, question_id: str) -> None:
    study = only(workspace, question_id)
    assert study.presented is not None
    hold(study, right(study.presented.question, study.presented.options))


def test_a_stem_is_shown_with_what_was_found_marked_in_it(workspace: Workspace) -> None:
    hit = questions(search(workspace, "SUGAR yeast").hits)["gas"]
    assert (hit.kind, hit.uid, hit.set_id) == (Kind.QUESTION, "bread/gas", "bread")
    assert hit.title.text == "What does yeast make of sugar?"
    assert marked(hit.title) == ["yeast", "sugar"]
    assert (hit.text, hit.hidden) == (Snippet(), False)
    path, line = workspace.library.place("bread/gas")
    assert (hit.path, hit.line) == (str(path), line)


@pytest.mark.parametrize("typed", ["gluten", "gravel", '"feeds on"', "lifts", "temperature"])
def test_of_a_question_never_answered_nothing_but_the_stem_is_shown(
    workspace: Workspace, typed: str
) -> None:
    for hit in questions(search(workspace, typed).hits).values():
        assert (hit.kind, hit.hidden) == (Kind.EXPLANATION, True)
        assert hit.text == Snippet()
        assert hit.part is Field.EXPLANATION, "an option is told apart from the answer by nothing"


@pytest.mark.parametrize(
    ("typed", "question_id", "part", "text"),
    [
        ("gluten", "gluten", Field.ANSWER, "gluten"),
        ("gluten", "held", Field.EXPLANATION, "It is held by gluten."),
        ("gravel", "dough", Field.OPTION, "Gravel"),
        ("feeds", "gas", Field.EXPLANATION, "Yeast feeds on sugar."),
        ("lifts", "gas", Field.EXPLANATION, "It lifts the dough."),
        ("minutes", "rest", Field.ANSWER, "60 minutes"),
        ("noise", "roles", Field.OPTION, "Noise"),
        ('"turns sugar"', "cloze", Field.ANSWER, "Yeast turns sugar into gas."),
    ],
)
def test_the_rest_is_shown_when_asked_for_and_after_an_answer(
    workspace: Workspace, typed: str, question_id: str, part: Field, text: str
) -> None:
    asked_for = questions(search(workspace, typed, reveal=True).hits)[question_id]
    assert (asked_for.part, asked_for.text.text, asked_for.hidden) == (part, text, False)
    assert marked(asked_for.text)
    answer(workspace, question_id)
    after = questions(search(workspace, typed).hits)[question_id]
    assert (asked_for.state, after.state) == ("never asked", "due in 2 days")
    assert replace(after, state=asked_for.state) == asked_for


def test_the_gaps_of_a_cloze_stay_closed(workspace: Workspace) -> None:
    hit = questions(search(workspace, "turns").hits)["cloze"]
    assert hit.text.text == "____ turns ____ into gas."
    assert not questions(search(workspace, '"yeast turns"').hits)["cloze"].text.text


def test_a_passage_is_the_sentence_with_the_words_and_its_place(workspace: Workspace) -> None:
    (hit,) = (hit for hit in search(workspace, "held gluten").hits if hit.kind is Kind.DOCUMENT)
    assert hit.passage is not None
    assert DOCUMENT[hit.passage.start : hit.passage.end] == "The gas is held by gluten."
    assert (hit.set_id, hit.document, hit.line) == ("bread", "bread", 5)
    assert hit.title.text == "Bread › Making dough"
    assert (hit.text.text, marked(hit.text)) == ("The gas is held by gluten.", ["held", "gluten"])
    assert Path(hit.path).samefile(
        workspace.library.entry("bread").path.parent / "documents/bread.txt"
    )


def test_the_line_is_that_of_the_sentence_not_of_its_paragraph(tmp_path: Path) -> None:
    path = write_set(tmp_path / "set")
    text = "Title\n\nFirst one here.\nSecond one\nthere. Third sentence\nof gluten.\n"
    (path.parent / "documents" / "bread.txt").write_text(text, encoding="utf-8")
    with workspace_over(path, tmp_path / "home") as workspace:
        (hit,) = (hit for hit in search(workspace, "third").hits if hit.passage)
        assert (hit.line, hit.text.text) == (5, "Third sentence of gluten.")


def test_questions_come_before_passages_and_each_kind_has_its_limit(workspace: Workspace) -> None:
    kinds = [hit.kind is Kind.DOCUMENT for hit in search(workspace, "gas").hits]
    assert kinds == sorted(kinds)
    assert [hit.kind is Kind.DOCUMENT for hit in search(workspace, "gas", 1).hits] == [False, True]


def test_words_are_read_more_freely_when_nothing_has_them_and_it_is_said(
    workspace: Workspace,
) -> None:
    assert search(workspace, "sugar").note == ""
    begun = search(workspace, "sug yea")
    assert (begun.note, set(questions(begun.hits))) == ("words that begin so", {"gas", "cloze"})
    some = search(workspace, "gravel minutes")
    assert (some.note, set(questions(some.hits))) == ("some of the words", {"dough", "rest"})


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("glutem", "gluten"),
        ("gas glutem", "gas gluten"),
        ('"turns sugar" glutem', '"turns sugar" gluten'),
        ("gluten", ""),
        ("zzzz", ""),
        ("", ""),
    ],
)
def test_a_word_that_is_nowhere_is_replaced_by_one_like_it(
    workspace: Workspace, typed: str, suggestion: str
) -> None:
    assert search(workspace, typed).suggestion == suggestion


def test_a_question_that_has_gone_since_is_left_out(workspace: Workspace) -> None:
    with Search(workspace) as opened:
        for _ in opened.refresh():
            pass
        path = workspace.library.entry("bread").path
        path.write_text(SET.replace("id: gas\n", "id: air\n"), encoding="utf-8")
        workspace.library.reload("bread")
        assert "gas" not in questions(opened.find("sugar").hits)
        assert "cloze" in questions(opened.find("sugar").hits)


def test_a_failing_history_is_said(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise QuizError("the history failed")

    monkeypatch.setattr(History, "memory", fail)
    with pytest.raises(QuizError, match="the history failed"):
        search(workspace, "gluten")


def test_every_text_of_the_shipped_questions_is_found_where_it_stands(tmp_path: Path) -> None:
    shipped = TOP / "questions"
    with workspace_over(shipped, tmp_path / "home") as workspace, Search(workspace) as opened:
        for _ in opened.refresh():
            pass
        entry = next(entry for entry in workspace.library.sets if entry.ok)
        for question in workspace.library.question_set(entry.id).questions[::7]:
            for part, text in question.texts():
                phrase = " ".join(text.replace('"', " ").split()[:8])
                hits = questions(opened.find(f'"{phrase}"', 200, reveal=True).hits)
                assert question.id in hits, (part, phrase)


# Snippets


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = f"{'before ' * 80}needle {'after ' * 80}"
    shown = snippet(text, parse_terms("needle"))
    assert marked(shown) == ["needle"]
    assert shown.text.startswith("… before")
    assert shown.text.endswith("after …")
    assert len(shown.text) <= LENGTH + 4
    assert set(shown.text.split()) == {"…", "before", "needle", "after"}, "no word is cut"


@pytest.mark.parametrize("text", ["x" * 1000, "needle" + "x" * 1000, "", "needle", " \n needle\n"])
def test_any_text_makes_a_snippet(text: str) -> None:
    assert len(snippet(text, parse_terms("needle")).text) <= LENGTH + 4


# Units


def test_the_units_of_a_document_hold_all_its_words_once_and_in_order() -> None:
    document = Document("d", DOCUMENT)
    found = list(units(document))
    assert " ".join(DOCUMENT[u.start : u.end] for u in found).split() == DOCUMENT.split()
    for unit in found:
        assert unit.start == unit.sentences[0].start
        assert unit.end == unit.sentences[-1].end


def test_all_that_is_read_of_markdown_is_in_its_units() -> None:
    text = "# T\n\nA [link](http://e.org).\n\n<http://e.org>\n\n"
    text += "| A | B |\n|---|---|\n| c | d |\n\nT\n: M"
    document = Document("d", text, "d.md")
    found = [document.text[u.start : u.end] for u in units(document)]
    assert found == ["T", "A link.", "http://e.org", "A  B", "c  d", "T", "M"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    document = Document("d", "This is one sentence of it. " * 200)
    found = list(units(document))
    assert len(found) > 4
    assert all(unit.end - unit.start <= UNIT for unit in found)
    assert sum(len(unit.sentences) for unit in found) == 200


def test_search_opens_no_library_of_its_own(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "open", None)
    assert search(workspace, "gluten").hits
