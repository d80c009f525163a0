"""The rules about habits over a set, and about answers that other texts of it tell or accept."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.checking.explained.example import Explained

_SOURCE = "  sources: [{document: water, exact: A lid keeps the steam in the pot.}]\n"


def _choices(answer: str, wrong: str) -> str:
    """Seven single-choice questions; `word` is something else that their source says."""
    one = (
        "- id: q{n}\n  type: single-choice\n  stem: What is said in place {n}?\n"
        f"  answer: {answer}\n  distractors: [{wrong}]\n"
    )
    said = ("A lid", "Lid keeps", "Keeps the", "The steam", "Steam in", "In the", "The pot")
    numbered = enumerate(said, start=11)
    return "".join(one.format(n=n, word=word) + _SOURCE for n, word in numbered)


def _several(last: str) -> str:
    """Four multiple-choice questions; the last has these wrong options."""
    one = (
        "- id: q{n}\n  type: multiple-choice\n  stem: Which of them are in place {n}?\n"
        "  answers: [Lid {n}1, Pot {n}2]\n  distractors: [{wrong}]\n"
    )
    wrong = ["Rim 3, Hob 4"] * 3 + [last]
    return "".join(
        one.format(n=n, wrong=w) + _SOURCE for n, w in zip(range(11, 15), wrong, strict=True)
    )


_MET = (
    "- id: where\n  type: short-answer\n  stem: Where does boiling water begin sooner?\n"
    "  answer: high mountain\n"
    "  sources: [{document: water, exact: On a high mountain it boils sooner}]\n"
)
_TOLD = (
    "- id: why\n  type: short-answer\n  stem: What presses less up there?\n  answer: air\n"
    "  sources: [{document: water, exact: the air presses}]\n"
)

TELLS: Mapping[str, Explained] = {
    "shortest-is-key": Explained(
        "Over the single-choice questions in which one option has fewer words than every other, it "
        "is the answer more often than chance explains (binomial test, p below 0.01).",
        _choices("Lid {n}", "Rims of steel {n}, Pots of iron {n}, Hobs of brass {n}"),
        _choices("Lids of glass {n}", "Rims of steel {n}, Pots of iron {n}, Hobs of brass {n}"),
    ),
    "key-in-passages": Explained(
        "Over the single-choice questions of which one option stands in a passage that the set "
        "cites, it is the answer more often than chance explains (binomial test, p below 0.01): "
        "who has skimmed the documents can tick what sounds known. A good distractor is what "
        "another section says.",
        _choices("{word}", "wide{n} rim, hot{n} hob, cold{n} tap"),
        _choices("Blue{n} cup", "wide{n} rim, hot{n} hob, cold{n} tap"),
    ),
    "same-wrong-count": Explained(
        "Who has noticed that it is always the same number need not judge the last options.",
        _several("Rim 3, Hob 4"),
        _several("Rim 3, Hob 4, Tap 5"),
    ),
    "answer-elsewhere": Explained(
        "A stem, an option, a pair, a text with gaps, a hint or an explanation of another question "
        "holds the answer and speaks of what is asked: half of the stem's telling words, at least "
        "two. Numbers and single words count, too; so do other sets of the folder that are checked "
        "in the same run.",
        _MET + _TOLD + "  explanation: Boiling begins sooner on a high mountain.\n",
        _MET + _TOLD + "  explanation: The higher one stands, the less of it is above.\n",
    ),
    "gaps-accept-each-other": Explained(
        "Two gaps with different answers accept each other's: exchanged, they count as right.",
        "type: cloze\nstem: Fill in.\ntext: A {{lid|pot}} keeps steam in a {{pot|lid}}.\n",
        "type: cloze\nstem: Fill in.\ntext: A {{lid|cover}} keeps steam in a {{pot|kettle}}.\n",
    ),
    "opposite-accepted": Explained(
        "An accepted wording is the answer with one word denied or turned into its opposite: "
        "below for above, inter- for intra-.",
        "type: short-answer\nstem: Where is vapour kept?\nanswer: below the lid\n"
        "accept: [above the lid]\n",
        "type: short-answer\nstem: Where is vapour kept?\nanswer: in the pot\n"
        "accept: [within it]\n",
    ),
    "dispute-in-proof": Explained(
        "The passage that says otherwise is a part of the one that proves the answer: then the "
        "same words speak for it and against it.",
        "disputed_by:\n  - {document: water, exact: keeps the steam, note: Some of it goes.}\n",
        "disputed_by:\n  - {document: water, exact: the air presses, note: So it is.}\n",
    ),
}
