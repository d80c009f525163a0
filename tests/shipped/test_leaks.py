"""No shipped question gives another's answer away, and no two ask the same fact."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from tests.shipped import leaks as measure
from tests.shipped import twins as facts
from tests.shipped.leaks import leaks
from tests.shipped.twins import twins

DRUG = ShortAnswer(
    id="drug", stem="Which drug is blamed?", answer="procaine", accept=("novocaine",)
)
LAYER = ShortAnswer(id="layer", stem="What must drugs get through?", answer="the stratum corneum")
ANGLE = Numeric(id="angle", stem="How far is the needle tilted?", answer="30", unit="degrees")
SHARE = SingleChoice(
    id="share", stem="How many report a rash?", answer="A majority", distractors=()
)


def given_away(monkeypatch: pytest.MonkeyPatch, victim: Question, giver: Question) -> bool:
    """Whether the measure says that `giver` shows the answer of `victim`."""
    pair = [("a/victim", victim), ("b/giver", giver)]
    monkeypatch.setattr(measure, "questions", lambda: iter(pair))
    return any(leak.victim == "a/victim" for leak in leaks())


def same_fact(monkeypatch: pytest.MonkeyPatch, left: Question, right: Question) -> bool:
    """Whether the measure says that both ask the same."""
    pair = [("a/left", left), ("b/right", right)]
    monkeypatch.setattr(facts, "questions", lambda: iter(pair))
    return any(twins())


def asking(stem: str = "Who tilts?", explanation: str = "", hint: str = "") -> ShortAnswer:
    return ShortAnswer(id="giver", stem=stem, answer="a doctor", explanation=explanation, hint=hint)


def gaps(*parts: str) -> Cloze:
    return Cloze(id="gaps", stem="", parts=parts, gaps=(("x",),))


def test_no_question_gives_another_away_over_all_sets() -> None:
    assert leaks() == []


def test_no_two_questions_ask_the_same_fact() -> None:
    assert list(twins()) == []


@pytest.mark.parametrize(
    ("victim", "giver"),
    [
        (DRUG, asking("Who injects the procaine?")),
        (DRUG, asking(explanation="Procaine is named there.")),
        (DRUG, asking(hint="Think of procaine.")),
        (DRUG, asking("Which drug is called Novocaine, the one they blame?")),
        (LAYER, asking(explanation="A layer, the stratum corneum, lies above.")),
        (ANGLE, asking("Who tilts by thirty degrees?")),
        (ANGLE, gaps("A needle at 30 degrees, by a ", ".")),
        (SHARE, asking(explanation="A majority get a rash.")),
        (
            DRUG,
            SingleChoice(
                id="s", stem="What is it?", answer="Water", distractors=(Distractor("Procaine"),)
            ),
        ),
    ],
    ids=lambda question: question.id,
)
def test_an_answer_in_a_text_of_another_question_is_seen(
    monkeypatch: pytest.MonkeyPatch, victim: Question, giver: Question
) -> None:
    assert given_away(monkeypatch, victim, giver)


@pytest.mark.parametrize(
    ("victim", "giver"),
    [
        (DRUG, asking("Which drug is used?")),
        (LAYER, asking(explanation="The stratum is not named.")),
        (ANGLE, asking("Which of thirty patients?")),
        (SHARE, asking(explanation="A majority of the articles says so.")),
    ],
    ids=lambda question: question.id,
)
def test_a_word_alone_is_no_answer(
    monkeypatch: pytest.MonkeyPatch, victim: Question, giver: Question
) -> None:
    assert not given_away(monkeypatch, victim, giver)


def test_the_same_answer_to_the_same_words_is_one_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    blamed = ShortAnswer(id="l", stem="What gets blamed for a rash?", answer="procaine")
    again = ShortAnswer(id="r", stem="Which rash is what blamed for?", answer="Procaine")
    other = ShortAnswer(id="r", stem="What numbs the skin?", answer="procaine")
    assert same_fact(monkeypatch, blamed, again)
    assert not same_fact(monkeypatch, blamed, other)
