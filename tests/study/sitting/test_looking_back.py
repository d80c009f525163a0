"""Looking back at answers shows what was said then, and changes nothing."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

from quiz.core.grading.grading import Response
from quiz.core.questions.hints import LookedUp
from quiz.study.common.presented import Feedback
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.study.sitting.looking_back import of_questions, of_session
from quiz.study.sitting.reasons import UNSAID, reasons
from quiz.study.sitting.study import Study
from tests.effort import times
from tests.plain.nine_types import Clock, begin_all, only


def rows(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the history's file."""
    with closing(sqlite3.connect(workspace.history.path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: list(connection.execute(f"SELECT * FROM {name}")) for (name,) in names.fetchall()
        }


def act(study: Study, chance: random.Random) -> Feedback | None:
    """Something a learner does: help, and mostly an answer."""
    presented = study.presented
    if presented is None:
        return None
    if chance.random() < 0.3:
        study.hint()
    if chance.random() < 0.2:
        study.look_up(chance.choice([LookedUp.SECTION, LookedUp.PASSAGE]))
    given = presented.question.key if chance.random() < 0.6 else presented.question.wrong[:1]
    response = Response(tuple(given)) if given else Response(gave_up=True)
    outcome = study.answer(response)
    if not isinstance(outcome, Feedback):
        outcome = study.answer(Response(response.given, (True,) * len(outcome.grade.parts)))
    assert isinstance(outcome, Feedback)
    return outcome


def test_looking_back_at_any_moment_changes_no_row_and_no_order(
    workspace: Workspace, clock: Clock
) -> None:
    for turn in range(times(4, 40)):
        chance = random.Random(turn)
        study = begin(workspace, Request(all=True, seed=turn))
        assert study is not None
        told: list[Feedback] = []
        for _ in range(chance.randrange(1, 12)):
            found = act(study, chance)
            if found is None:
                break
            told.append(found)
            before, queue, shown = rows(workspace), study.session, study.feedback
            answers = of_session(workspace, study.record)
            index = chance.randrange(answers.count)
            back = answers.feedback(index)
            assert back is not None
            reasons(workspace.library, back)
            of_questions(workspace, [back.presented.uid], "").feedback(0)
            assert (rows(workspace), study.session, study.feedback) == (before, queue, shown)
            same_as_told(told[index], back)
            if chance.random() < 0.8:
                study.go_on()
            else:
                study.undo()
                told.pop()
        clock.pass_days(1)


def same_as_told(then: Feedback, back: Feedback) -> None:
    for part in ("response", "confidence", "rating", "helps", "looked_up", "evidence"):
        assert getattr(back, part) == getattr(then, part)
    assert back.grade == then.grade
    assert back.presented.options == then.presented.options
    assert back.presented.slot == then.presented.slot


def test_every_answer_to_a_question_is_found_over_all_sessions(
    workspace: Workspace, clock: Clock
) -> None:
    for text in ("Salt", "Gas"):
        only(workspace, "gas").answer(Response((text,)))
        clock.pass_days(1)
    answers = of_questions(workspace, ["bread/rest", "bread/gas"], "Both")
    assert [r.verdict for r in answers.reviews] == ["wrong", "correct"]


def test_an_answer_to_a_question_that_has_vanished_keeps_its_verdict(workspace: Workspace) -> None:
    study = only(workspace, "gas")
    study.answer(Response(("Salt",)))
    answers = of_session(workspace, study.record)
    workspace.library.entry("bread").path.write_text("id: bread\n", encoding="utf-8")
    workspace.library.reload("bread")
    assert answers.feedback(0) is None
    assert answers.reviews[0].verdict == "wrong"


def test_each_option_has_its_reason_and_the_passage_that_decides_it(workspace: Workspace) -> None:
    study = only(workspace, "gas")
    outcome = study.answer(Response(("Salt",)))
    assert isinstance(outcome, Feedback)
    found = {one.option: one for one in reasons(workspace.library, outcome)}
    assert tuple(found) == outcome.presented.options
    assert [one.number for one in found.values()] == [1, 2, 3][: len(found)]
    salt = found["Salt"]
    assert (salt.right, salt.text) == (False, "Salt is added, not made.")
    assert [item.source.exact for item in salt.evidence] == ["salt gives it taste"]
    (gas,) = (one for one in found.values() if one.right)
    assert "Yeast turns sugar into gas." in [item.source.exact for item in gas.evidence]
    others = [one for one in found.values() if not one.right and one.option != "Salt"]
    assert all(one.text == UNSAID and one.evidence == gas.evidence for one in others)


def test_every_type_explains_its_options_and_typed_ones_what_they_reject(
    workspace: Workspace,
) -> None:
    study = begin_all(workspace)
    while (presented := study.presented) is not None:
        outcome = study.answer(Response(gave_up=True))
        assert isinstance(outcome, Feedback)
        found = reasons(workspace.library, outcome)
        assert len(found) == len(presented.options)
        assert all(one.text for one in found)
        right = {one.option.lower() for one in found if one.right}
        assert right or not presented.options
        study.go_on()
