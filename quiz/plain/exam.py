"""An exam in lines: questions back and forth, no verdicts before it is submitted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TextIO

from quiz.core.grading.grading import Response
from quiz.plain.asking import PROMPT, ask_judgement, ask_response
from quiz.plain.choosing import UnclearChoice, chosen
from quiz.plain.commands import Command, answer_in, command_in, unknown_text
from quiz.plain.console import Console, EndOfInput
from quiz.plain.exam_telling import (
    tell_begin,
    tell_exam_question,
    tell_list,
    tell_open_ends,
    tell_result,
)
from quiz.plain.keeping import ask_when_refused, tell_unsaved
from quiz.plain.sitting import study_plain
from quiz.plain.telling import tell_feedback
from quiz.study.exams.exam import Exam, ExamOverError
from quiz.study.exams.judging import NearMiss, judge, near_misses, take_back
from quiz.study.exams.result import ExamResult, retry
from quiz.study.exams.wording import kept_text as kept_words
from quiz.study.exams.wording import left_clock, left_text
from quiz.study.sitting.picking import Mode, Picker

HELP: Mapping[str, str] = {
    "next": "the next question (so does Enter, which keeps the answer)",
    "back": "the question before",
    "go N": "question number N",
    "list": "all questions, answered or not",
    "flag": "flag this question for another look (again: not any more)",
    "strike N": "strike an option out (again: not any more)",
    "clear": "take the answer to this question back",
    "time": "how much time is left",
    "submit": "submit the exam and see the result",
    "q": "leave; the clock goes on, and so can you",
    "help": "these lines",
}
NAMES = tuple(name.split()[0] for name in HELP)
TIME_OVER = "The time is over; the exam was submitted."
YES, NO = {"y", "yes"}, {"n", "no"}


def kept_text(exam: Exam) -> str:
    """What to say when an exam is left."""
    return f"{kept_words(exam.remaining_ms).removesuffix('.')}; go on with `quiz exam`."


class Moved(Exception):
    """Another question is to be shown."""


class Left(Exception):
    """The learner leaves."""


class Submitting(Exception):
    """The learner may want to submit."""


class TimeOver(Exception):
    """There is no time left."""


def exam_plain(
    exam: Exam, *, input: TextIO, output: TextIO, width: int, resumed: bool = False
) -> int:
    """Hold an exam, tell its result, offer to study what was missed; the exit status.

    Raises QuizError when an answer cannot be kept, or the exam was ended in another window.
    """
    console = Console(input, output, width)
    result = ExamSitting(exam, console).run(resumed=resumed)
    if result is None:
        return 0
    console.say()
    decided = ask_near_misses(console, result)
    tell_result(console, result)
    while (wanted := _wants_retry(console, result)) is None:
        if last_taken_back(console, result, decided):
            decided = [*decided[:-1], *ask_near_misses(console, result)]
            tell_result(console, result)
    study = retry(exam.workspace, result) if wanted else None
    if study is None:
        return 0
    console.say()
    return study_plain(study, input=input, output=output, width=width)


def ask_near_misses(console: Console, result: ExamResult) -> list[NearMiss]:
    """Ask about each near miss whether it counts; at the end of the input, the rest waits.

    What was decided on; `:undo` takes the last of it back.
    """
    decided: list[NearMiss] = []
    waiting = list(near_misses(result))
    try:
        while waiting:
            miss = waiting[0]
            console.say(miss.question.stem)
            try:
                ask = partial(_ask_or_leave, console)
                said = ask_judgement(console, ask, miss.question, miss.judgement)
            except TakingBack:
                if last_taken_back(console, result, decided):
                    waiting.insert(0, decided.pop())
                continue
            judge(result, miss, said.judged)
            decided.append(waiting.pop(0))
            console.say()
    except EndOfInput:
        console.say()
    return decided


def last_taken_back(console: Console, result: ExamResult, decided: list[NearMiss]) -> bool:
    """Whether there was a decision to take back."""
    if not decided:
        console.say("Nothing was said of a near miss yet.")
        return False
    take_back(result, decided[-1])
    return True


class TakingBack(Exception):
    """What was said of the last near miss is to be taken back."""


def _ask_or_leave(console: Console, prompt: str) -> str:
    """A line; to leave is to put the question off."""
    line = console.ask(prompt)
    command = command_in(line)
    if command is not None and command.name == "q":
        raise EndOfInput
    if command is not None and command.name == "undo":
        raise TakingBack
    return line.strip()


def _wants_retry(console: Console, result: ExamResult) -> bool | None:
    """Whether to study what was missed; None to take a decision on a near miss back."""
    if not result.missed:
        return False
    console.say()
    count = len(result.missed)
    try:
        return _yes_or_no(console, f"Study the {count} you missed now? y/n {PROMPT}")
    except TakingBack:
        return None
    except EndOfInput:
        return False


def _yes_or_no(console: Console, prompt: str) -> bool:
    while (typed := console.ask(prompt).strip().lower()) not in YES | NO:
        if typed == ":undo":
            raise TakingBack
        console.say("Type y or n.")
    return typed in YES


class ExamSitting:
    """Puts an exam's questions to a learner over a console."""

    def __init__(self, exam: Exam, console: Console) -> None:
        self.exam = exam
        self.console = console

    def run(self, *, resumed: bool) -> ExamResult | None:
        """Go through the exam; its result, None when it was left."""
        ask_when_refused(self.console, self.exam.workspace.history)
        try:
            if self.exam.time_out:
                raise TimeOver
            tell_begin(self.console, self.exam, resumed=resumed)
            while not self._question():
                self.console.say()
        except (Left, EndOfInput):
            self.console.say(kept_text(self.exam))
            return None
        except (TimeOver, ExamOverError):
            if not self.exam.time_out:  # another window ended the exam
                raise
            self.console.say(TIME_OVER)
        return self.exam.submit()

    def _question(self) -> bool:
        """Show the question on screen and do what is typed; True when all is to be submitted."""
        tell_unsaved(self.console, self.exam.workspace.history)
        tell_exam_question(self.console, self.exam)
        try:
            self._answer(self.exam.place)
            self._step(1)
        except Moved:
            pass
        except Submitting:
            return self._is_sure()
        return False

    def _answer(self, index: int) -> None:
        """Take an answer that is complete; one whose verdict was told stays."""
        if self.exam.decided(index):
            self._tell_verdict(index)
        presented = self.exam.presented(index)
        while True:
            response = ask_response(self.console, self._ask, presented)
            missing = self.exam.complaint(index, response)
            if not missing:
                self._keep(index, response)
                if self.exam.tutor:
                    self._tell_verdict(index)
                return
            self.console.say(missing)

    def _keep(self, index: int, response: Response) -> None:
        self._look_at_clock()
        if self.exam.decided(index):
            self.console.say("Its verdict is told, so the answer stays as it is.")
            return
        self.exam.answer(index, response)

    def _tell_verdict(self, index: int) -> None:
        """What a tutor says: the verdict with its proof."""
        feedback = self.exam.decide(index)
        if feedback is not None:
            self.console.say()
            tell_feedback(self.console, feedback)

    def _step(self, step: int) -> None:
        """Go on or back; behind the last question it is time to submit."""
        place = self.exam.place + step
        if place >= self.exam.total:
            self.console.say("That was the last question.")
            raise Submitting
        self.exam.go(max(0, place))

    def _is_sure(self) -> bool:
        """Name what is open, and ask; a number leads to its question."""
        tell_open_ends(self.console, self.exam)
        while True:
            typed = (
                self.console.ask(f"Submit? y/n, or a question's number {PROMPT}").strip().lower()
            )
            self._look_at_clock()
            command = command_in(typed)
            if typed in YES:
                return True
            if typed in NO:
                return False
            if command is not None and command.name == "q":
                raise Left
            if self._goes_to(typed):
                return False
            self.console.say("Type y, n, or the number of a question.")

    def _goes_to(self, typed: str) -> bool:
        """Go to the question with a number; False when there is none."""
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
        if not 0 < number <= self.exam.total:
            return False
        self.exam.go(number - 1)
        return True

    def _ask(self, prompt: str) -> str:
        """The next line that answers; an empty one goes on to the next question."""
        while True:
            line = self.console.ask(prompt)
            self._look_at_clock()
            command = command_in(line)
            if command is not None:
                self._obey(command)
            elif not line.strip():
                self._step(1)
                raise Moved
            else:
                return answer_in(line)

    def _look_at_clock(self) -> None:
        warning = self.exam.tick()
        if self.exam.time_out:
            raise TimeOver
        if warning is not None:
            self.console.say(left_text(warning))

    def _obey(self, command: Command) -> None:
        match command.name:
            case "next" | "back":
                self._step(1 if command.name == "next" else -1)
                raise Moved
            case "go":
                self._go(command.text)
            case "submit":
                raise Submitting
            case "q":
                raise Left
            case "flag":
                now = self.exam.flag(self.exam.place)
                self.console.say("Flagged." if now else "Not flagged any more.")
            case "clear":
                self.exam.clear(self.exam.place)
                self.console.say("No answer given.")
            case "strike":
                self._strike(command.text)
            case _:
                self._tell(command)

    def _tell(self, command: Command) -> None:
        match command.name:
            case "list":
                tell_list(self.console, self.exam)
            case "time":
                self.console.say(f"{left_clock(self.exam.remaining_ms)}.".capitalize())
            case "help":
                for name, meaning in HELP.items():
                    self.console.say(meaning, lead=f"  :{name}: ")
            case _:
                self.console.say(unknown_text(command, NAMES))

    def _go(self, text: str) -> None:
        if not self._goes_to(text.strip()):
            self.console.say(f"Type :go and a number from 1 to {self.exam.total}.")
            return
        raise Moved

    def _strike(self, text: str) -> None:
        presented = self.exam.presented(self.exam.place)
        if not presented.options:
            self.console.say("There are no options to strike out here.")
            return
        try:
            picker = chosen(presented.question, Picker(Mode.MANY, presented.options), text)
        except UnclearChoice as trouble:
            self.console.say(str(trouble))
            return
        for option in picker.values:
            now = self.exam.strike(self.exam.place, option)
            self.console.say(f"{'Struck out' if now else 'Back again'}: {option}")
