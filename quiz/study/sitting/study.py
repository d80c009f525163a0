"""A running session: asks, records before it tells, undoes, resumes. Front ends only show it."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.grading.grading import Grade, Response, Verdict, complaint, grade, undecided
from quiz.core.memory.daily_load import Answered, seconds_taken
from quiz.core.memory.records import ASIDE, CRAM, STUDY, SessionRecord, set_of
from quiz.core.memory.scheduling import Confidence, Rating, rate
from quiz.core.questions.hints import Hint, HintKind
from quiz.core.questions.options import shown_options
from quiz.core.sessions.session import Session, Slot
from quiz.errors import QuizError
from quiz.store.history.uids import new_uid
from quiz.study.common.draft import Draft, load_draft
from quiz.study.common.evidence import Evidence, all_evidence
from quiz.study.common.noting import own_lines
from quiz.study.common.presented import Feedback, Judgement, Presented
from quiz.study.common.set_aside import Aside, resting, set_aside
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.hinting import hints_from
from quiz.study.sitting.luck import may_be_luck
from quiz.study.sitting.outlook import outlook
from quiz.study.sitting.recording import Given, flag_of, memory_after, review_of


class Study:
    """One session over a workspace. Raises HistoryError when an answer cannot be kept."""

    def __init__(
        self, workspace: Workspace, record: SessionRecord, session: Session, draft: Draft
    ) -> None:
        self.workspace = workspace
        self.record = record
        self.session = session
        self.draft = draft
        self.confidence = Confidence.UNMARKED
        self.feedback: Feedback | None = None
        self._shown_ms = workspace.now_ms()
        self._turn: Presented | None = None

    @classmethod
    def begin(
        cls,
        workspace: Workspace,
        plan: tuple[str, ...],
        *,
        title: str,
        seed: int,
        cram: bool = False,
        aside: bool = False,
        options: Mapping[str, object] | None = None,
    ) -> Study:
        """Start a session over a plan. Older ones wait as they are, those without any answer aside.

        One that is held `aside` is over when it is left.
        """
        now = workspace.now_ms()
        if not aside:
            workspace.history.finish_untouched(now)
        record = SessionRecord(
            uid=new_uid(now),
            kind=CRAM if cram else STUDY,
            started_ms=now,
            day=workspace.today,
            title=title,
            seed=seed,
            plan=plan,
            options={**(options or {}), **({ASIDE: True} if aside else {})},
        )
        workspace.history.begin(record)
        return cls(workspace, record, Session.of(plan), Draft())

    @classmethod
    def resume(cls, workspace: Workspace, record: SessionRecord) -> Study:
        """Go on where a session stopped, by replaying its answers; vanished questions drop out.

        Each answer is replayed at its own turn: what was put off by another rule then, or asked
        oftener than now, stays answered.
        """
        session = Session.of(record.plan)
        for review in workspace.history.reviews_of(record.uid):
            if review.question not in session.plan:
                continue
            session = session.turned_to(Slot(review.question, review.attempt))
            verdict = Verdict(review.verdict)
            again = _again(verdict, Rating(review.rating))
            session = session.respond(verdict, again=again, review=review.uid)
        session = session.without([uid for uid in record.plan if not _exists(workspace, uid)])
        for uid in resting(workspace):
            session = session.set_aside(uid)
        return cls(workspace, record, session, load_draft(record.draft))

    @property
    def presented(self) -> Presented | None:
        """What to ask now; None when the session is over."""
        slot = self.session.current
        if slot is None:
            return None
        if self._turn is None or self._turn.slot != slot:
            self._turn = self._presented(slot)
        return self._turn

    def _presented(self, slot: Slot) -> Presented:
        question = self.workspace.library.question(slot.question)
        seed = f"{self.record.seed}/{slot.question}/{slot.attempt}"
        return Presented(
            slot,
            question,
            self.workspace.library.entry(set_of(slot.question)).title,
            shown_options(question, seed),
            self.session.place,
            len(self.session.plan),
            self.workspace.history.changed_key(
                slot.question, self.workspace.library.key_hash(slot.question)
            ),
        )

    @property
    def pending(self) -> Judgement | None:
        """A judgement that was open when the program stopped."""
        presented, draft = self.presented, self._draft()
        if presented is None or draft.response is None:
            return None
        self.confidence = draft.confidence
        return self._judgement(presented, draft.response)

    @property
    def hints_taken(self) -> tuple[Hint, ...]:
        """The hints shown so far for the current question."""
        taken = self._draft().hints
        return self._all_hints()[:taken] if taken else ()

    def hint(self) -> Hint | None:
        """Show the next hint, gentlest first; None when there is no other."""
        taken, available = self._draft().hints, self._all_hints()
        if taken >= len(available):
            return None
        self._keep(self._draft()._replace(hints=taken + 1))
        return available[taken]

    def complaint(self, response: Response) -> str:
        """Why the response cannot be taken yet; empty when it can."""
        presented = self._current()
        return complaint(presented.question, response)

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

    def contest(self) -> Feedback | None:
        """Count what was typed as right, and keep that the learner said so; None if it does."""
        last = self.feedback
        if last is None or not last.contestable:
            return None
        return self._anew(last, last.response._replace(contested=True))

    def undo(self) -> bool:
        """Take the last answer back and ask it again; False when nothing was answered."""
        if not self.session.answered:
            return False
        self._take_back()
        self._fresh()
        return True

    def go_on(self) -> Presented | None:
        """Leave the verdict and turn to the next question; the session ends after the last."""
        self._fresh()
        if self._time_is_up():
            self.session = self.session._replace(queue=())
        if self.session.current is None:
            self.finish()
        return self.presented

    def _time_is_up(self) -> bool:
        """Whether the minutes are over that the session was to take."""
        minutes = self.record.options.get("minutes")
        if not isinstance(minutes, int | float):
            return False
        reviews = self.workspace.history.reviews_of(self.record.uid)
        times = (Answered(one.session, one.at_ms, one.duration_ms) for one in reviews)
        return sum(seconds_taken(times)) >= 60 * minutes

    def finish(self) -> bool:
        """End the session; it is not offered again. True when that is kept."""
        self.workspace.history.finish(self.record.uid, self.workspace.now_ms())
        return True

    def flag(self, comment: str) -> bool:
        """Keep a remark on the current or just answered question for its author; True when kept."""
        self.workspace.history.flag(flag_of(self.workspace, self.current_uid, comment))
        return True

    def set_aside(self, how: Aside) -> bool:
        """Do not ask the question on screen again, today or for good; True when that is kept."""
        uid = self.current_uid
        set_aside(self.workspace, uid, how)
        if how is not Aside.BACK:
            self.session = self.session.set_aside(uid)
        return True

    @property
    def current_uid(self) -> str:
        """The question on screen: the one just answered, else the one being asked."""
        return self.feedback.presented.uid if self.feedback else self._current().uid

    def reread(self) -> tuple[QuizError, ...]:
        """Read the current question's set again after an edit; what is wrong with it now."""
        entry = self.workspace.library.reload(set_of(self.current_uid))
        self._turn = None
        if entry.ok:
            gone = [uid for uid in self.session.plan if not _exists(self.workspace, uid)]
            self.session = self.session.without(gone)
        return tuple(entry.problems)

    def _current(self) -> Presented:
        presented = self.presented
        if presented is None:
            raise ValueError("the session is over")
        return presented

    def _draft(self) -> Draft:
        """The draft if it is about the current question, else an empty one for it."""
        slot = self.session.current
        if slot is None:
            return Draft()
        if (self.draft.question, self.draft.attempt) == (slot.question, slot.attempt):
            return self.draft
        return Draft(slot.question, slot.attempt)

    def _keep(self, draft: Draft) -> None:
        # what could not be kept has not happened
        self.workspace.history.save_draft(self.record.uid, draft.dump())
        self.draft = draft

    def _fresh(self) -> None:
        self.feedback = None
        self.confidence = Confidence.UNMARKED
        self._shown_ms = self.workspace.now_ms()

    def _judgement(self, presented: Presented, response: Response) -> Judgement:
        return Judgement(
            response, undecided(presented.question, response), grade(presented.question, response)
        )

    def _all_hints(self) -> tuple[Hint, ...]:
        presented = self._current()
        return hints_from(presented.question, self._evidence(presented))

    def _evidence(self, presented: Presented, graded: Grade | None = None) -> tuple[Evidence, ...]:
        return all_evidence(self.workspace.library, presented.set_id, presented.question, graded)

    def _rating(self, graded: Grade, confidence: Confidence, *, easy: bool) -> Rating:
        taken = self.hints_taken
        return rate(
            correct=graded.verdict is Verdict.CORRECT,
            confidence=confidence,
            narrowed=any(hint.narrows for hint in taken),
            located=any(hint.kind is HintKind.SECTION for hint in taken),
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
            presented, response, graded.verdict, rating, confidence, len(self.hints_taken)
        )
        lucky = not replaces and may_be_luck(self.workspace, self.record, given)
        review = review_of(self.workspace, self.record, given, self._shown_ms)
        self.workspace.history.record(
            review, memory_after(self.workspace, self.record, given), replaces=replaces
        )
        again = _again(graded.verdict, rating)
        self.session = self.session.respond(graded.verdict, again=again, review=review.uid)
        ahead = outlook(self.workspace, presented, scheduled=review.scheduled)
        self.feedback = Feedback(
            presented=presented,
            response=response,
            grade=graded,
            rating=rating,
            confidence=confidence,
            evidence=self._evidence(presented, graded),
            days=ahead.days,
            again=self.session.answered[-1].again,
            why=ahead.why,
            lapses=ahead.lapses,
            may_be_luck=lucky,
        )
        return self.tell_own(self.feedback)

    def tell_own(self, last: Feedback) -> Feedback:
        """Say with a verdict what the learner noted.

        The answer is kept by then: notes that cannot be read are not shown.
        """
        try:
            own = own_lines(self.workspace, last.presented.uid, last.evidence)
        except QuizError:
            own = ()
        self.feedback = last._replace(own=own)
        return self.feedback

    def _take_back(self) -> None:
        last = self.session.answered[-1]
        self.workspace.history.undo(last.review, self.workspace.now_ms())
        self.session = self.session.undo()


def _again(verdict: Verdict, rating: Rating) -> bool:
    """Whether a question returns in this session: whatever does not count as known."""
    return verdict is not Verdict.CORRECT or rating is Rating.AGAIN


def _exists(workspace: Workspace, uid: str) -> bool:
    try:
        workspace.library.question(uid)
    except QuizError:
        return False
    return True
