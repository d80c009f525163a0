"""How often the rules speak up, and how often wrongly, on questions that nobody here wrote.

Measured on 10,321 English multiple-choice questions of two public collections: 7,681 of technical
skill tests, 2,640 on short stories, each with the sentence of its story that comes nearest as its
source. What a rule found there was read one by one, or 30 of it drawn by lot. Rules about answers
to be typed were measured on 1,190 typed questions on 240 paragraphs of an encyclopaedia, and on as
many gaps made of the sentences that answer them. Nothing is known of rules about feedback,
explanations and further wordings: no public collection has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Rate(NamedTuple):
    """Findings for 100 questions, how many of them were wrong, and of how many questions."""

    found: float
    wrong: float
    questions: int = 10_321


_TYPED = 2_380

RATES: Mapping[str, Rate] = {
    "negative-stem": Rate(2.75, 0.18),
    "duplicate-question": Rate(9.31, 0.05),
    "answer-in-stem": Rate(0.46, 0.06),
    "contradicting-keys": Rate(0.20, 0.05),
    "refers-elsewhere": Rate(0.12, 0.02),
    "dated": Rate(0.02, 0.01),
    "equal-options": Rate(0.03, 0.02),
    "overlapping-options": Rate(0.02, 0.0),
    "placeholder": Rate(0.04, 0.03),
    "doubled-word": Rate(0.10, 0.0),
    "unseen-image": Rate(0.03, 0.0),
    "no-question": Rate(0.02, 0.01),
    "true-in-source": Rate(0.03, 0.02),
    "key-against-source": Rate(0.03, 0.03),
    "mixed-script": Rate(0.0, 0.0),
    "invisible-character": Rate(0.0, 0.0),
    "vague-term": Rate(1.19, 0.0),
    "absolute-term": Rate(1.48, 0.0),
    "all-of-the-above": Rate(1.76, 0.0),
    "none-of-the-above": Rate(0.71, 0.0),
    "key-much-longer": Rate(7.81, 0.0),
    "key-longer": Rate(10.28, 0.0),
    "unordered-numbers": Rate(0.97, 0.0),
    "answer-elsewhere": Rate(0.26, 0.06),
    "answer-leaked": Rate(0.09, 0.0),
    "clang": Rate(5.47, 0.0),
    "grammar-cue": Rate(0.07, 0.02),
    "longest-is-key": Rate(0.21, 0.0),
    "same-wrong-count": Rate(0.01, 0.0),
    "compared-exactly": Rate(0.17, 0.08, _TYPED),
    "number-not-in-source": Rate(0.08, 0.0, _TYPED),
    "gap-not-in-source": Rate(0.04, 0.04, _TYPED),
    "function-word-gap": Rate(0.04, 0.0, _TYPED),
    "mostly-gaps": Rate(0.46, 0.0, _TYPED),
    "stem-copies-source": Rate(0.15, 0.0),
}
