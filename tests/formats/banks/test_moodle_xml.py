from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.errors import QuizError
from quiz.formats.bank.item import Item
from tests.formats.banks.reading import items


def xml(kind: str, *parts: str, stem: str = "<p>Which?</p>") -> str:
    asked = f'<questiontext format="html"><text><![CDATA[{stem}]]></text></questiontext>'
    name = "<name><text>N</text></name>"
    return f'<question type="{kind}">\n{name}{asked}{"".join(parts)}</question>\n'


def answer(text: str, fraction: str, feedback: str = "", more: str = "") -> str:
    said = f"<feedback><text>{feedback}</text></feedback>" if feedback else ""
    return f'<answer fraction="{fraction}"><text>{text}</text>{said}{more}</answer>'


def one(*parts: str) -> Item:
    (found,) = items(f'<?xml version="1.0"?>\n<quiz>\n{"".join(parts)}</quiz>')
    return found


def asked(*parts: str) -> object:
    found = one(*parts)
    assert found.question is not None, found.reason
    return found.question


def test_one_right_option() -> None:
    found = asked(
        xml("multichoice", "<single>true</single>", answer("A", "100"), answer("B", "0", "No so."))
    )
    assert isinstance(found, SingleChoice)
    assert (found.stem, found.answer) == ("Which?", "A")
    assert found.distractors == (Distractor("B", "No so."),)


def test_several_right_options() -> None:
    thirds = [answer(name, "33.33333") for name in "ABC"]
    found = one(xml("multichoice", "<single>false</single>", *thirds, answer("D", "-33.33333")))
    assert isinstance(found.question, MultipleChoice)
    assert found.question.answers == ("A", "B", "C")
    assert found.changes == ()


def test_an_order_that_was_fixed_is_kept_where_it_can_be_and_else_told() -> None:
    fixed = "<shuffleanswers>0</shuffleanswers>"
    found = asked(xml("multichoice", fixed, answer("1", "0"), answer("2", "100")))
    assert isinstance(found, SingleChoice)
    assert found.sorted
    told = one(xml("multichoice", fixed, answer("B", "0"), answer("A", "100"))).changes
    assert told == ("lost the order of the options, which was fixed",)


def test_a_false_statement_has_what_is_said_to_those_who_took_it_for_true() -> None:
    found = asked(xml("truefalse", answer("true", "0", "It snows."), answer("false", "100")))
    assert isinstance(found, TrueFalse)
    assert (found.answer, found.correction) == (False, "It snows.")


def test_a_short_answer_with_a_star_that_means_any_text() -> None:
    found = one(
        xml(
            "shortanswer",
            "<usecase>1</usecase>",
            answer("frog", "100"),
            answer("to\\*d", "100"),
            answer("*", "0", "Neither nor."),
        )
    )
    assert isinstance(found.question, ShortAnswer)
    assert (found.question.answer, found.question.accept) == ("frog", ("to*d",))
    assert found.question.compare == "exact"
    assert found.changes == ("lost what is said of any other answer: “Neither nor.”",)


def test_a_number_with_units() -> None:
    units = (
        "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>"
        "<unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>"
    )
    tolerance = "<tolerance>0.05</tolerance>"
    found = one(xml("numerical", answer("6.25", "100", more=tolerance), units))
    assert isinstance(found.question, Numeric)
    numeric = found.question
    assert (numeric.answer, numeric.tolerance, numeric.unit) == ("6.25", "0.05", "m")
    assert found.changes == ("lost the unit cm, of another size",)


def test_pairs() -> None:
    pairs = "".join(
        f'<subquestion format="html"><text>{left}</text><answer><text>{right}</text></answer>'
        "</subquestion>"
        for left, right in (("frog", "amphibian"), ("cat", "mammal"), ("", "insect"))
    )
    found = asked(xml("matching", pairs))
    assert isinstance(found, Matching)
    assert found.pairs == (("frog", "amphibian"), ("cat", "mammal"))
    assert found.distractors == ("insect",)


def test_an_order_by_its_fractions() -> None:
    found = asked(xml("ordering", answer("second", "2"), answer("first", "1")))
    assert isinstance(found, Ordering)
    assert found.sequence == ("first", "second")


def test_an_essay_with_points_for_its_graders() -> None:
    info = (
        '<graderinfo format="html"><text><![CDATA[<p>Good one.</p><ul><li>this</li><li>that</li>'
        "</ul>]]></text></graderinfo>"
    )
    found = asked(xml("essay", info))
    assert isinstance(found, Open)
    assert (found.model_answer, found.points) == ("Good one.", ("this", "that"))


