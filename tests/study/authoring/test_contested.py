"""What a learner counts as right: kept as such, and suggested to the author, who may accept it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response, Verdict
from quiz.core.memory.scheduling import Rating
from quiz.errors import QuizError
from quiz.store.sets.reading import read_set
from quiz.study.authoring.contested import accept, suggestions
from quiz.study.common.presented import Feedback
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from quiz.study.statistics.certainty import certainty_figures
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.text.lines import ASCII, plain
from quiz.study.statistics.text.memory import certainty_lines
from tests.plain.nine_types import Person, hold, only, workspace_over, write_set


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_set(tmp_path / "sets")


@pytest.fixture
def workspace(path: Path, tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(path, tmp_path / "home") as workspace:
        yield workspace


def answered(workspace: Workspace, question: str, *given: str) -> Study:
    study = only(workspace, question)
    assert isinstance(study.answer(Response(given)), Feedback)
    return study


def contested(workspace: Workspace, question: str, *given: str) -> None:
    study = answered(workspace, question, *given)
    assert study.contest() is not None
    study.go_on()


def test_a_contested_miss_counts_and_is_kept_as_such(workspace: Workspace) -> None:
    study = answered(workspace, "gluten", "a protein")
    feedback = study.contest()
    assert feedback is not None
    assert feedback.grade.verdict is Verdict.CORRECT
    (review,) = workspace.history.reviews_of(study.record.uid)
    assert (review.verdict, review.rating) == ("correct", Rating.GOOD)
    assert '"contested": true' in review.response


@pytest.mark.parametrize(
    ("question", "given"), [("gluten", "gluten"), ("gas", "Water"), ("rest", "60 min")]
)
def test_only_a_typed_miss_can_be_contested(
    workspace: Workspace, question: str, given: str
) -> None:
    assert answered(workspace, question, given).contest() is None


def test_contested_wordings_are_suggested_the_most_frequent_first(workspace: Workspace) -> None:
    contested(workspace, "gluten", "a protein")
    contested(workspace, "cloze", "yeasts of bakers", "sucrose")
    contested(workspace, "gluten", "proteins of wheat")
    contested(workspace, "gluten", "proteins of wheat")
    found = [(one.question, one.gap, one.text, one.times) for one in suggestions(workspace)]
    assert found == [
        ("bread/gluten", 0, "proteins of wheat", 2),
        ("bread/cloze", 0, "yeasts of bakers", 1),
        ("bread/cloze", 1, "sucrose", 1),
        ("bread/gluten", 0, "a protein", 1),
    ]


def test_an_answer_taken_back_is_no_suggestion(workspace: Workspace) -> None:
    study = answered(workspace, "gluten", "a protein")
    study.contest()
    assert study.undo()
    assert suggestions(workspace) == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("    answer: gluten\n", "    answer: gluten\n    accept: [a protein]\n"),
        (
            "    answer: gluten\n    accept: [dough, lime]\n",
            "    answer: gluten\n    accept: [dough, lime, a protein]\n",
        ),
        (
            "    answer: gluten\n    accept:\n      - dough\n",
            "    answer: gluten\n    accept:\n      - dough\n      - a protein\n",
        ),
    ],
)
def test_an_author_accepts_them_in_the_file(
    path: Path, tmp_path: Path, answer: str, expected: str
) -> None:
    text = path.read_text("utf-8").replace("    answer: gluten\n", answer)
    path.write_text(text, "utf-8")
    with workspace_over(path, tmp_path / "home") as workspace:
        contested(workspace, "gluten", "a protein")
        (found,) = accept(workspace, "bread/gluten")
    assert found.text == "a protein"
    assert path.read_text("utf-8") == text.replace(answer, expected)
    assert read_set(path).set is not None


def test_a_gap_gets_its_variant(workspace: Workspace, path: Path) -> None:
    contested(workspace, "cloze", "yeast", "sucrose: sweet")
    accept(workspace, "bread/cloze")
    assert '"{{Yeast}} turns {{sugar|sucrose: sweet}} into gas."' in path.read_text("utf-8")
    assert read_set(path).set is not None


def test_without_a_suggestion_nothing_is_written(workspace: Workspace, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(QuizError, match="no wording is suggested"):
        accept(workspace, "bread/gluten")
    contested(workspace, "rest", "90")
    with pytest.raises(QuizError, match="takes a number"):
        accept(workspace, "bread/rest")
    assert path.read_bytes() == before


def test_in_lines_a_miss_is_contested_with_both_texts_side_by_side(workspace: Workspace) -> None:
    from io import StringIO

    from quiz.plain import study_plain

    output = StringIO()
    study = only(workspace, "gluten")
    study_plain(study, input=Person("a protein\n:count\ny\n\n"), output=output, width=80)
    said = output.getvalue()
    assert "You: a protein\nAnswer: gluten\nDoes yours say the same" in said
    assert "Counted as right" in said
    assert [one.text for one in suggestions(workspace)] == ["a protein"]


def test_statistics_tell_how_many_were_contested(workspace: Workspace) -> None:
    assert certainty_figures(Scope(workspace)).contested == 0
    answered(workspace, "gluten", '"contested": true')
    contested(workspace, "gluten", "a protein")
    contested(workspace, "cloze", "yeasts of bakers", "sucrose")
    found = certainty_figures(Scope(workspace))
    assert found.contested == 2
    assert certainty_figures(Scope(workspace, sets=("other",))).contested == 0
    told = [plain(line).strip() for line in certainty_lines(found, 80, ASCII)]
    assert "2 typed misses in the last year counted as right by you." in told


def test_what_counted_is_shown_beside_the_key(workspace: Workspace) -> None:
    assert "You: [-The G-]{+g+}luten\n" in hold(only(workspace, "gluten"), "The Gluten\n")
