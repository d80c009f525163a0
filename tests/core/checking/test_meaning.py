"""Rules about what a question says: questions that break them, and some that only seem to."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from tests.core.asking import SOURCE, WHY, choice, notices, rules, typed


def cited(exact: str) -> tuple[Source, ...]:
    return (Source("doc", exact),)


def stated(stem: str, exact: str, *, true: bool = True) -> TrueFalse:
    return TrueFalse(
        id="q",
        stem=stem,
        answer=true,
        correction="" if true else "It is not.",
        explanation=WHY,
        sources=cited(exact),
    )


def cloze(text: str, exact: str = "A lid keeps the steam in the pot.") -> Cloze:
    pieces = text.replace("}}", "{{").split("{{")
    gaps = tuple(tuple(gap.split("|")) for gap in pieces[1::2])
    return Cloze(
        id="q",
        stem="Complete the text.",
        parts=tuple(pieces[0::2]),
        gaps=gaps,
        explanation=WHY,
        sources=cited(exact),
    )


def numeric(
    answer: str, exact: str, *, stem: str = "When?", tolerance: str = "", unit: str = ""
) -> Numeric:
    return Numeric(
        id="q",
        stem=stem,
        answer=answer,
        tolerance=tolerance,
        unit=unit,
        explanation=WHY,
        sources=cited(exact),
    )


def ordered(*items: str, exact: str) -> Ordering:
    return Ordering(
        id="q", stem="In which order?", sequence=items, explanation=WHY, sources=cited(exact)
    )


def _first_line(text: str) -> str:
    """A name for a test: one with a line end cannot be asked for by name."""
    return text.partition("\n")[0]


FAULTS: list[tuple[str, Question]] = [
    (
        "statement-against-source",
        stated("The valve is opened at 3 bar.", "The valve is opened at 5 bar."),
    ),
    (
        "statement-against-source",
        stated("All valves are opened by hand.", "Some valves are opened by hand."),
    ),
    (
        "statement-against-source",
        stated("The valve is opened by hand.", "The valve is not opened by hand."),
    ),
    (
        "statement-against-source",
        stated("The valve opens at 5 bar.", "The valve opens at 5 bar.", true=False),
    ),
    ("key-against-source", choice("The valve opens at 3 bar", exact="The valve opens at 5 bar.")),
    (
        "key-against-source",
        choice("The valve never opens by hand", exact="The valve opens by hand."),
    ),
    ("number-not-in-source", numeric("30", "It takes 13 minutes.", unit="minutes")),
    (
        "number-not-in-source",
        ShortAnswer(
            id="q",
            stem="In which year?",
            answer="in 1986",
            explanation=WHY,
            sources=cited("It began in 1968."),
        ),
    ),
    ("gap-not-in-source", cloze("A lid keeps the {{smoke}} in the pot.")),
    (
        "order-against-source",
        ordered("rinse", "fill", "heat", exact="First fill it, then heat it, at last rinse it."),
    ),
    ("wide-tolerance", numeric("100", "It boils at 100, and melts at 98.", tolerance="3")),
    ("wide-tolerance", numeric("4", "Wait for 4 minutes.", tolerance="100%")),
    (
        "unit-against-stem",
        numeric("30", "Wait for 30 minutes.", stem="How many hours does one wait?", unit="minutes"),
    ),
    (
        "explanation-against-key",
        choice("Oxygen", explanation="Helium is what the flame is fed with here."),
    ),
    ("equal-options", choice("3 weeks", ["21 days", "2 months"])),
    ("equal-options", choice("10", ["10.0", "12"])),
    ("equal-options", choice("24 hours", ["one day", "2 days"])),
    ("equal-options", choice("The Delegate", ["A delegate", "The chair"])),
    ("equal-options", choice("0.5 kg", ["500 g", "5 kg"])),
    ("overlapping-options", choice("10-20 mg", ["15-30 mg", "40-50 mg"])),
    ("overlapping-options", choice("1 to 2 hours", ["90 to 150 minutes", "5 to 6 hours"])),
    ("praising-feedback", choice(feedback="Correct! It burns.")),
    ("praising-feedback", choice(feedback="Yes, that is it.")),
    (
        "misplaced-feedback",
        SingleChoice(
            id="q",
            stem="Which gas?",
            answer="Oxygen",
            distractors=(
                Distractor("Helium", "Carbon is no gas."),
                Distractor("Carbon", "It is solid."),
            ),
            explanation=WHY,
            sources=(SOURCE,),
        ),
    ),
    (
        "accept-repeats",
        ShortAnswer(
            id="q",
            stem="Which gas is it?",
            answer="oxygen",
            accept=("Oxygen.",),
            explanation=WHY,
            sources=(SOURCE,),
        ),
    ),
    (
        "hint-is-answer",
        ShortAnswer(
            id="q",
            stem="Which gas is it?",
            answer="oxygen",
            hint="It is Oxygen, of course.",
            explanation=WHY,
            sources=(SOURCE,),
        ),
    ),
    ("anki-gap", cloze("A lid keeps the {{c1::steam::what?}} in the pot.")),
    ("function-word-gap", cloze("A lid keeps {{the}} steam {{in}} the pot.")),
    ("mostly-gaps", cloze("A {{lid}} {{keeps the}} {{steam}} in {{the pot}}.")),
    ("no-question", choice(stem="The gas")),
    ("placeholder", choice(explanation="TODO: say why it burns so well.")),
    ("placeholder", choice(stem="<your question here>?")),
    ("doubled-word", choice(stem="Which gas is is it?")),
    ("refers-elsewhere", choice(stem="Which gas is shown in the figure below?")),
    ("refers-elsewhere", choice(stem="As in the previous question, which gas is it?")),
    ("refers-elsewhere", choice(stem="As shown above, which gas is it?")),
    ("dated", choice(stem="Who is the current director of the works?")),
    ("dated", choice(stem="How much of it was sold this year?")),
    ("unseen-image", choice(stem="Which gas is it? ![flame](flame.png)")),
    ("open-fence", choice(explanation="Look at this:\n```\nburn()\nand at that.")),
    ("mixed-script", choice("Oxyg\u0435n")),
    ("invisible-character", choice("Oxy\u200bgen")),
]


@pytest.mark.parametrize(
    ("rule", "question"), FAULTS, ids=lambda value: _first_line(getattr(value, "stem", value))
)
def test_a_fault_is_found(rule: str, question: Question) -> None:
    assert rule in rules(question)


SOUND: list[tuple[str, Question]] = [
    (
        "statement-against-source",
        stated("The valve opens at 3 bar.", "The pump runs at 5 bar in summer."),
    ),
    (
        "statement-against-source",
        stated("The valve opens at 3 bar.", "The valve opens at 5 bar.", true=False),
    ),
    (
        "statement-against-source",
        stated("A valve opens.", "A valve opens, but not at night, unless it is asked to."),
    ),
    ("key-against-source", choice("At 3 bar", exact="The valve opens at 5 bar.")),
    (
        "key-against-source",
        choice("It lets water in with any pump", exact="It lets water in with a pump."),
    ),
    (
        "number-not-in-source",
        numeric("3", "It has a lid, a spout and a base.", stem="How many parts has it?"),
    ),
    ("number-not-in-source", numeric("30", "It takes thirty minutes.", unit="minutes")),
    ("number-not-in-source", numeric("1000", "It holds 1,000 litres.", unit="litres")),
    ("gap-not-in-source", cloze("Lids keep {{steams}} in the pot.")),
    ("gap-not-in-source", cloze("A lid keeps the {{vapour|steam}} in the pot.")),
    ("order-against-source", ordered("fill", "heat", exact="First fill it, then heat it.")),
    ("order-against-source", ordered("heat", "fill", exact="One heats it.")),
    ("wide-tolerance", numeric("100", "It boils at 100, and melts at 0.", tolerance="3")),
    (
        "unit-against-stem",
        numeric("30", "Wait for 30 minutes.", stem="How many minutes?", unit="minutes"),
    ),
    (
        "unit-against-stem",
        numeric("30", "Wait for 30 minutes.", stem="How long, in the text?", unit="min"),
    ),
    (
        "explanation-against-key",
        choice("Oxygen", explanation="It is not Helium, since that does not burn."),
    ),
    ("explanation-against-key", choice("Oxygen", explanation="Helium and Oxygen are gases.")),
    ("equal-options", choice("3 weeks", ["20 days", "2 months"])),
    ("equal-options", choice("10 mg", ["10 g", "10 kg"])),
    ("equal-options", choice("A", ["B", "C"])),
    ("equal-options", choice("a+b", ["a-b", "a*b"])),
    ("overlapping-options", choice("10-20 mg", ["20-30 mg", "30-40 mg"])),
    ("overlapping-options", choice("10-20 mg", ["15-30 g", "40-50 mg"])),
    ("praising-feedback", choice(feedback="True for other gases, but this one burns.")),
    ("praising-feedback", choice(feedback="Correct if it were cold.")),
    (
        "hint-is-answer",
        ShortAnswer(
            id="q",
            stem="Which gas?",
            answer="oxygen",
            hint="Flames need it.",
            explanation=WHY,
            sources=(SOURCE,),
        ),
    ),
    ("function-word-gap", cloze("A {{lid}} keeps the steam {{in}} the pot.")),
    ("no-question", choice(stem="2 + 2 = ?")),
    ("no-question", choice(stem="Water is:")),
    ("placeholder", choice(stem="What does `TODO` in a comment mean?")),
    ("doubled-word", choice(stem="Which gas had had enough?")),
    ("refers-elsewhere", choice(stem="What does the code below print?\n`print(1)`")),
    ("refers-elsewhere", choice(stem="Which of the following gases is it?")),
    ("refers-elsewhere", choice(stem="What is in the picture group of the menu?")),
    ("dated", choice(stem="You currently have a pump. Which gas is in it?")),
    ("dated", choice(stem="What was sold this year?", exact="What was sold this year was gas.")),
    ("unseen-image", choice(stem="What does `<img src='a.png'>` show?")),
    ("mixed-script", choice("TNFα")),
    ("mixed-script", choice("5 µm")),
    ("mixed-script", choice("β-carotene")),
    ("invisible-character", choice("می\u200cخواهم")),
    ("invisible-character", choice("👩\u200d🔬 a scientist")),
]


@pytest.mark.parametrize(
    ("rule", "question"), SOUND, ids=lambda value: _first_line(getattr(value, "stem", value))
)
def test_what_only_seems_a_fault_is_left_alone(rule: str, question: Question) -> None:
    assert rule not in rules(question)


def test_two_questions_that_ask_the_same_and_key_it_otherwise_contradict_each_other() -> None:
    one, other = (
        choice("Oxygen", ["Helium", "Ice"], id="a"),
        choice("Helium", ["Oxygen", "Ice"], id="b"),
    )
    assert "contradicting-keys" in rules(one, other)
    assert "contradicting-keys" not in rules(one, choice("Air", ["Helium", "Ice"], id="b"))
    assert "contradicting-keys" in rules(
        typed("oxygen", "Which gas?", "a"), typed("air", "Which gas?", "b")
    )


def test_a_source_given_twice_is_said_at_its_second_place() -> None:
    question = typed("oxygen", "Which gas?")
    twice = ShortAnswer(id="q", stem="Which gas?", answer="air", sources=(SOURCE, SOURCE))
    assert "source-twice" not in rules(question)
    (found,) = [n for n in notices(twice) if n.rule == "source-twice"]
    assert found.spot.path == ("sources", 1)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (("pump", "Pump"), True),
        (("pump", "pumps"), True),
        (("gas", "gases"), False),
        (("pump", "lid"), False),
    ],
)
def test_tags_that_differ_in_case_or_number(tags: tuple[str, str], found: bool) -> None:
    questions = [
        ShortAnswer(id=tag, stem=f"What is {tag}?", answer="air", tags=(tag,), sources=(SOURCE,))
        for tag in tags
    ]
    assert ("tag-variant" in rules(*questions)) is found


def test_six_true_false_questions_of_one_answer_are_one_sided() -> None:
    def made(id: str, *, true: bool) -> TrueFalse:
        return TrueFalse(id=id, stem=f"It is {id}.", answer=true, correction="", sources=(SOURCE,))

    true = [made(f"q{n}", true=True) for n in range(6)]
    assert "one-sided-true-false" in rules(*true)
    assert "one-sided-true-false" not in rules(*true[:5])
    assert "one-sided-true-false" not in rules(*true, made("no", true=False))


def test_questions_in_another_language_than_the_set_says() -> None:
    german = [
        ShortAnswer(
            id=f"q{n}",
            stem="Was ist das Gas, mit dem der Ofen in der Halle und nicht das Auto geheizt wird?",
            answer=f"Gas {n}",
            explanation="Das Gas ist in der Flasche, und die Flasche wird mit dem Wagen gebracht.",
            sources=(SOURCE,),
        )
        for n in range(4)
    ]
    assert "other-language" in rules(*german)
    assert "other-language" not in rules(*german, language="de-AT")
    assert "other-language" not in rules(*[choice(id=f"q{n}") for n in range(8)])
