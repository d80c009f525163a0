"""A running session: asks, records before it tells, undoes, resumes. Front ends only show it."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.grading.grading import Verdict
from quiz.core.memory.daily_load import Answered, seconds_taken
from quiz.core.memory.records import ASIDE, CRAM, STUDY, Review, SessionRecord, set_of
from quiz.core.memory.scheduling import Rating
from quiz.core.sessions.session import Session, Slot
from quiz.errors import QuizError
from quiz.store.history.uids import new_uid
from quiz.study.common.draft import Draft, load_draft, load_looked_up
from quiz.study.common.presented import Presented
from quiz.study.common.set_aside import Aside, resting, set_aside
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.answering import Answering, comes_again
from quiz.study.sitting.recording import flag_of


class Study(Answering):
    """One session over a workspace. Raises HistoryError when an answer cannot be kept."""

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
            again = comes_again(verdict, Rating(review.rating))
            session = session.respond(verdict, again=again, review=review.uid)
        session = session.without([uid for uid in record.plan if not _exists(workspace, uid)])
        for uid in resting(workspace):
            session = session.set_aside(uid)
        return cls(workspace, record, session, load_draft(record.draft))

    def undo(self) -> bool:
        """Take the last answer back and ask it again; False when nothing was answered.

        The help that was taken before it stays taken.
        """
        if not self.session.answered:
            return False
        last, history = self.session.answered[-1], self.workspace.history
        kept = [r for r in history.reviews_of(self.record.uid) if r.uid == last.review]
        history.undo(last.review, self.workspace.now_ms())
        self.session = self.session.undo()
        self._fresh()
        for review in kept:
            self._help_again(review)
        return True

    def _help_again(self, review: Review) -> None:
        """Take up the help of a review that was taken back."""
        looked_up = load_looked_up(review.response)
        hints = review.hints - bool(looked_up)
        if review.hints:
            self._keep(Draft(review.question, review.attempt, hints, looked_up=looked_up))

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

    def reread(self) -> tuple[QuizError, ...]:
        """Read the current question's set again after an edit; what is wrong with it now."""
        entry = self.workspace.library.reload(set_of(self.current_uid))
        self._turn = None
        if entry.ok:
            gone = [uid for uid in self.session.plan if not _exists(self.workspace, uid)]
            self.session = self.session.without(gone)
        return tuple(entry.problems)


def _exists(workspace: Workspace, uid: str) -> bool:
    try:
        workspace.library.question(uid)
    except QuizError:
        return False
    return True
