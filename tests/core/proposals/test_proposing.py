from __future__ import annotations

import pytest

from quiz.core.documents.document import Document
from quiz.core.grounding.sources import find_source
from quiz.core.proposals.proposing import Proposer
from quiz.core.proposals.terms import stem
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.store.library.documents import read_document
from quiz.store.library.found_files import shipped_questions
from quiz.store.sets.reading import read_set

KETTLE = """\
Kettles

A kettle heats water until it boils. The steam leaves through a narrow spout, where it can
make a whistle sound. Most electric kettles switch off within 3 seconds of boiling.

Boiling points

Water boils at 100 °C at sea level. On a high mountain it boils at a lower temperature,
because the air presses less on it. The air of Mount Everest lets it boil at 68 °C.
"""
TEA = "Tea\n\nGreen tea wants water of 80 °C. Black tea wants boiling water.\n"


@pytest.fixture
def proposer() -> Proposer:
    return Proposer({"kettle": Document("kettle", KETTLE), "tea": Document("tea", TEA)})


@pytest.mark.parametrize(
    ("question", "document", "begins"),
    [
        (
            ShortAnswer(id="q", stem="What makes a kettle whistle?", answer="steam"),
            "kettle",
            "The steam",
        ),
        (
            Numeric(id="q", stem="How hot for green tea?", answer="80", unit="°C"),
            "tea",
            "Green tea",
        ),
        (TrueFalse(id="q", stem="Black tea wants boiling water.", answer=True), "tea", "Black tea"),
        (
            ShortAnswer(id="q", stem="Where does water boil at 68 °C?", answer="Mount Everest"),
            "kettle",
            "The air of Mount",
        ),
        (
            Cloze(
                id="q",
                stem="Complete.",
                parts=("Electric kettles switch off ", " of boiling."),
                gaps=(("within 3 seconds",),),
            ),
            "kettle",
            "Most electric",
        ),
    ],
)
def test_the_sentence_that_proves_a_question_comes_first(
    proposer: Proposer, question: Question, document: str, begins: str
) -> None:
    first = proposer.proposals(question)[0]
    assert first.document == document
    assert first.exact.startswith(begins)


def test_the_word_for_word_key_beats_words_that_are_only_asked() -> None:
    text = "Water and air and kettles boil a lot of water in air.\n\nIt is called quartz.\n"
    found = Proposer({"d": Document("d", text)}).proposals(
        ShortAnswer(id="q", stem="What do water, air and kettles boil?", answer="quartz")
    )
    assert found[0].exact == "It is called quartz."


def test_every_proposal_is_found_verbatim_in_its_document(proposer: Proposer) -> None:
    documents = {"kettle": Document("kettle", KETTLE), "tea": Document("tea", TEA)}
    found = proposer.proposals(ShortAnswer(id="q", stem="Which water boils?", answer="water"))
    assert len(found) > 2
    for source in found:
        assert find_source(documents[source.document], source).grounded


def test_a_sentence_that_stands_there_twice_is_told_apart_by_its_neighbours() -> None:
    text = "One. It boils at once.\n\nTwo. It boils at once.\n"
    document = Document("d", text)
    found = Proposer({"d": document}).proposals(ShortAnswer(id="q", stem="When?", answer="at once"))
    assert {find_source(document, source).passage for source in found[:2]}
    assert all(find_source(document, source).grounded for source in found)


def test_nothing_is_proposed_for_a_question_that_has_nothing_to_do_with_it(
    proposer: Proposer,
) -> None:
    assert proposer.proposals(ShortAnswer(id="q", stem="Who won in 1954?", answer="Germany")) == ()


def test_a_document_without_sentences_proposes_nothing() -> None:
    asked = ShortAnswer(id="q", stem="What?", answer="that")
    assert Proposer({"d": Document("d", "\n")}).proposals(asked) == ()
    assert Proposer({}).proposals(asked) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("boils", "boiling"), ("kettles", "kettle"), ("stopped", "stopping"), ("cities", "city")],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("language", ["Größe der Häuser", "水在海平面沸腾", "температура воды"])
def test_other_scripts_and_languages_are_looked_through(language: str) -> None:
    text = f"Erstens.\n\n{language}.\n\nZuletzt.\n"
    question = SingleChoice(id="q", stem="?", answer=language, distractors=())
    found = Proposer({"d": Document("d", text)}).proposals(question)
    assert found[0].exact.startswith(language)


def test_the_shipped_questions_find_their_own_passages() -> None:
    """First in 85 of 100, among the first three in 95: what `quiz import` promises."""
    asked = first = three = 0
    for path in shipped_questions().rglob("*.yaml"):
        found = read_set(path).partial
        assert found is not None
        documents = {
            key: read_document(path.parent / name, root=path.parent, name=key)
            for key, name in found.documents.items()
        }
        proposer = Proposer(documents)
        for question in found.questions:
            proofs = [
                (s.document, find_source(documents[s.document], s).passage)
                for s in question.sources
            ]
            hits = [
                any(
                    key == source.document
                    and place
                    and here
                    and place.start < here.end
                    and here.start < place.end
                    for key, place in proofs
                )
                for source in proposer.proposals(question.replaced(explanation=""), 3)
                for here in [find_source(documents[source.document], source).passage]
            ]
            asked, first, three = asked + 1, first + hits[:1].count(True), three + any(hits)
    assert asked > 50
    assert first >= 0.85 * asked
    assert three >= 0.95 * asked
