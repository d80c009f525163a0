"""A session in lines: ask, record, tell, until the questions or the input end."""

from __future__ import annotations

from typing import TextIO

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Confidence
from quiz.plain.asking import NO, PROMPT, YES, ask_judgement, ask_response
from quiz.plain.commands import (
    HELP,
    NAMES,
    Command,
    answer_in,
    bare_command,
    command_in,
    unknown_text,
)
from quiz.plain.console import Console, EndOfInput
from quiz.plain.keeping import ask_when_refused, tell_unsaved
from quiz.plain.looking_back import NOTHING, tell_earlier, tell_reasons
from quiz.plain.own import OWN, obey_own
from quiz.plain.telling import (
    tell_feedback,
    tell_line,
    tell_passages,
    tell_question,
    tell_schedule,
    tell_summary,
)
from quiz.study.common.presented import Feedback, Judgement, Presented
from quiz.study.sitting.looking_back import of_session
from quiz.study.sitting.reasons import reasons
from quiz.study.sitting.study import Study
from quiz.study.sitting.wording import (
    CERTAINTY,
    CONFIDENCE_WORDS,
    CONTEST,
    CONTESTED,
    HINT_WORDS,
    KNEW_IT,
    Line,
    both_texts,
)
from quiz.study.today.session_summary import sum_up

KEPT = "Your session is kept: go on with `{}`."
USUAL = "quiz study"
MARKS = {"sure": Confidence.SURE, "guess": Confidence.GUESS, "unsure": Confidence.UNSURE}


class Left(Exception):
    """The learner leaves."""


class GaveUp(Exception):
    """The learner does not know."""


class SetAside(Exception):
    """The question is not asked any more."""


class TookBack(Exception):
    """The last answer was taken back."""


def study_plain(
    study: Study, *, input: TextIO, output: TextIO, width: int, goes_on: str = USUAL
) -> int:
    """Ask until the session is over or the input ends; the exit status.

    `goes_on` is the command that goes on with the session when it is left. Raises QuizError when
    an answer cannot be kept or a set can no longer be read.
    """
    return Sitting(study, Console(input, output, width), goes_on).run()


