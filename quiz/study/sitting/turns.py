"""A session's turn: the question to ask now, and the help that is taken before its answer."""

from __future__ import annotations

from quiz.core.documents.document import Document, Passage
from quiz.core.grading.grading import Grade, Response, complaint, grade, undecided
from quiz.core.memory.records import SessionRecord, set_of
from quiz.core.memory.scheduling import Confidence
from quiz.core.questions.hints import Hint, LookedUp
from quiz.core.questions.options import shown_options
from quiz.core.sessions.session import Session, Slot
from quiz.study.common.draft import Draft
from quiz.study.common.evidence import Evidence, Role, all_evidence
from quiz.study.common.presented import Feedback, Judgement, Presented
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.hinting import hints_from


class Turns:
    """A session over a workspace at one of its questions."""

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
    def current_uid(self) -> str:
        """The question on screen: the one just answered, else the one being asked."""
        return self.feedback.presented.uid if self.feedback else self._current().uid

    @property
    def pending(self) -> Judgement | None:
        """A judgement that was open when the program stopped."""
        presented, draft = self.presented, self._draft()
        if presented is None or draft.response is None:
            return None
        self.confidence = draft.confidence
        return self._judgement(presented, draft.response)

    def complaint(self, response: Response) -> str:
        """Why the response cannot be taken yet; empty when it can."""
        presented = self._current()
        return complaint(presented.question, response)

    # Help

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

    @property
    def looked_up(self) -> LookedUp:
        """What was looked up before the answer to the current question."""
        return self._draft().looked_up

    def look_up(self, what: LookedUp) -> bool:
        """Keep that something was looked up while the question waits; True when it is news."""
        if self.feedback is not None or self.session.current is None:
            return False
        if what.weight <= self.looked_up.weight:
            return False
        self._keep(self._draft()._replace(looked_up=what))
        return True

    def proven_in(self, document: Document, seen: Passage) -> bool:
        """Whether a passage that decides the question stands in this part of a document."""
        return any(
            item.passage is not None
            and item.document is not None
            and (item.document.path, item.document.text) == (document.path, document.text)
            and item.passage.overlaps(seen)
            for item in self._evidence(self._current())
            if item.role is not Role.REFUTES
        )

    # What is kept of a turn

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
            response,
            undecided(presented.question, response),
            grade(presented.question, response),
            self._evidence(presented),
        )

    def _all_hints(self) -> tuple[Hint, ...]:
        presented = self._current()
        return hints_from(presented.question, self._evidence(presented))

    def _evidence(self, presented: Presented, graded: Grade | None = None) -> tuple[Evidence, ...]:
        return all_evidence(self.workspace.library, presented.set_id, presented.question, graded)
