from __future__ import annotations

import pytest

from quiz.core.documents.document import Document
from quiz.core.drafting.drafts import Drafts, suits
from quiz.core.drafting.facts import Kind, facts
from quiz.core.drafting.offer import Offer
from quiz.core.drafting.peers import Peers
from quiz.core.drafting.statements import turned
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.text.passages import Passage

TEXT = """\
# Kettles

A descaler is a mild acid that dissolves limescale. The tank holds 12 litres of water.
The pump runs for 40 minutes every night. The valve must not be opened under load.
The filter lasts 6 months in hard water. The heater draws 30 litres of air.

1. Fill the tank with cold water.
2. Close the lid of the kettle.
3. Press the red button twice.
"""


def kettles(text: str = TEXT) -> Document:
    return Document("kettle", text, "kettle.md", "en")


def offered(words: str, text: str = TEXT) -> list[Offer]:
    """The offers of the sentence that begins so."""
    document = kettles(text)
    every = Drafts("kettle", document).of_document()
    found = (offers for sentence, offers in every if document.quote(sentence).startswith(words))
    return next(found, [])


def test_a_number_is_asked_for_with_other_numbers_of_its_unit_beside_it() -> None:
    offers = [one.question for one in offered("The tank")]
    assert not any(isinstance(one, SingleChoice) for one in offers)  # one other is not enough
    more = TEXT + "\nA bath takes 90 litres of foam, and a pot of soup takes 15 litres.\n"
    choice = offered("The tank", more)[0].question
    assert isinstance(choice, SingleChoice)
    assert choice.answer == "12"
    assert {one.text for one in choice.distractors} == {"15", "30", "90"}
    cloze = offered("The tank", more)[1].question
    assert isinstance(cloze, Cloze)
    assert cloze.gaps == (("12",),)


def test_the_whole_sentence_is_quoted_and_its_gap_is_in_it() -> None:
    document = kettles()
    for sentence, offers in Drafts("kettle", document).of_document():
        for one in offers:
            assert one.sentence == sentence
            for source in one.question.sources:
                assert source.exact in document.text


def test_a_term_that_is_explained_comes_before_other_words() -> None:
    document = kettles()
    at = document.text.index("A descaler")
    sentence = Passage(at, document.text.index("limescale.") + len("limescale."))
    found = list(facts(document, sentence))
    assert found[0].kind is Kind.TERM
    assert document.quote(found[0].place) == "descaler"


def test_what_holds_and_what_does_not_is_turned_round_with_its_correction() -> None:
    statement = offered("The valve")[0].question
    assert isinstance(statement, TrueFalse)
    assert statement.stem == "The valve must be opened under load."
    assert statement.correction == "The valve must not be opened under load."
    assert not statement.answer


def test_a_sentence_that_says_two_things_is_not_turned_round() -> None:
    assert not list(turned("The lid is not hot, and the base is not cold."))


def test_numbered_steps_are_put_in_order_with_a_source_each() -> None:
    steps = offered("Fill the tank")[0].question
    assert isinstance(steps, Ordering)
    assert steps.sequence[0] == "Fill the tank with cold water"
    assert len(steps.sources) == len(steps.sequence) == 3


def test_what_is_asked_already_is_not_offered() -> None:
    document = kettles()
    at = document.text.index("The pump")
    asked = [Passage(at, at + 12)]
    left = [document.quote(one) for one, _ in Drafts("kettle", document).of_document(asked)]
    assert not any(text.startswith("The pump") for text in left)
    assert any(text.startswith("The filter") for text in left)


def test_no_wrong_option_is_what_another_sentence_says_of_the_same_thing() -> None:
    text = (
        "The tank holds 12 litres of cold water.\n\nThe tank holds 14 litres of cold water in June."
        "\n\nThe pot takes 15 litres of soup.\n\nThe bath takes 90 litres of foam.\n"
    )
    document = Document("d", text, "d.txt", "en")
    sentence = Passage(0, text.index("\n"))
    fact = next(one for one in facts(document, sentence) if one.kind is Kind.NUMBER)
    wrong = Peers(document).wrong(fact, sentence)
    assert set(wrong) == {"15", "90"}


@pytest.mark.parametrize(
    ("sentence", "good"),
    [
        ("The filter lasts six months in hard water.", True),
        ("It lasts six months in hard water.", False),
        ("This is why the filter lasts.", False),
        ("Why does the filter last so long?", False),
        ("Too short.", False),
        ("- the filter lasts for six months", False),
    ],
)
def test_only_what_can_be_asked_by_itself_is_offered(sentence: str, good: bool) -> None:
    assert suits(sentence) == good
