from __future__ import annotations

import pytest

from quiz.core.checking.findings import Severity
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from tests.core.asking import SOURCE, WHY, choice, notices, rules, typed


@pytest.mark.parametrize(
    ("answer", "distractor", "rule"),
    [
        ("x" * 41, "y" * 22, "key-much-longer"),
        ("x" * 41, "y" * 23, ""),  # one word only, and not 1.8 times as long
        ("x" * 40, "y" * 10, ""),  # not more than 40 characters
        ("one two three fo", "y" * 12, "key-longer"),  # 16 of 12: four words
        ("one two three", "y" * 10, ""),  # three words
        ("one two three f", "y" * 12, "key-longer"),  # 15 is 1.25 times 12
        ("one two three f", "y" * 13, ""),
    ],
)
def test_the_length_of_an_answer(answer: str, distractor: str, rule: str) -> None:
    found = rules(choice(answer, [distractor, "z"])) & {"key-much-longer", "key-longer"}
    assert found == ({rule} if rule else set())


def test_the_longest_distractor_is_what_counts() -> None:
    assert "key-much-longer" not in rules(choice("x" * 50, ["y", "y" * 45, "y"]))


@pytest.mark.parametrize(("hits", "found"), [(4, True), (3, False), (0, False)])
def test_answers_that_are_the_longest_too_often(hits: int, found: bool) -> None:
    long = [choice("abcdef", ["abc", "def", "ghi"], id=f"l{i}") for i in range(hits)]
    short = [choice("abc", ["abcdef", "def", "ghi"], id=f"s{i}") for i in range(4 - hits)]
    assert ("longest-is-key" in rules(*long, *short)) is found


@pytest.mark.parametrize(
    ("stem", "answer", "distractors", "level"),
    [
        ("Where is the kettle?", "On the kettle hob", ["On the bed", "In it"], Severity.INFO),
        ("Where is the copper kettle?", "Copper kettle", ["A bed", "In it"], Severity.WARNING),
        ("Where is the kettle?", "On the kettle hob", ["A kettle lid", "In it"], None),
        ("Where is the pot?", "In the pot", ["On the bed", "In it"], None),  # under five letters
        ("Where does the author stand?", "The author stands", ["On bed", "In"], None),
        ("Where is the kettles' lid?", "On the kettle", ["On the bed", "In it"], None),
    ],
)
def test_words_of_the_stem_that_only_the_answer_repeats(
    stem: str, answer: str, distractors: list[str], level: Severity | None
) -> None:
    found = [n.level for n in notices(choice(answer, distractors, stem)) if n.rule == "clang"]
    assert found == ([level] if level else [])


@pytest.mark.parametrize("word", ["couldn't", "didn’t"])
def test_a_negated_verb_is_no_cue(word: str) -> None:
    asked = choice(f"It {word} stand", ["Cold", "Wet"], f"Why {word} the jug stay there?")
    assert "clang" not in rules(asked)


def test_one_common_word_of_the_set_is_no_cue() -> None:
    same = [
        choice("On the kettle", ["Bed", "Hob"], f"Where is kettle {i}?", id=f"q{i}")
        for i in range(3)
    ]
    assert "clang" not in rules(*same)


@pytest.mark.parametrize(
    ("stem", "answer", "distractors", "found"),
    [
        ("Which is the Red lamp?", "red lamp", ["blue lamp", "none"], True),
        ("Which is the tired lamp?", "red lamp", ["blue lamp", "none"], False),
        ("Is it a red lamp or a blue lamp?", "red lamp", ["blue lamp", "none"], False),
        ("What is it?", "it", ["that", "this"], False),  # too short to count
    ],
)
def test_an_answer_in_its_own_stem(
    stem: str, answer: str, distractors: list[str], found: bool
) -> None:
    assert ("answer-in-stem" in rules(choice(answer, distractors, stem))) is found


def test_typed_answers_and_gaps_may_not_stand_in_the_question_either() -> None:
    assert "answer-in-stem" in rules(typed("red lamp", "Which lamp is a red lamp?"))
    gap = Cloze(
        id="q", stem="Fill in.", parts=("The lamp is ", ", a crimson one."), gaps=(("crimson",),)
    )
    assert "answer-in-stem" in rules(gap)
    number = Numeric(id="q", stem="How many are 1500?", answer="1500", explanation=WHY)
    assert "answer-in-stem" in rules(number)


