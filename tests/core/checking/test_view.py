"""Questions prepared for the rules, and what a check reports."""

from __future__ import annotations

import pytest

from quiz.core.checking.findings import Finding, Severity, Spot
from quiz.core.checking.registry import RULES
from quiz.core.checking.report import SetReport, counts
from quiz.core.checking.view import Option, holds, view, words_of
from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from tests.core.asking import choice, typed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Red-hot Pump", ["the", "red", "hot", "pump"]),
        ("Don’t add 1.5 l, or 1,000.", ["don't", "add", "1.5", "l", "or", "1,000"]),
        ("snake_case e.g.", ["snake", "case", "e.g"]),
        (" ... ", []),
    ],
)
def test_words_are_folded_and_parted_by_hyphens(text: str, found: list[str]) -> None:
    assert words_of(text) == found


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("a red pump", "red", True),
        ("a red pump", "a red", True),
        ("a red pump", "red pump", True),
        ("a red pump", "a red pump", True),
        ("a tired pump", "red", False),
        ("a redder pump", "red", False),
        ("a red pump", "blue", False),
    ],
)
def test_words_hold_others_as_whole_words(text: str, part: str, found: bool) -> None:
    assert holds(text, part) is found


def test_an_option_has_its_words_folded() -> None:
    option = Option("A  Red-hot “Pump”", True, ("answers", 1))
    assert option.joined == "a red hot pump"
    assert option.words == ["a", "red", "hot", "pump"]
    assert option.lower == 'a  red-hot "pump"'
    assert (option.right, option.path) == (True, ("answers", 1))


def told(options: list[Option]) -> list[tuple[str, bool, tuple[str | int, ...]]]:
    return [(option.text, option.right, option.path) for option in options]


def test_a_single_choice_has_one_key_and_its_distractors() -> None:
    seen = view(choice("Oxygen", ("Helium", "Carbon"), "Which GAS is it?", exact="It-is oxygen."))
    assert told(seen.keys) == [("Oxygen", True, ("answer",))]
    assert told(seen.wrongs) == [
        ("Helium", False, ("distractors", 0, "text")),
        ("Carbon", False, ("distractors", 1, "text")),
    ]
    assert told(seen.options) == told(seen.keys + seen.wrongs)
    assert seen.key is seen.keys[0]
    assert (seen.stem, seen.quotes) == ("which gas is it", ["it is oxygen"])
    assert seen.typed_keys() == seen.keys


def test_a_multiple_choice_has_several_keys_and_none_of_its_own() -> None:
    question = MultipleChoice(
        id="q", stem="Which?", answers=("Oxygen", "Iron"), distractors=(Distractor("Air", ""),)
    )
    seen = view(question)
    assert told(seen.keys) == [("Oxygen", True, ("answers", 0)), ("Iron", True, ("answers", 1))]
    assert told(seen.wrongs) == [("Air", False, ("distractors", 0, "text"))]
    assert seen.key is None
    assert seen.typed_keys() == seen.keys


TYPED = [
    (typed("Red lamp", "Which?"), [("Red lamp", True, ("answer",))]),
    (Numeric(id="q", stem="How many?", answer="1500"), [("1500", True, ("answer",))]),
    (
        Cloze(id="q", stem="Fill.", parts=("A ", " and ", "."), gaps=(("cat", "puss"), ("dog",))),
        [("cat", True, ("text",)), ("dog", True, ("text",))],
    ),
    (TrueFalse(id="q", stem="It is so.", answer=True), []),
]


@pytest.mark.parametrize(("question", "keys"), TYPED)
def test_what_is_typed_may_be_given_away_though_nothing_is_to_choose(
    question: Question, keys: list[tuple[str, bool, tuple[str, ...]]]
) -> None:
    seen = view(question)
    assert told(seen.typed_keys()) == keys
    assert (seen.options, seen.key) == ([], None)


def test_an_error_is_worse_than_a_warning_and_that_worse_than_an_info() -> None:
    error, warning, info = Severity
    assert [one.rank for one in (error, warning, info)] == [0, 1, 2]
    assert [one.reaches(warning) for one in (error, warning, info)] == [True, True, False]
    assert all(one.reaches(info) for one in Severity)
    assert [one.reaches(error) for one in Severity] == [True, False, False]


def finding(severity: Severity) -> Finding:
    return Finding("empty", severity, "sets/one.yaml", 3, 7, 3, 9, "nothing here")


def test_a_finding_stands_at_a_place_that_an_editor_opens() -> None:
    assert finding(Severity.ERROR).place == "sets/one.yaml:3:7"


def test_findings_are_counted_by_severity_over_several_files() -> None:
    error, warning, info = Severity
    one = SetReport("one.yaml", findings=(finding(error), finding(warning), finding(error)))
    other = SetReport("two.yaml", findings=(finding(warning),))
    assert counts([one, other]) == {error: 2, warning: 2, info: 0}
    assert counts([]) == {error: 0, warning: 0, info: 0}


def test_a_file_of_which_nothing_is_known_begins_at_its_first_character() -> None:
    report = SetReport("one.yaml")
    assert (report.questions, report.id_place) == (0, (1, 1, 1, 1))
    assert Spot("q") == Spot("q", ())


def test_every_rule_has_a_name_of_its_own_and_says_what_it_reports() -> None:
    assert all(name == rule.name for name, rule in RULES.items())
    summaries = [rule.summary for rule in RULES.values()]
    assert len(set(summaries)) == len(summaries)
    assert all(
        rule.stronger is None or rule.stronger.reaches(rule.level) for rule in RULES.values()
    )
