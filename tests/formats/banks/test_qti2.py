from __future__ import annotations

import pytest

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.single_choice import SingleChoice
from tests.formats.banks.reading import only, question


def declared(cardinality: str, kind: str, *values: str, name: str = "RESPONSE") -> str:
    inside = "".join(f"<value>{value}</value>" for value in values)
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{kind}">'
        f"<correctResponse>{inside}</correctResponse></responseDeclaration>"
    )


def bank(declarations: str, body: str, more: str = "", version: str = "2p1") -> str:
    return (
        f'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v{version}" identifier="i"'
        f' title="T">{declarations}<itemBody>{body}</itemBody>{more}</assessmentItem>'
    )


def choices(*texts: str, most: int = 1) -> str:
    inside = "".join(f'<simpleChoice identifier="{t[:1]}">{t}</simpleChoice>' for t in texts)
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="{most}">'
        f"<prompt>Which?</prompt>{inside}</choiceInteraction>"
    )


ENTRY = '<textEntryInteraction responseIdentifier="RESPONSE"/>'


@pytest.mark.parametrize("version", ["2p0", "2p1", "2p2"])
def test_one_option_is_right_in_every_version(version: str) -> None:
    found = question(
        bank(declared("single", "identifier", "B"), choices("A", "B"), version=version)
    )
    assert isinstance(found, SingleChoice)
    assert (found.stem, found.answer, found.wrong) == ("Which?", "B", ("A",))


def test_the_names_of_qti_3_are_read_as_those_of_qti_2() -> None:
    found = question(
        '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i">'
        '<qti-response-declaration identifier="RESPONSE" cardinality="single">'
        "<qti-correct-response><qti-value>B</qti-value></qti-correct-response>"
        "</qti-response-declaration><qti-item-body>"
        '<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">'
        '<qti-prompt>Which?</qti-prompt><qti-simple-choice identifier="A">A</qti-simple-choice>'
        '<qti-simple-choice identifier="B">B</qti-simple-choice></qti-choice-interaction>'
        "</qti-item-body></qti-assessment-item>"
    )
    assert isinstance(found, SingleChoice)
    assert found.answer == "B"


def test_feedback_goes_to_its_option() -> None:
    more = '<modalFeedback outcomeIdentifier="F" identifier="A"><p>Not A.</p></modalFeedback>'
    found = question(bank(declared("single", "identifier", "B"), choices("A", "B"), more))
    assert isinstance(found, SingleChoice)
    assert found.distractors[0].feedback == "Not A."


def test_several_values_are_several_right_options() -> None:
    found = question(
        bank(declared("multiple", "identifier", "A", "C"), choices("A", "B", "C", most=0))
    )
    assert isinstance(found, MultipleChoice)
    assert found.answers == ("A", "C")


def test_a_field_within_a_text_is_a_gap() -> None:
    body = f"<p>Fill in.</p><p>Now is the {ENTRY} of our discontent.</p>"
    found = question(bank(declared("single", "string", "winter"), body))
    assert isinstance(found, Cloze)
    assert found.stem == "Fill in."
    assert found.parts == ("Now is the ", " of our discontent.")


def test_a_number_has_the_tolerance_of_its_rule_and_the_unit_behind_it() -> None:
    more = (
        '<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" '
        'tolerance="0.5 0.5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/>'
        "</equal></responseIf></responseCondition></responseProcessing>"
    )
    found = question(
        bank(declared("single", "float", "5"), f"<p>How far?</p><p>{ENTRY} km</p>", more)
    )
    assert isinstance(found, Numeric)
    assert (found.answer, found.tolerance, found.unit) == ("5", "0.5", "km")


def test_an_order_is_that_of_its_values() -> None:
    body = choices("A", "B", "C").replace("choiceInteraction", "orderInteraction")
    found = question(bank(declared("ordered", "identifier", "C", "A", "B"), body))
    assert isinstance(found, Ordering)
    assert found.sequence == ("C", "A", "B")


def test_two_sides_are_matched_by_their_pairs() -> None:
    def side(*names: str) -> str:
        inside = "".join(
            f'<simpleAssociableChoice identifier="{n}">{n}!</simpleAssociableChoice>' for n in names
        )
        return f"<simpleMatchSet>{inside}</simpleMatchSet>"

    body = f'<p>Match.</p><matchInteraction responseIdentifier="RESPONSE">{side("a", "b")}'
    body += f"{side('x', 'y', 'z')}</matchInteraction>"
    found = question(bank(declared("multiple", "directedPair", "a y", "b x"), body))
    assert isinstance(found, Matching)
    assert found.pairs == (("a!", "y!"), ("b!", "x!"))
    assert found.distractors == ("z!",)


def test_what_scorers_are_told_is_the_model_answer() -> None:
    body = (
        '<rubricBlock view="scorer"><p>Because.</p><ul><li>One</li></ul></rubricBlock><p>Why?</p>'
    )
    body += '<extendedTextInteraction responseIdentifier="RESPONSE"/>'
    found = question(bank("", body))
    assert isinstance(found, Open)
    assert (found.stem, found.model_answer, found.points) == ("Why?", "Because.", ("One",))


@pytest.mark.parametrize(
    ("declarations", "body", "reason"),
    [
        ("", "<p>Read.</p>", "it asks nothing"),
        ("", choices("A", "B"), "which answer is right"),
        ("", "<p>Where?</p><hotspotInteraction/>", "on a picture"),
        ('<templateDeclaration identifier="x"/>', choices("A"), "drawn anew"),
        ("", "<uploadInteraction/>", "with a file"),
        (declared("single", "identifier", "A"), choices("A") + choices("A"), "several things"),
    ],
)
def test_what_no_question_can_be_is_refused_with_its_reason(
    declarations: str, body: str, reason: str
) -> None:
    item = only(bank(declarations, body))
    assert item.question is None
    assert reason in item.reason


def test_what_candidates_are_told_belongs_to_the_question() -> None:
    body = f'<rubricBlock view="candidate"><p>Read well.</p></rubricBlock>{choices("A", "B")}'
    assert question(bank(declared("single", "identifier", "B"), body)).stem == (
        "Read well.\n\nWhich?"
    )


def test_what_has_no_place_here_is_told_as_lost() -> None:
    body = '<rubricBlock view="scorer"><p>Be kind.</p></rubricBlock>' + choices("A", "B")
    body += '<feedbackBlock identifier="x"><p>Well done there.</p></feedbackBlock>'
    item = only(bank(declared("single", "identifier", "B"), body))
    assert item.changes == (
        "lost a text that is shown after some answers: “Well done there.”",
        "lost what scorers are told: “Be kind.”",
    )
