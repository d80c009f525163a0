"""The session as a state machine: laws that hold for any way through it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Verdict
from quiz.core.sessions.session import RETURN_AFTER, Session, Slot
from tests.effort import examples

PLAN = ("a", "b", "c", "d", "e")
STEPS = st.lists(st.sampled_from(["right", "wrong", "undo"]), max_size=40)


def walk(session: Session, steps: list[str]) -> Session:
    for step in steps:
        if step == "undo":
            session = session.undo() if session.answered else session
        elif session.current is not None:
            right = step == "right"
            verdict = Verdict.CORRECT if right else Verdict.WRONG
            session = session.respond(verdict, again=not right)
    return session


def test_questions_come_in_the_order_of_the_plan() -> None:
    session = Session.of(PLAN)
    asked = []
    while session.current is not None:
        asked.append(session.current.question)
        session = session.respond(Verdict.CORRECT, again=False)
    assert tuple(asked) == PLAN
    assert session.done == len(PLAN)


def test_a_question_named_twice_is_asked_once() -> None:
    assert Session.of(("a", "b", "a")).plan == ("a", "b")


def test_a_question_that_is_always_missed_returns_after_3_8_and_20_others_and_then_rests() -> None:
    session = Session.of(tuple(str(number) for number in range(60)))
    turns = []
    while session.current is not None:
        turns.append(session.current)
        missed = session.current.question == "0"
        session = session.respond(Verdict.WRONG if missed else Verdict.CORRECT, again=missed)
    mine = [at for at, slot in enumerate(turns) if slot.question == "0"]
    assert [after - before - 1 for before, after in pairwise(mine)] == [3, 8, 20]
    assert not session.answered[mine[-1]].again


def test_knowing_nothing_still_goes_through_the_whole_plan() -> None:
    session = Session.of(tuple(str(number) for number in range(116)))
    met: list[int] = []
    while session.current is not None:
        session = session.respond(Verdict.WRONG, again=True)
        met.append(len({answered.slot.question for answered in session.answered}))
    assert met[299] >= 300 // 4
    assert met[-1] == 116
    assert len(met) == 116 * (len(RETURN_AFTER) + 1)


def test_a_repeat_keeps_the_place_of_the_last_new_question() -> None:
    session = Session.of(PLAN)
    assert session.place == 1
    session = walk(session, ["wrong", "right"])
    assert session.place == 3
    session = walk(session, ["right", "right"])
    assert session.current == Slot("a", 1)
    assert session.place == 4
    session = walk(session, ["right"])
    assert (session.current, session.place) == (Slot("e"), 5)
    session = walk(session, ["right"])
    assert (session.current, session.place) == (None, 5)


def test_an_answer_keeps_the_name_it_has_in_the_history() -> None:
    session = Session.of(PLAN).respond(Verdict.CORRECT, again=False, review="uid")
    assert session.answered[0].review == "uid"
    assert Session.of(PLAN).respond(Verdict.CORRECT, again=False).answered[0].review == ""


def test_near_the_end_a_missed_question_returns_after_all_others() -> None:
    session = Session.of(("a", "b")).respond(Verdict.WRONG, again=True)
    assert [slot.question for slot in session.queue] == ["b", "a"]


def test_the_tally_counts_first_attempts() -> None:
    session = walk(Session.of(("a", "b")), ["wrong", "right", "right"])
    assert (session.tally.correct, session.tally.wrong, session.tally.repeats) == (1, 1, 1)
    assert session.tally.asked == 2


def test_nothing_can_be_answered_after_the_end() -> None:
    with pytest.raises(ValueError, match="over"):
        Session.of(()).respond(Verdict.CORRECT, again=False)


def test_nothing_can_be_undone_at_the_start() -> None:
    with pytest.raises(ValueError, match="nothing to undo"):
        Session.of(PLAN).undo()


@given(STEPS, st.booleans())
@settings(max_examples=examples(200), deadline=None)
def test_undo_takes_back_exactly_one_answer(steps: list[str], right: bool) -> None:
    before = walk(Session.of(PLAN), steps)
    if before.current is not None:
        after = before.respond(Verdict.CORRECT if right else Verdict.WRONG, again=not right)
        assert after.undo() == before


@given(STEPS)
@settings(max_examples=examples(200), deadline=None)
def test_undoing_everything_gives_the_beginning(steps: list[str]) -> None:
    session = walk(Session.of(PLAN), steps)
    while session.answered:
        session = session.undo()
    assert session == Session.of(PLAN)


@given(st.integers(1, 40), st.data())
@settings(max_examples=examples(100), deadline=None)
def test_any_answers_end_a_session_that_met_every_question(size: int, data: st.DataObject) -> None:
    plan = tuple(str(number) for number in range(size))
    session = Session.of(plan)
    while session.current is not None:
        slot, others = session.current, len(session.queue) - 1
        missed = data.draw(st.sampled_from([True, True, False]))
        session = session.respond(Verdict.WRONG if missed else Verdict.CORRECT, again=missed)
        waiting = [at for at, other in enumerate(session.queue) if other.question == slot.question]
        returns = missed and slot.attempt < len(RETURN_AFTER)
        assert waiting == ([min(RETURN_AFTER[slot.attempt], others)] if returns else [])
    assert {answered.slot.question for answered in session.answered} == set(plan)
    assert len(session.answered) <= size * (len(RETURN_AFTER) + 1)
    assert session.done == size


@given(st.lists(st.booleans(), max_size=80))
@settings(max_examples=examples(100), deadline=None)
def test_others_in_between_are_never_fewer_than_were_promised(misses: list[bool]) -> None:
    session = Session.of(tuple(str(number) for number in range(30)))
    promised: dict[str, int] = {}
    for turn, missed in enumerate(misses):
        if session.current is None:
            return
        question, attempt = session.current
        assert turn >= promised.get(question, 0)
        if missed and attempt < len(RETURN_AFTER):
            promised[question] = turn + 1 + min(RETURN_AFTER[attempt], len(session.queue) - 1)
        session = session.respond(Verdict.WRONG if missed else Verdict.CORRECT, again=missed)


@given(STEPS)
@settings(max_examples=examples(200), deadline=None)
def test_every_question_is_either_done_or_waits_exactly_once(steps: list[str]) -> None:
    session = walk(Session.of(PLAN), steps)
    waiting = [slot.question for slot in session.queue]
    assert len(set(waiting)) == len(waiting)
    assert session.done + len(waiting) == len(PLAN)


@given(STEPS)
@settings(max_examples=examples(100), deadline=None)
def test_replaying_the_answers_gives_the_same_session(steps: list[str]) -> None:
    session = walk(Session.of(PLAN), steps)
    replayed = Session.of(PLAN)
    for answered in session.answered:
        assert replayed.turned_to(answered.slot) == replayed
        replayed = replayed.respond(answered.verdict, again=answered.again, review=answered.review)
    assert replayed == session


def test_vanished_questions_drop_out() -> None:
    session = Session.of(PLAN).without({"a", "c"})
    assert [slot.question for slot in session.queue] == ["b", "d", "e"]
    assert session.plan == ("b", "d", "e")
