"""Planning, resuming and the rest of a sitting, without a front end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Response, Verdict
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.core.sessions.session import Slot
from quiz.errors import HistoryError
from quiz.study.common.evidence import Role
from quiz.study.common.presented import Feedback, Judgement
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import asked_by, begin
from quiz.study.sitting.plan import plan
from quiz.study.sitting.study import Study
from quiz.study.sitting.wording import schedule_text
from quiz.study.today.overview import overview
from quiz.study.today.session_summary import coming_text, sum_up
from tests.plain.nine_types import SET, Clock, begin_all, only, workspace_over, write_set


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home", clock) as opened:
        yield opened


def answer(study: Study, *given: str, **kind: bool) -> Feedback:
    outcome = study.answer(Response(given, **kind))  # type: ignore[arg-type]
    assert isinstance(outcome, Feedback)
    return outcome


def test_no_more_new_questions_than_the_day_allows(workspace: Workspace) -> None:
    workspace.settings = type(workspace.settings)(new_per_day=4)
    assert len(plan(workspace, Request())) == 4
    assert len(plan(workspace, Request(new=2))) == 2
    assert len(plan(workspace, Request(all=True))) == 9
    study = only(workspace, "gas")
    answer(study, "Gas")
    assert len(plan(workspace, Request())) == 3


def test_a_session_is_no_longer_than_its_limit(workspace: Workspace) -> None:
    assert len(plan(workspace, Request(limit=5))) == 5
    workspace.settings = type(workspace.settings)(session_limit=3)
    assert len(plan(workspace, Request())) == 3


def test_only_what_was_answered_wrong(workspace: Workspace) -> None:
    answer(only(workspace, "gas"), "Gas")
    answer(only(workspace, "held"), "true")
    assert plan(workspace, Request(wrong=True)) == ("bread/held",)


def test_what_is_known_comes_when_it_is_due_and_not_before(
    workspace: Workspace, clock: Clock
) -> None:
    feedback = answer(only(workspace, "gas"), "Gas")
    assert feedback.days is not None
    assert feedback.days > 0
    assert "bread/gas" not in plan(workspace, Request(new=0))
    clock.pass_days(feedback.days)
    assert plan(workspace, Request(new=0)) == ("bread/gas",)


def test_a_missed_question_is_due_again_the_same_day(workspace: Workspace) -> None:
    assert answer(only(workspace, "gas"), "Salt").again
    assert plan(workspace, Request(new=0)) == ("bread/gas",)


def test_a_session_of_only_misses_ends_and_says_what_stays(workspace: Workspace) -> None:
    study = begin_all(workspace)
    said = []
    while study.presented is not None:
        said.append(schedule_text(answer(study, gave_up=True)))
        study.go_on()
    assert len(said) == 4 * 9
    assert said[0] == "comes again in this session"
    assert said[-1] == "enough for this session; it stays due today"
    assert workspace.history.unfinished() is None
    assert coming_text(sum_up(study)).startswith("9 were missed often enough for one session")


def test_an_older_session_in_which_misses_returned_for_ever_goes_on_to_new_questions(
    workspace: Workspace, clock: Clock
) -> None:
    study = begin_all(workspace)
    plan_of_old = study.session.plan
    first = plan_of_old[:4]
    for turn in range(24):  # four questions in turn, as older versions asked
        study.session = study.session.turned_to(Slot(first[turn % 4], turn // 4))
        answer(study, gave_up=True)
    record = workspace.history.unfinished()
    assert record is not None
    resumed = Study.resume(workspace, record)
    assert [slot.question for slot in resumed.session.queue] == list(plan_of_old[4:])
    assert len(resumed.session.answered) == 24
    answer(resumed, gave_up=True)
    again = Study.resume(workspace, record)
    assert again.session == resumed.session
    assert resumed.undo()
    assert Study.resume(workspace, record).session == resumed.session


@given(st.lists(st.sampled_from(["right", "wrong", "undo"]), max_size=30))
@settings(max_examples=15, deadline=None)
def test_a_session_goes_on_exactly_where_it_was_left(steps: list[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with workspace_over(write_set(folder / "set"), folder / "home") as workspace:
            study = begin_all(workspace)
            for step in steps:
                if step == "undo":
                    study.undo()
                elif (presented := study.presented) is not None:
                    right = step == "right" and presented.question.id == "gas"
                    answer(study, "Gas") if right else answer(study, gave_up=True)
                record = study.record
                assert Study.resume(workspace, record).session == study.session


def test_cramming_moves_nothing(workspace: Workspace) -> None:
    study = begin_all(workspace, cram=True)
    assert answer(study, gave_up=True).days is None
    assert workspace.history.memories() == {}


def test_another_answer_starts_memory_anew_and_says_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with workspace_over(write_set(tmp_path / "set"), home) as workspace:
        answer(only(workspace, "gluten"), "gluten")
    changed = write_set(tmp_path / "set", SET.replace("answer: gluten", "answer: glutenin"))
    with workspace_over(changed, home) as workspace:
        assert "bread/gluten" in plan(workspace, Request(new=99))
        presented = only(workspace, "gluten").presented
        assert presented is not None
        assert presented.restarted


def test_another_wording_keeps_the_memory(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with workspace_over(write_set(tmp_path / "set"), home) as workspace:
        answer(only(workspace, "gluten"), "gluten")
    changed = write_set(tmp_path / "set", SET.replace("What holds the gas?", "Which is it?"))
    with workspace_over(changed, home) as workspace:
        assert "bread/gluten" not in plan(workspace, Request(new=99))


def test_a_judgement_that_was_open_is_open_again_after_a_crash(tmp_path: Path) -> None:
    set_file, home = write_set(tmp_path / "set"), tmp_path / "home"
    with workspace_over(set_file, home) as workspace:
        study = only(workspace, "crust")
        study.confidence = Confidence.UNSURE
        assert isinstance(study.answer(Response(("hot",))), Judgement)
        record = workspace.history.unfinished()
    assert record is not None
    with workspace_over(set_file, home) as workspace:
        record = workspace.history.unfinished()
        assert record is not None
        study = Study.resume(workspace, record)
        pending = study.pending
        assert pending is not None
        assert pending.response.given == ("hot",)
        judged = study.answer(Response(("hot",), (True, True)))
        assert isinstance(judged, Feedback)
        assert judged.rating is Rating.HARD


def test_hints_taken_are_remembered_over_a_crash(tmp_path: Path) -> None:
    set_file, home = write_set(tmp_path / "set"), tmp_path / "home"
    with workspace_over(set_file, home) as workspace:
        assert only(workspace, "gas").hint() is not None
    with workspace_over(set_file, home) as workspace:
        record = workspace.history.unfinished()
        assert record is not None
        study = Study.resume(workspace, record)
        assert len(study.hints_taken) == 1
        assert answer(study, "Gas").rating is Rating.AGAIN


def test_a_question_taken_out_of_its_set_drops_out_of_the_session(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with workspace_over(write_set(tmp_path / "set"), home) as workspace:
        begin_all(workspace)
    text = SET[: SET.index("  - id: crust")]
    with workspace_over(write_set(tmp_path / "set", text), home) as workspace:
        record = workspace.history.unfinished()
        assert record is not None
        assert len(Study.resume(workspace, record).session.plan) == 8


def test_the_refuting_passage_of_a_chosen_option_comes_last(workspace: Workspace) -> None:
    feedback = answer(only(workspace, "gas"), "Salt")
    assert [item.role for item in feedback.evidence] == [Role.PROOF, Role.REFUTES]


def test_a_missing_document_is_said_and_the_question_still_asked(tmp_path: Path) -> None:
    set_file = write_set(tmp_path / "set")
    (tmp_path / "set" / "documents" / "bread.txt").unlink()
    with workspace_over(set_file, tmp_path / "home") as workspace:
        feedback = answer(only(workspace, "gas"), "Gas")
        assert feedback.grade.verdict is Verdict.CORRECT
        assert feedback.evidence[0].passage is None
        assert "bread.txt" in feedback.evidence[0].trouble


def test_a_new_session_takes_the_place_of_an_unfinished_one(workspace: Workspace) -> None:
    begin_all(workspace)
    second = begin_all(workspace)
    second.finish()
    assert workspace.history.unfinished() is None


def test_the_same_request_finds_its_unfinished_session(workspace: Workspace) -> None:
    request = Request(sets=("bread",), all=True)
    study = begin(workspace, request)
    assert study is not None
    assert asked_by(study.record, request)
    assert not asked_by(study.record, Request(sets=("bread",)))


def test_an_answer_that_cannot_be_kept_changes_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = only(workspace, "gas")

    def full(*_: object, **__: object) -> None:
        raise HistoryError("the disk is full")

    monkeypatch.setattr(workspace.history, "record", full)
    with pytest.raises(HistoryError):
        study.answer(Response(("Gas",)))
    assert study.presented is not None
    assert study.session.answered == ()


def test_too_easy_that_cannot_be_kept_leaves_the_first_rating(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = only(workspace, "gas")
    answer(study, "Gas")
    before = study.session

    def full(*_: object, **__: object) -> None:
        raise HistoryError("the disk is full")

    monkeypatch.setattr(workspace.history, "record", full)
    with pytest.raises(HistoryError):
        study.mark_easy()
    assert study.session == before


def test_the_overview_counts_what_a_session_would_ask(workspace: Workspace, clock: Clock) -> None:
    workspace.settings = type(workspace.settings)(new_per_day=4)
    now = overview(workspace)
    assert (now.due, now.new, now.left_open) == (0, 4, ())
    answer(only(workspace, "gas"), "Gas")
    clock.pass_days(30)
    now = overview(workspace)
    assert (now.due, now.new) == (1, 4)
    assert (now.rows[0].due, now.rows[0].new) == (1, 8)


def test_a_set_that_compares_documents_waits_for_the_sets_about_each(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    write_set(folder)
    (folder / "documents" / "other.txt").write_text("Other\n\nA second text.\n", encoding="utf-8")
    head = "title: T\ndocuments:\n  a: documents/bread.txt\n  b: documents/other.txt\nquestions:\n"
    question = (
        "  - id: {id}\n    type: short-answer\n    stem: What?\n    answer: it\n    sources:\n"
        "      - {{document: {key}, exact: {exact}}}\n"
    )
    body = question.format(id="one", key="a", exact="Yeast turns sugar into gas.")
    body += question.format(id="two", key="b", exact="A second text.")
    (folder / "a-both.yaml").write_text(f"id: a-both\n{head}{body}", encoding="utf-8")
    with workspace_over(folder, tmp_path / "home") as workspace:
        assert [uid for uid in plan(workspace, Request(new=9)) if uid.startswith("a-both")] == []
        assert (
            len([uid for uid in plan(workspace, Request(new=99)) if uid.startswith("a-both")]) == 2
        )
