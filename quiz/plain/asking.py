"""Ask for a response, by the question's type, and for the learner's own judgement."""

from __future__ import annotations

from collections.abc import Callable

from quiz.core.grading.grading import Response
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.plain.choosing import UnclearChoice, chosen
from quiz.plain.console import Console
from quiz.plain.telling import tell_line
from quiz.study.common.presented import Judgement, Presented
from quiz.study.sitting.picking import Mode, Picker, picker_for
from quiz.study.sitting.wording import Line, side_by_side

Ask = Callable[[str], str]
"""Asks with a prompt and gives a line that is no command; it may be empty."""

PROMPT = ">"
YES, NO = {"y", "yes"}, {"n", "no"}


def ask_response(console: Console, ask: Ask, presented: Presented) -> Response:
    """What the learner answers; an unclear choice is asked for again."""
    question = presented.question
    picker = picker_for(question, presented.options)
    if picker is not None:
        return Response(_ask_choice(console, ask, question, picker))
    match question:
        case Cloze() if len(question.gaps) > 1:
            numbers = range(1, len(question.gaps) + 1)
            return Response(tuple(_ask_text(ask, f"gap {n}{PROMPT}") for n in numbers))
        case Open():
            return Response((_ask_lines(ask),))
        case Numeric() if question.unit:
            return Response((_ask_text(ask, f"(in {question.unit}) {PROMPT}"),))
    return Response((_ask_text(ask, PROMPT),))


def ask_judgement(console: Console, ask: Ask, question: Question, judgement: Judgement) -> Response:
    """The same response with what the learner says of its open parts."""
    if isinstance(question, Open):
        right = _ask_points(console, ask, question)
    else:
        right = {i for i in judgement.parts if _ask_near(console, ask, judgement, i)}
    flags = tuple(i in right for i in range(len(judgement.grade.parts)))
    return Response(judgement.response.given, flags)


def _ask_choice(console: Console, ask: Ask, question: Question, picker: Picker) -> tuple[str, ...]:
    while True:
        try:
            return chosen(question, picker, _ask_text(ask, PROMPT)).values
        except UnclearChoice as trouble:
            console.say(str(trouble))


def _ask_text(ask: Ask, prompt: str) -> str:
    while not (typed := ask(prompt)):
        pass
    return typed


def _ask_lines(ask: Ask) -> str:
    lines = [_ask_text(ask, PROMPT)]
    while line := ask(PROMPT):
        lines.append(line)
    return "\n".join(lines)


def _ask_near(console: Console, ask: Ask, judgement: Judgement, index: int) -> bool:
    part = judgement.grade.parts[index]
    console.say(f"Close{' at ' if part.label else ''}{part.label}.")
    for line in side_by_side(part):
        tell_line(console, line)
    while (typed := ask(f"Does it count? y/n {PROMPT}").lower()) not in YES | NO:
        console.say("Type y or n.")
    return typed in YES


def _ask_points(console: Console, ask: Ask, question: Open) -> set[int]:
    tell_line(console, Line("Model answer", question.model_answer))
    console.say("Which of these did you have? Such as 1 3; an empty line: none.")
    for number, point in enumerate(question.points, 1):
        console.say(point, lead=f"  {number}. ")
    picker = Picker(Mode.MANY, question.points)
    while typed := ask(PROMPT):
        try:
            return set(chosen(question, picker, typed).picked)
        except UnclearChoice as trouble:
            console.say(str(trouble))
    return set()
