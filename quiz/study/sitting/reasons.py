"""Why each option of an answered question is right or wrong, with the passage that decides it."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.grading.grading import Distractor
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.questions.typed import Typed
from quiz.study.common.evidence import Documents, Evidence, Role, evidence
from quiz.study.common.presented import Feedback, Presented
from quiz.study.sitting.wording import Line, Tone, option_text

UNSAID = "No reason is given; the passage decides."


class Reason(NamedTuple):
    """What there is to say about one option; `evidence` proves it right, or refutes it.

    `number` is the option's, from 1, as it is shown.
    """

    number: int
    option: str
    right: bool
    text: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def line(self) -> Line:
        """The reason as a line."""
        sign, tone = ("✓", Tone.GOOD) if self.right else ("✗", Tone.BAD)
        return Line(f"{sign} {self.number} {self.option}", self.text, tone)


def reasons(library: Documents, feedback: Feedback) -> tuple[Reason, ...]:
    """A reason for each option as it was shown; for what is typed, for each answer rejected.

    A wrong option without passages of its own is refuted by those that prove the right answer.
    """
    presented = feedback.presented
    said = _said(presented)
    proofs = tuple(item for item in feedback.evidence if item.role is Role.PROOF)
    found = []
    for number, (option, right, text, own) in enumerate(said, 1):
        sources = own.sources if own is not None else ()
        against = (evidence(library, presented.set_id, one, Role.REFUTES) for one in sources)
        shown = option_text(presented.question, option)
        found.append(Reason(number, shown, right, text or UNSAID, tuple(against) or proofs))
    return tuple(found)


Said = tuple[str, bool, str, Distractor | None]
"""An option, whether it is right, why, and where it stands among the wrong ones."""


def has_reasons(question: Question) -> bool:
    """Whether there is anything to say option by option."""
    return not isinstance(question, Typed) or bool(question.reject)


def _said(presented: Presented) -> list[Said]:
    question = presented.question
    match question:
        case SingleChoice() | MultipleChoice():
            wrong = {one.text: one for one in question.distractors}
            return [_of_choice(question, option, wrong) for option in presented.options]
        case TrueFalse():
            return [_of_truth(question, option) for option in presented.options]
        case Matching():
            return [_of_partner(question, option) for option in presented.options]
        case Ordering():
            sequence = list(question.sequence)
            places = [(option, sequence.index(option) + 1) for option in presented.options]
            whole = len(sequence)
            return [(option, True, f"place {at} of {whole}", None) for option, at in places]
        case Typed():
            return [(one.text, False, one.feedback, one) for one in question.reject]
    return []


def _of_choice(question: Question, option: str, wrong: dict[str, Distractor]) -> Said:
    own = wrong.get(option)
    if own is None or option in question.key:
        return (option, True, question.explanation, None)
    return (option, False, own.feedback, own)


def _of_truth(question: TrueFalse, option: str) -> Said:
    right = option in question.key
    text = question.explanation if right else question.correction or question.explanation
    return (option, right, text, None)


def _of_partner(question: Matching, option: str) -> Said:
    lefts = [left for left, partner in question.pairs if partner == option]
    if lefts:
        return (option, True, f"belongs to {', '.join(lefts)}", None)
    return (option, False, "belongs to none of them", None)
