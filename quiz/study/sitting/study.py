"""A running session: asks, records before it tells, undoes, resumes. Front ends only show it."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.grading.grading import Grade, Response, Verdict, complaint, grade, undecided
from quiz.core.memory.records import ASIDE, CRAM, STUDY, SessionRecord, set_of
from quiz.core.memory.scheduling import Confidence, Rating, rate
from quiz.core.questions.hints import Hint, HintKind
from quiz.core.questions.options import shown_options
from quiz.core.sessions.session import Session, Slot
from quiz.errors import QuizError
from quiz.store.history.uids import new_uid
from quiz.study.common.draft import Draft, load_draft
from quiz.study.common.evidence import Evidence, all_evidence
from quiz.study.common.presented import Feedback, Judgement, Turn
from quiz.study.common.workspace import Desk
from quiz.study.sitting.hinting import hints_from
from quiz.study.sitting.outlook import outlook
from quiz.study.sitting.recording import Given, flag_of, memory_after, review_of


class Study:
    """One session over a desk. Raises HistoryError when an answer cannot be kept."""

    def __init__(self, desk: Desk, record: SessionRecord, session: Session, draft: Draft) -> None:
        self.desk = desk
        self.record = record
        self.session = session
        self.draft = draft
        self.confidence = Confidence.UNMARKED
        self.feedback: Feedback | None = None
        self._shown_ms = desk.now_ms()
        self._turn: Turn | None = None

    @classmethod
    def begin(
        cls,
        desk: Desk,
        plan: tuple[str, ...],
        *,
        title: str,
        seed: int,
        cram: bool = False,
        aside: bool = False,
        options: Mapping[str, object] | None = None,
    ) -> Study:
        """Start a session over a plan; from now on it, and no older one, can be resumed.

        One that is held `aside` leaves an older one open: that is offered again after it.
        """
        now = desk.now_ms()
        while not aside and (left := desk.history.unfinished()) is not None:
            desk.history.finish(left.uid, now)
        record = SessionRecord(
            uid=new_uid(now),
            kind=CRAM if cram else STUDY,
            started_ms=now,
            day=desk.today,
            title=title,
            seed=seed,
            plan=plan,
            options={**(options or {}), **({ASIDE: True} if aside else {})},
        )
        desk.history.begin(record)
        return cls(desk, record, Session.of(plan), Draft())

    @classmethod
    def resume(cls, desk: Desk, record: SessionRecord) -> Study:
        """Go on where a session stopped, by replaying its answers; vanished questions drop out."""
        session = Session.of(record.plan)
        for review in desk.history.reviews_of(record.uid):
            if session.current is None or session.current.question != review.question:
                continue
            verdict = Verdict(review.verdict)
            again = _again(verdict, Rating(review.rating))
            session = session.respond(verdict, again=again, review=review.uid)
        session = session.without([uid for uid in record.plan if not _exists(desk, uid)])
        return cls(desk, record, session, load_draft(record.draft))

    @property
    def turn(self) -> Turn | None:
        """What to ask now; None when the session is over."""
        slot = self.session.current
        if slot is None:
            return None
        if self._turn is None or self._turn.slot != slot:
            self._turn = self._turn_of(slot)
        return self._turn

    def _turn_of(self, slot: Slot) -> Turn:
        question = self.desk.library.question(slot.question)
        seed = f"{self.record.seed}/{slot.question}/{slot.attempt}"
        return Turn(
            slot,
            question,
            self.desk.library.entry(set_of(slot.question)).title,
            shown_options(question, seed),
            self.session.place,
            len(self.session.plan),
            self.desk.history.changed_key(slot.question, self.desk.library.key_hash(slot.question)),
        )

    @property
    def pending(self) -> Judgement | None:
        """A judgement that was open when the program stopped."""
        turn, draft = self.turn, self._draft()
        if turn is None or draft.response is None:
            return None
        self.confidence = draft.confidence
        return self._judgement(turn, draft.response)

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
        turn = self._current_turn()
        return complaint(turn.question, response)

    def answer(self, response: Response) -> Judgement | Feedback:
        """Grade a response. What the learner must judge comes back first, and is kept meanwhile.

        A Feedback is returned only after the answer is on disk.
        """
        turn = self._current_turn()
        if undecided(turn.question, response):
            self._keep(self._draft()._replace(response=response, confidence=self.confidence))
            return self._judgement(turn, response)
        return self._record(turn, response)

    def mark_easy(self) -> Feedback | None:
        """Rate the last answer Easy, if it was rated Good; None when there is nothing to change."""
        last = self.feedback
        if last is None or last.rating is not Rating.GOOD:
            return None
        before = self.session
        self.session = before.undo()
        try:
            return self._record(last.turn, last.response, replaces=before.answered[-1].review)
        except QuizError:
            self.session = before
            raise

    def undo(self) -> bool:
        """Take the last answer back and ask it again; False when nothing was answered."""
        if not self.session.answered:
            return False
        self._take_back()
        self._fresh_turn()
        return True

    def go_on(self) -> Turn | None:
        """Leave the verdict and turn to the next question; the session ends after the last."""
        self._fresh_turn()
        if self.session.current is None:
            self.finish()
        return self.turn

    def finish(self) -> bool:
        """End the session; it is not offered again. True when that is kept."""
        self.desk.history.finish(self.record.uid, self.desk.now_ms())
        return True

    def flag(self, comment: str) -> bool:
        """Keep a remark on the current or just answered question for its author; True when kept."""
        self.desk.history.flag(flag_of(self.desk, self.current_uid, comment))
        return True

    @property
    def current_uid(self) -> str:
        """The question on screen: the one just answered, else the one being asked."""
        return self.feedback.turn.uid if self.feedback else self._current_turn().uid

    def reread(self) -> tuple[QuizError, ...]:
        """Read the current question's set again after an edit; what is wrong with it now."""
        entry = self.desk.library.reload(set_of(self.current_uid))
        self._turn = None
        if entry.ok:
            gone = [uid for uid in self.session.plan if not _exists(self.desk, uid)]
            self.session = self.session.without(gone)
        return tuple(entry.problems)

    def _current_turn(self) -> Turn:
        turn = self.turn
        if turn is None:
            raise ValueError("the session is over")
        return turn

    def _draft(self) -> Draft:
        """The draft if it is about the current turn, else an empty one for it."""
        slot = self.session.current
        if slot is None:
            return Draft()
        if (self.draft.question, self.draft.attempt) == (slot.question, slot.attempt):
            return self.draft
        return Draft(slot.question, slot.attempt)

    def _keep(self, draft: Draft) -> None:
        # what could not be kept has not happened
        self.desk.history.save_draft(self.record.uid, draft.dump())
        self.draft = draft

    def _fresh_turn(self) -> None:
        self.feedback = None
        self.confidence = Confidence.UNMARKED
        self._shown_ms = self.desk.now_ms()

    def _judgement(self, turn: Turn, response: Response) -> Judgement:
        return Judgement(
            response, undecided(turn.question, response), grade(turn.question, response)
        )

    def _all_hints(self) -> tuple[Hint, ...]:
        turn = self._current_turn()
        return hints_from(turn.question, self._evidence(turn))

    def _evidence(self, turn: Turn, graded: Grade | None = None) -> tuple[Evidence, ...]:
        return all_evidence(self.desk.library, turn.set_id, turn.question, graded)

    def _rating(self, graded: Grade, confidence: Confidence, *, easy: bool) -> Rating:
        taken = self.hints_taken
        return rate(
            correct=graded.verdict is Verdict.CORRECT,
            confidence=confidence,
            narrowed=any(hint.narrows for hint in taken),
            located=any(hint.kind is HintKind.SECTION for hint in taken),
            easy=easy,
        )

    def _record(self, turn: Turn, response: Response, *, replaces: str = "") -> Feedback:
        """Keep an answer; with `replaces`, the same answer anew as too easy."""
        graded = grade(turn.question, response)
        confidence = Confidence.DONT_KNOW if response.gave_up else self.confidence
        rating = self._rating(graded, confidence, easy=bool(replaces))
        given = Given(turn, response, graded.verdict, rating, confidence, len(self.hints_taken))
        review = review_of(self.desk, self.record, given, self._shown_ms)
        self.desk.history.record(
            review, memory_after(self.desk, self.record, given), replaces=replaces
        )
        again = _again(graded.verdict, rating)
        self.session = self.session.respond(graded.verdict, again=again, review=review.uid)
        ahead = outlook(self.desk, turn, scheduled=review.scheduled)
        self.feedback = Feedback(
            turn=turn,
            response=response,
            grade=graded,
            rating=rating,
            confidence=confidence,
            evidence=self._evidence(turn, graded),
            days=ahead.days,
            again=again,
            why=ahead.why,
            lapses=ahead.lapses,
        )
        return self.feedback

    def _take_back(self) -> None:
        last = self.session.answered[-1]
        self.desk.history.undo(last.review, self.desk.now_ms())
        self.session = self.session.undo()


def _again(verdict: Verdict, rating: Rating) -> bool:
    """Whether a question returns in this session: whatever does not count as known."""
    return verdict is not Verdict.CORRECT or rating is Rating.AGAIN


def _exists(desk: Desk, uid: str) -> bool:
    try:
        desk.library.question(uid)
    except QuizError:
        return False
    return True
