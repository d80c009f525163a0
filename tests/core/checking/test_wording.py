from __future__ import annotations

import pytest

from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from tests.core.asking import SOURCE, WHY, choice, rules


@pytest.mark.parametrize(
    ("answer", "distractors", "found"),
    [
        ("It often rains", ["It snows now", "It hails now"], True),
        ("It GENERALLY rains", ["It snows now", "It hails now"], True),
        ("Rain, as a rule", ["Snow, this time", "Hail, this time"], True),
        ("It softens", ["It snows", "It hails"], False),
        ("It often rains", ["It often snows", "It hails now"], False),
        ("It rains", ["It often snows", "It hails"], False),
    ],
)
def test_a_hedge_counts_as_a_whole_word_in_the_answer_only(
    answer: str, distractors: list[str], found: bool
) -> None:
    assert ("vague-term" in rules(choice(answer, distractors))) is found


@pytest.mark.parametrize(
    ("answer", "distractors", "found"),
    [
        ("Some rain", ["Entirely snow", "Hail"], True),
        ("Some rain", ["NEVER any snow", "Hail"], True),
        ("Some rain", ["Only snow", "All hail"], False),
        ("Some rain", ["Almost entirely snow", "Hail"], False),
        ("Entirely rain", ["Entirely snow", "Hail"], False),
        ("Some rain", ["Small hail", "Snow"], False),
        ("Some rain", ["All of the above", "Snow"], False),
    ],
)
def test_an_absolute_word_counts_in_distractors_only(
    answer: str, distractors: list[str], found: bool
) -> None:
    assert ("absolute-term" in rules(choice(answer, distractors))) is found


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("All of the above", "all-of-the-above"),
        ("All of these.", "all-of-the-above"),
        ("Both of the above", "all-of-the-above"),
        ("Both A and B", "all-of-the-above"),
        ("both a and c are correct", "all-of-the-above"),
        ("A and B only", "all-of-the-above"),
        ("All the above answers are correct", "all-of-the-above"),
        ("None of the above", "none-of-the-above"),
        ("none of these options", "none-of-the-above"),
        ("Neither A nor B", "none-of-the-above"),
        ("None of the other answers is right", "none-of-the-above"),
        ("All of the people above sea level", ""),
        ("Vitamins A and B", ""),
        ("None", ""),
        ("Both lungs", ""),
        ("A and rather much of B", ""),
    ],
)
def test_options_that_refer_to_others(option: str, rule: str) -> None:
    for one in (choice("Oxygen", [option, "Helium"]), choice(option, ["Oxygen", "Helium"])):
        found = rules(one) & {"all-of-the-above", "none-of-the-above"}
        assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("Which gas is not here?", True),
        ("All of these are gases except", True),
        ("Which gas is least heavy?", True),
        ("Which gas isn't here?", True),
        ("Which gas isn’t here?", True),
        ("Which gas is NOT here?", False),
        ("Which gas is *not* here?", False),
        ("Which gas is **not** here?", False),
        ("Which gas is _not_ here?", False),
        ("Which gas stands in the note?", False),
        ("At least how many gases are here?", False),
        ("Which gas is not only light?", False),
        ('Which gas does "it is not here" mean?', False),
        ("Which gas does ‘not here’ mean, and what isn’t?", True),
    ],
)
def test_a_negation_must_stand_out(stem: str, found: bool) -> None:
    assert ("negative-stem" in rules(choice(stem=stem))) is found
    statement = TrueFalse(id="q", stem=stem, answer=True, explanation=WHY, sources=(SOURCE,))
    assert ("negative-stem" in rules(statement)) is found


@pytest.mark.parametrize(
    ("stem", "answer", "distractors", "found"),
    [
        ("It is an", "apple", ["pear", "plum"], True),
        ("It is an ...", "apple", ["orange", "egg"], False),
        ("It is a:", "university", ["union", "euro"], False),
        ("It is an", "hour", ["honour", "8-hour day"], False),
        ("It is a", "pear", ["plum", "apple"], True),
        ("It is a(n)", "pear", ["plum", "apple"], False),
        ("It is an", "MRI scan", ["X-ray", "ECG"], False),
        ("It is a", "the pear", ["an apple", "no egg"], False),
        ("Seen are", "two needles", ["one needle", "a drop"], True),
        ("Seen are", "needles", ["drops", "lenses"], False),
        ("Seen are", "needle", ["drop", "lens"], False),
        ("Seen is", "a needle", ["drops", "lens"], True),
        ("Seen is", "glass", ["a lens", "virus"], False),
        ("What is it, a?", "pear", ["apple", "plum"], False),
    ],
)
def test_options_have_to_go_with_the_end_of_the_stem(
    stem: str, answer: str, distractors: list[str], found: bool
) -> None:
    assert ("grammar-cue" in rules(choice(answer, distractors, stem))) is found


@pytest.mark.parametrize(
    "question",
    [
        choice("Often oxygen", stem="Which is not it, an"),
        choice(distractors=("All of the above", "never")),
        choice("never", ("einmal", "zweimal"), "Ist das never einmal gut, nie und nimmer?"),
        choice("Kupferkessel oben", ("Topf", "Pfanne"), "Was ist der Kupferkessel oben?"),
    ],
)
def test_the_rules_about_english_words_are_silent_elsewhere(question: Question) -> None:
    english = {
        "vague-term",
        "absolute-term",
        "all-of-the-above",
        "none-of-the-above",
        "negative-stem",
        "grammar-cue",
        "clang",
    }
    for language in ("de", "nl-BE", "eng", "pt-BR"):
        assert not rules(question, language=language) & english
    assert rules(question, language="en-GB") & english
