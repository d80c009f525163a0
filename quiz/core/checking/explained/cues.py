"""The rules about what gives an answer away.

The shares and ratios are of 9,305 real four-option questions: how often a cue was seen, and how
much oftener it sat on a key than on a distractor.
"""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.checking.explained.example import Explained


def _eight(answer: str) -> str:
    """Eight questions, each with an answer of its own."""
    one = (
        "- id: q{n}\n  type: single-choice\n  stem: What is said in place {n}?\n"
        f"  answer: {answer}\n"
        "  distractors: [Some {n}2 rims, Some {n}3 pots, Some {n}4 hobs]\n"
        "  sources: [{{document: water, exact: A lid keeps the steam in the pot.}}]\n"
    )
    return "".join(one.format(n=n) for n in range(11, 19))


CUES: Mapping[str, Explained] = {
    "key-much-longer": Explained(
        "The answer is more than 1.8 times as long as every distractor, and longer than 40 "
        "characters. 8.2 % of the questions measured had this; the longest option was then 14.9 "
        "times as likely to be right as another.",
        "answer: A lid of metal or glass that closes the pot well on all sides\n"
        "distractors: [A warm stove, A wide rim]\n",
        "answer: A lid of metal or glass\n"
        "distractors: [A stove of cast iron, A rim of thick steel]\n",
    ),
    "key-longer": Explained(
        "The answer is at least 1.25 times as long as the longest distractor, and has four words "
        "or more. Ratio measured: 4.8.",
        "answer: A lid that fits well\ndistractors: [A warm stove, A wide rim]\n",
        "answer: A lid that fits\ndistractors: [A stove that warms, A rim that spreads]\n",
    ),
    "longest-is-key": Explained(
        "Over all single-choice questions of the set, the answer is the longest option more often "
        "than chance explains (binomial test, p below 0.01).",
        _eight("Some {n}1 well closing lids"),
        _eight("Some {n}1 lids"),
    ),
    "vague-term": Explained(
        "Careful authors hedge what is true (often, usually, generally, typically), and not what "
        "they made up. Ratio measured: 14.3.",
        "answer: Usually a lid\ndistractors: [A warm stove, A wide rim]\n",
        "answer: A closed lid\ndistractors: [A warm stove, A wide rim]\n",
    ),
    "absolute-term": Explained(
        "What allows no exception (never, entirely, completely, exclusively) is easy to rule out: "
        "in 10,255 questions a distractor had such a word 6 times as often as a key. 'All', "
        "'always' and 'only' were no cue.",
        "answer: A lid on top\ndistractors: [Exclusively a stove, A wide rim]\n",
        "answer: A lid on top\ndistractors: [A warm stove, A wide rim]\n",
    ),
    "all-of-the-above": Explained(
        "Who knows two options to be right need not know the third. And options are shuffled: "
        "nothing is above.",
        "answer: All of the above\ndistractors: [A lid on top, A plate on top]\n",
        "type: multiple-choice\nanswers: [A lid on top, A plate on top]\n"
        "distractors: [A warm stove, A wide rim]\n",
    ),
    "none-of-the-above": Explained(
        "Who finds all options wrong has not shown to know what is right. And options are "
        "shuffled: nothing is above.",
        "answer: A lid on top\ndistractors: [A warm stove, None of these]\n",
        "answer: A lid on top\ndistractors: [A warm stove, A wide rim]\n",
    ),
    "clang": Explained(
        "A rare word, or two words, of the stem (five letters or more) in the answer and in no "
        "other option: it can be picked by its sound. Ratio measured: 2.0 to 2.5.",
        "stem: What holds back the vapour above the kettle?\nanswer: A lid on the kettle\n"
        "distractors: [A stove below, A rim around]\n",
        "stem: What holds back the vapour?\nanswer: A lid on top\n"
        "distractors: [A stove below, A rim around]\n",
    ),
    "negative-stem": Explained(
        "A 'not' in the middle of a line is overlooked, and then a wrong answer shows nothing. "
        "Capitals or emphasis (NOT, *not*) make it seen.",
        "stem: Which of these does not hold back the vapour?\n",
        "stem: Which of these does NOT hold back the vapour?\n",
    ),
    "grammar-cue": Explained(
        "A stem that ends in 'a' or 'an', or asks for one or several things, rules out options "
        "that do not go with it.",
        "stem: What holds back the vapour is an\nanswer: even lid\n"
        "distractors: [warm stove, open rim]\n",
        "stem: What holds back the vapour is a\nanswer: tight lid\n"
        "distractors: [warm stove, wide rim]\n",
    ),
    "answer-in-stem": Explained(
        "The stem already says it.",
        "type: short-answer\nstem: By what does the closed lid hold back vapour?\n"
        "answer: closed lid\n",
        "type: short-answer\nstem: By what is vapour held back?\nanswer: closed lid\n",
    ),
    "answer-leaked": Explained(
        "The stem of another question says in so many words (three or more) what is asked here, "
        "and speaks of it: a third of this stem's words stand there, too.",
        "- id: what\n  type: short-answer\n  stem: What holds back vapour?\n"
        "  answer: a closed lid\n"
        "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
        "- id: why\n  type: short-answer\n  stem: Why does vapour stay below a closed lid?\n"
        "  answer: it cannot pass\n"
        "  sources: [{document: water, exact: keeps the steam in the pot}]\n",
        "- id: what\n  type: short-answer\n  stem: What holds back vapour?\n"
        "  answer: a closed lid\n"
        "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
        "- id: why\n  type: short-answer\n  stem: Why does vapour stay in a covered pot?\n"
        "  answer: it cannot pass\n"
        "  sources: [{document: water, exact: keeps the steam in the pot}]\n",
    ),
}
