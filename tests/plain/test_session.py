from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Confidence, Rating
from quiz.core.questions.options import shown_options
from quiz.core.questions.question import Question
from quiz.plain import study_plain
from quiz.plain.sitting import KEPT as TEXT
from quiz.plain.sitting import USUAL
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.study import Study
from quiz.study.today.overview import unfinished
from tests.plain.nine_types import (
    Clock,
    Person,
    begin_all,
    hold,
    only,
    right,
    workspace_over,
    write_set,
    wrong,
)

KEPT = TEXT.format(USUAL)
ONE_EACH = {
    *("single-choice", "multiple-choice", "true-false", "short-answer", "numeric"),
    *("cloze", "matching", "ordering", "open"),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:
        yield workspace


def script(study: Study, answer: Callable[[Question, tuple[str, ...]], str]) -> str:
    """One answer to each question of the plan, in order."""
    typed = []
    for uid in study.session.plan:
        question = study.workspace.library.question(uid)
        options = shown_options(question, f"{study.record.seed}/{uid}/0")
        typed.append(answer(question, options))
    return "".join(typed)


def ratings(study: Study) -> list[int]:
    return [review.rating for review in study.workspace.history.reviews_of(study.record.uid)]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_session_over_all_types_answered_right(workspace: Workspace) -> None:
    study = begin_all(workspace)
    assert {workspace.library.question(uid).type for uid in study.session.plan} == ONE_EACH
    said = hold(study, script(study, right))
    assert said.count("\nCorrect.\n") == 9
    assert "Session finished: 9 of 9 right at once." in said
    assert ratings(study) == [Rating.GOOD] * 9
    assert workspace.history.unfinished() is None


def test_a_session_over_all_types_answered_wrong(workspace: Workspace) -> None:
    study = begin_all(workspace)
    said = hold(study, script(study, wrong))
    assert said.count("\nWrong.\n") >= 3
    assert not re.search(r"^Correct", said, re.MULTILINE)
    assert "once more" in said
    assert set(ratings(study)) == {Rating.AGAIN}


def test_a_wrong_option_gets_its_own_reason_and_the_passage_against_it(
    workspace: Workspace,
) -> None:
    study = only(workspace, "gas")
    said = flat(hold(study, script(study, wrong)))
    assert "Answer: Gas You: Salt Yours: Salt is added, not made." in said
    assert "Why: Yeast feeds on sugar." in said
    assert "Source: Bread › Making dough › line 5 Flour and water make a dough" in said
    assert "taste. “Yeast turns sugar into gas.” The gas is held by gluten." in said
    assert "Against yours: Bread › Making dough › line 5" in said
    assert "Flour and water make a dough, and “salt gives it taste”. Yeast turns" in said
    assert "Schedule: comes again in this session." in said


def test_a_source_that_is_not_in_the_document_is_never_shown_as_a_passage(
    workspace: Workspace,
) -> None:
    said = flat(hold(only(workspace, "roles"), ":k\n"))
    assert "source not found in the document; the set quotes: “This sentence is nowhere.”" in said


def test_a_disputed_answer_shows_both_sides(workspace: Workspace) -> None:
    said = flat(hold(only(workspace, "crust"), "200\n\n1\n"))
    assert "But: Here no temperature is named." in said
    assert "Disputed by: Bread › Baking › line 9" in said
    assert "“at last it is baked”" in said


def test_points_of_an_open_answer_are_ticked_by_the_learner(workspace: Workspace) -> None:
    study = only(workspace, "crust")
    said = hold(study, "200 degrees\nsome say\n\n3\n1\n")
    assert "There is no option 3" in said
    assert "Partly right." in said
    assert "Right: A temperature\nMissing: Not everybody says so" in said
    response = workspace.history.reviews_of(study.record.uid)[0].response
    assert '"200 degrees\\nsome say"' in response
    assert '"judged": [true, false]' in response


@pytest.mark.parametrize(("decision", "verdict"), [("y", "Correct."), ("n", "Wrong.")])
def test_a_near_miss_is_for_the_learner_to_judge(
    workspace: Workspace, decision: str, verdict: str
) -> None:
    said = hold(only(workspace, "gluten"), f"glutten\nperhaps\n{decision}\n")
    assert "Close.\nYou: glut[-t-]en\nAnswer: gluten\n" in said
    assert "Type y or n." in said
    assert f"\n{verdict}\n" in said


def test_gaps_are_asked_one_by_one(workspace: Workspace) -> None:
    said = hold(only(workspace, "cloze"), "yeast\n\nsugar\n")
    assert "[gap 1] turns [gap 2] into gas." in said
    assert "gap 1> yeast\ngap 2> \ngap 2> sugar\n" in said
    assert "Correct." in said


def test_an_empty_line_is_no_answer(workspace: Workspace) -> None:
    study = only(workspace, "gas")
    hold(study, "\n\n  \n")
    assert ratings(study) == []


def test_an_unclear_or_incomplete_answer_is_asked_for_again(workspace: Workspace) -> None:
    study = only(workspace, "steps")
    said = hold(study, "7\n1 2\nsoon\n")
    assert "There is no option 7" in said
    assert "Put every item in order." in said
    assert ratings(study) == []


def test_end_of_input_keeps_the_session_at_the_same_question(tmp_path: Path) -> None:
    path, home, clock = write_set(tmp_path), tmp_path / "home", Clock()
    with workspace_over(path, home, clock) as workspace:
        study = begin_all(workspace)
        said = hold(study, right(*first(study)))
        assert said.endswith(f"{KEPT}\n")
        asked = said[said.rindex("Question ") : said.index(KEPT)]
    with workspace_over(path, home, clock) as workspace:
        waiting = unfinished(workspace)
        assert waiting is not None
        again = Study.resume(workspace, waiting.record)
        assert hold(again, "").startswith(asked)
        assert len(again.session.answered) == 1


def first(study: Study) -> tuple[Question, tuple[str, ...]]:
    presented = study.presented
    assert presented is not None
    return presented.question, presented.options


def test_an_open_judgement_is_taken_up_again(tmp_path: Path) -> None:
    path, home, clock = write_set(tmp_path), tmp_path / "home", Clock()
    with workspace_over(path, home, clock) as workspace:
        hold(only(workspace, "crust"), "200 degrees\n\n")
    with workspace_over(path, home, clock) as workspace:
        waiting = unfinished(workspace)
        assert waiting is not None
        said = hold(Study.resume(workspace, waiting.record), "1 2\n")
        assert "You: 200 degrees\nSource: Bread" in said
        assert "“the crust is done at 200 degrees”" in said[: said.index("Model answer: At 200")]
        assert "Session finished: 1 of 1 right at once." in said


def test_hints_that_were_taken_are_shown_again_and_count(tmp_path: Path) -> None:
    path, home, clock = write_set(tmp_path), tmp_path / "home", Clock()
    with workspace_over(path, home, clock) as workspace:
        hold(only(workspace, "rest"), ":hint\n")
    with workspace_over(path, home, clock) as workspace:
        waiting = unfinished(workspace)
        assert waiting is not None
        study = Study.resume(workspace, waiting.record)
        assert "Section: Bread › Making dough\n" in hold(study, "60\n")
        assert ratings(study) == [Rating.HARD]


def test_leaving_keeps_the_session(workspace: Workspace) -> None:
    study = begin_all(workspace)
    said = hold(study, ":q\n1\n")
    assert said.endswith(f"> :q\n{KEPT}\n")
    assert workspace.history.unfinished() == study.record


def test_undo_asks_the_last_question_again(workspace: Workspace) -> None:
    study = begin_all(workspace)
    answer = right(*first(study))
    said = hold(study, f":undo\n{answer}:undo\n")
    assert "There is nothing to undo." in said
    assert "Taken back." in said
    questions = re.findall(r"^Question .*\n.*\n.*", said, re.MULTILINE)
    assert len(questions) == 3
    assert questions[0] == questions[2] != questions[1]
    assert ratings(study) == []


@pytest.mark.parametrize(
    ("typed", "rating", "hints"),
    [
        ("60\n", Rating.GOOD, 0),
        (":hint\n60\n", Rating.HARD, 1),
        (":hint\n:hint\n60\n", Rating.AGAIN, 2),
        (":hint\n:hint\n:hint\n60\n", Rating.AGAIN, 2),
        (":unsure\n60\n", Rating.HARD, 0),
        (":guess\n60\n", Rating.AGAIN, 0),
        (":guess\n:guess\n60\n", Rating.GOOD, 0),
        (":k\n", Rating.AGAIN, 0),
    ],
)
def test_hints_and_confidence_land_in_the_history(
    workspace: Workspace, typed: str, rating: Rating, hints: int
) -> None:
    study = only(workspace, "rest")
    hold(study, typed)
    review = workspace.history.reviews_of(study.record.uid)[0]
    assert (review.rating, review.hints) == (rating, hints)


def test_hints_go_from_the_section_to_the_blanked_passage(workspace: Workspace) -> None:
    said = hold(only(workspace, "rest"), ":hint\n:hint\n:hint\n")
    assert "Section: Bread › Making dough\n" in said
    assert "Passage: A dough rests for _____.\n" in said
    assert "There is no further hint." in said


def test_giving_up_in_the_middle_of_an_answer_shows_it(workspace: Workspace) -> None:
    study = only(workspace, "cloze")
    said = hold(study, "yeast\n:k\n")
    assert "Now you know." in said
    assert workspace.history.reviews_of(study.record.uid)[0].confidence == Confidence.DONT_KNOW


def test_a_flag_goes_to_the_author(workspace: Workspace) -> None:
    said = hold(only(workspace, "rest"), ":flag\n:flag 90 is more usual\n")
    assert "Say what is wrong" in said
    flags = workspace.history.flags()
    assert [(flag.question, flag.comment) for flag in flags] == [("bread/rest", "90 is more usual")]
    assert Path(flags[0].path).is_absolute()
    assert flags[0].line == workspace.library.question("bread/rest").line


def test_two_colons_begin_an_answer(workspace: Workspace) -> None:
    study = only(workspace, "gluten")
    hold(study, "::hint\n")
    assert '[":hint"]' in workspace.history.reviews_of(study.record.uid)[0].response


def test_commands_that_make_no_sense_now_are_explained(workspace: Workspace) -> None:
    said = hold(only(workspace, "gluten"), ":easy\n:hnt\nglutten\n:undo\ny\n")
    assert "Not now: here you can type :hint, " in said
    assert "There is no command :hnt; did you mean 'hint'?" in said
    assert "Not now: here you can type :flag, :note, :bookmark, :q, :help." in said
    assert "Correct." in said


def test_help_names_every_command(workspace: Workspace) -> None:
    said = hold(only(workspace, "gluten"), ":help\n")
    assert all(f"  :{name}" in said for name in ("hint", "k", "undo", "flag TEXT", "q"))


def hold_with_person(study: Study, typed: str) -> str:
    output = io.StringIO()
    study_plain(study, input=Person(typed), output=output, width=80)
    return output.getvalue()


def test_a_person_at_a_terminal_can_read_the_verdict_before_going_on(workspace: Workspace) -> None:
    study = only(workspace, "rest")
    said = hold_with_person(study, "60\n:easy\n:flag fine\n\n")
    assert "> 60" not in said, "the terminal shows what is typed"
    assert "Enter to finish>" in said
    assert "(easy)" in said
    assert ratings(study) == [Rating.EASY]
    assert workspace.history.flags()[0].question == "bread/rest"
    assert "Session finished" in said


def test_the_last_answer_can_be_taken_back_before_the_end(workspace: Workspace) -> None:
    study = only(workspace, "rest")
    said = hold_with_person(study, "50\n:undo\n60\n\n")
    assert "Session finished: 1 of 1 right at once." in said
    assert ratings(study) == [Rating.GOOD]


def test_a_session_left_after_its_last_answer_is_finished(workspace: Workspace) -> None:
    said = hold_with_person(only(workspace, "rest"), "60\n:q\n")
    assert "Session finished" in said
    assert workspace.history.unfinished() is None


def test_cramming_moves_no_schedule(workspace: Workspace) -> None:
    study = begin_all(workspace, cram=True)
    said = hold(study, script(study, right))
    assert "Schedule: cram: the schedule stays as it is." in said
    assert workspace.history.memories() == {}


def test_the_summary_lists_what_was_missed(workspace: Workspace) -> None:
    said = hold(only(workspace, "gluten"), ":k\ngluten\n")
    assert "Session finished: 0 of 1 right at once.\n1 missed, 1 repeat.\n" in said
    assert "To look at again:\n  - What holds the gas?\n    answer: gluten\n" in said


def test_no_line_is_wider_than_asked(workspace: Workspace) -> None:
    study = begin_all(workspace)
    said = hold(study, script(study, right), width=40)
    assert max(len(line) for line in said.splitlines()) <= 40
