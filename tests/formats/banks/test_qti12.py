from __future__ import annotations

import io
import zipfile

import pytest

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.bank.item import Outcome
from tests.formats.banks.reading import items, only, question

HEAD = '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">'


def text(said: str) -> str:
    return f"<material><mattext>{said}</mattext></material>"


def labels(*texts: str) -> str:
    return "".join(
        f'<response_label ident="{said[:1]}">{text(said)}</response_label>' for said in texts
    )


def choice(name: str, *texts: str, cardinality: str = "Single", own: str = "") -> str:
    return (
        f'<response_lid ident="{name}" rcardinality="{cardinality}">{own}'
        f"<render_choice>{labels(*texts)}</render_choice></response_lid>"
    )


def field(name: str, kind: str = "") -> str:
    about = f' fibtype="{kind}"' if kind else ""
    return (
        f'<response_str ident="{name}"><render_fib{about}><response_label ident="A"/>'
        "</render_fib></response_str>"
    )


def rule(*equal: tuple[str, str], points: str = "100", extra: str = "", more: str = "") -> str:
    inside = "".join(f'<varequal respident="{n}">{v}</varequal>' for n, v in equal)
    scored = f'<setvar varname="SCORE" action="Add">{points}</setvar>' if points else ""
    return (
        f"<respcondition><conditionvar>{inside}{extra}</conditionvar>{scored}{more}</respcondition>"
    )


def bank(presentation: str, *rules: str, more: str = "") -> str:
    return (
        f'{HEAD}<item ident="i1" title="T"><presentation>{presentation}</presentation>'
        f"<resprocessing>{''.join(rules)}</resprocessing>{more}</item></questestinterop>"
    )


def test_one_option_is_right_without_any_metadata() -> None:
    found = question(bank(text("Which?") + choice("r", "A", "B", "C"), rule(("r", "B"))))
    assert isinstance(found, SingleChoice)
    assert (found.answer, found.wrong) == ("B", ("A", "C"))


def test_true_and_false_make_a_statement_and_the_reason_its_correction() -> None:
    told = rule(("r", "T"), points="", more='<displayfeedback linkrefid="f"/>')
    said = f'<itemfeedback ident="f"><flow_mat>{text("It is not.")}</flow_mat></itemfeedback>'
    found = question(
        bank(text("So?") + choice("r", "True", "False"), told, rule(("r", "F")), more=said)
    )
    assert isinstance(found, TrueFalse)
    assert (found.answer, found.correction) == (False, "It is not.")


def test_options_that_add_up_are_several_right_ones() -> None:
    rules = (rule(("r", "A"), points="50"), rule(("r", "C"), points="50"))
    found = question(
        bank(text("Which?") + choice("r", "A", "B", "C", cardinality="Multiple"), *rules)
    )
    assert isinstance(found, MultipleChoice)
    assert found.answers == ("A", "C")


def test_what_must_be_chosen_together_and_what_must_not_is_read() -> None:
    wanted = (
        '<and><varequal respident="r">A</varequal><not><varequal respident="r">B</varequal></not>'
        '<varequal respident="r">C</varequal></and>'
    )
    presentation = text("Which?") + choice("r", "A", "B", "C", cardinality="Multiple")
    found = question(bank(presentation, rule(extra=wanted)))
    assert isinstance(found, MultipleChoice)
    assert (found.answers, found.wrong) == (("A", "C"), ("B",))


def test_a_field_takes_every_wording_that_scores() -> None:
    found = question(bank(text("Who?") + field("r"), rule(("r", "Ann"), ("r", "Anna"))))
    assert isinstance(found, ShortAnswer)
    assert found.wordings == ("Ann", "Anna")


def test_a_field_that_nothing_scores_is_open() -> None:
    item = only(bank(text("Why?") + field("r")))
    assert isinstance(item.question, Open)
    assert item.outcome is Outcome.CHANGED


def test_a_range_becomes_a_tolerance() -> None:
    extra = '<or><varequal respident="r">5</varequal><and><vargte respident="r">4.5</vargte>'
    extra += '<varlte respident="r">5.5</varlte></and></or>'
    item = only(bank(text("How many?") + field("r", "Decimal"), rule(extra=extra)))
    assert isinstance(item.question, Numeric)
    assert (item.question.answer, item.question.tolerance, item.changes) == ("5", "0.5", ())


def test_names_in_brackets_are_gaps() -> None:
    presentation = text("Roses are [a], violets [b].") + choice("response_a", "red", "pink")
    presentation += choice("response_b", "blue")
    rules = rule(("response_a", "r")), rule(("response_b", "b"))
    item = only(bank(presentation, *rules))
    assert isinstance(item.question, Cloze)
    assert item.question.gaps == (("red",), ("blue",))
    assert [one.text for one in item.question.reject] == ["pink"]
    assert item.changes == ("the gaps are typed now; they were chosen from a list",)


