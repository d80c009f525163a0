"""Exams as plain lines: where one stands, and how it went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quiz.core.exams.score import Share
from quiz.core.text.signs.columns import cut
from quiz.plain.console import Console
from quiz.plain.telling import tell_feedback, tell_question
from quiz.study.exams.comparing import comparison_text, earlier, pace_text
from quiz.study.exams.exam import Exam
from quiz.study.exams.result import ExamResult
from quiz.study.exams.wording import (
    MARKS,
    SPELLING,
    TOLD,
    counts_text,
    head_text,
    left_clock,
    lost_text,
    near_text,
    outcome_text,
    share_rows,
    terms_text,
    time_text,
)
from quiz.study.sitting.wording import given_text

NO_DOCUMENT, NO_TAG = "(no document)", "(no tag)"


def tell_begin(console: Console, exam: Exam, *, resumed: bool) -> None:
    """What exam this is, and how it works."""
    if resumed:
        console.say(f"Going on with your exam: {exam.record.title}.")
    else:
        console.say(f"Exam: {exam.record.title}. {terms_text(exam.terms)}.")
        when = "after each answer" if exam.tutor else "when you submit"
        console.say(f"The verdicts come {when}. :help shows what you can type.")
    if exam.terms.near_wrong:
        console.say(SPELLING)
    if exam.told:
        console.say(TOLD)
    for uid in exam.lost:
        console.say(f"The question {uid} is not in its set any more and does not count.")
    console.say()


def tell_exam_question(console: Console, exam: Exam) -> None:
    """The question on screen with what was done to it, and the time left."""
    presented, state = exam.presented(exam.place), exam.state(exam.place)
    flagged = " · flagged" if state.flagged else ""
    console.say(f"{left_clock(exam.remaining_ms)}{flagged}")
    tell_question(console, presented)
    struck = [
        str(i) for i, text in enumerate(presented.options, 1) if text in exam.struck(exam.place)
    ]
    if struck:
        console.say(f"Struck out: {', '.join(struck)}")
    response = exam.response(exam.place)
    if response is not None:
        console.say(f"Your answer: {given_text(presented, response)} (Enter keeps it)")


def tell_list(console: Console, exam: Exam) -> None:
    """Every question with its state and the beginning of its stem."""
    for i in range(exam.total):
        state = exam.state(i)
        words = ["answered" if state.answered else "not answered"]
        words += ["flagged"] * state.flagged + ["here"] * state.current
        stem = " ".join(exam.presented(i).question.stem.split())
        short = cut(stem, 40, "…")
        console.say(f"{', '.join(words)}: {short}", lead=f"  {i + 1}. ")


def tell_open_ends(console: Console, exam: Exam) -> None:
    """What is unanswered and what is flagged."""
    if exam.unanswered:
        console.say(f"Not answered: {numbers(exam.unanswered)}.")
    else:
        console.say("Every question is answered.")
    if exam.flagged:
        console.say(f"Flagged: {numbers(exam.flagged)}.")


def numbers(indexes: Iterable[int]) -> str:
    """Questions as people count them: `1, 3-5`."""
    runs: list[list[int]] = []
    for number in (index + 1 for index in indexes):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        ", ".join(map(str, run)) if len(run) < 3 else f"{run[0]}-{run[-1]}" for run in runs
    )


def tell_result(console: Console, result: ExamResult) -> None:
    """The score, its parts, then each question with verdict, reasons and passages."""
    console.say(f"{outcome_text(result.score)}.")
    console.say(f"{counts_text(result.score)}.")
    if near_text(result):
        console.say(f"{near_text(result).capitalize()}.")
    console.say(f"Time: {time_text(result)}.")
    compared = comparison_text(earlier(result.workspace, result.record), result.score.percent)
    for text in filter(None, (pace_text(result), compared)):
        console.say(f"{text}.")
    if lost_text(result):
        console.say(f"{lost_text(result)}.")
    _tell_shares(console, "By document:", result.score.documents, NO_DOCUMENT)
    _tell_shares(console, "By tag:", result.score.tags, NO_TAG)
    for index in range(len(result.answers)):
        console.say()
        _tell_answer(console, result, index)


def _tell_shares(console: Console, head: str, shares: Sequence[Share], nameless: str) -> None:
    if not any(share.name for share in shares):
        return
    console.say(head)
    for name, text in share_rows(tuple(shares), nameless):
        console.say(f"{' '.join(name.split())}: {text}", lead="  - ")


def _tell_answer(console: Console, result: ExamResult, index: int) -> None:
    answer, feedback = result.answers[index], result.feedback(index)
    said = head_text(result, index).replace("! ", "").replace("≈ ", "")
    console.say(f"Question {index + 1} of {len(result.answers)} · {said}")
    if feedback is None:
        console.say(f"{MARKS[answer.mark][1].capitalize()}.")
        console.say(f"The question {answer.question} is not in its set any more.")
        return
    console.say(feedback.presented.question.stem)
    if feedback.response.filled:
        console.say(f"Your answer: {given_text(feedback.presented, feedback.response)}")
    tell_feedback(console, feedback)