def test_gaps_within_a_text() -> None:
    text = "<p>In {1:SHORTANSWER:=Berlin~%50%Bonn#Long ago.} lies the {1:SA:=Spree~=the Spree}.</p>"
    found = one(xml("cloze", stem=text))
    assert isinstance(found.question, Cloze)
    assert found.question.parts == ("In ", " lies the ", ".")
    assert found.question.gaps == (("Berlin",), ("Spree", "the Spree"))
    assert found.question.reject == (Distractor("Bonn", "Long ago."),)
    assert any("50 %" in it for it in found.changes)


def test_gaps_to_choose_for_list_what_there_is_to_choose() -> None:
    text = "{1:MULTICHOICE:=cat~dog} and {1:MC:=mouse~%0%dog}"
    found = one(xml("cloze", stem=text))
    assert isinstance(found.question, Cloze)
    assert found.question.stem.endswith("To choose from: (1) cat, dog; (2) mouse, dog.")
    assert found.changes == ("the words were chosen and are typed now; the stem lists them",)


def test_one_gap_that_takes_a_number_is_a_numeric_question() -> None:
    found = asked(xml("cloze", stem="Pi is {2:NUMERICAL:=3.14:0.01} or so."))
    assert isinstance(found, Numeric)
    assert (found.stem, found.tolerance) == ("Pi is _____ or so.", "0.01")


@pytest.mark.parametrize("kind", ["gapselect", "ddwtos"])
def test_words_to_drag(kind: str) -> None:
    box = "selectoption" if kind == "gapselect" else "dragbox"
    words = "".join(
        f"<{box}><text>{word}</text><group>{group}</group></{box}>"
        for word, group in (("cat", 1), ("mat", 2), ("dog", 1), ("rug", 2))
    )
    found = one(xml(kind, words, stem="The [[1]] is on the [[2]]."))
    assert isinstance(found.question, Cloze)
    assert found.question.gaps == (("cat",), ("mat",))
    assert "(1) cat, dog; (2) mat, rug" in found.question.stem


def test_images_and_files_are_told_and_texts_of_images_stay() -> None:
    stem = '<img src="@@PLUGINFILE@@/a%20b.png" alt="a map"> Which?'
    found = one(xml("truefalse", answer("true", "100"), answer("false", "0"), stem=stem))
    assert found.question is not None
    assert found.question.stem == "[image: a map] Which?"
    assert found.changes == ("lost an image (a%20b.png)",)


def test_what_has_no_counterpart_says_why() -> None:
    reasons = {
        kind: one(xml(kind)).reason for kind in ("calculated", "stack", "description", "wordselect")
    }
    assert "drawn anew" in reasons["calculated"]
    assert "computer algebra" in reasons["stack"]
    assert "asks nothing" in reasons["description"]
    assert "wordselect" in reasons["wordselect"]


def test_categories_tags_ids_and_lines() -> None:
    path = "<category><text>$course$/top/Bread</text></category>"
    category = f"<question type='category'>{path}</question>\n"
    more = "<idnumber>q17</idnumber><tags><tag><text>rye</text></tag></tags>"
    found = one(category, xml("truefalse", answer("true", "100"), answer("false", "0"), more))
    assert found.question is not None
    assert (found.category, found.uid, found.name) == ("Bread", "q17", "N")
    assert (found.question.tags, found.place.line) == (("rye",), 4)


def test_usual_replies_are_no_loss_and_others_are() -> None:
    usual = "<incorrectfeedback><text>Your answer is incorrect.</text></incorrectfeedback>"
    own = "<incorrectfeedback><text>Read page 5.</text></incorrectfeedback>"
    answers = answer("A", "100") + answer("B", "0")
    assert one(xml("multichoice", answers, usual)).changes == ()
    assert "Read page 5." in "".join(one(xml("multichoice", answers, own)).changes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<quiz><question></quiz>", "not well-formed"),
        ('<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>', "declares entities"),
        ('<!DOCTYPE q SYSTEM "a>b" [<!ENTITY a "b">]><quiz>&a;</quiz>', "declares entities"),
        (
            "<?xml version='1.0'?><!-- x --><!DOCTYPE q [\n<!ENTITY % a 'b'>]><quiz/>",
            "declares entities",
        ),
        ("<quiz>&nbsp;</quiz>", "not well-formed"),
    ],
)
def test_xml_that_is_broken_or_dangerous_is_refused(text: str, said: str) -> None:
    with pytest.raises(QuizError, match=said):
        items(text, "moodle-xml")


def test_an_encoding_that_the_file_names_does_not_matter_once_it_is_read() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>\n<quiz>' + xml(
        "truefalse", answer("true", "100"), answer("false", "0"), stem="Größe"
    )
    (found,) = items((text + "</quiz>").encode("utf-16"))
    assert found.question is not None
    assert found.question.stem == "Größe"
