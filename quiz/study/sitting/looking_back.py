"""Earlier answers, each with its verdict and its proof. Looking at them changes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from quiz.core.grading.grading import Response, Verdict, grade
from quiz.core.memory.records import CRAM, Review, SessionRecord, set_of
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.core.questions.options import shown_options
from quiz.core.questions.question import Question
from quiz.core.sessions.session import Slot
from quiz.errors import QuizError
from quiz.study.common.day_spans import when_text
from quiz.study.common.draft import load_looked_up, load_response
from quiz.study.common.evidence import all_evidence
from quiz.study.common.noting import own_lines
from quiz.study.common.presented import Feedback, Presented
from quiz.study.common.workspace import Workspace

CHANGED = "its answer was changed since"


class EarlierAnswers:
    """Answers that were given, in their order; `title` says which they are."""

    def __init__(self, workspace: Workspace, reviews: Sequence[Review], title: str) -> None:
        self.workspace = workspace
        self.reviews = tuple(reviews)
        self.title = title
        self._seeds: dict[str, int | None] = {}
        self._told: dict[int, Feedback | None] = {}

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.reviews)

    def question(self, index: int) -> Question | None:
        """The question of an answer (from 0); None when it has vanished."""
        try:
            return self.workspace.library.question(self.reviews[index].question)
        except QuizError:
            return None

    def feedback(self, index: int) -> Feedback | None:
        """Verdict, reasons and passages of an answer (from 0), with today's text of the set.

        The verdict is the one that was given. None when the question has vanished since.
        """
        if index not in self._told:
            self._told[index] = self._feedback(self.reviews[index], index)
        return self._told[index]

    def head(self, index: int) -> str:
        """When it was answered, and how long that took."""
        review = self.reviews[index]
        moment = datetime.fromtimestamp(review.at_ms / 1000, UTC)
        local = moment + timedelta(minutes=review.offset_min)
        seconds = review.duration_ms // 1000
        took = f"{seconds} s" if seconds < 60 else f"{seconds // 60} min {seconds % 60:02} s"
        return f"{local:%Y-%m-%d %H:%M} · {took}"

    def _feedback(self, review: Review, index: int) -> Feedback | None:
        question = self.question(index)
        if question is None:
            return None
        presented = self._presented(review, question, index)
        response = response_of(review)
        graded = grade(question, response)._replace(verdict=Verdict(review.verdict))
        shown = all_evidence(self.workspace.library, presented.set_id, question, graded)
        return Feedback(
            presented=presented,
            response=response,
            grade=graded,
            rating=Rating(review.rating),
            confidence=Confidence(review.confidence),
            evidence=shown,
            days=None,
            again=False,
            schedule=self._schedule(review, question),
            helps=review.hints,
            looked_up=load_looked_up(review.response),
            own=own_lines(self.workspace, presented.uid, shown),
        )

    def _presented(self, review: Review, question: Question, index: int) -> Presented:
        seed = f"{self._seed(review.session)}/{review.question}/{review.attempt}"
        return Presented(
            Slot(review.question, review.attempt),
            question,
            self.workspace.library.entry(set_of(review.question)).title,
            shown_options(question, seed),
            index + 1,
            self.count,
            restarted=False,
        )

    def _seed(self, session: str) -> int | None:
        """The seed of a session, so that options stand as they stood then."""
        if session not in self._seeds:
            record = self.workspace.history.session(session)
            self._seeds[session] = record.seed if record is not None else None
        return self._seeds[session]

    def _schedule(self, review: Review, question: Question) -> str:
        """What became of the question since, as far as its memory goes."""
        if review.key_hash != question.key_hash:
            return CHANGED
        memory = self.workspace.history.memory(review.question, question.key_hash)
        if memory is None:
            return "never studied for the schedule"
        days = memory.due - self.workspace.today
        return "due for study today" if days <= 0 else f"next {when_text(days)}"


def response_of(review: Review) -> Response:
    """What was given; where that cannot be read, as if one had given up."""
    try:
        return load_response(json.loads(review.response))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Response(gave_up=True)


def of_session(workspace: Workspace, record: SessionRecord) -> EarlierAnswers:
    """The answers of a session, the first of them first."""
    title = "This session" if record.kind != CRAM else "This cram"
    return EarlierAnswers(workspace, workspace.history.reviews_of(record.uid), title)


def of_questions(workspace: Workspace, uids: Sequence[str], title: str) -> EarlierAnswers:
    """Every answer ever given to some questions, the first of them first."""
    return EarlierAnswers(workspace, workspace.history.reviews_to(uids), title)
