from __future__ import annotations

from quiz.core.questions.question_set import QuestionSet
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.store.sharing.changes import Change, Kind, changes
from quiz.store.sharing.parcel import Parcel


def parcel(*questions: ShortAnswer | TrueFalse) -> Parcel:
    return Parcel({}, {"s.yaml": QuestionSet("s", "S", questions=questions)})


def asked(name: str, answer: str = "a", stem: str = "s") -> ShortAnswer:
    return ShortAnswer(id=name, stem=stem, answer=answer)


def test_a_question_that_came_or_went_is_told() -> None:
    found = list(changes(parcel(asked("old")), parcel(asked("new"))))
    assert [(one.question, one.kind) for one in found] == [("new", Kind.NEW), ("old", Kind.GONE)]


def test_another_answer_starts_anew_and_says_both() -> None:
    (found,) = changes(parcel(asked("q", "a")), parcel(asked("q", "b")))
    assert found == Change("s", "q", Kind.ANEW, "its answer was “a” and is “b”")


def test_another_type_starts_anew() -> None:
    (found,) = changes(parcel(asked("q")), parcel(TrueFalse(id="q", stem="s", answer=True)))
    assert found.why == "it was short-answer and is true-false"


def test_another_wording_keeps_what_was_learned() -> None:
    (found,) = changes(parcel(asked("q")), parcel(asked("q", stem="other")))
    assert (found.kind, found.why) == (Kind.REWORDED, "what was learned stays")


def test_what_stays_the_same_is_not_told() -> None:
    assert list(changes(parcel(asked("q")), parcel(asked("q")))) == []