class Sitting:
    """Puts a study's questions to a learner over a console."""

    def __init__(self, study: Study, console: Console, goes_on: str = USUAL) -> None:
        self.study = study
        self.console = console
        self.goes_on = goes_on

    def run(self) -> int:
        """Go through the session; 0 also when it is left early."""
        ask_when_refused(self.console, self.study.workspace.history)
        try:
            while (presented := self.study.presented) is not None:
                self._take(presented)
        except (Left, EndOfInput):
            pass
        if self.study.session.current is not None:
            self.console.say(KEPT.format(self.goes_on))
            return 0
        self.study.finish()
        tell_summary(self.console, sum_up(self.study))
        return 0

    def _take(self, presented: Presented) -> None:
        """One turn, from question to verdict; or back to the one before."""
        try:
            feedback = self._answered(presented)
            self.console.say()
            tell_feedback(self.console, feedback)
            if self.console.interactive:
                self._pause()
        except TookBack:
            self.console.say("Taken back.")
        except SetAside:
            pass
        else:
            self.study.go_on()
        self.console.say()

    def _answered(self, presented: Presented) -> Feedback:
        outcome: Judgement | Feedback | None = self.study.pending
        tell_unsaved(self.console, self.study.workspace.history)
        tell_question(self.console, presented)
        for hint in self.study.hints_taken:
            tell_line(self.console, Line(HINT_WORDS[hint.kind], hint.text))
        if outcome is None:
            response = self._response(presented)
            self._ask_certainty(response)
            outcome = self.study.answer(response)
        elif isinstance(outcome, Judgement):
            tell_line(self.console, Line("You", " / ".join(outcome.response.given)))
        while isinstance(outcome, Judgement):
            tell_passages(self.console, outcome.evidence)
            judged = ask_judgement(self.console, self._ask_judging, presented.question, outcome)
            outcome = self.study.answer(judged)
        return outcome

    def _response(self, presented: Presented) -> Response:
        """A response that can be graded."""
        while True:
            try:
                response = ask_response(self.console, self._ask_answering, presented)
            except GaveUp:
                return Response(gave_up=True)
            complaint = self.study.complaint(response)
            if not complaint:
                return response
            self.console.say(complaint)

    def _ask_certainty(self, response: Response) -> None:
        """How sure the learner is, where that is wanted and was not said yet."""
        marked = self.study.confidence is not Confidence.UNMARKED
        if not self.study.workspace.settings.certainty or response.gave_up or marked:
            return
        prompt = f"{CERTAINTY} s sure, u unsure, g a guess, Enter: no mark {PROMPT}"
        while typed := self._ask_judging(prompt).lower():
            found = [mark for name, mark in MARKS.items() if name.startswith(typed)]
            if found:
                self.study.confidence = found[0]
                return
            self.console.say("Type s, u or g, or just press Enter.")

    def _ask_answering(self, prompt: str) -> str:
        return self._ask(prompt, f"hint sure unsure guess k why back undo flag {OWN} q help")

    def _ask_judging(self, prompt: str) -> str:
        return self._ask(prompt, "flag note bookmark q help")

    def _pause(self) -> None:
        """Let a person read the verdict, and come back on it."""
        prompt = f"Enter for the next{PROMPT}"
        if self.study.session.current is None:
            prompt = f"Enter to finish{PROMPT}"
        asked = self.study.feedback is not None and self.study.feedback.may_be_luck
        if asked:
            prompt = f"{KNEW_IT} g a guess, {prompt}"
        while typed := self._ask(prompt, f"why back undo easy count flag {OWN} q help"):
            if asked and "guess".startswith(typed.lower()):
                self._own_up()
                return
            self.console.say("That question is answered; press Enter to go on.")

    def _own_up(self) -> None:
        """Keep the answer as a guess, and say what becomes of the question."""
        feedback = self.study.mark_guessed()
        if feedback is not None:
            tell_schedule(self.console, feedback)

    def _ask(self, prompt: str, allowed: str) -> str:
        """The next line that is no command; what commands ask for is done meanwhile."""
        while True:
            line = self.console.ask(prompt)
            command = command_in(line) or bare_command(line, self._options(allowed))
            if command is None:
                return answer_in(line)
            self._obey(command, allowed.split())

    def _options(self, allowed: str) -> tuple[str, ...]:
        """What is chosen from, where an answer is asked for."""
        presented = self.study.presented
        return presented.options if presented is not None and "hint" in allowed else ()

    def _obey(self, command: Command, allowed: list[str]) -> None:
        if command.name not in NAMES:
            self.console.say(unknown_text(command))
        elif command.name not in allowed:
            names = ", ".join(f":{name}" for name in allowed)
            self.console.say(f"Not now: here you can type {names}.")
        elif command.name in MARKS:
            self._mark(MARKS[command.name])
        elif command.name in OWN.split():
            if obey_own(self.console, self.study, command):
                raise SetAside
        else:
            self._do(command)

    def _do(self, command: Command) -> None:
        match command.name:
            case "hint":
                self._hint()
            case "flag":
                self._flag(command.text)
            case "easy":
                self._easy()
            case "count":
                self._count()
            case "undo":
                self._undo()
            case "k":
                raise GaveUp
            case "q":
                raise Left
            case _:
                self._show(command)

    def _show(self, command: Command) -> None:
        """Commands that change nothing."""
        if command.name == "why":
            self._why(command.text)
        elif command.name == "back":
            answers = of_session(self.study.workspace, self.study.record)
            tell_earlier(self.console, answers, command.text, int(self.study.feedback is not None))
        else:
            for name, meaning in HELP.items():
                self.console.say(meaning, lead=f"  :{name}: ")

    def _mark(self, confidence: Confidence) -> None:
        same = self.study.confidence is confidence
        self.study.confidence = Confidence.UNMARKED if same else confidence
        self.console.say("Not marked any more." if same else CONFIDENCE_WORDS[confidence])

    def _hint(self) -> None:
        hint = self.study.hint()
        if hint is None:
            self.console.say("There is no further hint.")
        else:
            tell_line(self.console, Line(HINT_WORDS[hint.kind], hint.text))

    def _flag(self, comment: str) -> None:
        if comment:
            self.study.flag(comment)
            self.console.say("Flagged. The author finds it with: quiz flags")
        else:
            self.console.say(
                "Say what is wrong, for example: :flag the second option is right, too"
            )

    def _why(self, option: str) -> None:
        """Why the options of the last question answered are right or wrong; or one of them."""
        answers = of_session(self.study.workspace, self.study.record)
        last = self.study.feedback
        if last is None and answers.count:
            last = answers.feedback(answers.count - 1)
        if last is None:
            self.console.say(NOTHING)
            return
        found = reasons(self.study.workspace.library, last)
        chosen = [one for one in found if option in ("", str(one.number))]
        if found and not chosen:
            self.console.say(f"Type :why, or :why and a number from 1 to {len(found)}.")
            return
        tell_reasons(self.console, chosen)

    def _easy(self) -> None:
        feedback = self.study.mark_easy()
        if feedback is None:
            self.console.say("Only a right answer that was neither guessed nor unsure can be easy.")
        else:
            tell_schedule(self.console, feedback)

    def _count(self) -> None:
        """Count a typed miss as right, asked once with both texts."""
        last = self.study.feedback
        if last is None or not last.contestable:
            self.console.say("Only something typed that did not count can be counted as right.")
            return
        for line in both_texts(last):
            tell_line(self.console, line)
        while (typed := self._ask_judging(f"{CONTEST} y/n {PROMPT}").lower()) not in YES | NO:
            self.console.say("Type y or n.")
        feedback = self.study.contest() if typed in YES else None
        if feedback is not None:
            self.console.say(CONTESTED)
            tell_schedule(self.console, feedback)

    def _undo(self) -> None:
        if self.study.undo():
            raise TookBack
        self.console.say("There is nothing to undo.")
