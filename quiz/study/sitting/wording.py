"""What is said about an answer, in words: the same lines for every front end."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from quiz.core.grading.differences import Kind, differences
from quiz.core.grading.grading import Part, Response, Verdict
from quiz.core.memory.daily_load import LEECH
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.hints import HintKind, LookedUp
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from quiz.core.questions.typed import Typed
from quiz.core.rendering.marked import joined
from quiz.study.common.daily import Why
from quiz.study.common.day_spans import when_text
from quiz.study.common.evidence import Role
from quiz.study.common.presented import Feedback, Presented

VERDICTS = {
    Verdict.CORRECT: "Correct",
    Verdict.PARTLY: "Partly right",
    Verdict.WRONG: "Wrong",
}

TASKS = {
    "single-choice": "Choose one",
    "multiple-choice": "Choose all that apply",
    "true-false": "True or false?",
    "short-answer": "Type the answer",
    "numeric": "Type a number",
    "cloze": "Fill the gaps",
    "matching": "Give each its partner",
    "ordering": "Pick them in the right order",
    "open": "Answer in your own words",
}

HINT_WORDS = {
    HintKind.AUTHOR: "Hint",
    HintKind.SECTION: "Section",
    HintKind.PASSAGE: "Passage",
}

CONFIDENCE_WORDS = {
    Confidence.SURE: "Marked as sure: if it is wrong, it comes again tomorrow and in a week.",
    Confidence.GUESS: "Marked as a guess: right or wrong, it comes again.",
    Confidence.UNSURE: "Marked as unsure: it comes sooner.",
}

DIFFERENCES = {Kind.EQUAL: ("", ""), Kind.EXTRA: ("[-", "-]"), Kind.MISSING: ("{+", "+}")}
"""What stands around a stretch of a typed text: too much there, or missing there."""

LOOKED_UP_WORDS = {
    LookedUp.SECTION: "Looking it up is help: a right answer counts as hard now.",
    LookedUp.PASSAGE: "The passage was in view: right or wrong, the question comes again.",
}

CERTAINTY = "How sure are you?"

CONTEST = "Does yours say the same, so that it is to count?"
CONTESTED = "Counted as right; the author finds it with: quiz flags"
KNEW_IT = "Knew it, or guessed?"

_GUESSES = (Confidence.GUESS, Confidence.GUESSED)

WHY_WORDS = {Why.SURE: "to make sure", Why.EXAM: "before the exam"}

ROLE_WORDS = {
    Role.PROOF: "Source",
    Role.DISPUTE: "Disputed by",
    Role.REFUTES: "Against yours",
    Role.PROPOSED: "May prove it",
}


class Tone(StrEnum):
    """How a line is meant; screens give it a colour, never instead of a word or sign."""

    GOOD = "good"
    HALF = "half"
    BAD = "bad"
    PLAIN = "plain"
    QUIET = "quiet"


class Line(NamedTuple):
    """One thing said: a short label (may be empty) and a text.

    `marks` are the places (start, end) in the text where what was typed differs from its key; the
    text itself says how: `[-extra-]`, `{+missing+}`.
    """

    label: str
    text: str
    tone: Tone = Tone.PLAIN
    marks: tuple[tuple[int, int], ...] = ()


def option_text(question: Question, option: str) -> str:
    """An option as it is shown."""
    return option.capitalize() if isinstance(question, TrueFalse) else option


def given_text(presented: Presented, response: Response) -> str:
    """What was answered, on one line."""
    question = presented.question
    given = [option_text(question, text) for text in response.given]
    if isinstance(question, Matching):
        rows = zip(question.pairs, given, strict=False)
        given = [f"{left} → {partner}" for (left, _), partner in rows if partner]
    return "; ".join(text or "…" for text in given)


def verdict_tone(verdict: Verdict) -> Tone:
    """Good, half or bad."""
    tones = {Verdict.CORRECT: Tone.GOOD, Verdict.PARTLY: Tone.HALF, Verdict.WRONG: Tone.BAD}
    return tones[verdict]


def verdict_line(feedback: Feedback) -> Line:
    """The verdict as a sign and a word, with the reason where the rating is not plain from it."""
    verdict = feedback.grade.verdict
    sign = {Verdict.CORRECT: "✓", Verdict.PARTLY: "◐", Verdict.WRONG: "✗"}[verdict]
    word = VERDICTS[verdict]
    if feedback.confidence is Confidence.DONT_KNOW:
        return Line("→", "Now you know", Tone.HALF)
    if feedback.response.gave_up:  # an exam does not ask for it: nothing was answered
        return Line("○", "Not answered", Tone.BAD)
    if feedback.response.contested and verdict is Verdict.CORRECT:
        word = "Counted as right"
    elif verdict is Verdict.CORRECT and feedback.confidence in _GUESSES:
        word = "Correct, but guessed"
    elif verdict is Verdict.CORRECT and feedback.looked_up:
        word = "Correct, looked up"
    elif verdict is Verdict.CORRECT and feedback.helps:
        word = "Correct, with a hint"
    return Line(sign, word, verdict_tone(verdict))


def schedule_text(feedback: Feedback) -> str:
    """When the question comes again."""
    if feedback.schedule:
        return feedback.schedule
    if feedback.again:
        return "comes again in this session"
    if feedback.days is None:
        return "cram: the schedule stays as it is"
    if feedback.rating is Rating.AGAIN:
        return "enough for this session; it stays due today"
    easy = " (easy)" if feedback.rating is Rating.EASY else ""
    why = f", {WHY_WORDS[feedback.why]}" if feedback.why else ""
    return f"next {when_text(feedback.days)}{why}{easy}"


def answer_lines(feedback: Feedback) -> Iterator[Line]:
    """The right answer, part by part where it has parts, and what was given instead."""
    question = feedback.presented.question
    match question:
        case MultipleChoice() | Cloze() | Matching() | Ordering() | Open():
            if isinstance(question, Open):
                if feedback.response.filled:
                    yield Line("You", "\n".join(feedback.response.filled))
                yield Line("Model", question.model_answer)
            for part in feedback.grade.parts:
                yield _part_line(question, part, given_up=feedback.response.gave_up)
        case _:
            yield Line("Answer", _full_answer(question))
            for part in feedback.grade.parts:
                if part.given and (part.near or not part.right or part.given != part.expected):
                    yield _your_line(question, part)


def both_texts(feedback: Feedback) -> Iterator[Line]:
    """What was typed and did not count, each beside what was expected."""
    for part in feedback.grade.parts:
        if part.given and not part.right:
            yield from side_by_side(part, f" ({part.label})" if part.label else "")


def side_by_side(part: Part, label: str = "") -> Iterator[Line]:
    """What was typed with the difference marked, and what was expected."""
    yield _typed_line(Line(f"You{label}", ""), part)
    yield Line(f"Answer{label}", part.expected)


def _typed_line(line: Line, part: Part, after: str = "") -> Line:
    """The line going on with what was typed, its difference from the nearest wording marked."""
    spans = differences(part.given, part.nearest or part.expected)
    if part.nearest and len(spans) > 1:
        after = f" (accepted: {part.nearest}){after}"
    if len(spans) < 2:
        return line._replace(text=joined(line.text, part.given, after))
    text, marks = line.text, []
    for kind, piece in spans:
        opening, closing = DIFFERENCES[kind]
        start, text = len(text), f"{text}{opening}{piece}{closing}"
        marks += [(start, len(text))] if opening else []
    return line._replace(text=f"{text}{after}", marks=tuple(marks))


def reason_lines(feedback: Feedback) -> Iterator[Line]:
    """Why each chosen wrong option is wrong, then why the right answer is right."""
    wrong = [d for d in feedback.grade.chosen_wrong if d.feedback]
    for distractor in wrong:
        yield Line("Yours" if len(wrong) == 1 else distractor.text, distractor.feedback)
    for text in feedback.own:
        yield Line("Mine", text)
    if feedback.presented.question.explanation:
        yield Line("Why", feedback.presented.question.explanation)
    if feedback.presented.restarted:
        yield Line(
            "Note", "its answer was changed since you learned it; it starts anew.", Tone.QUIET
        )
    for item in feedback.evidence:
        if item.role is Role.DISPUTE:
            yield Line("But", item.source.note or "another passage says otherwise.", Tone.HALF)
    yield from _care_lines(feedback)


def _care_lines(feedback: Feedback) -> Iterator[Line]:
    """What a mistake means for the days to come, where that is out of the ordinary."""
    if feedback.grade.verdict is Verdict.CORRECT or feedback.days is None:
        return
    if feedback.confidence is Confidence.SURE and feedback.presented.slot.attempt == 0:
        yield Line("Note", "you were sure, so it comes again tomorrow and in a week.", Tone.QUIET)
    if feedback.lapses >= LEECH:
        yield Line(
            "Note",
            f"forgotten {feedback.lapses} times by now. Read around its passage and put it in your "
            "own words; set it aside; or flag it, if the question is at fault.",
            Tone.QUIET,
        )


def short_answer(question: Question) -> str:
    """The right answer on one line, for lists of questions."""
    match question:
        case Open():
            return question.model_answer
        case MultipleChoice() | Cloze() | Matching() | Ordering():
            return "; ".join(question.key)
    return _full_answer(question)


def _full_answer(question: Question) -> str:
    answer = option_text(question, question.key[0])
    if isinstance(question, TrueFalse) and question.correction:
        return joined(f"{answer}. ", question.correction)
    return answer


def _your_line(question: Question, part: Part) -> Line:
    """What was given; only words have letters to compare."""
    if isinstance(question, Typed):
        return _typed_line(Line("You", ""), part)
    return Line("You", option_text(question, part.given))


def _part_line(question: Question, part: Part, *, given_up: bool) -> Line:
    match question:
        case MultipleChoice() if not part.expected:
            return Line("✗", joined(part.given, ": does not belong"), Tone.BAD)
        case MultipleChoice():
            missed = "" if part.right or given_up else " (missed)"
            return Line("✓", joined(part.expected, missed), Tone.GOOD if part.right else Tone.HALF)
        case Matching():
            text = joined(part.label, " → ", part.expected)
        case Ordering():
            text = joined(f"{part.label}. ", part.expected)
        case _:
            text = joined(part.label, ": ", part.expected) if part.label else part.expected
    if not part.right and (given_up or isinstance(question, Open)):
        return Line("·", text)
    line = Line("✓", text, Tone.GOOD) if part.right else Line("✗", text, Tone.BAD)
    if isinstance(question, Cloze) and part.given and part.given != part.expected:
        return _typed_line(line._replace(text=f"{text} (you: "), part, after=")")
    yours = joined(text, " (you: ", part.given, ")")
    return line._replace(text=yours) if _astray(part) else line


def _astray(part: Part) -> bool:
    """Whether something else was given than what was expected."""
    return bool(part.given) and not part.right