def test_an_answer_in_the_stem_of_another_question_is_leaked() -> None:
    owner = typed("the outer layer", "What is crossed by the needle?", "owner")
    leak = typed("pain", "What is felt when a needle is in the outer layer?", "leak")
    (one,) = [n for n in notices(owner, leak) if n.rule == "answer-leaked"]
    assert (one.spot.question, one.related[0][0].question) == ("owner", "leak")


def test_an_answer_that_leaks_often_is_one_notice() -> None:
    owner = typed("the outer layer", "What is crossed?", "owner")
    stem = "Is the outer layer crossed by"
    leaks = [typed(f"a{i}", f"{stem} {i}?", f"l{i}") for i in range(8)]
    (one,) = [n for n in notices(owner, *leaks) if n.rule == "answer-leaked"]
    assert "'l0' and 7 more" in one.message
    assert len(one.related) == 5


def test_a_stem_that_speaks_of_something_else_leaks_nothing() -> None:
    owner = typed("the outer layer", "What is crossed by the needle?", "owner")
    leak = typed("pain", "What is felt in the outer layer?", "leak")
    assert "answer-leaked" not in rules(owner, leak)


def test_six_words_in_a_row_tell_by_themselves() -> None:
    owner = typed("the very thin outer layer of skin", "What is crossed?", "owner")
    leak = typed("pain", "What is felt in the very thin outer layer of skin?", "leak")
    assert "answer-leaked" in rules(owner, leak)


@pytest.mark.parametrize("answer", ["layer", "outer layer", "the outer layers"])
def test_short_answers_and_other_words_are_not_leaked(answer: str) -> None:
    owner = typed(answer, "What is crossed?", "owner")
    leak = typed("pain", "What is crossed in the outer layer?", "leak")
    assert "answer-leaked" not in rules(owner, leak)


@pytest.mark.parametrize(
    ("distractor", "found"),
    [
        ("4 mm or 13 mm", True),
        ("A needle of 4 MM", True),
        ("A needle of 5 mm", False),
        ("a  Needle", False),  # a thing, no statement
        ("mm", False),
        ("needle drugs", False),
    ],
)
def test_a_distractor_that_the_passage_says_too(distractor: str, found: bool) -> None:
    question = choice("Oil", [distractor, "Ice"], exact="By a needle of 4 mm or 13 mm, drugs")
    assert ("true-in-source" in rules(question)) is found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("Is it so that one two three, four five six seven EIGHT?", True),
        ("Is it so that one two three, four five six seven ten?", False),
    ],
)
def test_eight_words_in_a_row_are_copied(stem: str, found: bool) -> None:
    exact = "zero one two three four five six seven\neight nine"
    assert ("stem-copies-source" in rules(choice(stem=stem, exact=exact))) is found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Which layer does mesotherapy reach?", "Mesotherapy will reach which layer?", True),
        ("Which layer does mesotherapy reach?", "Where are vessels found?", False),
    ],
)
def test_the_same_answer_to_nearly_the_same_stem(first: str, second: str, found: bool) -> None:
    both = (typed("dermis", first, "a"), typed("Dermis", second, "b"))
    assert ("duplicate-question" in rules(*both)) is found
    other = typed("epidermis", second, "b")
    assert "duplicate-question" not in rules(both[0], other)


def test_the_same_options_and_the_same_answer_in_any_order() -> None:
    first = choice("Ice", ["Oil", "Fat"], "What floats on a lake?", id="a")
    assert "duplicate-question" in rules(first, choice("ice", ["fat", "oil"], "Coldest?", id="b"))
    assert "duplicate-question" not in rules(first, choice("Oil", ["Ice", "Fat"], "Cold?", id="b"))


def test_framing_words_of_a_set_make_no_duplicates() -> None:
    frame = "What follows in the famous article about gardens after"
    questions = [typed("a few days", f"{frame} {word}?", word) for word in ("planting", "watering")]
    others = [typed(f"{i} weeks", f"{frame} event{i}?", f"q{i}") for i in range(10)]
    assert "duplicate-question" not in rules(*questions, *others)


def test_the_rules_apply_to_each_key_of_a_multiple_choice_question() -> None:
    question = MultipleChoice(
        id="q",
        stem="What happens?",
        answers=("Rain", "Usually snow"),
        distractors=choice().distractors,
        explanation=WHY,
        sources=(SOURCE,),
    )
    (one,) = notices(question)
    assert (one.rule, one.spot.path) == ("vague-term", ("answers", 1))
