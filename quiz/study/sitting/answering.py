"""Answers of a session: graded, on disk before they are told, and told in another way since."""

from __future__ import annotations

from quiz.core.grading.grading import Grade, Response, Verdict, grade, undecided
from quiz.core.memory.scheduling import Confidence, Rating, rate
from quiz.core.questions.hints import HintKind, LookedUp
from quiz.errors import QuizError
from quiz.study.common.noting import own_lines
from quiz.study.common.presented import Feedback, Judgement, Presented
from quiz.study.sitting.luck import may_be_luck
from quiz.study.sitting.outlook import outlook
from quiz.study.sitting.recording import Given, memory_after, review_of
from quiz.study.sitting.turns import Turns


class Answering(Turns):
    """A session that takes answers. Raises HistoryError when one cannot be kept."""

    def answer(self, response: Response) -> Judgement | Feedback:
        """Grade a response. What the learner must judge comes back first, and is kept meanwhile.

        A Feedback is returned only after the answer is on disk.
        """
        presented = self._current()
        if undecided(presented.question, response):
            self._keep(self._draft()._replace(response=response, confidence=self.confidence))
            return self._judgement(presented, response)
        return self._record(presented, response)

    def mark_easy(self) -> Feedback | None:
        """Rate the last answer Easy, if it was rated Good; None when there is nothing to change."""
        last = self.feedback
        if last is None or last.rating is not Rating.GOOD:
            return None
        return self._anew(last, last.response, easy=True)

    def mark_guessed(self) -> Feedback | None:
        """Own up that the last answer was a guess, if that was asked; None when it was not."""
        last = self.feedback
        if last is None or not last.may_be_luck:
            return None
        self.confidence = Confidence.GUESSED
        try:
            return self._anew(last, last.response)
        except QuizError:
            self.confidence = Confidence.UNMARKED
            raise

    def contest(self) -> Feedback | None:
        """Count what was typed as right, and keep that the learner said so; None if it does."""
        last = self.feedback
        if last is None or not last.contestable:
            return None
        return self._anew(last, last.response._replace(contested=True))

    def _anew(self, last: Feedback, response: Response, *, easy: bool = False) -> Feedback:
        """Keep the last answer in another way."""
        before = self.session
        self.session = before.undo()
        try:
            replaced = before.answered[-1].review
            return self._record(last.presented, response, easy=easy, replaces=replaced)
        except QuizError:
            self.session = before
            raise

    def _rating(self, graded: Grade, confidence: Confidence, *, easy: bool) -> Rating:
        taken, looked_up = self.hints_taken, self.looked_up
        return rate(
            correct=graded.verdict is Verdict.CORRECT,
            confidence=confidence,
            narrowed=looked_up is LookedUp.PASSAGE or any(hint.narrows for hint in taken),
            located=bool(looked_up) or any(hint.kind is HintKind.SECTION for hint in taken),
            easy=easy,
        )

    def _record(
        self, presented: Presented, response: Response, *, easy: bool = False, replaces: str = ""
    ) -> Feedback:
        """Keep an answer; with `replaces`, instead of that review."""
        graded = grade(presented.question, response)
        confidence = Confidence.DONT_KNOW if response.gave_up else self.confidence
        rating = self._rating(graded, confidence, easy=easy)
        given = Given(
            presented,
            response,
            graded.verdict,
            rating,
            confidence,
            len(self.hints_taken),
            self.looked_up,
        )
        lucky = not replaces and may_be_luck(self.workspace, self.record, given)
        review = review_of(self.workspace, self.record, given, self._shown_ms)
        self.workspace.history.record(
            review, memory_after(self.workspace, self.record, given), replaces=replaces
        )
        again = comes_again(graded.verdict, rating)
        self.session = self.session.respond(graded.verdict, again=again, review=review.uid)
        self.feedback = self._told(given, graded, review.scheduled, lucky=lucky)
        return self.tell_own(self.feedback)

    def tell_own(self, last: Feedback) -> Feedback:
        """Say with a verdict what the learner noted."""
        own = own_lines(self.workspace, last.presented.uid, last.evidence)
        self.feedback = last._replace(own=own)
        return self.feedback

    def _told(self, given: Given, graded: Grade, scheduled: bool, *, lucky: bool) -> Feedback:
        """What is said of an answer that is kept."""
        ahead = outlook(self.workspace, given.presented, scheduled=scheduled)
        return Feedback(
            presented=given.presented,
            response=given.response,
            grade=graded,
            rating=given.rating,
            confidence=given.confidence,
            evidence=self._evidence(given.presented, graded),
            days=ahead.days,
            again=self.session.answered[-1].again,
            why=ahead.why,
            lapses=ahead.lapses,
            may_be_luck=lucky,
            helps=given.helps,
            looked_up=given.looked_up,
        )


def comes_again(verdict: Verdict, rating: Rating) -> bool:
    """Whether a question returns in this session: whatever does not count as known."""
    return verdict is not Verdict.CORRECT or rating is Rating.AGAIN
