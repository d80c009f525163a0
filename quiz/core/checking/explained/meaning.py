"""The rules about what a question says, against its source and within itself."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.checking.explained.example import Explained

_LID = "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
_SOURCE = "sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
_BOILS = "sources: [{document: water, exact: Water boils at 100 °C at sea level.}]\n"
_ALL = (
    'sources: [{document: water, exact: "On a high mountain it boils sooner, because the air\\n'
    'presses less on it."}]\n'
)
_WHY = "explanation: Vapour cannot pass through metal or glass.\n"
_NO_DISTRACTORS = "type: short-answer\nstem: What keeps vapour inside a kettle?\nanswer: a lid\n"
_TRUE = "type: true-false\nanswer: true\n"


def _asked(stem: str, answer: str, name: str) -> str:
    return (
        f"- id: {name}\n  type: single-choice\n  stem: {stem}\n  answer: {answer}\n"
        "  distractors: [{text: A warm hob, feedback: It heats.}, "
        "{text: A wide rim, feedback: It lets vapour out.}, "
        "{text: A flat cover, feedback: It is not flat.}, "
        "{text: A round one, feedback: It is not round.}]\n"
        "  explanation: Vapour cannot pass through metal or glass.\n"
    )


def _statements(answers: str) -> str:
    places = ("pots", "pans", "cups", "jars", "mugs", "bowls")
    return "".join(
        f"- id: q{at}\n  type: true-false\n  stem: Cooks like {place} with a cover.\n"
        f"  answer: {answer}\n"
        + ("" if answer == "true" else "  correction: They do not.\n")
        + "  explanation: Vapour cannot pass through metal or glass.\n"
        + _LID
        for at, (place, answer) in enumerate(zip(places, answers.split(), strict=True))
    )


def _tagged(tag: str) -> str:
    one = _asked("What holds back the vapour?", "A lid on top", "one") + "  tags: [pot]\n" + _LID
    two = (
        "- id: two\n  type: short-answer\n  stem: What saves energy on the stove?\n"
        "  answer: a cover\n  explanation: Vapour cannot pass through metal or glass.\n"
        f"  tags: [{tag}]\n"
        '  sources: [{document: water, exact: "A lid keeps the heat in, too."}]\n'
    )
    return one + two


MEANING: Mapping[str, Explained] = {
    "statement-against-source": Explained(
        "Nearly all words of the statement stand in its source, and a number, a 'not' or an 'all' "
        "differs: then it is not true. Or they stand there word for word: then it is not false.",
        f"{_TRUE}stem: Water boils at 90 °C at sea level.\n{_BOILS}",
        f"{_TRUE}stem: Water boils at 100 °C at sea level.\n{_BOILS}",
    ),
    "key-against-source": Explained(
        "The answer repeats its source nearly word for word, and one of the two has a number, a "
        "'not', an 'all' or a 'more' that the other has not.",
        "stem: What is said of boiling?\nanswer: Water boils at 90 °C at sea level\n"
        "distractors:\n  - {text: Water boils at sea level at noon only, feedback: It does not.}\n"
        f"  - {{text: Water freezes at noon by the sea, feedback: It does not.}}\n{_BOILS}",
        "stem: What is said of boiling?\nanswer: Water boils at 100 °C at sea level\n"
        "distractors:\n  - {text: Water boils at sea level at noon only, feedback: It does not.}\n"
        f"  - {{text: Water freezes at noon by the sea, feedback: It does not.}}\n{_BOILS}",
    ),
    "number-not-in-source": Explained(
        "A number that learners have to type should stand in the passage that proves it. Sources "
        "with more than four numbers are left alone: there, one computes.",
        "type: numeric\nstem: When does water boil?\nanswer: 90\nunit: °C\n" + _BOILS,
        "type: numeric\nstem: When does water boil?\nanswer: 100\nunit: °C\n" + _BOILS,
    ),
    "gap-not-in-source": Explained(
        "Whoever knows the document can only fill in what it says.",
        "type: cloze\ntext: A lid keeps the {{smoke}} in the pot.\n" + _SOURCE,
        "type: cloze\ntext: A lid keeps the {{steam}} in the pot.\n" + _SOURCE,
    ),
    "order-against-source": Explained(
        "One source names all items, in another order than the sequence. Either the sequence is "
        "wrong, or this source does not prove it.",
        "type: ordering\nstem: What is named first?\nsequence: [pot, lid, steam]\n" + _SOURCE,
        "type: ordering\nstem: What is named first?\nsequence: [lid, steam, pot]\n" + _SOURCE,
    ),
    "wide-tolerance": Explained(
        "A tolerance that accepts another number of the same passage accepts a mix-up, and one "
        "that reaches zero accepts nothing at all.",
        "type: numeric\nstem: When does water boil?\nanswer: 100\nunit: °C\ntolerance: 100\n"
        + _BOILS,
        "type: numeric\nstem: When does water boil?\nanswer: 100\nunit: °C\ntolerance: 1\n"
        + _BOILS,
    ),
    "unit-against-stem": Explained(
        "Learners type what the stem asks for.",
        "type: numeric\nstem: How many hours does it take?\nanswer: 100\nunit: minutes\n" + _BOILS,
        "type: numeric\nstem: How many minutes does it take?\nanswer: 100\nunit: minutes\n"
        + _BOILS,
    ),
    "explanation-against-key": Explained(
        "The explanation names a wrong option and nothing of the answer, or the answer's unit with "
        "another number.",
        "explanation: A warm stove holds all of the vapour back.\n",
        "explanation: A lid on top holds all of the vapour back.\n",
    ),
    "contradicting-keys": Explained(
        "Two questions ask the same in the same words about the same passage, and the answer of "
        "the one is wrong in the other.",
        _asked("What holds back the vapour?", "A lid on top", "one")
        + _LID
        + _asked("What holds back the vapour?", "A steel sheet", "two").replace(
            "A flat cover", "A lid on top"
        )
        + _LID,
        _asked("What holds back the vapour?", "A lid on top", "one") + _LID,
    ),
    "equal-options": Explained(
        "Two options that are the same amount, or the same but for 'a' and 'the': only one of them "
        "can be meant, or neither is right.",
        "answer: 3 weeks\ndistractors:\n  - {text: 21 days, feedback: It is not said.}\n"
        "  - {text: 5 months, feedback: It is not said.}\n",
        "answer: 3 weeks\ndistractors:\n  - {text: 20 days, feedback: It is not said.}\n"
        "  - {text: 5 months, feedback: It is not said.}\n",
    ),
    "overlapping-options": Explained(
        "A value that belongs to two ranges makes two options right.",
        "answer: 10-20 cm\ndistractors:\n  - {text: 15-30 cm, feedback: It is not said.}\n"
        "  - {text: 40-50 cm, feedback: It is not said.}\n",
        "answer: 10-20 cm\ndistractors:\n  - {text: 20-30 cm, feedback: It is not said.}\n"
        "  - {text: 40-50 cm, feedback: It is not said.}\n",
    ),
    "praising-feedback": Explained(
        "Feedback on a wrong option that begins with 'Correct' or 'Yes' is meant for the answer.",
        "distractors:\n  - {text: A warm stove, feedback: Correct!}\n"
        "  - {text: A wide rim, feedback: It lets vapour out.}\n",
        "distractors:\n  - {text: A warm stove, feedback: It makes vapour.}\n"
        "  - {text: A wide rim, feedback: It lets vapour out.}\n",
    ),
    "misplaced-feedback": Explained(
        "Feedback that begins with another option and names not its own is misplaced.",
        "distractors:\n  - {text: A warm stove, feedback: A wide rim is too open.}\n"
        "  - {text: A wide rim, feedback: It lets vapour out.}\n",
        "distractors:\n  - {text: A warm stove, feedback: It makes vapour.}\n"
        "  - {text: A wide rim, feedback: A wide rim is too open.}\n",
    ),
    "compared-exactly": Explained(
        "What looks like code is compared by its characters; the author may say otherwise.",
        _NO_DISTRACTORS.replace("a lid", "a + b") + _SOURCE,
        _NO_DISTRACTORS.replace("a lid", "a + b") + "compare: exact\n" + _SOURCE,
    ),
    "accept-repeats": Explained(
        "Case, spaces, accents and punctuation are ignored anyway; `accept` is for other words.",
        _NO_DISTRACTORS + "accept: [A Lid]\n" + _SOURCE,
        _NO_DISTRACTORS + "accept: [a cover]\n" + _SOURCE,
    ),
    "hint-is-answer": Explained(
        "A hint that holds the answer leaves nothing to remember.",
        "hint: Think of a lid on top.\n",
        "hint: Think of what one puts on it.\n",
    ),
    "anki-gap": Explained(
        "Here a gap is only `{{answer}}`; Anki's `c1::` and `::hint` would be part of the answer.",
        'type: cloze\ntext: "A lid keeps the {{c1::steam}} in the pot."\n' + _SOURCE,
        "type: cloze\ntext: A lid keeps the {{steam}} in the pot.\n" + _SOURCE,
    ),
    "function-word-gap": Explained(
        "Small words can be filled in by anybody who knows the language.",
        "type: cloze\ntext: A lid keeps {{the}} steam {{in}} the pot.\n" + _SOURCE,
        "type: cloze\ntext: A lid keeps the {{steam}} in the pot.\n" + _SOURCE,
    ),
    "mostly-gaps": Explained(
        "With more than 60 % of its words gone, a text says too little to be completed.",
        "type: cloze\ntext: A {{lid}} {{keeps}} the {{steam}} {{in the pot}}.\n" + _SOURCE,
        "type: cloze\ntext: A {{lid}} keeps the steam in the {{pot}}.\n" + _SOURCE,
    ),
    "no-question": Explained(
        "One or two words are no question: learners cannot tell what is wanted.",
        "stem: The vapour\n",
        "stem: What holds back the vapour?\n",
    ),
    "placeholder": Explained(
        "What was to be written later is what learners would read.",
        "explanation: TODO say why vapour cannot pass.\n",
        _WHY,
    ),
    "doubled-word": Explained(
        "A small word twice in a row is a slip.",
        "explanation: Vapour cannot pass through the the metal.\n",
        "explanation: Vapour cannot pass through the metal.\n",
    ),
    "refers-elsewhere": Explained(
        "Questions are asked one at a time, in any order, and in a terminal: there is no previous "
        "question and no figure. What follows right there, such as code, is left alone.",
        "stem: What holds back the vapour in the figure below?\n",
        "stem: What holds back the vapour in a kettle?\n",
    ),
    "dated": Explained(
        "'This year' and 'the current director' are wrong one day, and nobody will notice.",
        "stem: What holds back the vapour this year?\n",
        "stem: What holds back the vapour in 2020?\n",
    ),
    "unseen-image": Explained(
        "A terminal shows no images. Inside code marks nothing is reported.",
        'stem: "What holds back the vapour? ![a pot](pot.png)"\n',
        "stem: What holds back the vapour?\n",
    ),
    "open-fence": Explained(
        "A code block without an end takes in everything behind it.",
        "explanation: |\n  ```\n  vapour cannot pass through metal\n",
        "explanation: |\n  ```\n  vapour cannot pass through metal\n  ```\n",
    ),
    "mixed-script": Explained(
        "A Cyrillic letter in a Latin word looks the same and is another: the answer cannot be "
        "typed, the quotation is not found. Greek letters count where they look Latin.",
        "answer: A l\u0456d on top\n",
        "answer: A lid on top\n",
    ),
    "invisible-character": Explained(
        "A zero-width space or joiner in a word cannot be seen, nor typed.",
        "answer: A li\u200bd on top\n",
        "answer: A lid on top\n",
    ),
    "tag-variant": Explained(
        "Tags that differ in case, hyphens or a plural s are counted apart.",
        _tagged("Pots"),
        _tagged("pot"),
    ),
    "one-sided-true-false": Explained(
        "Six or more true-false questions that all have the same answer: whoever notices needs no "
        "knowledge.",
        _statements("true true true true true true"),
        _statements("true false true true false true"),
    ),
    "other-language": Explained(
        "Articles, numbers and dates of typed answers are read by the set's language, and so are "
        "the ends of sentences.",
        "".join(
            f"- id: q{at}\n  type: true-false\n  stem: Der Deckel hält den {what} in dem Topf und "
            "das ist gut.\n  answer: true\n"
            "  explanation: Das Metall ist dicht, und der Dampf kann nicht durch die Wand.\n" + _LID
            for at, what in enumerate(("Dampf", "Rauch", "Duft"))
        ),
        "stem: What holds back the vapour?\n",
    ),
}
