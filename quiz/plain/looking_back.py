"""Earlier answers, and the reason for each option, as plain lines."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.core.grading.grading import Verdict
from quiz.plain.console import Console
from quiz.plain.telling import tell_feedback, tell_passages
from quiz.study.sitting.looking_back import EarlierAnswers
from quiz.study.sitting.reasons import Reason
from quiz.study.sitting.wording import VERDICTS, given_text

NOTHING = "Nothing is answered yet in this session."
NO_REASONS = "There are no options here, so no further reasons."


def tell_earlier(console: Console, answers: EarlierAnswers, back: str, skip: int = 0) -> None:
    """The answer so many before (`back`, as it was typed; empty: 1) the last but `skip`."""
    number = int(back) if back.isascii() and back.isdigit() and len(back) < 9 else 0
    most = answers.count - skip
    if most < 1:
        console.say(NOTHING)
    elif back and not 0 < number <= most:
        console.say(f"Type :back and a number from 1 to {most}; 1 is the last answer.")
    else:
        tell_answer(console, answers, most - (number or 1))


def tell_answer(console: Console, answers: EarlierAnswers, index: int) -> None:
    """An answer (from 0) with its verdict and proof."""
    console.say(f"Answer {index + 1} of {answers.count} · {answers.head(index)}")
    feedback = answers.feedback(index)
    if feedback is None:
        review = answers.reviews[index]
        console.say(f"{VERDICTS[Verdict(review.verdict)]}.")
        console.say(f"The question {review.question} is not in its set any more.")
        return
    console.say(feedback.presented.question.stem)
    if feedback.response.filled:
        console.say(f"Your answer: {given_text(feedback.presented, feedback.response)}")
    tell_feedback(console, feedback)


def tell_reasons(console: Console, found: Iterable[Reason]) -> None:
    """Why each of these options is right or wrong, with the passage."""
    told = False
    for reason in found:
        told = True
        word = "right" if reason.right else "wrong"
        console.say(f"{reason.option}, {word}: {reason.text}", lead=f"{reason.number}. ")
        tell_passages(console, reason.evidence)
    if not told:
        console.say(NO_REASONS)