def test_fields_between_texts_are_gaps() -> None:
    presentation = text("Now is the") + field("r1") + text("of our") + field("r2") + text(".")
    found = question(bank(presentation, rule(("r1", "winter")), rule(("r2", "discontent"))))
    assert isinstance(found, Cloze)
    assert found.whole == "Now is the winter of our discontent ."


def test_places_that_choose_from_one_list_are_matched() -> None:
    presentation = text("Match.") + choice("r1", "x", "y", "z", own=text("left"))
    presentation += choice("r2", "x", "y", "z", own=text("right"))
    found = question(bank(presentation, rule(("r1", "y")), rule(("r2", "x"))))
    assert isinstance(found, Matching)
    assert found.pairs == (("left", "y"), ("right", "x"))
    assert found.distractors == ("z",)


def test_an_order_is_read_from_its_indices() -> None:
    presentation = text("Order.") + choice("r", "A", "B", "C", cardinality="Ordered")
    order = enumerate("CAB", 1)
    wanted = "".join(f'<varequal respident="r" index="{at}">{n}</varequal>' for at, n in order)
    found = question(bank(presentation, rule(extra=wanted)))
    assert isinstance(found, Ordering)
    assert found.sequence == ("C", "A", "B")


@pytest.mark.parametrize(
    ("presentation", "rules", "reason"),
    [
        (text("Read."), (), "it asks nothing"),
        (text("Which?") + choice("r", "A", "B"), (), "which answer is right"),
        (
            text("Where?") + '<response_xy ident="r"><render_hotspot/></response_xy>',
            (),
            "on a picture",
        ),
        (
            text("Both?") + choice("r1", "A") + field("r2"),
            (rule(("r1", "A")),),
            "several things at once",
        ),
    ],
)
def test_what_no_question_can_be_is_refused_with_its_reason(
    presentation: str, rules: tuple[str, ...], reason: str
) -> None:
    item = only(bank(presentation, *rules))
    assert item.question is None
    assert reason in item.reason


def test_element_declarations_are_no_entities() -> None:
    head = "<!DOCTYPE questestinterop [<!ELEMENT x (y)>]>"
    assert question(head + bank(text("Which?") + choice("r", "A", "B"), rule(("r", "B"))))


def test_an_item_that_a_package_holds_twice_is_read_once() -> None:
    content = bank(text("Which?") + choice("r", "A", "B"), rule(("r", "B")))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("imsmanifest.xml", "<manifest/>")
        file.writestr("x/assessment_qti.xml", content)
        file.writestr("non_cc_assessments/x.xml.qti", content)
    (item,) = items(held.getvalue())
    assert str(item.place) == "bank/non_cc_assessments/x.xml.qti:1"


def blackboard(said: str) -> str:
    inside = f'<mat_formattedtext type="HTML">{said}</mat_formattedtext>'
    return f"<material><mat_extension>{inside}</mat_extension></material>"


def test_what_blackboard_writes_is_read_with_its_score_in_words() -> None:
    options = "".join(
        f'<flow_label class="Block"><response_label ident="{name}"><flow_mat>{blackboard(name)}'
        "</flow_mat></response_label></flow_label>"
        for name in ("Attributes", "Objects")
    )
    item = only(
        f'{HEAD}<item><presentation><flow class="Block"><flow class="QUESTION_BLOCK">'
        f"<flow>{blackboard('&lt;p&gt;Which is none?&lt;/p&gt;')}</flow></flow>"
        '<flow class="RESPONSE_BLOCK"><response_lid ident="response" rcardinality="Single">'
        f"<render_choice>{options}</render_choice></response_lid></flow></flow></presentation>"
        '<resprocessing><respcondition title="correct"><conditionvar><varequal '
        'respident="response">Objects</varequal></conditionvar><setvar variablename="SCORE" '
        'action="Set">SCORE.max</setvar><displayfeedback linkrefid="correct"/></respcondition>'
        '<respcondition title="incorrect"><conditionvar><other/></conditionvar><setvar '
        'variablename="SCORE" action="Set">0.0</setvar><displayfeedback linkrefid="incorrect"/>'
        '</respcondition></resprocessing><itemfeedback ident="correct"><flow_mat>'
        f'{blackboard("It is no part.")}</flow_mat></itemfeedback><itemfeedback ident="incorrect">'
        f"<flow_mat>{blackboard('Read chapter 4.')}</flow_mat></itemfeedback></item>"
        "</questestinterop>"
    )
    assert isinstance(item.question, SingleChoice)
    assert (item.question.stem, item.question.answer) == ("Which is none?", "Objects")
    assert item.question.explanation == "It is no part."
    assert item.changes == ("lost what is said to everybody who is wrong: “Read chapter 4.”",)


def test_feedback_that_no_rule_shows_is_told() -> None:
    said = f'<itemfeedback ident="x"><flow_mat>{text("Hidden words.")}</flow_mat></itemfeedback>'
    item = only(bank(text("Which?") + choice("r", "A", "B"), rule(("r", "B")), more=said))
    assert item.changes == ("lost what is said where nothing says when: “Hidden words.”",)
