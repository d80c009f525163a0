"""A document with all that is asked about it; sessions held aside; which document is meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.documents.document import Document
from quiz.core.grading.grading import Response
from quiz.core.memory.mastery import Mastery
from quiz.errors import QuizError
from quiz.study.common.workspace import Workspace
from quiz.study.reading.finding_documents import documents_named, lone_document
from quiz.study.reading.reading import BATCH, Reading, cited_passages, read
from quiz.study.sitting.begin import begin_aside, begin_over
from quiz.study.sitting.study import Study
from quiz.study.today.overview import unfinished
from tests.plain.nine_types import SET, Clock, begin_all, only, workspace_over, write_set

OTHER = """id: second
title: Second helping
documents:
  loaf: documents/../documents/bread.txt
questions:
  - id: salt
    type: true-false
    stem: Salt gives taste.
    answer: "true"
    sources:
      - document: loaf
        exact: salt gives it taste
  - id: yeast
    type: true-false
    stem: Yeast makes gas.
    answer: "true"
    sources:
      - document: loaf
        exact: Yeast turns sugar into gas.
"""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    folder = tmp_path / "set"
    write_set(folder)
    write_set(folder, OTHER, "second")
    write_set(folder, SET.replace("id: bread", "id: broken").replace("answer: Gas", "x: y"), "no")
    with workspace_over(folder, tmp_path / "home", clock) as opened:
        yield opened


def bread(workspace: Workspace) -> Reading:
    return read(workspace, workspace.library.document("bread", "bread"))


def quoted(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {reading.document.quote(one.passage): one.questions for one in reading.marked}


def test_all_sound_sets_that_cite_the_file_count_and_only_grounded_proofs(
    workspace: Workspace,
) -> None:
    assert quoted(bread(workspace)) == {
        "Flour and water make a dough": ("bread/dough",),
        "salt gives it taste": ("second/salt",),
        "Yeast turns sugar into gas.": ("bread/gas", "bread/cloze", "second/yeast"),
        "The gas is held by gluten.": ("bread/held", "bread/gluten"),
        "A dough rests for 60 minutes.": ("bread/rest",),
        "First the oven is heated": ("bread/steps",),
        "the crust is done at 200 degrees": ("bread/crust",),
    }


def test_whichever_set_opens_it_the_same_stands_on_it(workspace: Workspace) -> None:
    other = read(workspace, workspace.library.document("second", "loaf"))
    assert quoted(other) == quoted(bread(workspace))


def test_states_follow_the_answers(workspace: Workspace, clock: Clock) -> None:
    study = Study.begin(workspace, ("bread/gas", "bread/held"), title="", seed=1)
    study.answer(Response(("Gas",)))
    study.go_on()
    study.answer(Response(gave_up=True))
    found = bread(workspace)
    assert found.states["bread/gas"] is Mastery.LEARNING
    assert found.states["bread/held"] is Mastery.MISSED
    assert found.states["bread/cloze"] is Mastery.NEVER
    states = {found.document.quote(m.passage): m.state for m in found.marked}
    assert states["Yeast turns sugar into gas."] is Mastery.NEVER
    assert states["The gas is held by gluten."] is Mastery.MISSED


def test_what_is_looked_up_once_serves_for_new_states(workspace: Workspace) -> None:
    before = bread(workspace)
    only(workspace, "gas").answer(Response(gave_up=True))
    after = read(workspace, before.document, before.cited)
    assert after.cited == before.cited
    assert after.states["bread/gas"] is Mastery.MISSED


def test_an_answer_that_was_changed_counts_as_never_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    only(workspace, "gas").answer(Response(("Gas",)))
    write_set(tmp_path / "set", SET.replace("answer: Gas", "answer: Much gas"))
    workspace.library.reload("bread")
    assert bread(workspace).states["bread/gas"] is Mastery.NEVER


def test_sections_count_their_questions_and_those_inside(workspace: Workspace) -> None:
    found = bread(workspace)
    counts = {row.section.title: row.counts.total for row in found.sections}
    assert counts == {"Bread": 10, "Making dough": 8, "Baking": 2}
    assert found.counts.total == 10


def test_a_section_is_asked_by_need(workspace: Workspace) -> None:
    only(workspace, "rest").answer(Response(gave_up=True))
    only(workspace, "gas").answer(Response(("Gas",)))
    found = bread(workspace)
    making = found.document.sections[1]
    asked = found.questions_in(making)
    assert set(asked) == {uid for uid, _ in found.cited} - {"bread/crust", "bread/steps"}
    assert asked[0] == "bread/rest"
    assert found.questions_in(making, limit=1) == ("bread/rest",)
    assert "bread/gas" not in found.questions_in(making, limit=7)


def test_a_place_is_in_its_innermost_section(workspace: Workspace) -> None:
    found = bread(workspace)
    text = found.document.text
    number = found.section_at(text.index("the oven"))
    assert number is not None
    assert found.document.sections[number].title == "Baking"
    assert found.section_at(0) == 0


def test_questions_are_looked_up_some_at_a_time(tmp_path: Path) -> None:
    head, body = SET.split("questions:\n")
    many = "".join(
        body[: body.index("  - id: dough")].replace("id: gas", f"id: gas{i}") for i in range(45)
    )
    with workspace_over(
        write_set(tmp_path / "s", f"{head}questions:\n{many}"), tmp_path / "h"
    ) as workspace:
        batches = list(
            cited_passages(workspace.library, workspace.library.document("bread", "bread"))
        )
    assert [len(batch) for batch in batches] == [BATCH, BATCH, 45 - 2 * BATCH]


def test_on_a_document_of_no_set_nothing_stands(workspace: Workspace) -> None:
    found = read(workspace, Document("lone", "Some text.", ""))
    assert (found.marked, found.counts.total, found.sections) == ((), 0, ())


# Sessions aside


def test_a_session_aside_leaves_the_older_one_open(workspace: Workspace) -> None:
    older = begin_all(workspace)
    aside = begin_aside(workspace, ("bread/gas",), title="Aside")
    assert aside.record.aside
    assert not older.record.aside
    first = unfinished(workspace)
    assert first is not None
    assert first.record.uid == aside.record.uid
    assert first.record.aside
    aside.finish()
    then = unfinished(workspace)
    assert then is not None
    assert then.record.uid == older.record.uid


def test_a_session_that_is_not_aside_ends_all_older_ones(workspace: Workspace) -> None:
    begin_all(workspace)
    begin_aside(workspace, ("bread/gas",), title="Aside")
    newest = begin_all(workspace)
    newest.finish()
    assert unfinished(workspace) is None


def test_answers_given_aside_are_ordinary_scheduled_reviews(workspace: Workspace) -> None:
    aside = begin_aside(workspace, ("bread/gas",), title="Aside")
    aside.answer(Response(("Gas",)))
    (review,) = workspace.history.reviews_of(aside.record.uid)
    assert review.scheduled
    assert "bread/gas" in workspace.history.memories()


def test_a_question_answered_aside_and_again_in_the_older_session_is_counted_twice_in_order(
    workspace: Workspace,
) -> None:
    older = only(workspace, "gas")
    begin_aside(workspace, ("bread/gas",), title="").answer(Response(gave_up=True))
    older.answer(Response(("Gas",)))
    memory = workspace.history.memories()["bread/gas"].memory
    assert memory.reviews == 2
    assert older.undo()
    assert workspace.history.memories()["bread/gas"].memory.reviews == 1


def test_missed_again_after_a_session_aside_is_aside_too(workspace: Workspace) -> None:
    older = begin_all(workspace)
    begin_aside(workspace, ("bread/gas",), title="").finish()
    begin_over(workspace, ("bread/gas",), aside=True).finish()
    left = unfinished(workspace)
    assert left is not None
    assert left.record.uid == older.record.uid


# Which document is meant


@pytest.mark.parametrize(
    "name", ["bread.txt", "bread", "Bre", "loaf", "second", "Second helping", "Baking bread"]
)
def test_a_document_is_meant_by_key_file_title_or_set(workspace: Workspace, name: str) -> None:
    (found,) = documents_named(workspace.library, name)
    assert Path(found.path).name == "bread.txt"


def test_a_document_is_meant_by_its_path(workspace: Workspace, tmp_path: Path) -> None:
    (found,) = documents_named(workspace.library, str(tmp_path / "set" / "documents" / "bread.txt"))
    assert found.key == "bread"


def test_for_an_unknown_document_the_nearest_is_named(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="no document 'braed'") as caught:
        documents_named(workspace.library, "braed")
    assert "bread" in str(caught.value.hint)
    with pytest.raises(QuizError) as caught:
        documents_named(workspace.library, "zzz")
    assert "there are: bread, loaf" in str(caught.value.hint)


def test_a_document_of_no_set_can_be_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "alone.md"
    path.write_text("# Alone\n\nText.\n", encoding="utf-8")
    found = lone_document(str(path))
    assert found is not None
    assert found.title == "Alone"
    assert lone_document(str(tmp_path / "nothing.md")) is None
    assert lone_document("word") is None
