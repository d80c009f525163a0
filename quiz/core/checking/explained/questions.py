"""The rules about what a good question has."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.checking.explained.example import Explained

_ONE = (
    "- id: what\n  type: short-answer\n  stem: What keeps the vapour inside a kettle?\n"
    "  answer: a lid\n"
    "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"
)

QUESTIONS: Mapping[str, Explained] = {
    "duplicate-question": Explained(
        "The same thing is asked twice: same options and answer, or the same answer and 40 % of "
        "the stems' words with more than three letters.",
        _ONE
        + "- id: again\n  type: short-answer\n  stem: Which thing keeps vapour inside kettles?\n"
        "  answer: a lid\n"
        "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n",
        _ONE + "- id: heat\n  type: short-answer\n  stem: What saves energy on the stove?\n"
        "  answer: a lid\n"
        '  sources: [{document: water, exact: "A lid keeps the heat in, too."}]\n',
    ),
    "unordered-numbers": Explained(
        "Numbers are easier to compare in their order; shuffled, they only cost time.",
        "stem: At how many °C does water boil at sea level?\nanswer: 100\n"
        "distractors: [80, 90, 120]\nsources: [{document: water, exact: boils at 100 °C}]\n",
        "stem: At how many °C does water boil at sea level?\nanswer: 100\n"
        "distractors: [80, 90, 120]\noptions: sorted\n"
        "sources: [{document: water, exact: boils at 100 °C}]\n",
    ),
    "no-explanation": Explained(
        "Right after an answer, people want to know why; that is when they learn most.",
        "explanation:\n",
        "explanation: Vapour cannot pass through metal or glass.\n",
    ),
    "thin-explanation": Explained(
        "An explanation of fewer than five words, or one that only repeats the answer, explains "
        "nothing.",
        "explanation: A lid on top.\n",
        "explanation: Vapour cannot pass through metal or glass.\n",
    ),
    "no-feedback": Explained(
        "Who picks a distractor wants to know what is wrong with it, not only what is right.",
        "distractors: [A warm stove, A wide rim]\n",
        "distractors:\n  - {text: A warm stove, feedback: It makes vapour.}\n"
        "  - {text: A wide rim, feedback: It lets vapour out.}\n",
    ),
    "too-few-distractors": Explained(
        "With one distractor, half of all guesses are right. Two good distractors are enough.",
        "distractors: [A warm stove]\n",
        "distractors: [A warm stove, A wide rim]\n",
    ),
    "more-than-keys": Explained(
        "Ten things have a digit each. What stands behind them is reached by arrows and Space, and "
        "nobody keeps so many apart in one look.",
        "distractors: [A warm stove, A wide rim, A thin wall, A long spout, A flat base, A glass "
        "knob, A soft seal, A cork, A sieve, A whistle]\n",
        "distractors: [A warm stove, A wide rim]\n",
    ),
}
